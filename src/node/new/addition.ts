/** Writes what is new into a file of the case, and no byte besides. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plan } from '../../core/new/index.ts'
import { withoutChartTables } from '../read/chart-tables.ts'
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
  const { text: whole = '' } = read.sources.find((source) => source.file === file) ?? {}
  if (now.slice(mark) !== withoutChartTables(whole)) {
    throw new Error(`Unexpected change of ${path} meanwhile, expected it as it was; try again`)
  }
  const at = mark + withoutChartTables(whole.slice(0, offset)).length
  await writeFile(path, now.slice(0, at) + text + now.slice(at))
}
