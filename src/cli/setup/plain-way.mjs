/** A plain path to our code, wherever npm has put it. */
import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { isPlain } from '../../node/render/plain-path.mjs'

/**
 * The way to a file of the package: its path, or one through a link where that is not plain, since
 * bundlers take a `#` or `?` in it for a part of an address.
 * @param {string} file
 * @param {string} root The folder of the package.
 * @returns {{ program: readonly string[], remove: () => void }} Flags of Node and the path.
 */
export function plainWay(file, root) {
  if (isPlain(file)) return { program: [file], remove: () => undefined }
  const place = mkdtempSync(join(realpathSync(tmpdir()), 'throughline-'))
  // With all packages beside ours, which are found from it.
  const packages = join(place, 'node_modules')
  symlinkSync(dirname(root), packages, 'junction')
  return {
    program: [
      '--preserve-symlinks',
      '--preserve-symlinks-main',
      join(packages, relative(dirname(root), file)),
    ],
    remove: () => rmSync(place, { recursive: true, force: true }),
  }
}
