/** What was measured of single slides: one is measured again where it, or whatever sets it, has changed. */
import { createHash } from 'node:crypto'
import { hashesOf, makers } from '../store/page.ts'
import { keepValue, readValue } from '../store/values.ts'
import type { KnownSlides, MeasuredSlide } from './measure.ts'

/** Of which deck. */
interface DeckOrder {
  /** Folder of the built site. */
  readonly folder: string
  readonly store: string
  /** File of its page, which says each slide by itself. */
  readonly page: string
  /** The name of a part of it; absent for all of it. */
  readonly part?: string | undefined
  /** Files that the page has loaded, itself too. */
  readonly loaded: ReadonlySet<string>
}

/**
 * Slides of a deck that the last build of it has measured, by their markup. The style sheets, fonts,
 * pictures and scripts that the deck loads, the browser and our code are the same, or none is known.
 */
export function knownSlides({ folder, store, page, part, loaded }: DeckOrder): KnownSlides {
  return async (markup, measure) => {
    const files = await hashesOf([...loaded].filter((file) => file !== page).sort(), folder)
    const which = { store, kind: 'fitted', about: [page, part, [...files], ...makers()] } as const
    const known =
      readValue<ReadonlyMap<string, MeasuredSlide>>(which) ?? new Map<string, MeasuredSlide>()
    const names = markup.map(hash)
    const places = names.flatMap((one, place) => (known.has(one) ? [] : [place]))
    const measured = places.length === 0 ? [] : await measure(places)
    const fresh = new Map(places.map((place, index) => [place, measured[index]]))
    const all = names.map((one, place) => fresh.get(place) ?? known.get(one))
    const slides = all.filter((slide) => slide !== undefined)
    if (places.length > 0)
      await keepValue(which, new Map(slides.map((slide, place) => [names[place] ?? '', slide])))
    return slides
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
