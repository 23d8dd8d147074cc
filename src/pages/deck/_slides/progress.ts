/** The line of progress of a long deck, of which reveal.js knows a window alone. */
import type { RevealApi } from 'reveal.js'
import type { SlideWindow } from './slide-window.ts'

/** Keeps reveal.js's line right, and what a click on it does. A short deck needs none of this. */
export function mendProgress(deck: RevealApi, stage: HTMLElement, slideWindow: SlideWindow): void {
  const line = stage.querySelector<HTMLElement>('.progress')
  const bar = line?.querySelector('span')
  if (!line || !bar || slideWindow.progress() === undefined) return
  const set = (): void => {
    bar.style.transform = `scaleX(${slideWindow.progress()})`
  }
  // reveal.js sets its own afterwards, and before the frame is painted.
  deck.on('slidechanged', () => requestAnimationFrame(set))
  set()
  line.addEventListener(
    'click',
    (event) => {
      event.stopImmediatePropagation()
      event.preventDefault()
      slideWindow.showAt(event.clientX / stage.clientWidth)
    },
    true,
  )
}
