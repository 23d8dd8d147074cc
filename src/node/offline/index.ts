/** The offline files: narrative and deck as one file each, and the whole site as one zip. */
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { zipSite } from './archive.ts'
import { openFiles, type SiteFiles } from './files.ts'
import { inlinePage } from './page.ts'

/** A finished site. */
interface OfflineOrder {
  readonly folder: string
  /** Path under which the site is served: `/prototype/`. */
  readonly base: string
  /** Where what is made of it is kept. Absolute path. */
  readonly store: string
  /** Where the case is published: links to what is not in the offline files lead there. */
  readonly address?: string | undefined
}

/** Every page that becomes a file of its own. They lead to each other while they are side by side. */
const oneFiles: readonly OneFile[] = [
  { page: 'index.html', file: 'offline/narrative.html' },
  { page: 'deck/index.html', file: 'offline/deck.html', speaker: 'deck/speaker/index.html' },
]

interface OneFile {
  readonly page: string
  readonly file: string
  /** Page of its speaker view, which it carries. */
  readonly speaker?: string
}

/** Where the zip goes in the built site. */
const ZIP = 'offline/case.zip'

/**
 * Writes the single files into a site whose pages are ready, also those that are only printed from.
 * @returns their full paths.
 * @throws when a page is missing, or one of its style sheets or scripts is.
 */
export async function writeOneFiles(order: OfflineOrder): Promise<readonly string[]> {
  const files = await openFiles(order.folder, order.base, order.store)
  await mkdir(join(order.folder, 'offline'), { recursive: true })
  const paths: string[] = []
  // One after the other, since the pages of a large case fill memory.
  for (const one of oneFiles)
    paths.push(await write(order, one.file, await oneFile(files, one, order.address)))
  return paths
}

/**
 * Writes the zip into a site in which everything else is ready.
 * @returns its full path.
 */
export async function writeZip({ folder, base, store, address }: OfflineOrder): Promise<string> {
  const zip = join(folder, ZIP)
  await zipSite(await openFiles(folder, base, store), zip, address)
  return zip
}

function oneFile(
  files: SiteFiles,
  { page, speaker }: OneFile,
  address: string | undefined,
): Promise<string> {
  const placeOf = (path: string) => {
    const beside = oneFiles.find((each) => each.page === path)
    return beside && basename(beside.file)
  }
  return inlinePage(files, { page, file: placeOf(page) ?? page, placeOf, address }, speaker)
}

async function write({ folder }: OfflineOrder, file: string, content: string): Promise<string> {
  const path = join(folder, file)
  await writeFile(path, content)
  return path
}
