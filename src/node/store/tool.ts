/** Which state of the tool makes what is kept. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { markOf, marksOf } from '../paths/files.ts'
import { root, sources } from '../paths/index.ts'

/**
 * A hash of our code and of the packages. Code is read by its sizes and times, since there is much of
 * it: so are the packages, by npm's own list.
 */
export async function hashOfTool(): Promise<string> {
  const all = createHash('sha256').update(JSON.stringify([root, process.version]))
  for (const folder of [sources, join(root, 'public')])
    all.update(JSON.stringify([...(await marksOf(folder))]))
  // Of a checkout in its own folder, of a package in the one that holds it.
  const lists = [join(root, 'node_modules'), join(root, '..')]
  const files = lists.map((list) => join(list, '.package-lock.json'))
  for (const path of [...files, join(root, 'astro.config.mjs')])
    all.update(existsSync(path) ? await markOf(path) : '-')
  return all.digest('hex')
}

/** A hash of what the files of our own folders hold, by their names. */
export function hashOfSources(
  folders: readonly string[],
  isPart = (_file: string) => true,
): string {
  const all = createHash('sha256')
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isPart(entry.name))
      .map(({ parentPath, name }) => join(parentPath, name))
    for (const file of files.toSorted())
      all.update(relative(folder, file)).update(readFileSync(file))
  }
  return all.digest('hex')
}
