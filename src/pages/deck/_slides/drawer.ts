/**
 * The evidence drawer: `e` opens the card of the first evidence on the slide, then of the next, and
 * closes the only one.
 *
 * Which other keys do what while it is open stands in the table of keys.
 */
import type { RevealApi } from 'reveal.js'
import type { Announce } from './announce.ts'
import { focusSlide } from './focus.ts'

interface Drawer {
  /** Opens the next one, or the one before. */
  step(by: 1 | -1): void
  isOpen(): boolean
  close(): void
}

/** Counts what is on the slide, and keeps the focus. */
export function offerEvidence(deck: RevealApi, say: Announce): Drawer {
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

  document.addEventListener(
    'toggle',
    ({ target, newState }) => {
      if (!(target instanceof HTMLElement) || !target.matches('.card')) return
      if (newState === 'closed') return keepFocus(deck, target)
      const all = cards()
      steps.show(target, all.indexOf(target), all.length)
      target.tabIndex = -1
      target.addEventListener('keydown', keepTabWithin)
      ;(focusNext ?? target).focus()
      focusNext = undefined
    },
    true,
  )
  return { step, isOpen: () => openCard() !== null, close: () => openCard()?.hidePopover() }
}

/** Controls of a card, as Tab reaches them. */
const CONTROLS = 'a[href], button:not([disabled])'

/** Behind the last control of a card comes its first: what lies below the drawer is not in sight. */
function keepTabWithin(event: KeyboardEvent): void {
  const { currentTarget: card, key, shiftKey } = event
  if (key !== 'Tab' || !(card instanceof HTMLElement)) return
  const controls = [...card.querySelectorAll<HTMLElement>(CONTROLS)]
  const focused = document.activeElement
  const isAtEnd = focused === controls.at(shiftKey ? 0 : -1) || (shiftKey && focused === card)
  if (!isAtEnd) return
  event.preventDefault()
  controls.at(shiftKey ? -1 : 0)?.focus()
}

/** A card that closes must not keep the focus where nothing had it before. */
function keepFocus(deck: RevealApi, card: HTMLElement): void {
  const { activeElement, body, documentElement } = document
  const isLost = activeElement === body || card.contains(activeElement)
  if (isLost && documentElement.classList.contains('presenting')) focusSlide(deck)
}

function openCard(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.card:popover-open')
}

/** The cards of evidence on a slide, then of footnotes, each once; of what else it cites if there is none. */
function cardsOf(slide: HTMLElement): readonly HTMLElement[] {
  const found = cardNamesOf(slide).flatMap((name) => document.getElementById(name) ?? [])
  const evidence = ['.kind-evidence', '.card-footnote'].flatMap((kind) =>
    found.filter((card) => card.matches(kind)),
  )
  const cited = found.filter((card) => card.id !== `card-${slide.dataset.item}`)
  return evidence.length > 0 ? evidence : cited
}

/** Ids of the cards that a slide may open, that of its own item first, each once. */
export function cardNamesOf(slide: HTMLElement): readonly string[] {
  const openers = [...slide.querySelectorAll('button[popovertarget], .canvas a[href^="#/"]')]
  const names = openers.map(
    (opener) =>
      opener.getAttribute('popovertarget') ?? `card-${opener.getAttribute('href')?.slice(2)}`,
  )
  return [...new Set([`card-${slide.dataset.item}`, ...names])]
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
