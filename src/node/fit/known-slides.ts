/** What was measured of single slides: one is measured again where it, or whatever sets it, has changed. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { keep } from '../store/atomic-write.ts'
import { readStored, storeFolder } from '../store/index.ts'
import { hashesOf, makers } from '../store/page.ts'
import { seal, unseal } from '../store/seal.ts'
import type { KnownSlides, MeasuredSlide } from './measure.ts'

/** Of which deck. */
interface DeckOrder {
  /** Folder of the built site. */
  readonly folder: string
  readonly store: string
  /** File of its page, which says each slide by itself. */
  readonly page: string
  /** Files that the page has loaded, itself too. */
  readonly loaded: ReadonlySet<string>
}

/**
 * Slides of a deck that the last build of it has measured, by their markup. The style sheets, fonts,
 * pictures and scripts that the deck loads, the browser and our code are the same, or none is known.
 */
export function knownSlides({ folder, store, page, loaded }: DeckOrder): KnownSlides {
  return async (markup, measure) => {
    const files = await hashesOf([...loaded].filter((file) => file !== page).sort(), folder)
    const name = hash(JSON.stringify([page, [...files], ...makers()])).slice(0, 32)
    const path = join(storeFolder(store, 'fitted'), `${name}.stored`)
    const known =
      unseal<ReadonlyMap<string, MeasuredSlide>>(readStored(path)) ??
      new Map<string, MeasuredSlide>()
    const names = markup.map(hash)
    const places = names.flatMap((one, place) => (known.has(one) ? [] : [place]))
    const measured = places.length === 0 ? [] : await measure(places)
    const fresh = new Map(places.map((place, index) => [place, measured[index]]))
    const all = names.map((one, place) => fresh.get(place) ?? known.get(one))
    const slides = all.filter((slide) => slide !== undefined)
    if (places.length > 0)
      await keep(path, seal(new Map(slides.map((slide, place) => [names[place] ?? '', slide]))))
    return slides
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
