/** Proves that every slide fits, in the browser; the build writes the proof. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import type { BuiltSite, OnLoad } from '../browser/built-site.ts'
import type { PagePart } from '../browser/cut.ts'
import { doJob } from '../browser/job.ts'
import { jobFor, jobOf } from '../browser/page-job.ts'
import { partsOf } from '../browser/page-parts.ts'
import { withoutNotes } from '../browser/slide-notes.ts'
import { lookName } from '../read/look-name.ts'
import type { ReadCase } from '../read/read-case.ts'
import { someAtOnce } from '../run/some-at-once.ts'
import { reuseOrMake } from '../store/page.ts'
import { type Certificate, certify, type DeckFit, sumUp } from './certificate.ts'
import { knownSlides } from './known-slides.ts'
import {
  deckPages,
  joinMeasured,
  type MeasuredDeck,
  type MeasuredSlide,
  measureDeck,
} from './measure.ts'

/**
 * Measures the decks of a site that was rendered in the theme of its case. A deck that is the same as
 * when it was last measured is not measured again. The browser starts only if a deck is left.
 */
export async function proveFit(
  start: () => Promise<Browser>,
  site: BuiltSite & { readonly read: ReadCase },
): Promise<Certificate> {
  const decks: DeckFit[] = []
  const measured = new Map<string, MeasuredSlide>()
  for (const page of await deckPages(site.folder)) {
    const file = `${page}index.html`
    const deck = await reuseOrMake({
      kind: 'fitted',
      site,
      page: file,
      partOf: withoutNotes,
      also: [],
      make: async (onLoad) =>
        sumUp(joinMeasured(await measureParts(start, { site, page, measured, onLoad }))),
    })
    // A page that presents nothing.
    if (deck.slides > 0) decks.push(deck)
  }
  return certify({ title: site.read.case.title, theme: lookName(site.read) }, decks)
}

/** As many parts are measured side by side: the browser has a process for each. */
const AT_ONCE = 2

/** A long deck is measured in parts, since the browser lays out all slides of a page for each. */
async function measureParts(
  start: () => Promise<Browser>,
  order: DeckOrder,
): Promise<readonly MeasuredDeck[]> {
  const { site, page, measured, onLoad } = order
  const file = `${page}index.html`
  const parts = await partsOf(site, file, true)
  if (parts.length === 0) return [await measurePart(start, order)]
  return someAtOnce(AT_ONCE, parts, (part) =>
    reuseOrMake({
      kind: 'fitted',
      site,
      page: file,
      html: part.html,
      also: part.name,
      onLoad,
      make: (load) => measurePart(start, { site, page, measured, onLoad: load }, part),
    }),
  )
}

/** A deck to measure, of a site whose case was read. */
interface DeckOrder {
  readonly site: BuiltSite & { readonly read: ReadCase }
  /** Its address in the site: `deck/`. */
  readonly page: string
  /** What was measured of the decks before it. */
  readonly measured: Map<string, MeasuredSlide>
  readonly onLoad: OnLoad
}

/** Measures a part of a deck, or all of it. Of slides that are known, nothing is measured again. */
async function measurePart(
  start: () => Promise<Browser>,
  { site, page, measured, onLoad }: DeckOrder,
  part?: PagePart,
): Promise<MeasuredDeck> {
  const file = `${page}index.html`
  const what = `measuring the slides of ${page}`
  const job = part ? jobFor(what, part.html.length) : await jobOf(what, site, file)
  return doJob(job, async () => {
    const loaded = new Set<string>()
    const note = (one: string) => {
      loaded.add(one)
      onLoad(one)
    }
    const { folder } = site
    const of = { folder, store: site.read.store, page: file, part: part?.name, loaded, measured }
    const known = knownSlides(of)
    return measureDeck(await start(), { site, page, html: part?.html, onLoad: note, known })
  })
}

/** Writes it beside the deck. */
export function writeCertificate(folder: string, certificate: Certificate): Promise<void> {
  const path = join(folder, 'deck', 'fit.json')
  return writeFile(path, `${JSON.stringify(certificate, null, 2)}\n`)
}
