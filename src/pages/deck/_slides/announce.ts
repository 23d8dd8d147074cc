/** What is said of the deck: where we are, for those who listen, and short notes for all. */
import type { RevealApi } from 'reveal.js'

/** How long a note stands, ms. */
const NOTE_TIME = 4000

/** Says something in a note that all can see, or aloud: only to those who listen. */
export type Announce = (words: string, how?: 'aloud') => void

/** Says where we are in one line, since reveal.js reads whole slides out. Returns how to say more. */
export function announce(deck: RevealApi): Announce {
  const status = addStatus('unseen')
  const note = addStatus('deck-note')
  let clearing = 0
  const say: Announce = (words, how) => {
    if (how === 'aloud') {
      status.textContent = words
      return
    }
    note.textContent = words
    clearTimeout(clearing)
    clearing = window.setTimeout(() => note.replaceChildren(), NOTE_TIME)
  }
  const announceSlide = (): void => {
    note.replaceChildren()
    status.textContent = deck.getCurrentSlide()?.getAttribute('aria-label') ?? ''
  }
  deck.on('slidechanged', announceSlide)
  announceSlide()
  return say
}

function addStatus(className: string): HTMLElement {
  const status = document.createElement('p')
  status.className = className
  status.setAttribute('role', 'status')
  document.body.append(status)
  return status
}
