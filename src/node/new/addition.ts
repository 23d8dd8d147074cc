/** Writes what is new into a file of the case, and no byte besides. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plan } from '../../core/new/index.ts'
import type { ReadCase } from '../read/read-case.ts'

/**
 * Puts the planned words into their file.
 *
 * @throws where the file is not what was read a moment ago
 */
export async function writeAddition(read: ReadCase, { file, offset, text }: Plan): Promise<void> {
  const path = join(read.folder, file)
  const now = await readFile(path, 'utf8')
  const mark = now.startsWith('\uFEFF') ? 1 : 0
  if (now.slice(mark) !== read.sources.find((source) => source.file === file)?.text) {
    throw new Error(`Unexpected change of ${path} meanwhile, expected it as it was; try again`)
  }
  await writeFile(path, now.slice(0, mark + offset) + text + now.slice(mark + offset))
}
