/** The handouts: the narrative, the deck and its routes, each as one PDF that stands on its own. */

import { join } from 'node:path'
import type { Browser } from 'playwright'
import { findingOf } from '../../core/findings/finding-of.ts'
import type { Finding } from '../../core/model/finding.ts'
import type { PaperName } from '../../core/model/paper.ts'
import { type HandoutName, handoutFile } from '../../core/publish/handouts.ts'
import type { Settings } from '../../core/settings/case-yaml.ts'
import { titleOf } from '../../core/settings/routes.ts'
import { type BuiltSite, type OnLoad, RE_QUERY } from '../browser/built-site.ts'
import { doJob } from '../browser/job.ts'
import { jobOf } from '../browser/page-job.ts'
import { partsOf } from '../browser/page-parts.ts'
import { withoutNotes } from '../browser/slide-notes.ts'
import { placeOfSlide, roomFor } from '../fit/findings.ts'
import type { Dates } from '../history/index.ts'
import type { ReadCase } from '../read/read-case.ts'
import { oneAtATime } from '../run/one-at-a-time.ts'
import { writeAtomically } from '../store/atomic-write.ts'
import { reuseOrMake } from '../store/page.ts'
import { finishParts } from './finish-parts.ts'
import {
  type FinishedHandout,
  type FinishOrder,
  finishHandout,
  type PrintFindings,
} from './finished.ts'
import { type Overflow, tooLarge } from './fit.ts'
import { printKeptParts } from './kept-parts.ts'
import type { PdfMetadata } from './metadata.ts'
import { tooLong } from './one-page.ts'
import type { PrintTab } from './print-tab.ts'
import { eachInPrintTab } from './tab-pool.ts'

/** A PDF to make: of which page, and what its metadata say. */
export interface Handout {
  /** Page of the built site, with its query. */
  readonly page: string
  /** Where the PDF goes in the built site. */
  readonly file: string
  /** Name of the handout's route; absent for the whole case. */
  readonly route?: string
  /** Set for what must fit on one sheet. */
  readonly oneSheet?: true
  /** Its paper; absent for a page that sets its own size and is no sheet of paper. */
  readonly paper?: PaperName
  /** Set where a slide that comes step by step takes a page for each step. */
  readonly unfold?: true
}

/** Every handout of a case: the same ones for the whole case and for each route. */
export function handoutsOf({ settings }: Pick<ReadCase, 'settings'>): readonly Handout[] {
  return [undefined, ...Object.keys(settings.routes)].flatMap((route) => rowsOf(settings, route))
}

/** The handouts of the whole case, or of a route. A new handout is a new row here. */
function rowsOf({ paper, steps }: Settings, route: string | undefined): readonly Handout[] {
  const of = route === undefined ? '' : `${route}/`
  const file = (name: HandoutName) => ({
    file: handoutFile(name, 'pdf', route),
    ...(route === undefined ? {} : { route }),
  })
  const unfold = steps === 'one-page-each' ? { unfold: true as const } : {}
  const narrative = route === undefined ? 'index.html' : `narrative/handouts/${of}index.html`
  return [
    { page: narrative, ...file('narrative'), paper },
    { page: `deck/${of}index.html?print`, ...file('deck'), ...unfold },
    { page: `deck/handouts/${of}notes/index.html`, ...file('notes'), paper },
    { page: `deck/handouts/${of}leave-behind/index.html`, ...file('leave-behind'), paper },
    { page: `handouts/${of}one-page/index.html`, ...file('one-page'), paper, oneSheet: true },
  ]
}

/** What printing makes and finds. */
interface Printing {
  /** Full paths, in the order of the table. */
  readonly paths: readonly string[]
  /** One for each slide that is too full, block that is too large or cut, and one-page handout that takes two pages. */
  readonly findings: readonly Finding[]
}

/**
 * Prints the handouts of a built site into its folder, some side by side. A PDF that was printed
 * before from the same page is used again. The browser starts only if a page is left.
 * @throws when a page is missing or the browser fails; files printed before stay whole.
 */
