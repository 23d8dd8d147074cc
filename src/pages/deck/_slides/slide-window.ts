/** Finds and shows the slides of a deck, whichever of them are in the page. */
import type { RevealApi } from 'reveal.js'
import { focusSlide } from './focus.ts'
import { bringIn } from './left-out.ts'

/** A deck of up to this many slides stays whole, those below others counted. */
const SHORT = 250
/** `?whole` keeps every slide in the page, so that all can be measured. */
const WHOLE = 'whole'

/** What knows every slide, wherever it waits. Of slides that run right, the first is 0. */
export interface SlideWindow {
  /** What bears an id, on any slide. */
  find(id: string): HTMLElement | null
  /** Shows a slide, or the one on which something stands. */
  show(place: Element): void
  first(): void
  last(): void
  /** All slides in order, those below others too. */
  slides(): readonly HTMLElement[]
  /** Puts all slides into the page, where it is to be read; or takes most out again. */
  unfold(whole: boolean): void
  /** How far the deck is, from 0 to 1; undefined where reveal.js knows. */
  progress(): number | undefined
  /** Shows what is so far into the deck, from 0 to 1. */
  showAt(share: number): void
}

/** Takes what is far from the first address out of the page of a long deck. Call it before the deck starts. */
export async function slideWindowOf(deck: RevealApi, stage: HTMLElement): Promise<SlideWindow> {
  const all = [...stage.querySelectorAll<HTMLElement>('.slides > section')]
  const isAllAsked = new URLSearchParams(location.search).has(WHOLE)
  const isShort = stage.querySelectorAll('.slides section').length <= SHORT || isAllAsked
  const long = isShort ? undefined : (await import('./long-deck.ts')).openLongDeck(deck, stage, all)
  const find = (id: string): HTMLElement | null =>
    document.getElementById(id) ?? long?.findOutside(id) ?? null
  if (isAllAsked)
    for (const slide of stage.querySelectorAll('.left-out .slide')) bringIn(slide, find)
  const from = (): number => long?.from() ?? 0
  const goTo = (at: number, v?: number): void => {
    const target = all[at]
    if (!target) return
    const hasFocus = deck.getCurrentSlide().contains(document.activeElement)
    long?.bring(at)
    deck.slide(at - from(), v)
    if (hasFocus && !deck.getCurrentSlide().contains(document.activeElement)) focusSlide(deck)
  }
  return {
    find,
    show(place) {
      if (bringIn(place, find)) deck.sync()
      const at = all.findIndex((one) => one.contains(place))
      const slide = place.closest('.slide')
      const below = [...(all[at]?.querySelectorAll(':scope > section') ?? [])]
      const v = slide ? below.indexOf(slide) : -1
      goTo(at, v < 0 ? undefined : v)
    },
    first: () => goTo(0),
    last: () => goTo(all.length - 1),
    slides: () =>
      all.flatMap((one) =>
        one.matches('.slide') ? one : [...one.querySelectorAll<HTMLElement>('.slide')],
      ),
    unfold: (whole) => long?.unfold(whole),
    progress: () => (long ? (from() + deck.getIndices().h) / (all.length - 1) : undefined),
    showAt: (share) => goTo(Math.min(all.length - 1, Math.floor(share * all.length))),
  }
}
