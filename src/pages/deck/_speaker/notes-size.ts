/** Smaller and larger notes; the size is kept for the next talk. */

import { part } from './panels.ts'
import { readStored, store } from './store.ts'

/** Steps of size, as panels.css sets them. */
const LARGEST = 6
const USUAL = 2
/** The same for every case: it is the speaker's eyes that it fits. */
const NAME = 'throughline notes size'

/** Listens to the two buttons. */
export function offerSizes(root: HTMLElement): void {
  const notes = part(root, '[data-place="notes"]')
  const buttons = [...root.querySelectorAll<HTMLElement>('[data-notes]')]
  let size = readStored(NAME, isSize) ?? USUAL
  const set = (next: number): void => {
    size = Math.min(LARGEST, Math.max(0, next))
    notes.dataset.step = String(size)
    for (const button of buttons) {
      const end = button.dataset.notes === '1' ? LARGEST : 0
      button.setAttribute('aria-disabled', String(size === end))
    }
  }
  for (const button of buttons) {
    button.addEventListener('click', () => {
      set(size + Number(button.dataset.notes))
      store(NAME, size)
    })
  }
  set(size)
}

function isSize(found: unknown): found is number {
  return Number.isInteger(found)
}
