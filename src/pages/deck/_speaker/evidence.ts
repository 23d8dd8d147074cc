/**
 * The evidence that a slide and its notes cite, as its cards tell it.
 *
 * The deck's drawer counts the same cards. It is not shared: the deck would load a file more.
 */

/** The cards of the evidence on a slide, in order, each once; of what else it cites if there is none. */
export function citedBy(slide: Element, notes: readonly Node[]): readonly HTMLElement[] {
  const within = [slide, ...notes.filter((node) => node instanceof Element)]
  const own = `card-${slide.getAttribute('data-item')}`
  const names = within.flatMap((part) => [...part.querySelectorAll(OPENERS)].map(cardName))
  const found = [...new Set([own, ...names])].flatMap((name) => document.getElementById(name) ?? [])
  const evidence = found.filter((card) => card.classList.contains('kind-evidence'))
  return evidence.length > 0 ? evidence : found.filter((card) => card.id !== own)
}

/** What a card says, without its links. */
export function entryOf(card: HTMLElement): HTMLElement {
  const entry = document.createElement('li')
  entry.className = [...card.classList].filter((name) => name.startsWith('kind-')).join(' ')
  const name = document.createElement('h3')
  name.textContent = card.getAttribute('aria-label')
  const texts = [...card.querySelectorAll('.card-text, .strength, .strength-list')]
  entry.append(name, ...texts.map((part) => part.cloneNode(true)))
  return entry
}

const OPENERS = 'button[popovertarget], a[href^="#/"]'

function cardName(opener: Element): string {
  return (
    opener.getAttribute('popovertarget') ??
    `card-${opener.getAttribute('href')?.slice('#/'.length)}`
  )
}
