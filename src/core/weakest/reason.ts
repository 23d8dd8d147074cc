/** One plain sentence on why a claim will be attacked. */

import type { Graph } from '../graph/index.ts'
import { countOf, type Kind } from '../model/kinds.ts'
import { listed } from '../text/listed.ts'
import type { Claim } from './claim.ts'
import type { WeaknessId } from './weights.ts'

/** What is true of the evidence itself, as said behind "is". */
const OF_EVIDENCE: Readonly<Partial<Record<WeaknessId, string>>> = {
  old: 'old',
  closed: 'closed to readers',
  unrated: 'not rated',
}

/**
 * `5 success factors stand on it: no evidence is given and all its links are drafts.`
 *
 * @param graph to name the kinds of what stands on it
 * @param several whether it speaks of several claims alike
 */
export function reasonOf(
  { sort, standing, thin }: Claim,
  graph: Pick<Graph, 'items' | 'kinds'>,
  several: boolean,
): string {
  const carried = countsOf(standing, graph)
  if (sort === 'ask')
    return `${carried ? `${carried} lead to it, and it` : 'It'} is not written yet.`
  if (sort === 'gap') {
    return carried
      ? `Nothing is written here yet, and ${carried} ${verb(standing, 'waits', 'wait')} for it.`
      : 'Nothing is written here yet.'
  }
  const against = listed(clausesOf(new Set(thin), several))
  const first = carried
    ? `${carried} ${verb(standing, 'stands', 'stand')} on it: ${against}`
    : against
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}.`
}

/** `3 claims have nothing against them.` */
export function soundWords(sound: number): string {
  if (sound === 0) return 'Every claim has something against it.'
  return sound === 1
    ? '1 claim has nothing against it.'
    : `${sound} claims have nothing against them.`
}

function clausesOf(thin: ReadonlySet<WeaknessId>, several: boolean): readonly string[] {
  const its = several ? 'their' : 'its'
  return [
    thin.has('none') ? 'no evidence is given' : evidenceClause(thin, several),
    thin.has('stale')
      ? `${its} evidence changed since ${several ? 'they were' : 'it was'} last confirmed`
      : '',
    thin.has('red') ? `the team rates ${several ? 'them' : 'it'} red` : '',
    thin.has('risky') ? 'much falls if that proves wrong' : '',
    thin.has('challenged')
      ? `a reader has challenged ${several ? 'them' : 'it'} without an answer`
      : '',
    thin.has('opposed')
      ? `the case lists evidence against ${several ? 'them' : 'it'} without an answer`
      : '',
    thin.has('countered')
      ? `the case lists evidence against ${several ? 'them' : 'it'}, and its answer`
      : '',
    thin.has('gap') ? `something ${several ? 'they rest' : 'it rests'} on has no evidence` : '',
    thin.has('draft') ? `all ${its} links are drafts` : '',
  ].filter(Boolean)
}

/** `it rests on one source that is closed to readers and not rated`; `''` for nothing to say. */
function evidenceClause(thin: ReadonlySet<WeaknessId>, several: boolean): string {
  const marks = Object.entries(OF_EVIDENCE).flatMap(
    ([id, words]) => (thin.has(id as WeaknessId) ? [words] : []), // keys of the table
  )
  const are = listed(marks)
  if (thin.has('single')) {
    const rests = several ? 'each rests' : 'it rests'
    return `${rests} on one source${are && ` that is ${are}`}`
  }
  return are && `${several ? 'their' : 'its'} evidence is ${are}`
}

function verb(standing: readonly string[], one: string, many: string): string {
  return standing.length === 1 ? one : many
}

/** `3 objectives and 1 section`; `''` for nothing. */
function countsOf(
  keys: readonly string[],
  { items, kinds }: Pick<Graph, 'items' | 'kinds'>,
): string {
  const groups = Map.groupBy(keys, (key): Kind | 'section' => items.get(key)?.kind ?? 'section')
  return listed(
    [...groups].map(([kind, { length }]) => {
      if (kind !== 'section') return countOf(kind, length, kinds)
      return length === 1 ? '1 section' : `${length} sections`
    }),
  )
}
