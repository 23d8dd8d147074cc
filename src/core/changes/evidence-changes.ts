/** What happens to evidence, and so to the decisions that rest on it. */
import { isOfEvidence } from '../graph/reasoning.ts'
import { NOT_RATED } from '../graph/strength-words.ts'
import type { Added, Change, Linked, Named, Rated } from './change.ts'
import type { DiffRun } from './words.ts'

/** A change of evidence. */
export interface EvidenceChange {
  readonly what: 'reworded' | 'removed' | 'rated'
  readonly evidence: Named
  /** Keys of the decisions under which it is or was. */
  readonly supports: readonly string[]
  /** What it said before and after; `''` where it was not under the decision. */
  readonly from: string
  readonly to: string
}

/** What a change does to evidence; `[]` where it puts no decision in doubt, and frees none from doubt. */
export function evidenceChangesOf(change: Change): readonly EvidenceChange[] {
  const { before, supports = [] } = change
  if (change.what === 'linked' || change.what === 'unlinked') return ofReuse(change)
  if (change.what === 'added') return comeOf(change)
  if (!before || supports.length === 0) return []
  const { what } = change
  if (what === 'removed') return [{ what, evidence: before, supports, from: change.text, to: '' }]
  if (what === 'rated') return ratedAnew(change)
  if (what !== 'reworded' && what !== 'opened' && what !== 'written') return []
  const [from, to] = [textOf(change.words, 'added'), textOf(change.words, 'removed')]
  // What was still to be written changes nothing that a decision rests on.
  return [
    {
      what: 'reworded',
      evidence: change.after,
      supports,
      from: what === 'written' ? '' : from,
      to,
    },
  ]
}

/** Evidence that came. Evidence that came together with its decision casts no doubt on it. */
function comeOf({ after, text, supports = [] }: Added): readonly EvidenceChange[] {
  return supports.length === 0
    ? []
    : [{ what: 'removed', evidence: after, supports, from: '', to: text }]
}

/** A re-use that came or was taken out: then the evidence is no longer under the decision. */
function ofReuse({ what, role, after, others }: Linked): readonly EvidenceChange[] {
  if (!isOfEvidence({ role })) return []
  const ends = what === 'linked' ? { from: '', to: 'used' } : { from: 'used', to: '' }
  return others.map((evidence) => ({
    ...{ what: 'removed', evidence, supports: [after.key] },
    ...ends,
  }))
}

/** A rating that changed. A first rating says more about the evidence, and does not change it. */
function ratedAnew({ after: evidence, supports = [], ratings }: Rated): readonly EvidenceChange[] {
  if (ratings.every(({ before = NOT_RATED }) => before === NOT_RATED)) return []
  const [from, to] = (['before', 'after'] as const).map((when) =>
    ratings.map((rating) => `${rating.term} ${rating[when] ?? NOT_RATED}`).join('\n'),
  )
  return [{ what: 'rated', evidence, supports, from: from ?? '', to: to ?? '' }]
}

/** A text as it was or is: all but the words that came or went. */
function textOf(words: readonly (readonly DiffRun[])[], without: DiffRun['mark']): string {
  return words
    .flat()
    .flatMap(({ text, mark }) => (mark === without ? [] : [text]))
    .join('')
}
