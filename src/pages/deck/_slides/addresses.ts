/** Addresses in the deck: those of slides, and those of what a slide only cites or leaves out. */
import type { RevealApi } from 'reveal.js'
import { focusSlide } from './focus.ts'
import type { Stretch } from './stretch.ts'

/**
 * Listens to the address. Call it before the deck starts, since the deck then writes the address of
 * the slide over it.
 *
 * @returns what to call once the deck has started: arrives where the first address leads
 */
export function openAddresses(deck: RevealApi, stage: HTMLElement, stretch: Stretch): () => void {
  // Without a script, `#/key` is found by this name; with one the browser must not scroll to it.
  for (const anchor of stage.querySelectorAll('[id^="/"]')) anchor.removeAttribute('id')
  const first = location.hash
  document.addEventListener('click', closeBehind)
  window.addEventListener('hashchange', () => open(location.hash, stretch))
  deck.on('slidechanged', () => {
    closeCards()
    stage.scrollTop = 0
  })
  return () => open(first, stretch)
}

/** The same for the deck as one page. */
export function openGuests(): void {
  document.addEventListener('click', closeBehind)
  window.addEventListener('hashchange', () => open(location.hash))
  open(location.hash)
}

/**
 * Goes to a key's slide, with the focus; over it opens the card of evidence, and of what no slide tells.
 */
export function visit(deck: RevealApi, stretch: Stretch, key: string): void {
  const place = stretch.find(key)
  const slide = place?.closest<HTMLElement>('.slide')
  if (!place || !slide) return
  if (deck.isOverview()) deck.toggleOverview(false)
  stretch.show(slide)
  closeCards()
  focusSlide(deck)
  const card = document.getElementById(place.dataset.opens ?? `card-${key}`)
  if (card && (place.dataset.opens || card.matches('.kind-evidence'))) card.showPopover()
}

/** Opens the card of an address whose item no slide tells. */
function open(hash: string, stretch?: Stretch): void {
  const key = decodeURIComponent(hash.replace(/^#\/?/, ''))
  const anchor = stretch ? stretch.find(key) : document.getElementById(key)
  // Where the browser finds the anchor, reveal.js goes there itself.
  if (anchor && !anchor.isConnected) stretch?.show(anchor)
  const card = document.getElementById(anchor?.dataset.opens ?? '')
  // After the slide has changed, which closes cards.
  if (card) setTimeout(() => card.showPopover())
}

/** A link in a card leads away from it, also where it leads to the slide below it. */
function closeBehind({ target }: MouseEvent): void {
  if (target instanceof Element && target.closest('.card a[href^="#"]')) closeCards()
}

function closeCards(): void {
  for (const card of document.querySelectorAll<HTMLElement>('.card:popover-open'))
    card.hidePopover()
}
