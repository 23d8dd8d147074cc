/** The files of a folder, and what says whether they were touched. */
import { lstat, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** Paths below `folder`, with `/`, of all that is no folder. Links are named, not followed. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort()
}

/** Size and times of each file of a folder. */
export async function marksOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const marks = (await filesIn(folder)).map(
    async (file) => [file, await markOf(join(folder, file))] as const,
  )
  return new Map(await Promise.all(marks))
}

/** Size and times of a file. */
export async function markOf(path: string): Promise<string> {
  const { size, mtimeMs, ctimeMs, ino, mode } = await lstat(path)
  return [size, mtimeMs, ctimeMs, ino, mode].join(' ')
}
