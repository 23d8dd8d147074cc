/** The thread travels: the first mark of a slide, or that of a step, comes from where the last one stood. */
import type { RevealApi } from 'reveal.js'

/** How long it takes, ms. */
const TIME = 420
const EASING = 'cubic-bezier(0.3, 0, 0, 1)'

/** What stands on the thread: a mark, or the dot before a headline. */
const MARKS = '.canvas > .head > .mark, .dot > .headline, .entries > li > :is(.mark, .bullet)'

/** Listens to the deck. Who wants less motion finds each mark in its place. */
export function travel(deck: RevealApi): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  let last: number | undefined
  const come = (mark: HTMLElement | SVGElement | null | undefined): void => {
    const place = mark ? placeOf(mark) : undefined
    if (mark && place !== undefined && last !== undefined && !still.matches) {
      const pseudo = mark.matches('.headline') ? { pseudoElement: '::before' } : {}
      const from = `translateY(${last - place}px)`
      mark.animate({ transform: [from, 'none'] }, { duration: TIME, easing: EASING, ...pseudo })
    }
    last = place ?? last
  }
  deck.on('slidechanged', () => come(deck.getCurrentSlide().querySelector<SVGElement>(MARKS)))
  deck.on('fragmentshown', (event) => {
    const { fragment } = event as Event & { readonly fragment: HTMLElement } // as reveal.js sends
    come(fragment.querySelector<HTMLElement>(':scope > :is(.mark, .bullet)'))
  })
}

/** From the top of the canvas, px of it. */
function placeOf(mark: Element): number | undefined {
  const canvas = mark.closest<HTMLElement>('.canvas')
  const frame = canvas?.getBoundingClientRect()
  if (!canvas || !frame || frame.height === 0) return undefined
  return ((mark.getBoundingClientRect().top - frame.top) * canvas.offsetHeight) / frame.height
}
