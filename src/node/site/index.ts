/** Builds all outputs of one case into a folder, whole or not at all. */

import { relative, resolve } from 'node:path'
import type { Finding } from '../../core/model/finding.ts'
import { RE_QUERY } from '../browser/built-site.ts'
import { withBrowserOnDemand } from '../browser/index.ts'
import { writeCertificate } from '../fit/index.ts'
import { readMeasured, storeMeasured } from '../fit/stored-findings.ts'
import { writeOneFiles, writeZip } from '../offline/index.ts'
import { type Handout, handoutsOf } from '../print/index.ts'
import { removePrintPages } from '../print/print-pages.ts'
import { writePublishing } from '../publish/index.ts'
import { searchForLeaks } from '../publish/leak.ts'
import { fillStatement } from '../publish/statement.ts'
import { writeFingerprint } from '../read/fingerprint.ts'
import type { ReadCase } from '../read/read-case.ts'
import type { Render } from '../render/index.ts'
import { step } from '../run/progress.mjs'
import { deleteUnused } from '../store/index.ts'
import { inlineStyles } from './inline-styles.ts'
import { replaceFolder } from './output-folder.ts'
import { comparePages, contextOf, drawAndRender } from './pages.ts'
import { printAndMeasure } from './print-and-measure.ts'

/** What to build, and where. */
interface SiteOrder {
  readonly read: ReadCase
  /** Absolute path of the output folder. */
  readonly out: string
  /** Starts and ends with a slash. */
  readonly base: string
  /** What to print; all handouts unless told otherwise. Where there is nothing, nothing is measured. */
  readonly print?: readonly Handout[]
  /** Set for the speaker alone: private notes are in it, and nothing that travels is made of it. */
  readonly isPrivate?: boolean
  /** Set where the pages are those of a room that is open while they are served. */
  readonly hasRoom?: boolean
  /** By a process that was started while the case was read; else one is started now. */
  readonly render?: Render
  /** Called once nothing more of the case is read. */
  readonly onRendered?: () => void
}

/** What came of it. */
interface SiteResult {
  /** Of drawing, measuring and printing; those of reading are in the order's `read`. */
  readonly findings: readonly Finding[]
  /** Paths relative to the output folder, with forward slashes. */
  readonly handouts: readonly string[]
  /** The same of the offline files. */
  readonly offline: readonly string[]
}

/**
 * Draws the diagrams while the pages are bundled, renders them, measures the decks, prints the PDFs and proves
 * the pages side by side, makes the offline files, and only then replaces `out`.
 * @throws UsageError when `out` may not be replaced; LeakError when it would say what was left out of
 * it; NoBrowserError; whatever rendering throws.
 */
export function buildSite(order: SiteOrder): Promise<SiteResult> {
  const { read, out, base, print, isPrivate = false, hasRoom = false, render } = order
  const { settings, dates } = read
  const context = contextOf(read, { base, isPrivate, hasRoom })
  const leaks = searchForLeaks(read, context.hasPrivateNotes)
  const wanted = isPrivate ? [] : (print ?? handoutsOf(read))
  return replaceFolder(out, (folder) =>
    withBrowserOnDemand(async (start) => {
      deleteUnused(read.store)
      // A case that has changed will need the browser: it starts while the pages are rendered.
      if (wanted.length > 0 && readMeasured(read) === undefined) void start()
      const drawn = await drawAndRender(read, { folder, context, render }, start)
      order.onRendered?.()
      const site = { folder, base, read }
      const offline = { folder, base, store: read.store, address: settings.address }
      let oneFiles: readonly string[] = []
      const meanwhile = async () => {
        await comparePages(read, folder)
        // The pages that PDFs are printed from are searched too.
        const printed = new Set(wanted.map(({ page }) => page.replace(RE_QUERY, '')))
        await step('Looking for leaks', () => leaks.inFiles(folder, [...printed]))
        if (isPrivate) return
        oneFiles = await step('Writing single files', () => writeOneFiles(offline))
      }
      const work = { handouts: wanted, start, meanwhile }
      const { paths, findings, fit } = await printAndMeasure(site, work)
      await removePrintPages(folder)
      if (isPrivate) {
        await step('Looking for leaks', () => leaks.in(folder))
        return { findings: drawn, handouts: [], offline: [] }
      }
      if (fit) await Promise.all([writeCertificate(folder, fit), fillStatement(folder, fit)])
      const [zip] = await Promise.all([
        step('Packing the site', () => writeZip(offline)),
        storeMeasured(read, findings),
        writePublishing({ folder, base, settings, updated: dates.updated }),
        ...(print ? [] : [writeFingerprint(folder, read)]),
      ])
      await inlineStyles(folder)
      await step('Looking for leaks', () => leaks.in(folder))
      return {
        findings: [...drawn, ...findings],
        handouts: paths.map((path) => within(folder, path)),
        offline: [...oneFiles, zip].map((path) => within(folder, path)),
      }
    }),
  )
}

/** Relative to the output folder, since that is renamed afterwards. */
function within(folder: string, path: string): string {
  return relative(folder, resolve(folder, path)).replaceAll('\\', '/')
}
