/** Keeps the focus on what is shown. */
import type { RevealApi } from 'reveal.js'

/** Where the focus stood on a slide that goes, it moves to the one that comes. */
export function followFocus(deck: RevealApi): void {
  deck.on('slidechanged', () => {
    const slide = document.activeElement?.closest('.slide')
    if (slide && slide !== deck.getCurrentSlide()) focusSlide(deck)
  })
}

/** In the overview one chooses slides, not what stands on them: Tab does not lead there. */
export function quietOverview(deck: RevealApi, stage: HTMLElement): void {
  const quieten = (is: boolean) => () => {
    for (const canvas of stage.querySelectorAll<HTMLElement>('.canvas')) canvas.inert = is
  }
  deck.on('overviewshown', quieten(true))
  deck.on('overviewhidden', quieten(false))
}

/** Puts the focus on the slide that is shown, so that Tab goes on from there. */
export function focusSlide(deck: RevealApi): void {
  const slide = deck.getCurrentSlide()
  slide.tabIndex = -1
  slide.focus({ preventScroll: true })
}
