/** A case to start from: files that ask the questions that a case must answer. */

import { cp, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { shown } from '../read/paths.ts'
import { inReadingOrder } from '../read/reading-order.ts'
import { UsageError } from '../report/usage-error.ts'

/**
 * Writes the template into a folder, which it makes.
 *
 * @returns the names of its files in reading order
 * @throws UsageError where the folder is a file, cannot be made, or holds anything
 */
export async function writeTemplate(folder: string): Promise<readonly string[]> {
  const template = join(import.meta.dirname, 'template', 'slides')
  const there = await readdir(folder).catch(emptyWhereAbsent(folder))
  if (there.length > 0)
    throw new UsageError(
      `Unexpected files in ${shown(folder)}, such as ${there[0]}; expected an empty or a new folder.`,
    )
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      `Unexpected folder ${shown(folder)} that cannot be made (${error.code}); expected one that can be written.`,
    )
  })
  await cp(template, folder, { recursive: true })
  return inReadingOrder(await readdir(template))
}

function emptyWhereAbsent(folder: string): (error: NodeJS.ErrnoException) => readonly string[] {
  return (error) => {
    if (error.code === 'ENOENT') return []
    const what = error.code === 'ENOTDIR' ? 'it is a file' : (error.code ?? error.message)
    throw new UsageError(`Unexpected folder ${shown(folder)}: ${what}; expected a new folder.`)
  }
}
