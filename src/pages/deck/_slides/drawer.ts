/**
 * The evidence drawer: `e` opens the card of the first evidence on the slide, then of the next, and
 * closes the only one.
 *
 * While it is open, Up and Down scroll it; Left, Right, Page Up and Page Down, which is what remote
 * controls send, close it and leave the slide as it is.
 */
import type { RevealApi } from 'reveal.js'
import type { Say } from './announce.ts'
import { isTyping } from './typing.ts'

const CLOSING_KEYS = new Set(['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown'])

/** Listens for the key, and counts what is on the slide. */
export function offerEvidence(deck: RevealApi, say: Say): void {
  const steps = makeSteps((by) => step(by, steps.focused()))
  let focusNext: HTMLElement | undefined

  const cards = (): readonly HTMLElement[] => cardsOf(deck.getCurrentSlide())
  const step = (by: 1 | -1, focus?: HTMLElement): void => {
    const all = cards()
    const open = openCard()
    const at = open ? all.indexOf(open) : -1
    const next = at < 0 ? all.at(by < 0 ? -1 : 0) : all.at((at + by) % all.length)
    // Closed first, so that the focus goes back to where it was before all of them.
    open?.hidePopover()
    if (!next) say('No evidence on this slide')
    if (!next || next === open) return
    focusNext = focus
    next.showPopover()
  }

  // In the phase before reveal.js listens: it must not see the key that closes the drawer.
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(document.activeElement)) return
      const open = openCard()
      if (open && CLOSING_KEYS.has(event.key)) open.hidePopover()
      else if (event.key.toLowerCase() === 'e' && !deck.isOverview()) step(event.shiftKey ? -1 : 1)
      else return
      event.preventDefault()
      event.stopPropagation()
    },
    true,
  )
  document.addEventListener(
    'toggle',
    ({ target, newState }) => {
      if (newState !== 'open' || !(target instanceof HTMLElement)) return
      const all = cards()
      steps.show(target, all.indexOf(target), all.length)
      target.tabIndex = -1
      ;(focusNext ?? target).focus()
      focusNext = undefined
    },
    true,
  )
}

function openCard(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.card:popover-open')
}

/** The cards of evidence on a slide, in order, each once; of what else it cites if there is none. */
function cardsOf(slide: HTMLElement): readonly HTMLElement[] {
  const openers = [...slide.querySelectorAll('button[popovertarget], .canvas a[href^="#/"]')]
  const names = [
    `card-${slide.dataset.item}`,
    ...openers.map(
      (opener) =>
        opener.getAttribute('popovertarget') ?? `card-${opener.getAttribute('href')?.slice(2)}`,
    ),
  ]
  const found = [...new Set(names)].flatMap((name) => document.getElementById(name) ?? [])
  const evidence = found.filter((card) => card.classList.contains('kind-evidence'))
  const cited = found.filter((card) => card.id !== `card-${slide.dataset.item}`)
  return evidence.length > 0 ? evidence : cited
}

interface Steps {
  /** Puts the buttons and the count into a card; takes them away where there is nothing to count. */
  show(card: HTMLElement, index: number, of: number): void
  /** The button that has the focus. */
  focused(): HTMLElement | undefined
}

function makeSteps(step: (by: 1 | -1) => void): Steps {
  const bar = document.createElement('p')
  bar.className = 'card-steps'
  const count = document.createElement('span')
  count.setAttribute('role', 'status')
  const button = (words: string, by: 1 | -1): HTMLButtonElement => {
    const made = document.createElement('button')
    made.type = 'button'
    made.textContent = words
    made.addEventListener('click', () => step(by))
    return made
  }
  const buttons = [button('Previous', -1), button('Next', 1)]
  bar.append(count, ...buttons)
  return {
    show(card, index, of) {
      bar.remove()
      if (index < 0 || of < 2) return
      count.textContent = `${index + 1} of ${of} on this slide`
      card.prepend(bar)
    },
    focused: () => buttons.find((one) => one === document.activeElement),
  }
}
