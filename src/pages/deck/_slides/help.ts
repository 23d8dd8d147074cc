/** Help: every key of the table, each also a button for those without a keyboard. */

import { areLetterKeysOn, isLetterKey, switchLetterKeys } from '../../../ui/dialogs/letter-keys.ts'
import { bodyOf, leave, makeModal } from '../../../ui/dialogs/modal.ts'
import { type Key, nameOfKey, unshifted } from './keys.ts'

/** Returns what opens help. */
export function makeHelp(): (keys: readonly Key[]) => void {
  const dialog = makeModal('help', 'Keys')
  const list = document.createElement('dl')
  const { label, box } = makeSwitch()
  list.className = 'help-keys'
  list.lang = label.lang = 'en-GB'
  box.addEventListener('change', () => {
    switchLetterKeys(box.checked)
    dialog.classList.toggle('letter-keys-off', !box.checked)
  })
  bodyOf(dialog).append(label, list, ...routesHere())
  return (keys) => {
    box.checked = areLetterKeysOn()
    dialog.classList.toggle('letter-keys-off', !box.checked)
    list.replaceChildren(...keys.map((key) => makeRow(key, () => leave(dialog))))
    dialog.showModal()
  }
}

/** The routes that the page lists behind the slides, to choose from while presenting. */
function routesHere(): readonly Node[] {
  const routes = document.querySelector('.routes')?.cloneNode(true)
  if (!(routes instanceof HTMLElement)) return []
  // The heading's id must not stand in the page twice.
  const heading = routes.querySelector('h2')
  if (heading) heading.id = 'help-routes-title'
  routes.setAttribute('aria-labelledby', 'help-routes-title')
  return [routes]
}

function makeSwitch(): { readonly label: HTMLElement; readonly box: HTMLInputElement } {
  const label = document.createElement('label')
  const box = document.createElement('input')
  box.type = 'checkbox'
  label.className = 'help-switch'
  label.append(box, 'Keys of one letter or sign work (F1 opens this help in any case)')
  return { label, box }
}

function makeRow({ keys, does, run, when }: Key, close: () => void): HTMLElement {
  const row = document.createElement('div')
  const head = document.createElement('dt')
  head.append(...keys.flatMap((key, index) => (index > 0 ? [' ', makeKey(key)] : [makeKey(key)])))
  const cell = document.createElement('dd')
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = does
  button.addEventListener('click', () => {
    close()
    if (when?.() ?? true) run()
  })
  cell.append(button)
  row.append(head, cell)
  return row
}

function makeKey(name: string): HTMLElement {
  const kbd = document.createElement('kbd')
  kbd.textContent = nameOfKey(name)
  if (isLetterKey(unshifted(name))) kbd.className = 'letter'
  return kbd
}
