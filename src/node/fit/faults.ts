/** What is wrong with a slide: the worst of what was measured, once for each kind of fault. */
import type { AtStep } from './in-page/slides.ts'
import type { MeasuredDeck } from './measure.ts'
import { type FitSetting, SMALLEST_TEXT } from './settings.ts'

/** A kind of fault is a check of its own. */
type FaultCheck = 'slide-overflow' | 'slide-small-text' | 'slide-low-contrast'

/** What does not fit on a slide, and at which sizes. */
export interface SlideFault {
  readonly check: FaultCheck
  /** Address of the slide, without `#/`. */
  readonly slide: string
  readonly title: string
  /** Key of the item or section that the slide tells of; absent for those that the tool adds. */
  readonly key?: string
  /** The first step at which it is seen, from 1, and how many there are. */
  readonly step: number
  readonly of: number
  /** Settings in which the fault is seen: `1280×720` and 1.2. */
  readonly sizes: readonly string[]
  readonly text: readonly number[]
  /** The element that is too full or outside, or the words. */
  readonly what: string
  /** How much too much, or the size of words: px on the canvas. */
  readonly px: number
  /** How many lines too many; absent where it is too wide, or no question of room. */
  readonly lines?: number
  /** Contrast of words to what is behind them, and what it should be. */
  readonly ratio?: number
  readonly needed?: number
}

/** Every fault of a deck, in the order of its slides. */
export function faultsOf({ settings }: MeasuredDeck): readonly SlideFault[] {
  const usual = settings[0]?.slides ?? []
  return usual.flatMap(({ id, title, key, steps }, index) => {
    const seen = settings.flatMap(({ size, text, slides }) => {
      const slide = slides[index]
      return slide ? [{ size, text, slide }] : []
    })
    const base = { slide: id, title, ...(key === undefined ? {} : { key }), of: steps }
    const boxes = seen.flatMap(({ slide, ...at }) =>
      slide.boxes.map((found) => ({ ...at, found, badness: found.px })),
    )
    const words = seen.flatMap(({ slide, ...at }) =>
      slide.words.map((found) => ({ ...at, found, badness: 0 })),
    )
    const small = words.filter(({ found, text }) => text === 1 && found.px < SMALLEST_TEXT - 0.05)
    const faint = words.filter(({ found }) => (found.ratio ?? 21) < found.needed)
    const [over, tiny, pale] = [
      worst(boxes),
      worst(small.map((one) => ({ ...one, badness: -one.found.px }))),
      worst(faint.map((one) => ({ ...one, badness: -(one.found.ratio ?? 21) }))),
    ]
    const faults: (SlideFault | undefined)[] = [
      over && {
        check: 'slide-overflow',
        ...base,
        ...over.at,
        what: over.found.what,
        px: over.found.px,
        ...(over.found.lines !== undefined && { lines: over.found.lines }),
      },
      tiny && {
        check: 'slide-small-text',
        ...base,
        ...tiny.at,
        what: tiny.found.text,
        px: Math.floor(tiny.found.px * 10) / 10,
      },
      pale && {
        check: 'slide-low-contrast',
        ...base,
        ...pale.at,
        what: pale.found.text,
        px: Math.floor(pale.found.px * 10) / 10,
        ratio: Math.floor((pale.found.ratio ?? 1) * 100) / 100,
        needed: pale.found.needed,
      },
    ]
    return faults.filter((fault) => fault !== undefined)
  })
}

/** Something found in a setting, and how bad it is: more is worse. */
interface SeenFault<T> extends FitSetting {
  readonly found: AtStep<T>
  readonly badness: number
}

/** The worst fault, with all settings in which such a fault was found; undefined for none. */
function worst<T>(all: readonly SeenFault<T>[]) {
  const [first] = all.toSorted((a, b) => b.badness - a.badness)
  if (!first) return undefined
  const at = {
    step: first.found.step,
    sizes: [...new Set(all.map(({ size }) => size))],
    text: [...new Set(all.map(({ text }) => text))],
  }
  return { found: first.found, at }
}
