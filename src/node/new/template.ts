/** A case to start from: files that ask the questions that a case must answer. */

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { shown } from '../paths/index.ts'
import { inReadingOrder } from '../paths/reading-order.ts'
import { commandLine } from '../report/command-line.ts'
import { UsageError } from '../run/usage-error.ts'
import { writeAll } from './write-all.ts'

// Matches a command in a text: "npx throughline new sprint".
const RE_COMMAND = /npx throughline (.+)/g

/** The files of the case in reading order, with commands as they are typed here. */
export async function templateFiles(): Promise<readonly { file: string; text: string }[]> {
  const folder = join(import.meta.dirname, 'template', 'slides')
  const files = inReadingOrder(await readdir(folder))
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8')
      return { file, text: text.replace(RE_COMMAND, (_, command) => commandLine(command)) }
    }),
  )
}

/**
 * Writes the case into a folder, which it makes.
 *
 * @returns absolute paths in reading order
 * @throws UsageError where the folder is a file, cannot be made, or holds anything
 */
export async function writeTemplate(folder: string): Promise<readonly string[]> {
  const [first] = await namesIn(folder)
  if (first !== undefined)
    throw new UsageError(
      `Unexpected files in ${shown(folder)}, such as ${first}; expected an empty or a new folder.`,
    )
  const files = await templateFiles()
  const drafts = files.map(({ file, text }) => ({ path: join(folder, file), content: text }))
  await writeAll(drafts)
  return drafts.map(({ path }) => path)
}

/**
 * What lies in a folder; nothing where it is not there yet.
 *
 * @throws UsageError where it is no folder that can be read
 */
export async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    const what = error.code === 'ENOTDIR' ? 'it is a file' : (error.code ?? error.message)
    throw new UsageError(`Unexpected folder ${shown(folder)}: ${what}; expected a new folder.`)
  })
}
