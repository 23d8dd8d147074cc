/** Slides of another program, one after the other: a section for each, or for several with one title. */

/** A slide as its format has it. */
interface ForeignSlide {
  /** From 1. */
  readonly number: number
  /** The words of its title; absent without one. */
  readonly words?: string
  /** The same as HTML. */
  readonly title?: string
  readonly body: string
  readonly notes: string
  readonly isHidden: boolean
}

/** Makes sections of slides. */
export class SlideSequence {
  readonly readAs: string[] = []
  /** The title of the slide before. */
  #before: string | undefined

  /** Whether a slide with this title goes on with the one before. */
  goesOn(words: string | undefined): boolean {
    return words !== undefined && words === this.#before
  }

  /** The HTML of the next slide; `''` for one without words. */
  next({ number, words, title, body, notes, isHidden }: ForeignSlide): string {
    const content = body + (notes === '' ? '' : `<x-notes>${notes}</x-notes>`)
    if (words === undefined && content === '') return ''
    const isMore = this.goesOn(words)
    if (words === undefined)
      this.readAs.push(`slide ${number} has no title: "Slide ${number}" stands for it`)
    if (isMore) this.readAs.push(`slide ${number}: it goes on with "${words}"`)
    this.#before = words
    const name = title ?? `Slide ${number}`
    const heading =
      number === 1 && words !== undefined ? `<p data-title>${name}</p>` : `<h2>${name}</h2>`
    const slide = (isMore ? '' : heading) + content
    if (!isHidden) return slide
    this.readAs.push(`slide ${number}, which is hidden: it stays inside, for the team alone`)
    this.#before = undefined // what everyone reads has a heading of its own
    return `<x-internal why="A hidden slide">${slide}</x-internal>`
  }
}

/** What stands at the edge of slides, which a deck has of its own. */
export function edgeOf(words: string): string {
  return `what stands at the edge of its slides: "${words.slice(0, 80)}"`
}
