/** Draws the diagrams of a case and renders its pages: what every build begins with. */
import type { Browser } from 'playwright'
import { withSeverities } from '../../core/findings/accept.ts'
import { type BuildContext, buildContext } from '../../core/model/build-context.ts'
import type { Finding } from '../../core/model/finding.ts'
import { ownKindsIn } from '../../core/model/kinds.ts'
import type { ThemeName } from '../../core/model/themes.ts'
import { BROKER_PATH } from '../../core/room/place.ts'
import { withBrowserOnDemand } from '../browser/index.ts'
import type { Certificate } from '../fit/certificate.ts'
import { proveFit } from '../fit/index.ts'
import { drawDiagrams } from '../mermaid/index.ts'
import { usePagesOf } from '../mermaid/page-pool.ts'
import { takePosters } from '../read/films.ts'
import { fingerprintOf } from '../read/fingerprint.ts'
import type { ReadCase } from '../read/read-case.ts'
import { type Render, render } from '../render/index.ts'
import { step } from '../run/progress.mjs'
import { both } from './both.ts'
import { carryFonts } from './carried-fonts.ts'
import { refuseIncomplete } from './complete.ts'
import { placeFilms } from './films.ts'
import { drawIcons } from './icons.ts'
import { removeUnusedPictures } from './unused-pictures.ts'

/** What the pages of a case are made for. Its words are for whom it was read. */
export function contextOf(
  read: ReadCase,
  { base = '/', isPrivate = false, hasRoom = false } = {},
): BuildContext {
  const broker = read.settings.room ?? (hasRoom ? BROKER_PATH : undefined)
  const audience = read.audience === 'internal' ? 'internal' : 'public'
  return buildContext({
    caseFolder: read.folder,
    store: read.store,
    audience,
    theme: read.settings.theme,
    ownKinds: ownKindsIn(read.settings.kinds),
    base,
    hasPrivateNotes: isPrivate || audience === 'internal',
    keepsQuestions: isPrivate,
    isDeckAlone: hasRoom && !isPrivate,
    ...(broker === undefined ? {} : { broker }),
    fingerprint: fingerprintOf(read),
  })
}

/**
 * Draws the diagrams while the pages are bundled, then renders the pages into a folder. `comparePages` proves that
 * they are whole.
 * @returns What drawing found.
 * @throws NoBrowserError; whatever rendering throws.
 */
export async function drawAndRender(
  read: ReadCase,
  to: {
    readonly folder: string
    readonly context: BuildContext
    readonly render?: Render | undefined
  },
  start: () => Promise<Browser>,
): Promise<readonly Finding[]> {
  const plain = await takePosters(read, start)
  const drawing = step('Drawing diagrams', () => drawDiagrams(read, usePagesOf(start)))
  const { folder, context } = to
  const order = { folder, context, read }
  const rendering = step('Rendering pages', () => (to.render ?? render)(order, drawing))
  const [drawn] = await both(drawing, rendering)
  await removeUnusedPictures(to.folder)
  await placeFilms(read, to.folder)
  await carryFonts(to.folder, to.context.base)
  await drawIcons(to.folder, to.context.theme)
  return [...withSeverities(plain, read.settings), ...drawn]
}

/** Compares rendered pages with their case. @throws IncompleteError */
export function comparePages(read: ReadCase, folder: string): Promise<void> {
  return step('Comparing pages with the case', () => refuseIncomplete(folder, read))
}

/**
 * Renders the case into a folder for that alone, with the pages that are there to be printed.
 * @throws NoBrowserError; IncompleteError; whatever rendering throws.
 */
export async function renderPages(read: ReadCase, folder: string): Promise<void> {
  const to = { folder, context: contextOf(read) }
  await withBrowserOnDemand((start) => drawAndRender(read, to, start))
  await comparePages(read, folder)
}

/**
 * Renders the case in a theme, and measures its decks; the folder is for that alone.
 * @throws NoBrowserError; whatever rendering throws.
 */
export function tryTheme(read: ReadCase, theme: ThemeName, folder: string): Promise<Certificate> {
  const tried = { ...read, settings: { ...read.settings, theme } }
  // It is the same state of the case, in another look.
  const context = { ...contextOf(tried), fingerprint: fingerprintOf(read) }
  return withBrowserOnDemand(async (start) => {
    await drawAndRender(tried, { folder, context }, start)
    await comparePages(tried, folder)
    return step('Measuring slides', () =>
      proveFit(start, { folder, base: context.base, read: tried }),
    )
  })
}
