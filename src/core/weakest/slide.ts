/** The slide on which a claim will be attacked. */
import { type FoundSlide, slideFinder } from '../deck/find.ts'
import type { Slide } from '../deck/index.ts'
import type { Claim } from './claim.ts'

/** Returns what finds it. Something that is missing shows on the slide of gaps, or where the ask would stand. */
export function slideOf(slides: readonly Slide[]): (claim: Claim) => FoundSlide | undefined {
  const find = slideFinder(slides)
  return ({ key, sort }) =>
    (key === undefined ? undefined : find(key)) ??
    (sort === 'claim' ? undefined : (find('still-to-be-written') ?? find('ask')))
}
