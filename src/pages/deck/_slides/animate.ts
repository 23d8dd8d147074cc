/**
 * Moves what two slides share from one to the other: `<Slide animate>`.
 *
 * reveal.js does this with a style element of its own, which a strict policy refuses. Web Animations
 * need none.
 */
import type { RevealApi } from 'reveal.js'

/** How long it takes, ms. */
const MOVE_TIME = 600
const EASING = 'cubic-bezier(0.2, 0, 0, 1)'

/** What moves as one. */
const PARTS = '.kicker, .headline, .large, li, .column > p, .free > p, tr, pre, .picture'

/** Listens to the deck. Who wants less motion sees the slides change like all others. */
export function animateSlides(deck: RevealApi): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  deck.on('slidechanged', (event) => {
    const { previousSlide: from, currentSlide: to } = event as Event & Change // as reveal.js sends
    if (still.matches || !from) return
    if (follows(from, to)) move(from, to)
  })
}

interface Change {
  readonly previousSlide?: HTMLElement
  readonly currentSlide: HTMLElement
}

/** Whether one is the slide right before the other, and the later one asks for it. */
function follows(from: HTMLElement, to: HTMLElement): boolean {
  const isForward = from.nextElementSibling === to && to.dataset.animate !== undefined
  return isForward || (to.nextElementSibling === from && from.dataset.animate !== undefined)
}

function move(from: HTMLElement, to: HTMLElement): void {
  const before = new Map(partsOf(from).map((part) => [keyOf(part), placeIn(part, from)] as const))
  const timing = { duration: MOVE_TIME, easing: EASING, fill: 'backwards' } as const
  const moves = partsOf(to).map((part) => {
    const old = before.get(keyOf(part))
    if (!old) return part.animate({ opacity: [0, 1] }, { ...timing, delay: MOVE_TIME / 3 })
    const now = placeIn(part, to)
    const start = `translate(${old.x - now.x}px, ${old.y - now.y}px) scale(${old.size / now.size})`
    return part.animate({ transform: [start, 'none'], transformOrigin: ['0 0', '0 0'] }, timing)
  })
  // On their way words may run over the canvas: full-slide.ts looks once they stand.
  to.dataset.moving = 'yes'
  void Promise.allSettled(moves.map(({ finished }) => finished)).then(() => {
    delete to.dataset.moving
    dispatchEvent(new Event('resize'))
  })
}

/** Outer parts alone: what stands inside one moves with it. */
function partsOf(slide: HTMLElement): readonly HTMLElement[] {
  const parts = [...slide.querySelectorAll<HTMLElement>(PARTS)]
  return parts.filter((part) => !part.parentElement?.closest(PARTS))
}

/** The same words, or the same picture. */
function keyOf(part: HTMLElement): string {
  const picture = part.querySelector('img')?.getAttribute('src') ?? ''
  return `${picture} ${part.textContent?.replace(/\s+/g, ' ').trim()}`
}

/** Where it stands on the canvas, px, and how large its words are. */
function placeIn(part: HTMLElement, slide: HTMLElement): Record<'x' | 'y' | 'size', number> {
  const canvas = slide.getBoundingClientRect()
  const scale = canvas.width / slide.offsetWidth || 1
  const box = part.getBoundingClientRect()
  return {
    x: (box.left - canvas.left) / scale,
    y: (box.top - canvas.top) / scale,
    size: Number.parseFloat(getComputedStyle(part).fontSize),
  }
}
