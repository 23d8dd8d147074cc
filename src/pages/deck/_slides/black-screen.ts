/** A black screen, when all should look at the speaker. Any key or tap ends it, and does no more. */

import { leave } from '../../../ui/dialogs/modal.ts'
import type { Announce } from './announce.ts'

/** Keys that are only held. */
const HELD = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'AltGraph'])

/** Returns what makes the screen black. */
export function offerBlackScreen(say: Announce): () => void {
  const dialog = document.createElement('dialog')
  dialog.className = 'black'
  dialog.setAttribute('aria-label', 'The screen is black. Any key or tap shows the slide again.')
  document.body.append(dialog)
  dialog.addEventListener('keydown', (event) => {
    if (HELD.has(event.key)) return
    event.preventDefault()
    // The key that made it black, still held down, must not end it.
    if (!event.repeat) end()
  })
  dialog.addEventListener('click', end)
  let covered: HTMLElement | null = null
  // At once, since the next key may come before the dialog says that it is closed.
  function end(): void {
    leave(dialog)
    uncover()
  }
  function uncover(): void {
    // A modal dialog closes the evidence below it.
    covered?.showPopover()
    covered = null
  }
  dialog.addEventListener('close', () => {
    uncover()
    say('The slide is shown again', 'aloud')
  })
  return () => {
    covered = document.querySelector<HTMLElement>('.card:popover-open')
    dialog.showModal()
  }
}
