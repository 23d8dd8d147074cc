/** What comes with the next press: marked by the page, hidden and shown by reveal.js as its fragments. */
import type { RevealApi } from 'reveal.js'
import type { Announce } from './announce.ts'

/** As much of a step is said aloud; who wants all of it can read it. */
const SAID_LETTERS = 160

/**
 * Makes fragments of what comes step by step. Call it before the deck starts. Without it all is shown,
 * as on paper.
 */
export function markSteps(stage: HTMLElement): void {
  for (const step of stage.querySelectorAll('.step')) {
    for (const part of partsOf(step)) part.classList.add('fragment')
  }
}

/** Says what has come. */
export function announceSteps(deck: RevealApi, say: Announce): void {
  deck.on('fragmentshown', (event) => {
    const { fragments } = event as Event & { readonly fragments: readonly HTMLElement[] } // as reveal.js sends
    say(shorten(fragments.map(wordsOf).join(' ')), 'aloud')
  })
}

/** Lets come what stands in a step of the slide that is shown, with the steps before it. */
export function showStep(deck: RevealApi, place: Element): void {
  const fragment = place.closest<HTMLElement>('.fragment')
  const slide = fragment?.closest<HTMLElement>('.slide')
  if (!fragment || !slide || fragment.classList.contains('visible')) return
  const { h, v } = deck.getIndices(slide)
  deck.slide(h, v, Number(fragment.dataset['fragmentIndex'] ?? 0))
}

/** Shows so many steps of the slide that is shown. */
export function showSteps(deck: RevealApi, step: number): void {
  const { h, v, f = -1 } = deck.getIndices()
  if (f !== step - 1) deck.slide(h, v, step - 1)
}

/** Entries of a list come one at a time, everything else as it stands. */
function partsOf(step: Element): readonly Element[] {
  const children = [...step.children]
  if (!children.some(isList)) return [step]
  return children.flatMap((child) => (isList(child) ? [...child.children] : [child]))
}

function isList({ localName }: Element): boolean {
  return localName === 'ul' || localName === 'ol'
}

function wordsOf(part: HTMLElement): string {
  const pictures = [...part.querySelectorAll('img')].map(({ alt }) => alt)
  return [part.textContent ?? '', ...pictures].join(' ').replace(/\s+/g, ' ').trim()
}

/** Cut at a word. */
function shorten(words: string): string {
  if (words.length <= SAID_LETTERS) return words
  return `${words.slice(0, words.lastIndexOf(' ', SAID_LETTERS))} …`
}
