/** The tarball that this tool came from: what the case that it begins depends on. */

import { createHash } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { root, shown, typedIn } from '../paths/index.ts'
import { UsageError } from '../run/usage-error.ts'

/** An address, or a file to keep beside the case. */
type Tarball = { readonly address: string } | { readonly name: string; readonly bytes: Uint8Array }

/**
 * Finds the tarball. npm has written down where it took this installation from; no registry is asked.
 *
 * @param from `--from` as typed: an address or a file
 * @param home folder of the installed tool
 * @throws UsageError where there is none, or another one than was installed
 */
export async function findTarball(from: string | undefined, home = root): Promise<Tarball> {
  if (from !== undefined)
    return from.includes('://') ? atAddress(from) : inFile(resolve(typedIn(), from))
  // Started through a link, it is still another folder that installed it.
  const folder = dirname(await realpath(dirname(home)))
  const { resolved = '', integrity } = (await noteOf(folder, basename(home))) ?? {}
  if (resolved.startsWith('https://')) return { address: resolved }
  if (resolved.startsWith('file:'))
    return inFile(resolve(folder, resolved.slice('file:'.length)), integrity)
  throw new UsageError(
    `Unexpected installation of which npm says no origin, expected the tarball that it was made from: ${HOW}.`,
  )
}

const HOW = 'say --from https://…/throughline-1.2.3.tgz, or --from and its path'

/** The address itself, which everyone reads who reads the case's package.json. */
function atAddress(typed: string): Tarball {
  const url = URL.canParse(typed) ? new URL(typed) : undefined
  if (url?.protocol !== 'https:')
    throw new UsageError(`Unexpected --from ${typed}, expected an address with https://.`)
  if (url.username || url.password)
    throw new UsageError('Unexpected password in --from, expected an address that may be read.')
  return { address: url.href }
}

async function inFile(path: string, integrity?: string): Promise<Tarball> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      `Unexpected tarball ${shown(path)} that cannot be read (${error.code}), expected it where it was: ${HOW}.`,
    )
  })
  if (integrity !== undefined && !isWhole(bytes, integrity))
    throw new UsageError(
      `Unexpected tarball ${shown(path)} that is another one by now, expected the one that is installed: ${HOW}.`,
    )
  if (!isTool(bytes))
    throw new UsageError(`Unexpected file ${shown(path)}, expected a tarball of Throughline.`)
  return { name: basename(path).replaceAll(RE_UNSAFE, '-'), bytes }
}

// Matches what npm or git may read otherwise in the name of a file: spaces, "#", "%".
const RE_UNSAFE = /[^\w.+-]/g

/** What npm has of an installed package: in its own folder, or else in the lock file. */
async function noteOf(folder: string, name: string): Promise<Note | undefined> {
  for (const file of [join('node_modules', '.package-lock.json'), 'package-lock.json']) {
    const text = await readFile(join(folder, file), 'utf8').catch(() => '{}')
    const { packages = {} } = JSON.parse(text) as { packages?: Record<string, Note> }
    const note = packages[`node_modules/${name}`]
    if (note?.resolved !== undefined) return note
  }
  return undefined
}

interface Note {
  /** `file:../throughline-1.2.3.tgz`, from the folder; or an address. */
  readonly resolved?: string
  /** `sha512-…` */
  readonly integrity?: string
}

function isWhole(bytes: Uint8Array, integrity: string): boolean {
  const [name = '', hash] = integrity.split(/-(.*)/)
  return createHash(name).update(bytes).digest('base64') === hash
}

function isTool(bytes: Uint8Array): boolean {
  try {
    return /"name":\s*"throughline"/.test(gunzipSync(bytes).toString('latin1'))
  } catch {
    return false
  }
}
