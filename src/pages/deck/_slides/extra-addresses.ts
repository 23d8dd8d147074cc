/** Sections and items without a slide or line of their own, and the slides on which they are found. */

import { addressOf } from '../../../core/deck/addresses.ts'
import { slideFinder } from '../../../core/deck/find.ts'
import { flatten, type Slide } from '../../../core/deck/index.ts'
import { traitsOf } from '../../../core/deck/layouts.ts'
import type { Item, Section } from '../../../core/model/case.ts'

/** An address that a slide answers to besides its own. */
export interface Guest {
  readonly key: string
  /** Set where the slide does not tell it: its card opens over the slide. */
  readonly opens?: Item
}

/** Guests by the slide's id. Every section and item is found somewhere: at last on the title slide. */
export function guestsOf(
  slides: readonly Slide[],
  story: Known,
): ReadonlyMap<string, readonly Guest[]> {
  const all = flatten(slides)
  const own = new Set(all.flatMap(addressesOf))
  const find = slideFinder(slides)
  const below = slidesBelow(all, story.sections)
  const title = all[0]?.id ?? ''
  const placeOf = (key: string): string => {
    const section = story.sections.get(key)
    const found = find(section ? addressOf(key) : key)?.id ?? below.get(key)
    if (found !== undefined) return found
    return section?.parent === undefined ? title : placeOf(section.parent)
  }
  const guests: (Guest & { readonly on: string })[] = []
  for (const { key } of story.sections.values()) {
    for (const address of new Set([addressOf(key), key])) {
      if (!own.has(address)) guests.push({ key: address, on: placeOf(key) })
    }
  }
  for (const item of story.items.values()) {
    if (own.has(item.key)) continue
    const told = find(item.key)?.id
    guests.push({
      key: item.key,
      on: told ?? placeOf(item.section),
      ...(told === undefined ? { opens: item } : {}),
    })
  }
  return Map.groupBy(guests, ({ on }) => on)
}

interface Known {
  readonly sections: ReadonlyMap<string, Section>
  readonly items: ReadonlyMap<string, Item>
}

/** A slide's own address, and those of the items that are lines on it. */
function addressesOf({ id, also = [], layout, body }: Slide): readonly string[] {
  const { lines } = traitsOf(layout)
  return [id, ...also, ...(lines ? body.flatMap(({ item }) => item ?? []) : [])]
}

/** Key of a section → the first slide of anything in it. */
function slidesBelow(
  slides: readonly Slide[],
  sections: ReadonlyMap<string, Section>,
): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  for (const { id, section } of slides) {
    for (let at = section; at !== undefined; at = sections.get(at)?.parent) {
      if (!first.has(at)) first.set(at, id)
    }
  }
  return first
}
