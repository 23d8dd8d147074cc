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
  const path = join(work.root, READ)
  await writeFile(
    path,
    'let read\nexport const give = (one) => { read = one }\nexport { read as default }\n',
  )
  const { give } = await import(pathToFileURL(path).href)
  give(read)
}
