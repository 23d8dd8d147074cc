/** Gaps that were filled, and gaps that are new. */
import { TO_BE_WRITTEN } from '../graph/gaps-in-words.ts'
import { type Gap, wholeTextOf } from '../model/case.ts'
import type { Gapped } from './change.ts'
import type { Comparison } from './comparison.ts'
import { pairOf, passageOf } from './items.ts'
import type { Passages } from './passages.ts'
import { printOf } from './typing.ts'

/** A change for each section and item that is in both editions and has other gaps than before. */
export function gapChanges(comparison: Comparison, { reworded }: Passages): readonly Gapped[] {
  const { before, after, now, was } = comparison
  const earlier = byHolder(before.edition.gaps, (key) => now.get(key))
  const later = byHolder(after.edition.gaps, (key) => key)
  const holders = new Set([...earlier.keys(), ...later.keys()])
  return [...holders].flatMap((key): readonly Gapped[] => {
    const known = was.get(key)
    if (known === undefined) return []
    const [gone, come] = withoutShared(earlier.get(key) ?? [], later.get(key) ?? [])
    const [one, other] = [gone[0], come[0]]
    if (!one && !other) return []
    const [item, itemNow] = [before.items.get(known), after.items.get(key)]
    return [
      {
        what: other === undefined ? 'written' : one === undefined ? 'opened' : 'reassigned',
        ...pairOf({ before: known, after: key }, comparison),
        ...(one?.text === undefined ? {} : { was: one.text }),
        ...(other?.text === undefined ? {} : { now: other.text }),
        words:
          item && itemNow
            ? passageOf(wholeTextOf(item), wholeTextOf(itemNow))
            : (reworded.get(key) ?? []),
      },
    ]
  })
}

/** Gaps by the later key of their item or section. "No evidence" is told with the evidence instead. */
function byHolder(
  gaps: readonly Gap[],
  keyOf: (key: string) => string | undefined,
): ReadonlyMap<string, readonly Gap[]> {
  const ownGaps = gaps.filter(({ item, text }) => item === undefined || text !== undefined)
  const held = Map.groupBy(ownGaps, ({ item, section }) => keyOf(item ?? section) ?? '')
  held.delete('')
  return held
}

/** Two lists of gaps without those that are in both. */
function withoutShared(
  before: readonly Gap[],
  after: readonly Gap[],
): readonly [readonly Gap[], readonly Gap[]] {
  const rest = [...after]
  const gone = before.filter((gap) => {
    const at = rest.findIndex((other) => wordsOf(other) === wordsOf(gap))
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return [gone, rest]
}

/** An empty section counts as one that says "To be written". */
function wordsOf({ text }: Gap): string {
  return printOf(text ?? TO_BE_WRITTEN)
}
