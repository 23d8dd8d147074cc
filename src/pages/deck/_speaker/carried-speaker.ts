/** The speaker view that the deck as one file carries, asleep in a template: `node/offline/carry.ts`. */

/** What the address of the file says where the view is wanted: `deck.html?speaker#/title`. */
const WANTED = 'speaker'

/** Whether the page is the speaker view: by itself, or since it now takes the place of the deck. */
export function openCarriedSpeaker(root: HTMLElement): boolean {
  const asleep = root.querySelector<HTMLTemplateElement>('template[data-speaker]')
  if (!asleep) return true
  if (!new URLSearchParams(location.search).has(WANTED)) return false
  const slides = document.createElement('div')
  slides.dataset.slides = ''
  slides.hidden = true
  slides.append(...root.querySelectorAll('.slides > *'))
  for (const part of document.querySelectorAll('body > :not([popover], .notice, style)'))
    part.remove()
  document.body.prepend(asleep.content, slides)
  for (const note of document.querySelectorAll<HTMLElement>('body > .private-notes'))
    slides.querySelector(`[id="${note.dataset.of}"]`)?.append(note)
  for (const sheet of document.querySelectorAll<HTMLStyleElement>('style[data-of]'))
    sheet.media = sheet.dataset.of === 'deck' ? 'not all' : 'all'
  root.className = 'speaker'
  document.title = asleep.dataset.speaker ?? ''
  return true
}
