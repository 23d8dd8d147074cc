/** Keys that are pressed while what an earlier key opens is still loading: they are meant for it. */

/** Milliseconds after which keys do what they did: a network may never answer. */
const PATIENCE = 3000

/** Holds keys back. Returns what gives them to the dialog, once it is open or cannot be. */
export function holdKeys(): () => void {
  const held: KeyboardEvent[] = []
  const hold = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopImmediatePropagation()
    held.push(event)
  }
  const release = (): void => {
    removeEventListener('keydown', hold, true)
    for (const event of held.splice(0)) press(event)
  }
  addEventListener('keydown', hold, true)
  setTimeout(release, PATIENCE)
  return release
}

/** A browser closes dialogs and uses buttons by itself, but not for keys that a page presses. */
function press({ key, shiftKey }: KeyboardEvent): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[open]')
  const focused = document.activeElement as HTMLElement // a page in use has one, if its body
  if (dialog && key === 'Escape') dialog.close()
  else if (dialog && key === 'Enter') focused.click()
  else focused.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }))
}
