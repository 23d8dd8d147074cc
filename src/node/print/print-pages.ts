/** Pages that are made to be printed, and not to be read on a screen: they leave no trace in a site. */
import { readdir, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where such pages stand, and nothing else. */
const ONLY_TO_PRINT = ['deck/handouts', 'narrative']

/** Takes them, and the pages below `handouts/`, out of a built site; the PDFs stay. */
export async function removePrintPages(folder: string): Promise<void> {
  const gone = ONLY_TO_PRINT.map((name) => join(folder, name))
  await Promise.all(gone.map((path) => rm(path, { recursive: true, force: true })))
  const handouts = join(folder, 'handouts')
  const files = await readdir(handouts, { recursive: true }).catch(() => [])
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => join(handouts, file))
  await Promise.all(pages.map((page) => rm(page)))
  const emptied = [...new Set(pages.flatMap((page) => foldersOf(page, handouts)))]
  // From the deepest up; a folder with PDFs in it stays.
  emptied.sort((a, b) => b.length - a.length)
  for (const one of emptied) await rmdir(one).catch(() => undefined)
}

/** The folders around a page, up to one of them. */
function foldersOf(page: string, last: string): readonly string[] {
  const folder = dirname(page)
  return folder === last ? [last] : [folder, ...foldersOf(folder, last)]
}
