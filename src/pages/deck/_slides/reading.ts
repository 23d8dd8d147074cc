/** The reading view: all slides on one page that flows. Knows which one is being read. */
import { bringIn } from './left-out.ts'

interface Reading {
  /** Scrolls to a slide, or to what stands on it, with the focus. */
  show(place: HTMLElement): void
  /** Whether Tab stops at drawings that scroll and have no link: on a slide none scrolls. */
  letScroll(is: boolean): void
  /** The slide that is being read; undefined on a page without slides. */
  slide(): HTMLElement | undefined
}

/** Frames after which a page has found its place, also in a window of another size. */
const SETTLING = 3

/** Listens to scrolling. */
export function offerReading(stage: HTMLElement): Reading {
  const slides = [...stage.querySelectorAll<HTMLElement>('.slides .slide')]
  let read = slides[0]
  let settling = 0
  const isReading = (): boolean => document.documentElement.classList.contains('reading')
  const settle = (): void => {
    settling -= 1
    if (settling > 0) requestAnimationFrame(settle)
  }
  const hold = (): void => {
    if (settling <= 0) requestAnimationFrame(settle)
    settling = SETTLING
  }
  // In a new size, everything stands elsewhere: what was read before is what is being read.
  addEventListener('resize', hold)
  addEventListener(
    'scroll',
    () => {
      if (isReading() && settling <= 0) read = slideAtTop(slides) ?? read
    },
    { passive: true },
  )
  return {
    show(place) {
      const slide = place.closest<HTMLElement>('.slide')
      if (!slide) return
      bringIn(slide, (id) => document.getElementById(id))
      read = slide
      slide.tabIndex = -1
      slide.focus({ preventScroll: true })
      place.scrollIntoView({ behavior: 'instant', block: 'start' })
      // Short slides after it are not read yet.
      hold()
    },
    letScroll(is) {
      for (const frame of stage.querySelectorAll<HTMLElement>('.diagram-frame[role]'))
        frame.tabIndex = is ? 0 : -1
    },
    slide: () => read,
  }
}

/** The last slide that starts in the upper third of the window. */
function slideAtTop(slides: readonly HTMLElement[]): HTMLElement | undefined {
  const line = innerHeight / 3
  return slides.findLast((slide) => slide.getBoundingClientRect().top <= line)
}
