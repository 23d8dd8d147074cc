/** A large dot that follows the mouse, pen or finger, seen from the back of the room. */
import type { Announce } from './announce.ts'

/** Returns what switches it on and off. */
export function offerPointer(say: Announce): () => void {
  const dot = document.createElement('div')
  dot.className = 'pointer'
  // In the top layer, above the evidence.
  dot.popover = 'manual'
  document.body.append(dot)
  const isOn = (): boolean => dot.matches(':popover-open')
  const follow = ({ clientX, clientY }: PointerEvent): void => {
    dot.style.transform = `translate(${clientX}px, ${clientY}px)`
  }
  document.addEventListener('pointermove', follow, true)
  document.addEventListener('pointerdown', follow, true)
  // What opens later lies above it: it rises again.
  document.addEventListener(
    'toggle',
    ({ target, newState }) => {
      if (target === dot || newState !== 'open' || !isOn()) return
      dot.hidePopover()
      dot.showPopover()
    },
    true,
  )
  return () => {
    dot.togglePopover()
    document.documentElement.classList.toggle('pointing', isOn())
    say(isOn() ? 'Pointer on' : 'Pointer off', 'aloud')
  }
}
