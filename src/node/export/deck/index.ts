/** The deck as an editable presentation. */

import type { Browser } from 'playwright'
import { slideFinder } from '../../../core/deck/find.ts'
import { footOf } from '../../../core/deck/foot.ts'
import { flatten, planDeck, type Slide } from '../../../core/deck/index.ts'
import { piecesOf } from '../../../core/deck/piece-nodes.ts'
import { lookupOf } from '../../../core/graph/lookup.ts'
import type { Settings } from '../../../core/settings/case-yaml.ts'
import { drawingsOf } from '../../mermaid/cache.ts'
import { fontMeasure } from '../../read/measure.ts'
import type { ReadCase } from '../../read/read-case.ts'
import { aboutOf } from '../about.ts'
import { logoPicture } from '../logo.ts'
import { lookupsOf } from '../lookups.ts'
import { fontsOf, readPalette } from '../palette.ts'
import { readySheets } from './ready.ts'
import type { Leads } from './runs.ts'
import type { PptxSlide } from './sheet.ts'
import { sheetOf } from './sheets.ts'
import { writeDeck } from './write.ts'

/** The sheets of a case, and where words on them lead. */
export function planSheets(
  read: Pick<
    ReadCase,
    'documents' | 'graph' | 'settings' | 'audience' | 'outside' | 'feedback' | 'store'
  >,
): {
  readonly slides: readonly Slide[]
  readonly sheets: readonly PptxSlide[]
} {
  const slides = planDeck(read, fontMeasure(drawingsOf(read)))
  const lookups = lookupsOf(lookupOf(read), 'slides')
  const words = { lookups, pieces: piecesOf(read.documents) }
  return {
    slides,
    sheets: flatten(slides).map((slide) => sheetOf(slide, footOf(slide, read), words)),
  }
}

/**
 * The bytes of `deck.pptx`. The diagrams have been drawn before.
 * @param wordwise Set where LibreOffice is to convert it: see `RunLook`.
 */
export async function makeDeck(
  read: ReadCase,
  browser: () => Promise<Browser>,
  wordwise = false,
): Promise<Uint8Array> {
  const { slides, sheets } = planSheets(read)
  const { theme } = read.settings
  return writeDeck({
    sheets: await readySheets(sheets, read, browser),
    about: aboutOf(read),
    palette: readPalette(theme, 'slides'),
    fonts: fontsOf(theme),
    logos: {
      '': await logoPicture(read, 'slides'),
      tx1: await logoPicture(read, 'ink'),
      accent1: await logoPicture(read, 'accent'),
    },
    measure: fontMeasure(drawingsOf(read)),
    leads: leadsIn(slides, read.settings),
    wordwise,
  })
}

/** To the slide that tells of a key, else to the published narrative, else nowhere. */
function leadsIn(slides: readonly Slide[], { address }: Settings): Leads {
  const find = slideFinder(slides)
  const numbers = new Map(flatten(slides).map(({ id }, index) => [id, index + 1] as const))
  return (to) => {
    // As a browser writes it: programs take no space or quotation mark in an address.
    if ('web' in to) return { url: new URL(to.web).href }
    const slide = to.key === 'deck' ? 1 : numbers.get(find(to.key)?.id ?? '')
    if (slide !== undefined) return { slide }
    return address === undefined ? undefined : { url: new URL(`#${to.key}`, address).href }
  }
}
