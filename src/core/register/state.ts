/** How far an item is: one of a closed set of states, in the words of a sponsor. */

import type { StaleDecision } from '../changes/stale.ts'
import { REAFFIRM } from '../changes/stale-sentence.ts'
import { TO_BE_WRITTEN } from '../graph/gaps-in-words.ts'
import type { Graph } from '../graph/index.ts'
import { isOfEvidence } from '../graph/reasoning.ts'
import type { Link } from '../model/case.ts'
import { type BuiltInKind, rowOf } from '../model/kinds.ts'

/** Every state, from what is missing to what is there. An item has the first one that is true of it. */
export const states = {
  'to-be-written': { label: TO_BE_WRITTEN, means: 'Its words are still missing.' },
  'no-evidence': { label: 'No evidence', means: 'A decision that no evidence supports.' },
  stale: {
    label: REAFFIRM,
    means: 'A decision whose evidence changed since it was last confirmed.',
  },
  uncited: {
    label: 'Uncited',
    means: 'Evidence that speaks for or against nothing and is cited nowhere.',
  },
  'not-linked': {
    label: 'Not linked',
    means: 'Nothing measures or serves it, or it measures and serves nothing.',
  },
  draft: { label: 'Draft link', means: 'Linked by drafts alone, which the team has to confirm.' },
  complete: { label: 'Complete', means: 'It has its words and the links that its kind needs.' },
} as const satisfies Record<string, { readonly label: string; readonly means: string }>

/** What the state of an item is called. */
export type ItemState = keyof typeof states

/** Every state, in the order of the table. */
export const stateNames = Object.keys(states) as readonly ItemState[]

/** Links out of an item and into it. */
interface Ends {
  readonly from: readonly Link[]
  readonly to: readonly Link[]
}

interface Need {
  /** Which of its links make such an item complete. */
  readonly counts: (ends: Ends) => readonly Link[]
  /** Its state where there are none. */
  readonly without: ItemState
}

const anyLink: Need = { counts: ({ from, to }) => [...from, ...to], without: 'not-linked' }

/** What an item of a kind needs. */
const needs: Readonly<Record<BuiltInKind, Need>> = {
  objective: {
    counts: ({ to }) => to.filter(({ role }) => role === 'measures' || role === 'serves'),
    without: 'not-linked',
  },
  'success-factor': {
    counts: ({ from }) => from.filter(({ role }) => role === 'measures'),
    without: 'not-linked',
  },
  benefit: { counts: ({ from }) => from, without: 'not-linked' },
  option: { counts: ({ from }) => from, without: 'not-linked' },
  challenge: anyLink,
  assumption: anyLink,
  estimate: anyLink,
  risk: anyLink,
  question: anyLink,
  decision: {
    counts: ({ to }) => to.filter(({ role }) => role === 'supports'),
    without: 'no-evidence',
  },
  evidence: {
    counts: ({ from, to }) => [...from.filter(isOfEvidence), ...to],
    without: 'uncited',
  },
}

/**
 * Key of each item → its state.
 *
 * @param stale decisions that are to be affirmed again
 */
export function statesOf(
  { case: { items, links, gaps }, kinds }: Pick<Graph, 'case' | 'kinds'>,
  stale: readonly StaleDecision[] = [],
): ReadonlyMap<string, ItemState> {
  const from = Map.groupBy(links, (link) => link.from)
  const to = Map.groupBy(links, (link) => link.to)
  const unwritten = new Set(gaps.flatMap(({ item, text }) => (text === undefined ? [] : item)))
  const staleKeys = new Set(stale.map(({ decision }) => decision))
  return new Map(
    items.map((item) => {
      const ends = { from: from.get(item.key) ?? [], to: to.get(item.key) ?? [] }
      const state = unwritten.has(item.key)
        ? 'to-be-written'
        : stateOf(needs[rowOf(item.kind, kinds).like], ends)
      const isHeld = state === 'draft' || state === 'complete'
      return [item.key, isHeld && staleKeys.has(item.key) ? 'stale' : state] as const
    }),
  )
}

function stateOf({ counts, without }: Need, ends: Ends): ItemState {
  const links = counts(ends)
  if (links.length === 0) return without
  return links.every(({ draft }) => draft) ? 'draft' : 'complete'
}
