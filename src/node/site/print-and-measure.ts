/** Prints the handouts of a rendered site and measures its decks, side by side. */
import type { Browser } from 'playwright'
import type { Finding } from '../../core/model/finding.ts'
import type { Certificate } from '../fit/certificate.ts'
import { fitFindings, withoutDuplicates } from '../fit/findings.ts'
import { proveFit } from '../fit/index.ts'
import { type Handout, printHandouts } from '../print/index.ts'
import { hasLarge } from '../print/tab-pool.ts'
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

/**
 * Starts the browser only where something has changed since it was last printed or measured.
 * @param handouts What to print. Where there is nothing to print, nothing is measured either.
 * @throws NoBrowserError
 */
export async function printAndMeasure(
  site: RenderedSite,
  handouts: readonly Handout[],
  start: () => Promise<Browser>,
): Promise<Printed> {
  if (handouts.length === 0) return { paths: [], findings: [] }
  const printing = step('Printing handouts', () => printHandouts(site, start, handouts))
  // Side by side they are faster, but the pages of both fill memory.
  if (await hasLarge(site, handouts)) await printing
  const measuring = step('Measuring slides', () => measure(site, start))
  const [{ paths, findings }, fit] = await both(printing, measuring)
  return { paths, findings: withoutDuplicates(fitFindings(fit, site.read), findings), fit }
}

async function measure(site: RenderedSite, start: () => Promise<Browser>): Promise<Certificate> {
  await drawSharingPicture(start, site)
  return proveFit(start, site)
}
