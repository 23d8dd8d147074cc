/** Dialogs over the deck: titled, with a way out, closed by Escape and by a tap beside them. */

/** The language of what the tool says by itself. */
export const LABELS = 'en-GB'

/** Makes a dialog and puts it into the page. The focus returns by itself when it closes. */
export function makeModal(className: string, title: string): HTMLDialogElement {
  const dialog = document.createElement('dialog')
  dialog.className = `modal ${className}`
  const heading = document.createElement('h2')
  heading.id = `${className}-title`
  heading.textContent = title
  dialog.setAttribute('aria-labelledby', heading.id)
  const close = document.createElement('button')
  close.type = 'button'
  close.className = 'modal-close'
  close.textContent = 'Close'
  close.addEventListener('click', () => leave(dialog))
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) leave(dialog)
  })
  // Escape closes it and no more, also in full screen.
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    leave(dialog)
  })
  const head = document.createElement('div')
  head.className = 'modal-head'
  head.lang = LABELS
  head.append(heading, close)
  const body = document.createElement('div')
  body.className = 'modal-body'
  body.append(head)
  dialog.append(body)
  document.body.append(dialog)
  return dialog
}

/** The slide that is presented. */
const SHOWN = '.presenting .slides .slide.present:not(.stack)'

/**
 * Closes such a dialog. Where nothing had the focus before, the browser would leave it inside a while: it
 * goes to the slide, so that Tab goes on from there.
 */
export function leave(dialog: HTMLDialogElement): void {
  dialog.close()
  const { activeElement: focused, body } = document
  if (focused !== body && !dialog.contains(focused)) return
  if (focused instanceof HTMLElement) focused.blur()
  const slide = document.querySelector<HTMLElement>(SHOWN)
  if (!slide) return
  slide.tabIndex = -1
  slide.focus({ preventScroll: true })
}

/** Where the content of such a dialog goes. */
export function bodyOf(dialog: HTMLDialogElement): HTMLElement {
  const body = dialog.querySelector<HTMLElement>('.modal-body')
  if (!body) throw new Error('A dialog without a body')
  return body
}
