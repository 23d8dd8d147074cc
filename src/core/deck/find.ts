/** On which slide something of the case shows. */

import type { Slide } from './slide.ts'
import { addressOf } from './slide-addresses.ts'

/** A slide as told to people: `slide 12 of 24`. */
export interface FoundSlide {
  /** Its address in the deck. */
  readonly id: string
  /** 1-based; what lies below a slide counts as that slide. */
  readonly n: number
  readonly of: number
}

/** Keys of the sections of which something is on a slide. */
export function sectionsOnSlides(slides: readonly Slide[]): ReadonlySet<string> {
  return new Set(
    slides.flatMap((slide) => [slide, ...slide.below]).flatMap(({ section }) => section ?? []),
  )
}

/** The first slide on which a key stands: as what it tells, among its lines, or as its section. */
export function slideFinder(slides: readonly Slide[]): (key: string) => FoundSlide | undefined {
  const found = new Map<string, FoundSlide>()
  const note = (key: string | undefined, slide: FoundSlide): void => {
    if (key !== undefined && !found.has(key)) found.set(key, slide)
  }
  const numbered = slides.map((slide, index) => ({ slide, n: index + 1, of: slides.length }))
  for (const { slide, ...at } of numbered) {
    for (const one of [slide, ...slide.below]) {
      const place = { id: one.id, ...at }
      note(one.id, place)
      note(one.item, place)
      // What has no slide below stands beside the decision.
      const below = new Set(slide.below.map(({ item }) => item))
      for (const { item } of one.evidence ?? []) if (!below.has(item)) note(item, place)
    }
  }
  // What has a slide of its own is not looked for among the lines of another.
  for (const { slide, ...at } of numbered)
    for (const one of [slide, ...slide.below])
      for (const { item } of one.body) note(item, { id: one.id, ...at })
  for (const { slide, ...at } of numbered) {
    if (slide.section === undefined) continue
    for (const key of [addressOf(slide.section), slide.section]) note(key, { id: slide.id, ...at })
  }
  return (key) => found.get(key)
}
