/** Zooms to what is under the pointer, and back. */
import type { RevealApi } from 'reveal.js'
import type { Announce } from './announce.ts'
import { onceAsked } from './once-asked.ts'

interface Zoom {
  toggle(): void
  isIn(): boolean
  out(): void
}

/** Listens where the pointer is; a slide that goes takes its zoom along. */
export function offerZoom(deck: RevealApi, stage: HTMLElement, say: Announce): Zoom {
  let pointer: { readonly x: number; readonly y: number } | undefined
  const place = onceAsked(() => import('./zoom-place.ts'))
  const note = ({ clientX, clientY, target }: PointerEvent): void => {
    if (target instanceof Element && stage.contains(target)) pointer = { x: clientX, y: clientY }
  }
  document.addEventListener('pointermove', note)
  document.addEventListener('pointerdown', note)
  const isIn = (): boolean => stage.classList.contains('zoomed')
  const reset = (): void => {
    stage.classList.remove('zoomed')
    stage.style.transform = ''
  }
  const zoom: Zoom = {
    isIn,
    out() {
      reset()
      say('Whole slide', 'aloud')
    },
    toggle() {
      if (isIn()) return zoom.out()
      const at = pointer ?? { x: innerWidth / 2, y: innerHeight / 2 }
      const slide = deck.getCurrentSlide()
      place.use(({ zoomedTo }) => {
        if (slide !== deck.getCurrentSlide()) return
        stage.style.transform = zoomedTo(at, slide)
        stage.classList.add('zoomed')
        say('Zoomed in', 'aloud')
      })
    },
  }
  deck.on('slidechanged', reset)
  addEventListener('resize', reset)
  return zoom
}
