/** Looks what is pressed up in the table of keys, unless the key belongs to something else. */

import { areLetterKeysOn, isLetterKey } from '../../../ui/dialogs/letter-keys.ts'
import { isTyping } from '../../../ui/dialogs/typing.ts'
import type { Key } from './keys.ts'

/** Sample matches: `b`, `Z`. */
const RE_CASED = /^\p{L}$/u

/** Keys with which one uses what has the focus. */
const USED_BY: ReadonlyMap<string, string> = new Map([
  [' ', 'button, summary'],
  ['Enter', 'button, summary, a'],
])

/** Listens to the keyboard; `keys` is the table of the moment. */
export function listen(keys: () => readonly Key[], isDrawerOpen: () => boolean): void {
  document.addEventListener('keydown', (event) => {
    const name = nameOf(event)
    const row = keys().find((one) => one.keys.includes(name))
    if (!row || !isOurs(event)) return
    const run = isDrawerOpen() ? row.inDrawer : (row.when?.() ?? true) ? row.run : undefined
    if (!run) return
    event.preventDefault()
    // A letter held down would switch on and off.
    if (!(event.repeat && isLetterKey(event.key))) run()
  })
}

/** Name of a key as in the table. A sign such as `?` is itself, however it is typed. */
function nameOf({ key, shiftKey }: KeyboardEvent): string {
  const isSign = key.length === 1 && key !== ' ' && !RE_CASED.test(key)
  const name = key.length === 1 ? key.toLowerCase() : key
  return shiftKey && !isSign ? `Shift+${name}` : name
}

function isOurs(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return false
  if (isLetterKey(key) && !areLetterKeysOn()) return false
  const focused = document.activeElement
  if (isTyping(focused) || document.querySelector('dialog[open]')) return false
  const users = USED_BY.get(key)
  return users === undefined || !focused?.matches(users)
}