export async function printHandouts(
  site: BuiltSite & { readonly read: ReadCase },
  start: () => Promise<Browser>,
  which: readonly Handout[] = handoutsOf(site.read),
): Promise<Printing> {
  const metadata = metadataOf(site.read, site.read.dates)
  const alone = oneAtATime()
  const printed = await eachInPrintTab({ start, site }, which, async (tab, handout) => {
    const order = { handout, metadata: withTitle(metadata, site.read, handout) }
    const page = handout.page.replace(RE_QUERY, '')
    const made = await reuseOrMake({
      kind: 'printed',
      site,
      page,
      ...(handout.paper === undefined ? { partOf: withoutNotes } : {}),
      also: order,
      make: async (onLoad) => {
        const parts = await partsOf(site, page, handout.paper === undefined)
        if (parts.length > 0) {
          const printed = await printKeptParts(site, { page: handout, parts, tab, onLoad })
          return alone(() => finishParts({ ...finishing(order, site), parts: printed }))
        }
        return doJob(await jobOf(`printing ${page}`, site, page), async () =>
          makePdf(await tab(), site, { ...order, onLoad }),
        )
      },
    })
    return writePdf(site.folder, handout, made)
  })
  // A slide that is too full is so in every route that has it, but is reported once.
  const overflows = new Map(
    printed.flatMap(({ overflows }) => overflows.map((each) => [each.id, each] as const)),
  )
  // So is what is too large for each of several papers.
  const large = new Map(
    printed.flatMap(({ over }, index) =>
      over.map((each) => {
        const found = tooLarge(each, which[index]?.file ?? '', site.read)
        return [`${found.place.file}:${found.place.line}:${each.words}`, found] as const
      }),
    ),
  )
  return {
    paths: printed.map(({ path }) => path),
    findings: [
      ...[...overflows.values()].map((each) => tooMuch(each, site.read)),
      ...large.values(),
      ...printed.flatMap(({ sheets }, index) =>
        which[index]?.oneSheet && sheets > 1 ? [tooLong(site.read, which[index].route)] : [],
      ),
    ],
  }
}

/** One page of a site, to become one file of it. */
interface PrintOrder {
  readonly handout: Handout
  readonly metadata: PdfMetadata
  /** Called with each file that the page asks for. */
  readonly onLoad?: OnLoad
}

/** Prints one page of a site to one file of it, whatever was printed before. */
export async function printHandout(
  tab: PrintTab,
  site: BuiltSite,
  order: PrintOrder,
): Promise<PrintFindings & { readonly path: string }> {
  return writePdf(site.folder, order.handout, await makePdf(tab, site, order))
}

async function makePdf(
  tab: PrintTab,
  site: BuiltSite,
  order: PrintOrder,
): Promise<FinishedHandout> {
  return finishHandout(await tab.print(order.handout, order.onLoad), finishing(order, site))
}

function finishing({ handout, metadata }: PrintOrder, { base }: BuiltSite): FinishOrder {
  return { base, metadata, oneSheet: handout.oneSheet }
}

async function writePdf(
  folder: string,
  { file }: Handout,
  { bytes, ...found }: FinishedHandout,
): Promise<PrintFindings & { readonly path: string }> {
  const path = join(folder, file)
  await writeAtomically(path, bytes)
  return { ...found, path }
}

function tooMuch({ id, title, key, px }: Overflow, read: ReadCase): Finding {
  return findingOf('slide-overflow', {
    message: `Unexpected ${px} px too much on slide "${title}" (deck/#/${id}) in print, expected it to fit: ${roomFor(key)}`,
    place: placeOfSlide(key, read),
  })
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

/** A handout of a route says so in its title. */
function withTitle(metadata: PdfMetadata, { settings }: ReadCase, { route }: Handout): PdfMetadata {
  const cut = route === undefined ? undefined : settings.routes[route]
  if (route === undefined || !cut) return metadata
  return { ...metadata, title: `${metadata.title}: ${titleOf(route, cut)}` }
}
