/** The canvas is as high as the window asks, and its words grow with it: slides fill an upright tablet too. */
import type { RevealApi } from 'reveal.js'
import { shapeRoot } from './opening.ts'

/** Keeps the canvas in the shape of the window, from now on. It begins in that shape. */
export function shapeCanvas(deck: RevealApi): void {
  addEventListener('resize', () => {
    const height = shapeRoot()
    if (deck.getConfig()?.height !== height) deck.configure({ height })
  })
}
