/** Pages that are made to be printed, and not to be read on a screen: they leave no trace in a site. */
import { readdir, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Takes the pages below `handouts/` and `deck/handouts/` out of a built site; the PDFs stay. */
export async function removePrintPages(folder: string): Promise<void> {
  await rm(join(folder, 'deck', 'handouts'), { recursive: true, force: true })
  const handouts = join(folder, 'handouts')
  const files = await readdir(handouts, { recursive: true }).catch(() => [])
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => join(handouts, file))
  await Promise.all(pages.map((page) => rm(page)))
  const emptied = [...new Set(pages.map((page) => dirname(page))), handouts]
  // A folder with PDFs in it stays.
  for (const one of emptied) await rmdir(one).catch(() => undefined)
}
