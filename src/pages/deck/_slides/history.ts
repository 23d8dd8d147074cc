/**
 * Each slide is a step of the browser's history, which Back undoes. The address of the first one, and one
 * that leads to something on a slide, become the slide's own without a step.
 */
import type { RevealApi } from 'reveal.js'
import { keyIn } from './address.ts'
import { addressIn, wantedView } from './view.ts'

/** Finds what bears an id, also on a slide that waits outside the page. */
type Find = (id: string) => HTMLElement | null

/** WebKit throws at more than 100 changes of the address in 30 s, and views are some of them. */
const [MOST, WITHIN] = [80, 30_000]

/** Writes the address of the slide that is shown. Call it once the deck has begun. */
export function keepHistory(deck: RevealApi, find: Find): void {
  const written: number[] = []
  let waiting: ReturnType<typeof setTimeout> | undefined

  const write = (): void => {
    clearTimeout(waiting)
    const slide = deck.getCurrentSlide()
    // An address that asks for the page to read waits to be followed.
    if (!isPresenting() || wantedView() !== 'present') return
    const address = addressIn('present', slide.id)
    if (address === location.href) return
    // Who goes on faster than browsers allow finds only some of the slides in the history.
    const wait = (written.at(-MOST) ?? -WITHIN) + WITHIN - performance.now()
    if (wait > 0) {
      waiting = setTimeout(write, wait)
      return
    }
    written.push(performance.now())
    const named = find(keyIn(location.hash))
    const isThere = named === null || named.closest('.slide') === slide
    history[isThere ? 'replaceState' : 'pushState'](null, '', address)
  }
  deck.on('slidechanged', write)
  // An address that names nothing becomes that of the slide that stays.
  window.addEventListener('hashchange', () => {
    if (find(keyIn(location.hash)) === null) write()
  })
  write()
}

function isPresenting(): boolean {
  return document.documentElement.classList.contains('presenting')
}
