/** The deck's end of the line to the speaker view: opens it, and goes where it steers. */
import type { RevealApi } from 'reveal.js'
import type { Say } from './announce.ts'
import type { Message } from './messages.ts'
import type { Stretch } from './stretch.ts'

const BLOCKED = 'The browser blocked the window. Press Tab until you reach the link “Speaker view”'

/** Keeps deck and speaker view together. Returns what opens it. */
export function offerSpeaker(deck: RevealApi, stretch: Stretch, say: Say): () => void {
  keepTogether(deck, stretch)
  return () => openSpeaker(deck, say)
}

/** Opens the speaker view in a window of its own, or comes back to it. */
function openSpeaker(deck: RevealApi, say: Say): void {
  const link = document.querySelector<HTMLAnchorElement>('.to-speaker')
  if (!link) {
    say('There is no speaker view beside this deck')
    return
  }
  const address = `${link.href}#/${deck.getCurrentSlide().id}`
  const opened = window.open(address, link.target, 'popup,width=1280,height=720')
  if (opened) opened.focus()
  else say(BLOCKED)
}

function keepTogether(deck: RevealApi, stretch: Stretch): void {
  const line = new BroadcastChannel(`throughline ${new URL('.', location.href)}`)
  const tell = (message: Message): void => line.postMessage(message)
  const tellWhere = (): void => tell({ type: 'at', slide: deck.getCurrentSlide().id })
  line.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.type === 'arrived' && data.who === 'speaker') tellWhere()
    const slide = data.type === 'go' ? stretch.find(data.slide) : null
    if (slide && slide !== deck.getCurrentSlide()) stretch.show(slide)
  })
  deck.on('slidechanged', tellWhere)
  addEventListener('pagehide', () => tell({ type: 'left' }))
  addEventListener('pageshow', ({ persisted }) => persisted && tellWhere())
  tell({ type: 'arrived', who: 'deck' })
}
