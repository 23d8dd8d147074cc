/** Builds all outputs of one case into a folder, whole or not at all. */

import { relative, resolve } from 'node:path'
import type { Browser } from 'playwright'
import { type BuildContext, buildContext } from '../../core/model/build-context.ts'
import type { Finding } from '../../core/model/finding.ts'
import { ownKindsIn } from '../../core/model/kinds.ts'
import type { ThemeName } from '../../core/model/themes.ts'
import { withBrowserOnDemand } from '../browser/index.ts'
import type { Certificate } from '../fit/certificate.ts'
import { fitFindings, withoutTwins } from '../fit/findings.ts'
import { proveFit, writeCertificate } from '../fit/index.ts'
import { drawDiagrams } from '../mermaid/index.ts'
import { usePagesOf } from '../mermaid/page-pool.ts'
import { writeOffline } from '../offline/index.ts'
import { type Handout, handoutsOf, printHandouts } from '../print/index.ts'
import { removePrintPages } from '../print/print-pages.ts'
import { hasLarge } from '../print/tab-pool.ts'
import { writePublishing } from '../publish/index.ts'
import { searchForLeaks } from '../publish/leak.ts'
import { drawSharingPicture } from '../publish/picture.ts'
import { fillStatement } from '../publish/statement.ts'
import type { ReadCase } from '../read/read-case.ts'
import { render } from '../render/index.ts'
import { step } from '../report/progress.mjs'
import { keepMeasured, readMeasured } from '../store/measured.ts'
import { stampOf, writeStamp } from './fingerprint.ts'
import { replaceFolder } from './output-folder.ts'

/** What to build, and where. */
export interface SiteOrder {
  readonly read: ReadCase
  /** Absolute path of the output folder. */
  readonly out: string
  /** Starts and ends with a slash. */
  readonly base: string
  /** What to print; all handouts unless told otherwise. Where there is nothing, nothing is measured. */
  readonly print?: readonly Handout[]
  /** Set for the speaker alone: private notes are in it, and nothing that travels is made of it. */
  readonly isPrivate?: boolean
}

/** What came of it. */
export interface BuiltSite {
  /** Of drawing, measuring and printing; those of reading are in the order's `read`. */
  readonly findings: readonly Finding[]
  /** Paths relative to the output folder, with forward slashes. */
  readonly handouts: readonly string[]
  /** The same of the offline files. */
  readonly offline: readonly string[]
}

/**
 * Draws the diagrams while the pages are bundled, renders them, measures the decks and prints the
 * PDFs side by side, makes the offline files, and only then replaces `out`.
 * @throws UsageError when `out` may not be replaced; LeakError when it would say what was left out of
 * it; NoBrowserError; whatever rendering throws.
 */
export function buildSite(order: SiteOrder): Promise<BuiltSite> {
  const { read, out, base, print, isPrivate = false } = order
  const context = contextOf(read, { base, isPrivate })
  const leaks = searchForLeaks(read, context.hasPrivateNotes)
  return replaceFolder(out, (folder) =>
    withBrowserOnDemand(async (start) => {
      const isProved = !isPrivate && print?.length !== 0
      // A case that has changed will need it: it starts while the pages are rendered.
      if (isProved && (await readMeasured(read)) === undefined) void start()
      const drawn = await drawAndRender(read, { folder, context }, start)
      if (isPrivate) {
        await step('Looking for leaks', () => leaks.in(folder))
        await removePrintPages(folder)
        return { findings: drawn, handouts: [], offline: [] }
      }
      const printing = step('Printing handouts', () =>
        printHandouts({ folder, base, read }, start, print),
      )
      // Side by side they are faster, but the pages of both fill memory.
      if (await hasLarge({ folder, base }, print ?? handoutsOf(read))) await printing
      const [printed, fit] = await both(
        printing,
        isProved
          ? step('Measuring slides', async () => {
              await drawSharingPicture(start, { folder, base })
              return proveFit(start, { folder, base, read })
            })
          : undefined,
      )
      // The pages that PDFs were printed from are searched too.
      await step('Looking for leaks', () => leaks.in(folder))
      await removePrintPages(folder)
      if (fit) await Promise.all([writeCertificate(folder, fit), fillStatement(folder, fit)])
      const measured = withoutTwins(fit ? fitFindings(fit, read) : [], printed.findings)
      const [offline] = await Promise.all([
        step('Writing offline files', () =>
          writeOffline({ folder, base, address: read.settings.address }),
        ),
        keepMeasured(read, measured),
        writePublishing({ folder, base, settings: read.settings, updated: read.dates.updated }),
        ...(print ? [] : [writeStamp(folder, read)]),
      ])
      await step('Looking for leaks', () => leaks.in(folder))
      return {
        findings: [...drawn, ...measured],
        handouts: printed.paths.map((path) => within(folder, path)),
        offline: offline.map((path) => within(folder, path)),
      }
    }),
  )
}

/**
 * Renders the case in a theme, and measures its decks; the folder is for that alone.
 * @throws NoBrowserError; whatever rendering throws.
 */
export function tryTheme(read: ReadCase, theme: ThemeName, folder: string): Promise<Certificate> {
  const tried = { ...read, settings: { ...read.settings, theme } }
  return withBrowserOnDemand(async (start) => {
    await drawAndRender(tried, { folder, context: contextOf(tried) }, start)
    return step('Measuring slides', () => proveFit(start, { folder, base: '/', read: tried }))
  })
}

/**
 * Renders the case into a folder for that alone, with the pages that are there to be printed.
 * @throws NoBrowserError; whatever rendering throws.
 */
export async function renderPages(read: ReadCase, folder: string): Promise<void> {
  const to = { folder, context: contextOf(read) }
  await withBrowserOnDemand((start) => drawAndRender(read, to, start))
}

/** What drawing found; the pages stand in the folder. */
async function drawAndRender(
  read: ReadCase,
  to: { readonly folder: string; readonly context: BuildContext },
  start: () => Promise<Browser>,
): Promise<readonly Finding[]> {
  const drawing = step('Drawing diagrams', () =>
    drawDiagrams(read, async (asked, work) => usePagesOf(await start())(asked, work)),
  )
  const rendering = step('Rendering pages', () => render(to, drawing))
  const [drawn] = await both(drawing, rendering)
  return drawn
}

/** Both have ended before anyone tidies up after one that failed. */
async function both<A, B>(one: Promise<A>, other: Promise<B> | B): Promise<readonly [A, B]> {
  await Promise.allSettled([one, other])
  return [await one, await other]
}

/** What the pages of a case are made for. Its words are for whom it was read. */
function contextOf(read: ReadCase, { base = '/', isPrivate = false } = {}): BuildContext {
  const audience = read.audience === 'internal' ? 'internal' : 'public'
  return buildContext({
    caseFolder: read.folder,
    audience,
    theme: read.settings.theme,
    ownKinds: ownKindsIn(read.settings.kinds),
    base,
    hasPrivateNotes: isPrivate || audience === 'internal',
    fingerprint: stampOf(read),
  })
}

/** The folder is renamed afterwards, so that only what stands below it stays true. */
function within(folder: string, path: string): string {
  return relative(folder, resolve(folder, path)).replaceAll('\\', '/')
}
