/**
 * Gives reveal.js a window of a long deck at a time. At each key it goes through all slides that are
 * in the page, so the others wait outside it. Loaded for long decks alone.
 */
import type { RevealApi } from 'reveal.js'
import { keyIn } from './address.ts'

/** As many slides that run right are in the page before and after the one that is shown. */
const REACH = 3
/** The window moves on before fewer are left on a side. */
const LEAST = 2

// Matches "#/7" and "#/7/2".
const RE_NUMBERED = /^#\/?(\d+)(?:\/(\d+))?$/

/** Of a long deck, the slides that wait outside the page. The first that runs right is 0. */
interface LongDeck {
  /** What bears an id there. */
  findOutside(id: string): HTMLElement | undefined
  /** The first that is in the page. */
  from(): number
  /** Puts one into the page, with those around it. */
  bring(at: number): void
  /** Puts all slides into the page, or takes most out again. */
  unfold(whole: boolean): void
}

/** Takes what is far from the first address out of the page. */
export function openLongDeck(
  deck: RevealApi,
  stage: HTMLElement,
  all: readonly HTMLElement[],
): LongDeck {
  let isWhole = false
  let isMoving = false
  let from = 0

  const findOutside = (id: string): HTMLElement | undefined =>
    isWhole || id === '' ? undefined : findIn(all, id)
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
  const unfold = (whole: boolean): void => {
    if (whole === isWhole) return
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
  // Backgrounds are for slides that have one; made for all, they would each be changed at every key.
  deck.on('ready', () => stage.querySelector('.backgrounds')?.replaceChildren())
  nameAddress(all)
  window.addEventListener('hashchange', () => nameAddress(all))
  const key = keyIn(location.hash)
  const place = document.getElementById(key) ?? findOutside(key) ?? null
  putAround(
    Math.max(
      0,
      all.findIndex((one) => one.contains(place)),
    ),
  )
  return {
    findOutside,
    from: () => from,
    bring(at) {
      if (all[at]?.isConnected) return
      putAround(at)
      // reveal.js tells slides apart by their places: the same place would be no change to it.
      if (at - from === deck.getIndices().h) putAround(at, 1)
    },
    unfold,
  }
}

/** Ids in slides outside the page are found by no table of the browser's. */
function findIn(all: readonly HTMLElement[], id: string): HTMLElement | undefined {
  const outside = all.filter((one) => !one.isConnected)
  const own = outside.find((one) => one.id === id)
  if (own) return own
  const selector = `#${CSS.escape(id)}`
  for (const one of outside) {
    const found = one.querySelector<HTMLElement>(selector)
    if (found) return found
  }
  return undefined
}

/** An address by number, as reveal.js counts them, becomes that of the slide: it would count those in the window. */
function nameAddress(all: readonly HTMLElement[]): void {
  const [, right, below] = RE_NUMBERED.exec(location.hash) ?? []
  const at = right === undefined ? undefined : all[Number(right)]
  const slide = at?.querySelectorAll(':scope > section')[Number(below ?? 0)] ?? at
  if (slide?.id) history.replaceState(null, '', `#/${slide.id}`)
}
