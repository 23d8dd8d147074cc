/** The slides of the deck as the speaker view has them: their order, and where a move leads. */

/** One slide, taken out of the page until it is shown. */
export interface SpeakerSlide {
  readonly id: string
  readonly title: string
  readonly element: HTMLElement
  /** Public ones, made from prose. Empty where the slide has none. */
  readonly notes: readonly Node[]
  /** Those for the speaker alone. Empty where there are none, and in every build for others. */
  readonly privateNotes: readonly Node[]
  /** From 0: the main slide, which runs right, that it is or below which it lies. */
  readonly column: number
  /** From 0, where it is the main slide itself. */
  readonly depth: number
}

/** What leads from one slide to another; `next` and `previous` pass through all of them. */
export type Move = 'next' | 'previous' | 'left' | 'right' | 'up' | 'down' | 'first' | 'last'

export interface SpeakerSlides {
  readonly all: readonly SpeakerSlide[]
  /** How many run right. */
  readonly columns: number
  /** The slide of an address: its own id, or something that stands on it. */
  find(key: string): SpeakerSlide | undefined
  /** The main slide that a slide is, or below which it lies. */
  mainSlide(slide: SpeakerSlide): SpeakerSlide
  /** Where a move leads; undefined at an end. */
  to(slide: SpeakerSlide, move: Move): SpeakerSlide | undefined
}

/** Takes the slides out of the page. */
export function takeSlides(store: HTMLElement): SpeakerSlides {
  const aside = [...store.querySelectorAll<HTMLElement>('.left-out')]
  const columns = [...store.children]
    .filter((column) => !column.matches('.left-out'))
    .map((column) => elementsOf(column.matches('.stack') ? column.children : [column]))
  const all = columns.flatMap((elements, column) =>
    elements.map((element, depth) => take(element, { column, depth })),
  )
  const leftOut = aside.flatMap((box) => {
    const column = columns.findIndex((elements) =>
      elements.some(({ id }) => id === box.dataset.home),
    )
    return elementsOf(box.children).map((element) => take(element, { column, depth: 1 }))
  })
  store.replaceChildren()
  const found = new Map(
    [...leftOut, ...all].flatMap((slide) => idsOf(slide).map((id) => [id, slide] as const)),
  )
  for (const slide of [...leftOut, ...all]) found.set(slide.id, slide)
  const at = (column: number, depth = 0): SpeakerSlide | undefined =>
    all.find((slide) => slide.column === column && slide.depth === depth)
  const moves: Readonly<Record<Move, (from: SpeakerSlide) => SpeakerSlide | undefined>> = {
    // From a slide that is left out, one comes back to where it is counted.
    next: (from) => (leftOut.includes(from) ? at(from.column + 1) : all[all.indexOf(from) + 1]),
    previous: (from) => (leftOut.includes(from) ? at(from.column) : all[all.indexOf(from) - 1]),
    left: ({ column }) => at(column - 1),
    right: ({ column }) => at(column + 1),
    up: ({ column, depth }) => at(column, depth - 1),
    down: ({ column, depth }) => at(column, depth + 1),
    first: () => all[0],
    last: () => at(columns.length - 1),
  }
  return {
    all,
    columns: columns.length,
    find: (key) => found.get(key),
    mainSlide: (slide) => at(slide.column) ?? slide,
    to: (slide, move) => moves[move](slide),
  }
}

/** No slide is anything else. */
function elementsOf(found: Iterable<Element>): readonly HTMLElement[] {
  return [...found].filter((one) => one instanceof HTMLElement)
}

function take(element: HTMLElement, place: Pick<SpeakerSlide, 'column' | 'depth'>): SpeakerSlide {
  const notes = takeAside(element, '.notes')
  const privateNotes = takeAside(element, '.private-notes')
  // Addresses of the deck without a script: here the browser must not scroll to them.
  for (const anchor of element.querySelectorAll('[id^="/"]')) anchor.removeAttribute('id')
  const title = (element.getAttribute('aria-label') ?? '').replace(RE_PLACE, '')
  return { id: element.id, title, element, notes, privateNotes, ...place }
}

function takeAside(element: Element, selector: string): readonly Node[] {
  const aside = element.querySelector(`:scope > ${selector}`)
  aside?.remove()
  return [...(aside?.childNodes ?? [])]
}

// Matches "Slide 7 of 24: " before the title.
const RE_PLACE = /^Slide \d+ of \d+: /

function idsOf({ element }: SpeakerSlide): readonly string[] {
  return [...element.querySelectorAll('[id]')].map(({ id }) => id)
}
