/** The speaker view's end of the channel to the deck. */
import type { Message, Steps } from '../_slides/messages.ts'

/** What happens at the other end. */
interface DeckEvents {
  /** The deck stands on a slide, of which so many steps have come. */
  at(slide: string, steps: Steps | undefined): void
  /** The deck has come, and asks where the speaker is. */
  asked(): void
  /** The deck is gone. */
  left(): void
  /** Something is drawn. */
  drawn(): void
}

interface DeckChannel {
  /** Asks the deck where it is. */
  ask(): void
  go(slide: string): void
  /** Asks for the next step of the slide, or for one step back. */
  step(by: 1 | -1): void
}

/**
 * Opens the channel.
 * @param folder address of the folder in which the deck stands
 */
export function openDeckChannel(folder: string, heard: DeckEvents): DeckChannel {
  const channel = new BroadcastChannel(`throughline ${folder}`)
  const send = (message: Message): void => channel.postMessage(message)
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.type === 'at') heard.at(data.slide, data.steps)
    else if (data.type === 'left') heard.left()
    else if (data.type === 'ink') heard.drawn()
    else if (data.type === 'arrived' && data.who === 'deck') heard.asked()
  })
  return {
    ask: () => send({ type: 'arrived', who: 'speaker' }),
    go: (slide) => send({ type: 'go', slide }),
    step: (by) => send({ type: 'step', by }),
  }
}
