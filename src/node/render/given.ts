/** Gives a renderer what its build says of itself and of its look, and the case. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BuildContext } from '../../core/model/build-context.ts'
import type { ReadCase } from '../read/read-case.ts'
import type { PageLook } from './place-theme.ts'
import { READ, type WorkFolder } from './work-folder.ts'

/** Writes what a build says of itself, or of its look, as a module into the work folder. */
export function writeGiven(
  work: WorkFolder,
  name: 'context' | 'look',
  value: BuildContext | PageLook,
): Promise<void> {
  return writeFile(join(work.root, `${name}.mjs`), `export default ${JSON.stringify(value)}`)
}

/** Gives the pages the case: in memory alone, since it may hold what no file should. */
export async function giveCase(work: WorkFolder, read: ReadCase): Promise<void> {
  const give = await giver<ReadCase>(work, READ)
  give(read)
}

/**
 * Writes a module into the work folder, and returns what gives it its value: whoever imports it always
 * has the latest one.
 */
export async function giver<T>(work: WorkFolder, name: string): Promise<(value: T) => void> {
  const path = join(work.root, name)
  await writeFile(
    path,
    'let value\nexport const give = (one) => { value = one }\nexport { value as default }\n',
  )
  return (await import(pathToFileURL(path).href)).give
}
