/** What measuring proves of a case's decks: the certificate that a build keeps as deck/fit.json. */
import { faultsOf, type SlideFault } from './faults.ts'
import type { Measured } from './in-page/slides.ts'
import type { MeasuredDeck } from './measure.ts'
import { sizeName, sizes, texts } from './settings.ts'

/** The number of the format. A field may be added; none is renamed or dropped without a new number. */
const SCHEMA = 1

/** Per cent: a slide that is less full looks unfinished. */
const EMPTY = 35

/** What was proved of a case's decks. */
export interface Certificate {
  readonly schema: typeof SCHEMA
  /** The title of the case. */
  readonly title: string
  /** The name of a theme of ours, or of the case's brand. */
  readonly theme: string
  /** `1280×720` and others. */
  readonly sizes: readonly string[]
  /** Sizes of text, as parts of the usual one. */
  readonly text: readonly number[]
  readonly decks: readonly DeckFit[]
}

/** What was found of one deck. */
export interface DeckFit {
  /** Its address in the site: `deck/`. */
  readonly page: string
  readonly slides: number
  /** How many steps all slides have together. */
  readonly steps: number
  /** How often a slide was measured: steps × sizes × sizes of text. */
  readonly measured: number
  /** px on the canvas of 1280×720; absent for a deck without words. */
  readonly smallestText?: { readonly px: number; readonly slide: string }
  /** From 1 to 21. */
  readonly lowestContrast?: { readonly ratio: number; readonly slide: string }
  /** Share of the room that is taken, per cent. */
  readonly fullest?: { readonly percent: number; readonly slide: string }
  /** Share of the room that holds something, per cent; slides of few words by their nature do not count. */
  readonly emptiest?: { readonly percent: number; readonly slide: string }
  /** Slides of which less than 35 % holds something, the emptiest first; those of few words do not count. */
  readonly empty: readonly { readonly percent: number; readonly slide: string }[]
  /** Slides on which other words are larger than the headline, with the size of the largest, px. */
  readonly aboveHead: readonly {
    readonly px: number
    readonly slide: string
    readonly text: string
  }[]
  readonly faults: readonly SlideFault[]
  /**
   * Ids of slides that do not fit once their text is spaced out (WCAG 1.4.12), even with smaller words. No
   * fault: there the deck offers the reading view, in which all fits.
   */
  readonly fullWhenSpaced: readonly string[]
}

/** Puts together what was found. The same input always gives the same certificate. */
export function certify(
  { title, theme }: { readonly title: string; readonly theme: string },
  decks: readonly DeckFit[],
): Certificate {
  return {
    schema: SCHEMA,
    title,
    theme,
    sizes: sizes.map(sizeName),
    text: [...texts],
    decks,
  }
}

/** What was measured of a deck, in short. */
export function sumUp(deck: MeasuredDeck): DeckFit {
  const usual = deck.settings[0]?.slides ?? []
  const steps = usual.reduce((sum, slide) => sum + slide.steps, 0)
  const words = usual.flatMap(({ id, words }) => words.map((one) => ({ ...one, slide: id })))
  const smallest = words.toSorted((a, b) => a.px - b.px)[0]
  const [lowest] = words
    .flatMap(({ ratio, slide }) => (ratio === undefined ? [] : [{ ratio, slide }]))
    .toSorted((a, b) => a.ratio - b.ratio)
  const [fullest] = deck.settings
    .flatMap(({ slides }) => slides)
    .toSorted((a, b) => b.fill - a.fill)
  const byUse = usual
    .flatMap(({ id, used }) =>
      used === undefined ? [] : [{ percent: Math.floor(used * 100), slide: id }],
    )
    .toSorted((a, b) => a.percent - b.percent)
  const [emptiest] = byUse
  return {
    page: deck.page,
    slides: usual.length,
    steps,
    measured: steps * deck.settings.length,
    ...(smallest && { smallestText: { px: rounded(smallest.px, 10), slide: smallest.slide } }),
    ...(lowest && { lowestContrast: { ratio: rounded(lowest.ratio, 100), slide: lowest.slide } }),
    ...(fullest && { fullest: { percent: Math.round(fullest.fill * 100), slide: fullest.id } }),
    ...(emptiest && { emptiest }),
    empty: byUse.filter(({ percent }) => percent < EMPTY),
    aboveHead: usual.flatMap(aboveHead),
    faults: faultsOf(deck),
    fullWhenSpaced: deck.fullWhenSpaced,
  }
}

/** The largest words of a slide, where they are larger than its headline; `[]` for a slide without one. */
function aboveHead({ id, words }: Measured): DeckFit['aboveHead'] {
  const heads = words.filter(({ isHead }) => isHead)
  const [largest] = words.toSorted((a, b) => b.px - a.px)
  if (!largest || heads.length === 0 || heads.some(({ px }) => px >= largest.px)) return []
  return [{ px: rounded(largest.px, 10), slide: id, text: largest.text }]
}

/** Rounds down, so that what fails never looks as if it passed. */
function rounded(value: number, parts: number): number {
  return Math.floor(value * parts + 1e-6) / parts
}
