/** The slide on the speaker view as a pad: a finger or mouse that moves over it points for all. */
import type { Said } from '../../../core/room/messages.ts'

/** No more often than this, ms: each is signed. */
const EVERY = 60

/** Listens to the slide that is shown. */
export function makePad(root: HTMLElement, point: (said: Said<'point'>) => void): void {
  const pad = root.querySelector<HTMLElement>('.speaker-now')
  if (!pad) return
  let last = 0
  const within = (share: number): number => Math.min(1, Math.max(0, share))
  const tell = ({ clientX, clientY }: PointerEvent, isOn: boolean): void => {
    const box = pad.getBoundingClientRect()
    point({
      x: within((clientX - box.x) / box.width),
      y: within((clientY - box.y) / box.height),
      isOn,
    })
  }
  pad.addEventListener('pointerdown', (event) => {
    pad.setPointerCapture(event.pointerId)
    tell(event, true)
  })
  pad.addEventListener('pointermove', (event) => {
    if (event.buttons === 0 || performance.now() - last < EVERY) return
    last = performance.now()
    tell(event, true)
  })
  for (const end of ['pointerup', 'pointercancel'] as const)
    pad.addEventListener(end, (event) => tell(event, false))
}
