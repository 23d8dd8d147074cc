/** Pages that are made only to be printed, and are then taken out of the site. */
import { readdir, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Folders with nothing but such pages. */
const ONLY_TO_PRINT = ['deck/handouts', 'narrative']

/** Removes such pages, and the pages below `handouts/`, from a built site; the PDFs stay. */
export async function removePrintPages(folder: string): Promise<void> {
  const gone = ONLY_TO_PRINT.map((name) => join(folder, name))
  await Promise.all(gone.map((path) => rm(path, { recursive: true, force: true })))
  const handouts = join(folder, 'handouts')
  const files = await readdir(handouts, { recursive: true }).catch(() => [])
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => join(handouts, file))
  await Promise.all(pages.map((page) => rm(page)))
  const emptied = [...new Set(pages.flatMap((page) => foldersOf(page, handouts)))]
  // The deepest folder comes first. A folder with PDFs in it stays.
  emptied.sort((a, b) => b.length - a.length)
  for (const one of emptied) await rmdir(one).catch(() => undefined)
}

/** The folders around a page, up to one of them. */
function foldersOf(page: string, last: string): readonly string[] {
  const folder = dirname(page)
  return folder === last ? [last] : [folder, ...foldersOf(folder, last)]
}
