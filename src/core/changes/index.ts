/** What changed between two editions of a case. */
export { editionOf, withoutFields } from './edition-of.ts'

import { challengeChanges } from './challenges.ts'
import { type Change, isOfChallenge, type Named } from './change.ts'
import { type Comparison, sideBySide } from './comparison.ts'
import type { Edition } from './edition.ts'
import { fieldChanges } from './fields.ts'
import { gapChanges } from './gaps.ts'
import { itemChanges } from './items.ts'
import { linkChanges } from './links.ts'
import { numberChanges } from './numbers.ts'
import { comparePassages } from './passages.ts'
import { sectionChanges } from './sections.ts'

export type { Change, Named, Pair } from './change.ts'
export type { Edition } from './edition.ts'
export type { DiffRun } from './words.ts'

/**
 * The changes from one edition to the other, the most important first, then in document order. `[]`
 * where a reader sees the same. Typing and layout are no changes: see `typing.ts`.
 */
export function compareCases(before: Edition, after: Edition): readonly Change[] {
  const comparison = sideBySide(before, after)
  const passages = comparePassages(comparison)
  const gaps = gapChanges(comparison, passages)
  const withGap = new Set(gaps.map(({ after }) => after.key))
  const changes = [
    ...fieldChanges(comparison),
    ...itemChanges(comparison, (key) => withGap.has(key) || passages.same.has(key)),
    ...numberChanges(comparison),
    ...sectionChanges(comparison, passages, (key) => withGap.has(key)),
    ...passages.handed,
    ...gaps,
    ...challengeChanges(comparison),
    ...linkChanges(comparison),
  ]
  return inOrder(changes, comparison)
}

/**
 * The order of changes: the ask and the rest of `case.yaml`, then kinds, the most important first,
 * then sections; what readers asked; links last.
 */
function ranksOf({ before, after }: Comparison): readonly Named['kind'][] {
  const kinds = [before, after].flatMap(({ edition }) => [...edition.kinds])
  const grounds = kinds.filter(([, { traits }]) => traits.includes('ground'))
  const names = [...grounds, ...kinds].map(([kind]) => kind)
  return [...new Set<Named['kind']>(['case', ...names, 'section'])]
}

const LINKS: ReadonlySet<Change['what']> = new Set(['linked', 'unlinked', 'confirmed', 'doubted'])

function inOrder(changes: readonly Change[], comparison: Comparison): readonly Change[] {
  const [ranks, places] = [ranksOf(comparison), placesOf(comparison)]
  const keys = new Map(changes.map((change) => [change, orderOf(change, ranks, places)]))
  return changes.toSorted((a, b) => {
    const [one, other] = [keys.get(a) ?? [], keys.get(b) ?? []]
    return (one[0] ?? 0) - (other[0] ?? 0) || (one[1] ?? 0) - (other[1] ?? 0)
  })
}

function orderOf(
  change: Change,
  ranks: readonly Named['kind'][],
  places: Places,
): readonly [number, number] {
  const about = change.after ?? change.before
  const own = isOfChallenge(change) ? ranks.length : ranks.indexOf(about?.kind ?? 'section')
  const rank = LINKS.has(change.what) ? ranks.length + 1 : own
  const place = change.after
    ? places.after.get(change.after.key)
    : places.before.get(change.before?.key ?? '')
  return [rank, place ?? 0]
}

/** Key → place in the later edition; what is gone comes after what it followed. */
interface Places {
  readonly before: ReadonlyMap<string, number>
  readonly after: ReadonlyMap<string, number>
}

function placesOf({ before, after, now }: Comparison): Places {
  const later = new Map<string, number>()
  const earlier = new Map<string, number>()
  for (const parts of ['items', 'sections'] as const) {
    for (const [index, { key }] of after.edition[parts].entries()) later.set(key, index)
    let last = -1
    for (const { key } of before.edition[parts]) {
      last = later.get(now.get(key) ?? '') ?? last
      earlier.set(key, last + 0.5)
    }
  }
  return { before: earlier, after: later }
}
