/** Items that came or went, have other words, moved, or are rated anew. */

import { strengthWords } from '../graph/strength-words.ts'
import { type Item, wholeTextOf } from '../model/case.ts'
import { isLike } from '../model/kinds.ts'
import { readGap } from '../syntax/conventions/gap.ts'
import type {
  Added,
  Change,
  LinkFrom,
  LinkTo,
  Moved,
  Named,
  Rated,
  Removed,
  Reworded,
} from './change.ts'
import { type Comparison, type EditionSide, LINK_END, named } from './comparison.ts'
import { compareWords, type DiffRun } from './words.ts'

/** An item of which less than this part stayed is not "reworded". */
const REWRITTEN = 0.2

/** Every change of an item but number, links, and the words of a gap, which are told elsewhere. */
export function itemChanges(
  comparison: Comparison,
  isGap: (key: string) => boolean,
): readonly Change[] {
  const { before, after, now, was } = comparison
  const gone = decisionEvidenceOf(before, now)
  const come = decisionEvidenceOf(after, was)
  return [
    ...before.edition.items
      .filter(({ key }) => !now.has(key) && !gone.led.has(key))
      .map((item) => removal(item, before, gone)),
    ...after.edition.items.flatMap((item): readonly Change[] => {
      const earlier = before.items.get(was.get(item.key) ?? '')
      if (!earlier) return come.led.has(item.key) ? [] : [addition(item, comparison, come)]
      return [
        ...(isGap(item.key) ? [] : rewording(earlier, item, comparison)),
        ...moving(earlier, item, comparison),
        ...rating(earlier, item, comparison),
      ]
    }),
  ]
}

/** The words of two texts as a change shows them; `[]` where a reader sees no difference. */
export function passageOf(before: string, after: string): readonly (readonly DiffRun[])[] {
  const words = compareWords(before, after)
  return words ? [words] : []
}

/** Whether little of a text stayed, counted in letters. */
export function isRewritten(
  words: readonly (readonly DiffRun[])[],
  [before, after]: readonly [string, string],
): boolean {
  const lengthOf = (mark: DiffRun['mark']): number =>
    words.flat().reduce((sum, run) => sum + (run.mark === mark ? run.text.length : 0), 0)
  const [removed, added] = [lengthOf('removed'), lengthOf('added')]
  const all = before.length + after.length
  return removed > 0 && added > 0 && removed + added > (1 - REWRITTEN) * all
}

/** A part in both editions, and for evidence the decisions that it supports. */
export function pairOf(
  keys: { readonly before: string; readonly after: string },
  { before, after }: Comparison,
): { readonly before: Named; readonly after: Named; readonly supports?: readonly string[] } {
  return {
    before: named(before, keys.before),
    after: named(after, keys.after),
    ...supportOf(after, keys.after),
  }
}

function supportOf(
  { edition, items, supports }: EditionSide,
  key: string,
): { readonly supports?: readonly string[] } {
  const kind = items.get(key)?.kind
  const isEvidence = kind !== undefined && isLike(kind, 'evidence', edition.kinds)
  return isEvidence ? { supports: supports.get(key) ?? [] } : {}
}

function addition(item: Item, { after, was }: Comparison, { followers }: DecisionEvidence): Added {
  const links = (after.linksFrom.get(item.key) ?? []).map(
    ({ role, to, draft }): LinkTo => ({
      ...{ role, to: named(after, to) },
      ...(draft ? { draft } : {}),
    }),
  )
  const linkedBy = (after.linksTo.get(item.key) ?? [])
    .filter(({ from, role }) => was.has(from) && LINK_END[role] === 'to')
    .map(
      ({ role, from, draft }): LinkFrom => ({
        ...{ role, from: named(after, from) },
        ...(draft ? { draft } : {}),
      }),
    )
  const together = (followers.get(item.key) ?? []).map((key) => named(after, key))
  return {
    ...{ what: 'added', after: named(after, item.key), text: item.text, together, links },
    ...(linkedBy.length > 0 ? { linkedBy } : {}),
    ...supportOf(after, item.key),
    ...(readGap(item.text) ? { gap: true } : {}),
  }
}

function removal(item: Item, before: EditionSide, { followers }: DecisionEvidence): Removed {
  const together = (followers.get(item.key) ?? []).map((key) => named(before, key))
  const gone = { before: named(before, item.key), text: item.text, together }
  return { what: 'removed', ...gone, ...supportOf(before, item.key) }
}

/** Evidence that came or went with a decision. */
interface DecisionEvidence {
  /** Key of a decision → keys of its evidence. */
  readonly followers: ReadonlyMap<string, readonly string[]>
  /** Keys of all that evidence. */
  readonly led: ReadonlySet<string>
}

/** Evidence goes with the first decision that it supports, where all of these came or went too. */
function decisionEvidenceOf(
  { edition, supports }: EditionSide,
  paired: ReadonlyMap<string, string>,
): DecisionEvidence {
  const followers = new Map<string, string[]>()
  const led = new Set<string>()
  for (const { key } of edition.items) {
    const decisions = supports.get(key) ?? []
    const [leader] = decisions
    if (leader === undefined || [key, ...decisions].some((one) => paired.has(one))) continue
    led.add(key)
    followers.set(leader, [...(followers.get(leader) ?? []), key])
  }
  return { followers, led }
}

function rewording(earlier: Item, item: Item, comparison: Comparison): readonly Reworded[] {
  const texts = [wholeTextOf(earlier), wholeTextOf(item)] as const
  const words = passageOf(...texts)
  if (words.length === 0) return []
  const pair = pairOf({ before: earlier.key, after: item.key }, comparison)
  return [
    {
      what: 'reworded',
      ...pair,
      words,
      ...(isRewritten(words, texts) ? { rewritten: true } : {}),
    },
  ]
}

/**
 * Whether an item moved to a section that is not new, from one that is still there. Evidence moves
 * with its decision.
 */
function moving(earlier: Item, item: Item, comparison: Comparison): readonly Moved[] {
  const { before, after, now, was } = comparison
  const [from, to] = [earlier.section, item.section]
  if (now.get(from) === to || !now.has(from) || !was.has(to)) return []
  const decisions = after.supports.get(item.key) ?? []
  if (decisions.some((key) => after.items.get(key)?.section === to)) return []
  const pair = pairOf({ before: earlier.key, after: item.key }, comparison)
  return [{ what: 'moved', ...pair, from: named(before, from), to: named(after, to) }]
}

function rating(earlier: Item, item: Item, comparison: Comparison): readonly Rated[] {
  const [before, after] = [earlier, item].map(
    ({ strength }) => new Map(strengthWords(strength).map(({ term, words }) => [term, words])),
  )
  const ratings = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].flatMap(
    (term) => {
      const [was, now] = [before?.get(term), after?.get(term)]
      if (!compareWords(was ?? '', now ?? '')) return []
      return [{ term, ...(was ? { before: was } : {}), ...(now ? { after: now } : {}) }]
    },
  )
  if (ratings.length === 0) return []
  return [
    { what: 'rated', ...pairOf({ before: earlier.key, after: item.key }, comparison), ratings },
  ]
}
