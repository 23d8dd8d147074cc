/** The presenter's dot, on the slide that is shown. */
import type { Said } from '../../../core/room/messages.ts'

/** Returns what shows it at a place; nowhere without one. */
export function makeDot(
  stage: HTMLElement,
): (at: Pick<Said<'point'>, 'x' | 'y'> | undefined) => void {
  const dot = document.createElement('div')
  dot.className = 'room-dot screen-only'
  dot.hidden = true
  document.body.append(dot)
  return (at) => {
    const canvas = stage.querySelector('.slide.present:not(.stack) .canvas')
    const box = canvas?.getBoundingClientRect()
    dot.hidden = !at || !box || box.width === 0
    if (at && box)
      dot.style.transform = `translate(${box.x + at.x * box.width}px, ${box.y + at.y * box.height}px)`
  }
}
