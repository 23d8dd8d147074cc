/** Shows a slide with what belongs to it: title, number, the slide after it, notes, evidence. */
import { LABELS } from '../../../ui/dialogs/modal.ts'
import { citedBy, entryOf } from './evidence.ts'
import type { SpeakerSlide, SpeakerSlides } from './slides.ts'

/** Returns what shows a slide. */
export function makePanels(
  root: HTMLElement,
  slides: SpeakerSlides,
): (slide: SpeakerSlide) => void {
  const place = (name: string): HTMLElement => part(root, `[data-place="${name}"]`)
  const screen = (name: string): HTMLElement => part(root, `[data-screen="${name}"]`)
  const setText = (name: string, words: string): void => {
    place(name).textContent = words
  }
  return (slide) => {
    const next = slides.to(slide, 'next')
    const right = slides.to(slide, 'right')
    setText('title', slide.title)
    setText('number', `${slide.column + 1} of ${slides.columns}`)
    setText('how', next && next.depth > 0 ? 'Next, one step down:' : 'Next:')
    setText('next', next?.title ?? 'the end')
    setText('right', right && right !== next ? `Right arrow: ${right.title}` : '')
    screen('now').replaceChildren(slide.element)
    screen('next').replaceChildren(...(next ? [next.element] : []))
    fill(place('notes'), notesOf(slide), 'No notes for this slide.')
    const cited = citedBy(slide.element, [...slide.privateNotes, ...slide.notes]).map(entryOf)
    fill(place('evidence'), cited.length > 0 ? [listOf(cited)] : [], 'This slide cites nothing.')
  }
}

/** The private notes come first, named and apart from the words that the audience may read too. */
function notesOf({ notes, privateNotes }: SpeakerSlide): readonly Node[] {
  if (privateNotes.length === 0) return notes
  const own = document.createElement('section')
  own.className = 'speaker-private'
  own.append(headOf('Private note'), ...privateNotes)
  if (notes.length === 0) return [own]
  const name = headOf('Public notes')
  name.className = 'speaker-public'
  return [own, name, ...notes]
}

function headOf(words: string): HTMLElement {
  const head = document.createElement('h3')
  head.textContent = words
  head.lang = LABELS
  return head
}

/** A part that the page always has. */
export function part<Part extends HTMLElement = HTMLElement>(
  root: HTMLElement,
  selector: string,
): Part {
  const found = root.querySelector<Part>(selector)
  if (!found) throw new Error(`Unexpected page without ${selector}`)
  return found
}

function fill(panel: HTMLElement, nodes: readonly Node[], otherwise: string): void {
  const empty = document.createElement('p')
  empty.className = 'speaker-quiet'
  empty.textContent = otherwise
  empty.lang = LABELS
  panel.replaceChildren(...(nodes.length > 0 ? nodes : [empty]))
  panel.scrollTop = 0
}

function listOf(entries: readonly HTMLElement[]): HTMLElement {
  const list = document.createElement('ul')
  list.append(...entries)
  return list
}
