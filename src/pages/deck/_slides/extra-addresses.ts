/** Sections and items without a slide or line of their own, and the slides on which they are found. */

import { slideFinder } from '../../../core/deck/find.ts'
import { flatten, type Slide } from '../../../core/deck/index.ts'
import { traitsOf } from '../../../core/deck/layouts.ts'
import { addressOf } from '../../../core/deck/slide-addresses.ts'
import { sectionsAround } from '../../../core/graph/around.ts'
import type { Item, Section } from '../../../core/model/case.ts'

/** An address that a slide answers to besides its own. */
export interface ExtraAddress {
  readonly key: string
  /** Set where the slide does not tell it: its card opens over the slide. */
  readonly opens?: Item
}

/** Extra addresses by the slide's id. Every section and item is found somewhere: at last on the title slide. */
export function extraAddressesOf(
  slides: readonly Slide[],
  theCase: SectionsAndItems,
): ReadonlyMap<string, readonly ExtraAddress[]> {
  const all = flatten(slides)
  const own = new Set(all.flatMap(addressesOf))
  const find = slideFinder(slides)
  const below = slidesBelow(all, theCase.sections)
  const title = all[0]?.id ?? ''
  const placeOf = (section: string): string =>
    sectionsAround(section, theCase.sections)
      .map(({ key }) => find(addressOf(key))?.id ?? below.get(key))
      .find((found) => found !== undefined) ?? title
  const extras: (ExtraAddress & { readonly on: string })[] = []
  for (const { key } of theCase.sections.values()) {
    for (const address of new Set([addressOf(key), key])) {
      if (!own.has(address)) extras.push({ key: address, on: placeOf(key) })
    }
  }
  for (const item of theCase.items.values()) {
    if (own.has(item.key)) continue
    const found = find(item.key)?.id
    extras.push({
      key: item.key,
      on: found ?? placeOf(item.section),
      ...(found === undefined ? { opens: item } : {}),
    })
  }
  return Map.groupBy(extras, ({ on }) => on)
}

interface SectionsAndItems {
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
    for (const { key } of sectionsAround(section, sections)) if (!first.has(key)) first.set(key, id)
  }
  return first
}
