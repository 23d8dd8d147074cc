/** The line of progress of a long deck, of which reveal.js knows a stretch alone. */
import type { RevealApi } from 'reveal.js'
import type { Stretch } from './slide-window.ts'

/** Keeps reveal.js's line right, and what a click on it does. A short deck needs none of this. */
export function mendProgress(deck: RevealApi, stage: HTMLElement, stretch: Stretch): void {
  const line = stage.querySelector<HTMLElement>('.progress')
  const bar = line?.querySelector('span')
  if (!line || !bar || stretch.progress() === undefined) return
  const set = (): void => {
    bar.style.transform = `scaleX(${stretch.progress()})`
  }
  // reveal.js sets its own afterwards, and before the frame is painted.
  deck.on('slidechanged', () => requestAnimationFrame(set))
  set()
  line.addEventListener(
    'click',
    (event) => {
      event.stopImmediatePropagation()
      event.preventDefault()
      stretch.showAt(event.clientX / stage.clientWidth)
    },
    true,
  )
}
