/** Prints the handouts of a rendered site and measures its decks, side by side. */
import type { Browser } from 'playwright'
import type { Finding } from '../../core/model/finding.ts'
import type { Certificate } from '../fit/certificate.ts'
import { fitFindings, withoutDuplicates } from '../fit/findings.ts'
import { proveFit } from '../fit/index.ts'
import { type Handout, printHandouts } from '../print/index.ts'
import { fillsMemory } from '../print/tab-pool.ts'
import { drawSharingPicture } from '../publish/picture.ts'
import type { ReadCase } from '../read/read-case.ts'
import { step } from '../run/progress.mjs'
import { both } from './both.ts'

/** The site whose pages stand in `folder`. */
interface RenderedSite {
  /** Absolute path. */
  readonly folder: string
  /** Starts and ends with a slash. */
  readonly base: string
  readonly read: ReadCase
}

/** What came of it. */
interface Printed {
  /** Full paths of the PDFs. */
  readonly paths: readonly string[]
  /** What does not fit: each is told once, whether print or measure found it. */
  readonly findings: readonly Finding[]
  /** Absent where nothing was measured. */
  readonly fit?: Certificate
}

/** What is to be made of a site, and proven of it. */
interface SiteWork {
  /** What to print. Where there is nothing to print, nothing is measured either. */
  readonly handouts: readonly Handout[]
  /** Starts the browser. */
  readonly start: () => Promise<Browser>
  /** What else is proven and made of the site: while the browser works, the processor waits for it. */
  readonly meanwhile: () => Promise<void>
}

/**
 * Starts the browser only where something has changed since it was last printed or measured.
 * @throws NoBrowserError; what `meanwhile` throws, once all else has ended
 */
export async function printAndMeasure(
  site: RenderedSite,
  { handouts, start, meanwhile }: SiteWork,
): Promise<Printed> {
  if (handouts.length === 0) {
    await meanwhile()
    return { paths: [], findings: [] }
  }
  const isAlone = await fillsMemory(site, handouts)
  const printing = step('Printing handouts', () => printHandouts(site, start, handouts))
  // Side by side they are faster, but both fill memory.
  if (isAlone) await printing
  const measuring = step('Measuring slides', () => measure(site, start))
  const made = both(printing, measuring)
  await both(made, meanwhile())
  const [{ paths, findings }, fit] = await made
  return { paths, findings: withoutDuplicates(fitFindings(fit, site.read), findings), fit }
}

async function measure(site: RenderedSite, start: () => Promise<Browser>): Promise<Certificate> {
  await drawSharingPicture(start, site)
  return proveFit(start, site)
}
