/** The film of a slide: a key plays it, and it pauses when the slide goes. */
import type { RevealApi } from 'reveal.js'
import type { Tools } from './keys.ts'

/** What the keys ask of the film on the slide of the moment. */
export function offerFilm(deck: RevealApi): Tools['film'] {
  const film = (): HTMLVideoElement | null | undefined =>
    deck.getCurrentSlide()?.querySelector<HTMLVideoElement>('video[src]')
  deck.on('slidechanged', () => {
    for (const one of document.querySelectorAll('video')) if (one !== film()) one.pause()
  })
  return {
    isThere: () => Boolean(film()),
    isFocused: () => document.activeElement instanceof HTMLVideoElement,
    toggle: () => {
      const shown = film()
      // A browser may refuse: then it stands as it is, with its controls.
      if (shown?.paused) void shown.play().catch(() => undefined)
      else shown?.pause()
    },
  }
}
