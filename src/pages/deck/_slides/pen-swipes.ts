/** A pen turns slides as a finger does, which reveal.js does for fingers alone. With the pointer on, it points. */
import type { RevealApi } from 'reveal.js'

/** What a swipe is at least, px: as reveal.js has it for fingers. */
const LEAST = 40

/** Listens to a pen on the stage. */
export function offerPenSwipes(deck: RevealApi, stage: HTMLElement): void {
  let start: PointerEvent | undefined
  stage.addEventListener('pointerdown', (event) => {
    start = event.pointerType === 'pen' ? event : undefined
  })
  stage.addEventListener('pointerup', (event) => {
    const from = start
    start = undefined
    const { classList } = document.documentElement
    if (!from || !classList.contains('presenting') || classList.contains('pointing')) return
    const across = event.clientX - from.clientX
    const down = event.clientY - from.clientY
    if (Math.max(Math.abs(across), Math.abs(down)) < LEAST) return
    if (Math.abs(across) > Math.abs(down)) (across < 0 ? deck.right : deck.left)()
    else (down < 0 ? deck.down : deck.up)()
  })
}
