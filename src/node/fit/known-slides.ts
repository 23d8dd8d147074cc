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
  /** What was measured of other decks of this site just now, by markup and what sets it: what is measured here comes in. */
  readonly measured: Map<string, MeasuredSlide>
}

/** What says how a page of the site is set; fonts and pictures are named there and in the markup. */
const RE_SETS = /\.(?:css|js)$/

/**
 * Slides of a deck that the last build of it has measured, by their markup. The style sheets, fonts,
 * pictures and scripts that the deck loads, the browser and our code are the same, or none is known.
 */
export function knownSlides({
  folder,
  store,
  page,
  part,
  loaded,
  measured: elsewhere,
}: DeckOrder): KnownSlides {
  return async (markup, measure) => {
    const files = await hashesOf([...loaded].filter((file) => file !== page).sort(), folder)
    const which = { store, kind: 'fitted', about: [page, part, [...files], ...makers()] } as const
    const set = [...files.keys()].filter((file) => RE_SETS.test(file)).join('\n')
    const names = markup.map((one) => hash(`${set}\n${one}`))
    const kept = readValue<ReadonlyMap<string, MeasuredSlide>>(which)
    const known = (name: string) => kept?.get(name) ?? elsewhere.get(name)
    const places = names.flatMap((one, place) => (known(one) ? [] : [place]))
    const measured = places.length === 0 ? [] : await measure(places)
    const fresh = new Map(places.map((place, index) => [names[place], measured[index]]))
    const slides = names.flatMap((one) => fresh.get(one) ?? known(one) ?? [])
    const all = new Map(slides.map((slide, place) => [names[place] ?? '', slide]))
    if (names.some((one) => !kept?.has(one))) await keepValue(which, all)
    for (const [name, slide] of all) elsewhere.set(name, slide)
    return slides
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
