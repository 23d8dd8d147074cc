/**
 * Gives reveal.js a window of a long deck at a time. At each key it goes through all slides that are
 * in the page, so the others wait outside it. A deck that is not long stays in the page whole.
 */
import type { RevealApi } from 'reveal.js'
import { keyIn } from './address.ts'
import { focusSlide } from './focus.ts'
import { bringIn } from './left-out.ts'

/** A deck of up to this many slides stays whole, those below others counted. */
const SHORT = 250
/** `?whole` keeps every slide in the page, so that all can be measured. */
const WHOLE = 'whole'
/** As many slides that run right are in the page before and after the one that is shown. */
const REACH = 3
/** The window moves on before fewer are left on a side. */
const LEAST = 2

// Matches "#/7" and "#/7/2".
const RE_NUMBERED = /^#\/?(\d+)(?:\/(\d+))?$/

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

/** Takes what is far from the first address out of the page. Call it before the deck starts. */
export function slideWindowOf(deck: RevealApi, stage: HTMLElement): SlideWindow {
  const all = [...stage.querySelectorAll<HTMLElement>('.slides > section')]
  const isAllAsked = new URLSearchParams(location.search).has(WHOLE)
  const isShort = stage.querySelectorAll('.slides section').length <= SHORT || isAllAsked
  let isWhole = isShort
  let isMoving = false
  let from = 0

  const find = (id: string): HTMLElement | null =>
    document.getElementById(id) ?? (isWhole || id === '' ? null : findIn(all, id))
  if (isAllAsked)
    for (const slide of stage.querySelectorAll('.left-out .slide')) bringIn(slide, find)
  const placeOf = (place: Element | null): number => all.findIndex((one) => one.contains(place))
  const current = (): number => from + deck.getIndices().h

  /** Changes what is in the page, and says where the wanted slide is in it. */
  const put = (start: number, end: number): void => {
    const wanted = new Set(all.slice(start, end))
    for (const one of all) if (one.isConnected && !wanted.has(one)) one.remove()
    const kept = all.findIndex((one) => one.isConnected)
    const slides = stage.querySelector('.slides')
    const before = kept < 0 ? end : kept
    slides?.prepend(...all.slice(start, before).filter((one) => !one.isConnected))
    const anchor = all.slice(start, end).findLast((one) => one.isConnected)
    anchor?.after(...all.slice(start, end).filter((one) => !one.isConnected))
    from = start
  }
  const putAround = (at: number, shift = 0): void =>
    put(Math.max(0, at - REACH + shift), Math.min(all.length, at + REACH + 1 + shift))

  /** Keeps the slide that is shown, and no one hears of it. */
  const settle = (change: () => void): void => {
    const { h, v } = deck.getIndices()
    const at = from + h
    change()
    isMoving = true
    deck.slide(at - from, v)
    isMoving = false
  }
  /** How many slides are left in the page, on the side where the deck goes on outside it. */
  const left = (): number => {
    const { h } = deck.getIndices()
    const after = deck.getHorizontalSlides().length - 1 - h
    const isEnd = from + h + after === all.length - 1
    return Math.min(from === 0 ? LEAST : h, isEnd ? LEAST : after)
  }
  const moveOn = (): void => {
    const at = current()
    if (!isWhole && left() < LEAST) settle(() => putAround(at))
  }
  const goTo = (at: number, v?: number): void => {
    const target = all[at]
    if (!target) return
    const hasFocus = deck.getCurrentSlide().contains(document.activeElement)
    if (!target.isConnected) {
      putAround(at)
      // reveal.js tells slides apart by their places: the same place would be no change to it.
      if (at - from === deck.getIndices().h) putAround(at, 1)
    }
    deck.slide(at - from, v)
    if (hasFocus && !deck.getCurrentSlide().contains(document.activeElement)) focusSlide(deck)
  }

  const unfold = (whole: boolean): void => {
    if (isShort || whole === isWhole) return
    isWhole = whole
    const at = current()
    settle(() => (whole ? put(0, all.length) : putAround(at)))
  }

  deck.on('slidechanged', (event) => {
    if (isMoving) event.stopImmediatePropagation()
    // The slide is painted first, unless the next key would find nothing behind it.
    else if (left() > 0) requestAnimationFrame(() => setTimeout(moveOn))
    else queueMicrotask(moveOn)
  })
  if (!isShort) {
    // Backgrounds are for slides that have one; made for all, they would each be changed at every key.
    deck.on('ready', () => stage.querySelector('.backgrounds')?.replaceChildren())
    nameAddress(all)
    window.addEventListener('hashchange', () => nameAddress(all))
    putAround(Math.max(0, placeOf(find(keyIn(location.hash)))))
  }
  return {
    find,
    show(place) {
      if (bringIn(place, find)) deck.sync()
      const at = placeOf(place)
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
    unfold,
    progress: () => (isShort ? undefined : current() / (all.length - 1)),
    showAt: (share) => goTo(Math.min(all.length - 1, Math.floor(share * all.length))),
  }
}

/** Ids in slides outside the page are found by no table of the browser's. */
function findIn(all: readonly HTMLElement[], id: string): HTMLElement | null {
  const outside = all.filter((one) => !one.isConnected)
  const own = outside.find((one) => one.id === id)
  if (own) return own
  const selector = `#${CSS.escape(id)}`
  for (const one of outside) {
    const found = one.querySelector<HTMLElement>(selector)
    if (found) return found
  }
  return null
}

/** An address by number, as reveal.js counts them, becomes that of the slide: it would count those in the window. */
function nameAddress(all: readonly HTMLElement[]): void {
  const [, right, below] = RE_NUMBERED.exec(location.hash) ?? []
  const at = right === undefined ? undefined : all[Number(right)]
  const slide = at?.querySelectorAll(':scope > section')[Number(below ?? 0)] ?? at
  if (slide?.id) history.replaceState(null, '', `#/${slide.id}`)
}
