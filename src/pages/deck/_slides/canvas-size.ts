/** The canvas is as high as the window asks, and its words grow with it: slides fill an upright tablet too. */
import type { RevealApi } from 'reveal.js'

/** Width, and height at 16:9, px; slide.css has the same. */
const CANVAS = { width: 1280, height: 720 } as const
/** Where the canvas is higher than wide, what stands side by side stands one below the other. */
const UPRIGHT = CANVAS.width
/** Words grow by no more. */
const MOST = 1.5
/** Px above and below words, and the room at which they begin to grow, so that larger text fits too. */
const AROUND = 108
const ROOM = 700

/** Keeps the canvas in the shape of the window, from now on. Call it before the deck starts. */
export function shapeCanvas(deck: RevealApi, root: HTMLElement): void {
  const shape = (): void => {
    const ratio = innerWidth === 0 ? 0 : innerHeight / innerWidth
    const high = Math.max(CANVAS.height, Math.round(CANVAS.width * ratio))
    const grow = Math.min(MOST, Math.max(1, Math.sqrt((high - AROUND) / ROOM)))
    root.style.setProperty('--high', String(high))
    root.style.setProperty('--grow', grow.toFixed(3))
    // What is drawn on a slide fits one shape.
    const isInked = root.classList.contains('inked')
    root.classList.toggle('upright', high > UPRIGHT && !isInked)
    const config = deck.getConfig()
    if (config?.height === high) return
    deck.configure({ height: high })
  }
  addEventListener('resize', shape)
  shape()
}
