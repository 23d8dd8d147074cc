/** Opens help, which is loaded once somebody asks for it: by a key, or by the button that stands for it. */
import type { Key } from './keys.ts'
import { onceAsked } from './once-asked.ts'

/** Returns what opens help with some keys. */
export function offerHelp(): (keys: readonly Key[]) => void {
  const { use } = onceAsked(async () => (await import('./help.ts')).makeHelp())
  return (keys) => use((open) => open(keys))
}

/** The button that opens help without a key: always there by touch, else when one comes near. */
export function addOpener(open: () => void): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'help-opener screen-only'
  button.setAttribute('aria-label', 'Keys and go to')
  button.textContent = '?'
  button.addEventListener('click', open)
  document.body.append(button)
}
