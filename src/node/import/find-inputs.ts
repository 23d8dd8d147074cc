/** Finds the files to import. */

import type { Dirent } from 'node:fs'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { RefusedDocument } from '../../core/import/foreign/refused.ts'
import { shown } from '../paths/index.ts'
import { UsageError } from '../run/usage-error.ts'
import { adviceFor, FORMAT_NAMES, formatOf } from './formats.ts'
import { openZip } from './open-zip.ts'

/** One file to import. */
export interface Input {
  /** Absolute. That of a file in a zip goes on behind the zip's. */
  readonly path: string
  /** Absolute path of the folder that was named, or of the folder of a named file. */
  readonly root: string
  /** All files of the zip in which it stands, by absolute path; absent outside of one. */
  readonly zip?: ReadonlyMap<string, Uint8Array>
}

/** What was found to import. */
export interface FoundInputs {
  readonly inputs: readonly Input[]
  /** Absolute paths of files named `case.yaml`. */
  readonly settings: readonly string[]
  /** Each file that was left out, with the reason, ready to print. */
  readonly leftOut: readonly string[]
}

// Matches "Case.zip": Google Docs gives a page and its pictures as one.
const RE_ZIP = /\.zip$/i

const EXPECTED = `expected ${FORMAT_NAMES.join(', ')} or .zip`

/**
 * Finds documents among the named paths, in their sub-folders and in zips too. Follows no symbolic
 * links.
 *
 * @param named absolute paths of files and folders
 * @throws UsageError where a named path does not exist or cannot be read, or nothing was found
 */
export async function findInputs(named: readonly string[]): Promise<FoundInputs> {
  const parts: FoundInputs[] = []
  for (const path of new Set(named)) parts.push(await gatherOne(path))
  const inputs = uniqueBy(parts.flatMap((part) => part.inputs))
  if (inputs.length === 0) {
    const where = named.map((path) => shown(path)).join(', ')
    const left = parts.flatMap(({ leftOut }) => leftOut)
    const why = left.length === 0 ? '' : ` Left out: ${left.join('; ')}.`
    throw new UsageError(`Nothing to import in ${where}; ${EXPECTED} files.${why}`)
  }
  return {
    inputs,
    settings: [...new Set(parts.flatMap(({ settings }) => settings))],
    leftOut: parts.flatMap(({ leftOut }) => leftOut),
  }
}

async function gatherOne(path: string): Promise<FoundInputs> {
  const found = await lstat(path).catch(() => undefined)
  if (!found) throw new UsageError(`${shown(path)} does not exist; expected a file or a folder.`)
  if (found.isSymbolicLink())
    throw new UsageError(`${shown(path)} is a symbolic link; expected the file or folder itself.`)
  if (found.isDirectory()) return gatherFolder(path)
  if (RE_ZIP.test(path)) return gatherZip(path)
  const advice = adviceFor(path)
  if (!formatOf(path))
    throw new UsageError(`Unexpected ${shown(path)}; ${advice ?? `${EXPECTED} files`}.`)
  return { inputs: [{ path, root: dirname(path) }], settings: [], leftOut: [] }
}

async function gatherFolder(root: string): Promise<FoundInputs> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const known = entries.filter((entry) => !isForeign(pathIn(root, entry)))
  const found = known.filter(({ name }) => formatOf(name) && !name.startsWith('~$'))
  const isSettings = (entry: Dirent): boolean =>
    entry.name === 'case.yaml' && entry.isFile() && entry.parentPath === root
  const taken = found.filter((entry) => entry.isFile() && !isPrivate(pathIn(root, entry)))
  const zips = known.filter((entry) => entry.isFile() && RE_ZIP.test(entry.name))
  const unpacked: FoundInputs[] = []
  for (const { parentPath, name } of zips) unpacked.push(await gatherZip(join(parentPath, name)))
  return {
    inputs: [
      ...taken.map((entry) => ({ path: join(entry.parentPath, entry.name), root })),
      ...unpacked.flatMap(({ inputs }) => inputs),
    ],
    settings: known.filter(isSettings).map(({ parentPath, name }) => join(parentPath, name)),
    leftOut: [
      ...known.flatMap((entry) => {
        const path = shown(join(entry.parentPath, entry.name))
        if (entry.isSymbolicLink()) return [`${path}: a symbolic link, which is not followed`]
        const isLeft = entry.isFile() && found.includes(entry) && !taken.includes(entry)
        if (isLeft) return [`${path}: a _ in front keeps a file out of a case`]
        const advice = entry.isFile() ? adviceFor(entry.name) : undefined
        return advice === undefined ? [] : [`${path}: ${advice}`]
      }),
      ...othersAmong(
        known.flatMap((entry) => (entry.isFile() ? [entry.name] : [])),
        root,
      ),
      ...unpacked.flatMap(({ leftOut }) => leftOut),
    ],
  }
}

// Matches pictures, which documents show, and settings of a case.
const RE_BESIDE = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)$|^case\.yaml$/i

/** One line for the files of formats that nobody reads; `[]` without any. */
function othersAmong(names: readonly string[], root: string): readonly string[] {
  const isOther = (name: string): boolean =>
    !(formatOf(name) || adviceFor(name) || RE_ZIP.test(name) || RE_BESIDE.test(name))
  const others = names.filter((name) => isOther(name))
  const more = others.length > NAMED ? ` and ${others.length - NAMED} more` : ''
  const told = `${others.slice(0, NAMED).join(', ')}${more}`
  return others.length === 0 ? [] : [`${shown(root)}: ${told}: not of a format that is read`]
}

/** So many files are named. */
const NAMED = 5

/** The documents in a zip, which is unpacked in memory. */
async function gatherZip(path: string): Promise<FoundInputs> {
  const inner = (name: string): string => join(path, ...name.split('/'))
  try {
    const { files, outside } = await openZip(await readFile(path))
    const zip = new Map([...files].map(([name, bytes]) => [inner(name), bytes] as const))
    const taken = [...files.keys()].filter(
      (name) => formatOf(name) && !isForeign(name.split('/')) && !isPrivate(name.split('/')),
    )
    const told = [...files.keys()].flatMap((name) => {
      const advice = RE_ZIP.test(name) ? 'a zip in a zip: unpack it first' : adviceFor(name)
      return advice === undefined ? [] : [`${shown(inner(name))}: ${advice}`]
    })
    return {
      inputs: taken.map((name) => ({ path: inner(name), root: path, zip })),
      settings: [],
      leftOut: [
        ...told,
        ...outside.map((name) => `${shown(path)}: "${name}" leads out of the zip, and is not read`),
      ],
    }
  } catch (error) {
    if (!(error instanceof RefusedDocument)) throw error
    return { inputs: [], settings: [], leftOut: [`${shown(path)}: ${error.message}`] }
  }
}

function pathIn(root: string, entry: Dirent): readonly string[] {
  return relative(root, join(entry.parentPath, entry.name)).split(sep)
}

/** Whether a path lies in a folder of a tool, such as `.git` or `node_modules`. */
function isForeign(parts: readonly string[]): boolean {
  return parts.some((part) => part.startsWith('.') || part === 'node_modules')
}

function isPrivate(parts: readonly string[]): boolean {
  return parts.some((part) => part.startsWith('_'))
}

/** Each file once, also where both the file and its folder were named. */
function uniqueBy(inputs: readonly Input[]): readonly Input[] {
  return [...new Map(inputs.map((input) => [input.path, input])).values()]
}

/** The name of the folder that an input came from. */
export function folderOf({ root }: Input): string {
  return basename(root)
}
