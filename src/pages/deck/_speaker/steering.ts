/** Keys and buttons of the speaker view that move the deck. */
import { areLetterKeysOn } from '../../../ui/dialogs/letter-keys.ts'
import { isTyping } from '../../../ui/dialogs/typing.ts'
import type { Move } from './slides.ts'

/** A key, with what it does; the same keys do the same in the deck. */
const KEYS: Readonly<Record<string, Move>> = {
  ArrowRight: 'right',
  ArrowLeft: 'left',
  ArrowDown: 'down',
  ArrowUp: 'up',
  ' ': 'next',
  'Shift+ ': 'previous',
  PageDown: 'next',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
}

/** As in the deck. */
const OVERVIEW = 'o'

interface Steering {
  readonly move: (move: Move) => void
  readonly openOverview: () => void
  /** What other keys of one letter do. */
  readonly key: (name: string) => (() => void) | undefined
}

/** What a focused part needs for itself: what is pressed there, and what scrolls. */
const OWN_KEYS = [
  { selector: 'button, a', keys: [' '] },
  { selector: '.speaker-scroll', keys: ['ArrowDown', 'ArrowUp'] },
] as const

/** Listens for keys and buttons. An open card keeps its keys. */
export function offerSteering(root: HTMLElement, { move, openOverview, key }: Steering): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const known = KEYS[event.shiftKey ? `Shift+${event.key}` : event.key]
    const other = event.key === OVERVIEW ? openOverview : key(event.key)
    const run = known ? () => move(known) : areLetterKeysOn() ? other : undefined
    if (!run || isTyping(document.activeElement)) return
    if (document.querySelector(':popover-open, dialog[open]') || isOwn(event)) return
    event.preventDefault()
    run()
  })
  root.querySelector('[data-overview]')?.addEventListener('click', openOverview)
  for (const button of root.querySelectorAll<HTMLElement>('[data-move]')) {
    button.addEventListener('click', () => move(button.dataset.move as Move)) // as in the page
  }
}

function isOwn({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  return OWN_KEYS.some(({ selector, keys }) => {
    const part = target.closest(selector)
    return part !== null && (keys as readonly string[]).includes(key) && needs(part, key)
  })
}

/** What holds no more than is in sight has no use for the arrows. */
function needs(part: Element, key: string): boolean {
  return key === ' ' || part.scrollHeight > part.clientHeight
}
