/** The deck's end of the channel to the speaker view: opens it, and goes where it steers. */
import type { RevealApi } from 'reveal.js'
import type { Announce } from './announce.ts'
import type { Message } from './messages.ts'

const BLOCKED = 'The browser blocked the window. Press Tab until you reach the link “Speaker view”'

/** How slides are found and shown in the view of the moment. */
interface SlideWays {
  readonly find: (id: string) => HTMLElement | null
  readonly go: (slide: HTMLElement) => void
  /** Loads the pen, since something is drawn. */
  readonly loadPen: () => void
}

/** Keeps deck and speaker view together. Returns what opens it. */
export function offerSpeaker(deck: RevealApi, say: Announce, ways: SlideWays): () => void {
  connectToSpeaker(deck, ways)
  return () => openSpeaker(deck, say)
}

/** Opens the speaker view in a window of its own, or comes back to it. */
function openSpeaker(deck: RevealApi, say: Announce): void {
  const link = document.querySelector<HTMLAnchorElement>('.to-speaker')
  if (!link) return
  const address = `${link.href}#/${deck.getCurrentSlide().id}`
  const opened = window.open(address, link.target, 'popup,width=1280,height=720')
  if (opened) opened.focus()
  else say(BLOCKED)
}

function connectToSpeaker(deck: RevealApi, { find, go, loadPen }: SlideWays): void {
  const channel = new BroadcastChannel(`throughline ${new URL('.', location.href)}`)
  const send = (message: Message): void => channel.postMessage(message)
  const sendPlace = (): void => {
    const { f = -1 } = deck.getIndices()
    const slide = deck.getCurrentSlide()
    const of = stepsOf(slide)
    send({ type: 'at', slide: slide.id, ...(of > 0 ? { steps: { n: f + 1, of } } : {}) })
  }
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.type === 'arrived' && data.who === 'speaker') sendPlace()
    const slide = data.type === 'go' ? find(data.slide) : null
    if (slide && slide !== deck.getCurrentSlide()) go(slide)
    if (data.type === 'ink') loadPen()
    if (data.type === 'step') data.by > 0 ? deck.nextFragment() : deck.prevFragment()
  })
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden']) deck.on(event, sendPlace)
  addEventListener('pagehide', () => send({ type: 'left' }))
  addEventListener('pageshow', ({ persisted }) => persisted && sendPlace())
  send({ type: 'arrived', who: 'deck' })
}

/** How many presses show all of a slide: reveal.js numbers what comes together. */
function stepsOf(slide: Element): number {
  const fragments = [...slide.querySelectorAll<HTMLElement>('.fragment')]
  return Math.max(0, ...fragments.map(({ dataset }) => Number(dataset.fragmentIndex ?? 0) + 1))
}
