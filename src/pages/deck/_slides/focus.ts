/** Keeps the focus on what is shown. */
import type { RevealApi } from 'reveal.js'

/** Where the focus stood on a slide that goes, it moves to the one that comes. */
export function followFocus(deck: RevealApi): void {
  deck.on('slidechanged', () => {
    const slide = document.activeElement?.closest('.slide')
    if (slide && slide !== deck.getCurrentSlide()) focusSlide(deck)
  })
}

/** Puts the focus on the slide that is shown, so that Tab goes on from there. */
export function focusSlide(deck: RevealApi): void {
  const slide = deck.getCurrentSlide()
  slide.tabIndex = -1
  slide.focus({ preventScroll: true })
}
