/** The handouts: the narrative and the deck, each as one PDF that stands on its own. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Browser } from 'playwright'
import { withBrowser } from './browser.ts'
import { type Dates, readDates } from './history.ts'
import { finishPdf } from './pdf/finish.ts'
import type { PdfMetadata } from './pdf/metadata.ts'
import { type BuiltSite, printPage } from './pdf/print.ts'
import type { ReadCase } from './sources.ts'

export interface Handout {
  /** Page of the built site, with its query. */
  readonly page: string
  /** Where the PDF goes in the built site. */
  readonly file: string
}

/** Every handout of a case. A new one is a new row. */
export const handouts: readonly Handout[] = [
  { page: 'index.html', file: 'handouts/narrative.pdf' },
  { page: 'deck/index.html?print', file: 'handouts/deck.pdf' },
]

/**
 * Prints the handouts of a built site into its folder, with one browser and side by side.
 * Returns their full paths, in the order of the table.
 * @throws when a page is missing or the browser fails; files printed before stay whole.
 */
export async function printHandouts(
  site: BuiltSite & { readonly read: ReadCase },
): Promise<readonly string[]> {
  const { folder, settings } = site.read
  const metadata = metadataOf(site.read, await readDates(folder, settings))
  return withBrowser((browser) =>
    Promise.all(handouts.map((handout) => printHandout(browser, site, { handout, metadata }))),
  )
}

/** Prints one page of a site to one file of it. Returns the full path of the file. */
export async function printHandout(
  browser: Browser,
  site: BuiltSite,
  { handout, metadata }: { readonly handout: Handout; readonly metadata: PdfMetadata },
): Promise<string> {
  const printed = await printPage(browser, site, handout.page)
  const bytes = await finishPdf(printed, site.base, metadata)
  const path = join(site.folder, handout.file)
  await writeWhole(path, bytes)
  return path
}

function metadataOf({ case: theCase, settings }: ReadCase, dates: Dates): PdfMetadata {
  const updated = dates.updated ?? dates.published
  return {
    title: settings.title ?? theCase.title,
    author: settings.team,
    language: settings.language,
    updated: updated === undefined ? undefined : new Date(updated),
    url: settings.address,
  }
}

/** Writes beside the file and then takes its place: readers never see half of it. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const half = `${path}.${process.pid}.half`
  try {
    await writeFile(half, bytes)
    await rename(half, path)
  } finally {
    await rm(half, { force: true })
  }
}
