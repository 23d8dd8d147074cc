/** What of the deck a room works with. */

import type { Pen } from '../_pen/pen.ts'

/** In the view of the moment. */
export interface DeckWays {
  readonly stage: HTMLElement
  slide(): HTMLElement | undefined
  find(id: string): HTMLElement | null
  /** Shows a slide, with so many of its steps. */
  show(slide: HTMLElement, step: number): void
  /** How many steps of the slide have come. */
  step(): number
  showBlackScreen(): void
  /** Of this page: who only follows loads it once somebody draws. */
  loadPen(): Promise<Pen>
}

/** The room, once the deck is in it. */
export interface DeckRoom {
  /** Shows the code by which others come in, and takes it away again. */
  showCode(): void
  /** Opens what one of the audience asks with; absent for a presenter. */
  ask?: ((question: string) => void) | undefined
}

/** Scrolling is over once nothing moved for so long, ms. */
const STILL = 200

/** Calls `moved` once the deck stands, after a slide or a step of it has come, or the page has scrolled. */
export function onMove({ stage }: DeckWays, moved: (how: 'went' | 'scrolled') => void): void {
  let isWaiting = false
  const later = (): void => {
    if (isWaiting) return
    isWaiting = true
    queueMicrotask(() => {
      isWaiting = false
      moved('went')
    })
  }
  let still: ReturnType<typeof setTimeout> | undefined
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden'])
    stage.addEventListener(event, later)
  addEventListener(
    'scroll',
    () => {
      clearTimeout(still)
      still = setTimeout(moved, STILL, 'scrolled')
    },
    { passive: true },
  )
}
