/** Addresses in the deck: those of slides, and those of what a slide only cites or leaves out. */
import type { RevealApi } from 'reveal.js'
import { keyIn } from './address.ts'

/** Finds what bears an id, also on a slide that waits outside the page. */
type Find = (id: string) => HTMLElement | null

/** Listens to addresses and links. `show` is given what an address leads to. */
export function listenToAddresses(find: Find, show: (place: HTMLElement) => void): void {
  document.addEventListener('click', closeBehind)
  window.addEventListener('hashchange', () => arriveAt(location.hash, find, show))
}

/**
 * Lets the deck follow the address. Call it before the deck starts, since the deck then writes the
 * address of the slide over it.
 *
 * @returns what to call once the deck has started: arrives where the first address leads
 */
export function openAddresses(
  deck: RevealApi,
  stage: HTMLElement,
  ways: { readonly find: Find; readonly show: (place: HTMLElement) => void },
): () => void {
  // Without a script, `#/key` is found by this name; with one the browser must not scroll to it.
  for (const anchor of stage.querySelectorAll('[id^="/"]')) anchor.removeAttribute('id')
  const first = location.hash
  deck.on('slidechanged', () => {
    closeCards()
    stage.scrollTop = 0
  })
  return () => arriveAt(first, ways.find, ways.show)
}

/** Arrives where an address leads. */
export function arriveAt(hash: string, find: Find, show: (place: HTMLElement) => void): void {
  const place = find(keyIn(hash))
  if (place) show(place)
  open(place)
}

/**
 * Goes to a key's slide by `go`; over it opens the card of evidence, and of what no slide tells.
 */
export function visit(
  key: string,
  find: Find,
  go: (slide: HTMLElement, place: HTMLElement) => void,
): void {
  const place = find(key)
  const slide = place?.closest<HTMLElement>('.slide')
  if (!place || !slide) return
  go(slide, place)
  const card = document.getElementById(place.dataset.opens ?? `card-${key}`)
  if (card && (place.dataset.opens || card.matches('.kind-evidence'))) card.showPopover()
}

/** Opens the card of what an address leads to and no slide tells. */
function open(place: HTMLElement | null): void {
  const card = document.getElementById(place?.dataset.opens ?? '')
  // After the slide has changed, which closes cards.
  if (card) setTimeout(() => card.showPopover())
}

/** A link in a card leads away from it, also where it leads to the slide below it. */
function closeBehind({ target }: MouseEvent): void {
  if (target instanceof Element && target.closest('.card a[href^="#"]')) closeCards()
}

/** Closes what lies over a slide. */
export function closeCards(): void {
  for (const card of document.querySelectorAll<HTMLElement>('.card:popover-open'))
    card.hidePopover()
}
