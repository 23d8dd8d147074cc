/** The weaknesses of a claim: why a sponsor would doubt it. */

import { isRestricted } from '../audience/access.ts'
import { staleOf } from '../changes/stale.ts'
import { unansweredOf } from '../feedback/index.ts'
import type { Graph } from '../graph/index.ts'
import type { ReasoningStep } from '../graph/reasoning.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import { has, isLike } from '../model/kinds.ts'
import { monthsBetween } from '../text/age.ts'
import type { WeaknessId } from './weights.ts'

interface ReasoningContext {
  readonly assembled: Checkable
  readonly above: ReadonlyMap<string, readonly ReasoningStep[]>
  readonly below: ReadonlyMap<string, readonly ReasoningStep[]>
  /** Keys of the evidence against a claim. */
  readonly against: ReadonlyMap<string, readonly string[]>
}

/**
 * What a claim rests on that can be followed: evidence and decisions right below it, and estimates in its sum. What it
 * measures, serves or meets is its aim and no ground.
 */
export function groundsOf(
  { key, kind }: Pick<Item, 'key' | 'kind'>,
  below: ReasoningContext['below'],
  { items, kinds }: Pick<Graph, 'items' | 'kinds'>,
): readonly Item[] {
  const keys = new Set((below.get(key) ?? []).map(({ ground }) => ground))
  return [...keys].flatMap((ground) => {
    const item = items.get(ground)
    // A sum stands on what it is made of.
    const isSummed = item && has(item.kind, 'valued', kinds) && has(kind, 'valued', kinds)
    return item && (isSummed || has(item.kind, 'ground', kinds)) ? [item] : []
  })
}

/**
 * All weaknesses of a claim. About evidence, only what is true of every piece: one good piece is
 * enough.
 */
export function weaknessesOf(
  item: Item,
  grounds: readonly Item[],
  { assembled, above, below, against }: ReasoningContext,
): readonly WeaknessId[] {
  const { items, kinds } = assembled.graph
  const opposing = (against.get(item.key) ?? []).flatMap((key) => items.get(key) ?? [])
  const evidence = grounds.filter(({ kind }) => isLike(kind, 'evidence', kinds))
  const red = isRed(item) || (evidence.length > 0 && evidence.every(isRed))
  const found: Readonly<Record<WeaknessId, boolean>> = {
    none: grounds.length === 0,
    red,
    risky: red && item.strength?.impact?.colour === 'red',
    challenged: unansweredOf(assembled.feedback.about.get(item.key)) > 0,
    stale: staleOf(item.key, assembled.outside) !== undefined,
    single: grounds.length === 1,
    old: evidence.length > 0 && evidence.every((one) => isOld(one, assembled)),
    closed: evidence.length > 0 && evidence.every((one) => isClosed(one, assembled)),
    opposed: opposing.some((one) => !isAnswered(one)),
    countered: opposing.length > 0 && opposing.every(isAnswered),
    gap: grounds.some(
      ({ key, kind }) =>
        // A decision on which the case has nothing.
        isLike(kind, 'decision', kinds) && (below.get(key) ?? []).length === 0,
    ),
    draft: isDraft(item.key, above, below),
    unrated: evidence.length > 0 && evidence.every(isUnrated),
  }
  return (Object.keys(found) as WeaknessId[]).filter((id) => found[id]) // keys of the record
}

function isRed({ strength }: Item): boolean {
  return strength?.quality?.colour === 'red'
}

/** Whether the team says what it answers to what speaks against it. */
function isAnswered({ properties }: Item): boolean {
  return properties?.answer !== undefined
}

function isUnrated({ strength }: Item): boolean {
  return strength?.quality === undefined
}

/** Whether its date lies further back than the case allows; false without a date. */
export function isOld({ strength }: Item, { settings, outside }: Checkable): boolean {
  if (strength?.date === undefined || outside.asOf === undefined) return false
  return monthsBetween(strength.date, outside.asOf) > settings.limits.evidenceMonths
}

/** Whether readers outside cannot open it. */
export function isClosed({ strength, addresses = [] }: Item, { settings }: Checkable): boolean {
  if (strength?.access !== undefined) return strength.access !== 'public'
  return addresses.some((address) => isRestricted(address, settings.restricted))
}

/** Whether all that joins it to the case is a draft. */
function isDraft(
  key: string,
  above: ReasoningContext['above'],
  below: ReasoningContext['below'],
): boolean {
  const steps = [...(above.get(key) ?? []), ...(below.get(key) ?? [])]
  return steps.length > 0 && steps.every(({ link }) => link.draft)
}
