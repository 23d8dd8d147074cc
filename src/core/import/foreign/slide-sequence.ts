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

// Matches a paragraph above something else.
const RE_FIRST = /^\s*<p(?:\s[^>]*)?>((?:(?!<\/?p\b)[\s\S])+)<\/p>(?=\s*<)/
/** The most characters of a line that stands for a title. */
const LONGEST = 80

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
  next(slide: ForeignSlide): string {
    const { number, words, title, body, notes, isHidden } =
      slide.words === undefined ? this.#withFirst(slide) : slide
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
    const section = (isMore ? '' : heading) + content
    if (!isHidden) return section
    this.readAs.push(`slide ${number}, which is hidden: it stays inside, for the team alone`)
    this.#before = undefined // what everyone reads has a heading of its own
    return `<x-internal why="A hidden slide">${section}</x-internal>`
  }

  /** A slide without a title, with its first line for one where more stands below it. */
  #withFirst(slide: ForeignSlide): ForeignSlide {
    const [first = '', title = ''] = RE_FIRST.exec(slide.body) ?? []
    const words = title.replace(/<[^>]*>/g, '').trim()
    if (words === '' || words.length > LONGEST || /[.:]$/.test(words)) return slide
    this.readAs.push(`slide ${slide.number} has no title: its first line stands for it, "${words}"`)
    return { ...slide, words, title, body: slide.body.slice(first.length) }
  }
}

/** What stands at the edge of slides, which a deck has of its own. */
export function edgeOf(words: string): string {
  return `what stands at the edge of its slides: "${words.slice(0, 80)}"`
}
