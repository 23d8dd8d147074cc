/** Finds the files to import. */

import type { Dirent } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { shown } from '../paths/index.ts'
import { UsageError } from '../run/usage-error.ts'

/** One Markdown file. */
export interface Input {
  /** Absolute. */
  readonly path: string
  /** Absolute path of the folder that was named, or of the folder of a named file. */
  readonly root: string
}

/** What was found to import. */
export interface FoundInputs {
  readonly inputs: readonly Input[]
  /** Absolute paths of files named `case.yaml`. */
  readonly settings: readonly string[]
  /** Each file that was left out, with the reason, ready to print. */
  readonly leftOut: readonly string[]
}

/** `README.md`, `1.MD`, `1.markdown`, `1.mdx`. */
const RE_MARKDOWN = /\.(?:mdx?|markdown)$/i

/**
 * Finds Markdown files among the named paths, in their sub-folders too. Follows no symbolic links.
 *
 * @param named absolute paths of files and folders
 * @throws UsageError where a named path does not exist or is not Markdown, or nothing was found
 */
export async function findInputs(named: readonly string[]): Promise<FoundInputs> {
  const parts: FoundInputs[] = []
  for (const path of new Set(named)) parts.push(await gatherOne(path))
  const inputs = uniqueBy(parts.flatMap((part) => part.inputs))
  if (inputs.length === 0) {
    const where = named.map((path) => shown(path)).join(', ')
    throw new UsageError(`No Markdown in ${where}; expected .md, .markdown or .mdx files.`)
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
  if (!RE_MARKDOWN.test(path))
    throw new UsageError(`Unexpected ${shown(path)}; expected a .md, .markdown or .mdx file.`)
  return { inputs: [{ path, root: dirname(path) }], settings: [], leftOut: [] }
}

async function gatherFolder(root: string): Promise<FoundInputs> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const known = entries.filter((entry) => !isForeign(pathIn(root, entry)))
  const found = known.filter(({ name }) => RE_MARKDOWN.test(name))
  const isSettings = (entry: Dirent): boolean =>
    entry.name === 'case.yaml' && entry.isFile() && entry.parentPath === root
  const taken = found.filter((entry) => entry.isFile() && !isPrivate(pathIn(root, entry)))
  return {
    inputs: taken.map((entry) => ({ path: join(entry.parentPath, entry.name), root })),
    settings: known.filter(isSettings).map(({ parentPath, name }) => join(parentPath, name)),
    leftOut: known.flatMap((entry) => {
      const path = shown(join(entry.parentPath, entry.name))
      if (entry.isSymbolicLink()) return [`${path}: a symbolic link, which is not followed`]
      const isLeft = entry.isFile() && found.includes(entry) && !taken.includes(entry)
      return isLeft ? [`${path}: a _ in front keeps a file out of a case`] : []
    }),
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
