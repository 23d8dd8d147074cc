/** Keeps out of git what is made in a repository and is not for publishing. */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** The folder for it. */
const NAME = '.throughline'

/** Sees to it that git ignores the `.throughline` in which a path lies, if it lies in one. */
export async function hideFromGit(path: string): Promise<void> {
  const parts = path.split(sep)
  const at = parts.lastIndexOf(NAME)
  if (at < 0) return
  const folder = parts.slice(0, at + 1).join(sep)
  const ignored = join(folder, '.gitignore')
  if (existsSync(ignored)) return
  await mkdir(folder, { recursive: true })
  await writeFile(ignored, '*\n')
}
