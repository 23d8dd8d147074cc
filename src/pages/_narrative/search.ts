/** The button and the key that search the case. What they open is loaded once somebody asks for it. */
import { areLetterKeysOn } from '../../ui/dialogs/letter-keys.ts'
import { isTyping } from '../../ui/dialogs/typing.ts'

/** Shows the button, and listens to the key `/`. */
export function offerSearch(): void {
  const button = document.querySelector<HTMLButtonElement>('.search-opener')
  if (!button) return
  const open = () => import('./search-box.ts').then(({ openSearch }) => openSearch())
  button.hidden = false
  button.addEventListener('click', open)
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, isComposing } = event
    if (key !== '/' || ctrlKey || metaKey || altKey || isComposing) return
    if (isTyping(document.activeElement) || !areLetterKeysOn()) return
    event.preventDefault()
    open()
  })
}
