/** Which sums of what everyone reads have a part that stays inside. */
import { estimatesIn } from '../estimates/expression.ts'
import type { Case, Item } from '../model/case.ts'
import { isLike, type KindTable } from '../model/kinds.ts'
import type { Estimates } from './estimates.ts'

/** What stays inside of sums, by id and place alone. */
export interface HiddenSums {
  /** Key of an estimate or option that everyone reads → what of its sum stays inside. */
  readonly partOf: ReadonlyMap<string, readonly Item[]>
  /** Options that stay inside altogether, and have estimates. */
  readonly options: readonly Item[]
  /** The first year that an estimate of the whole case names. */
  readonly firstYear?: number
}

/** A case, as far as its sums go. */
export interface SummedGraph {
  readonly case: Pick<Case, 'links'>
  readonly items: ReadonlyMap<string, Item>
  readonly estimates: Estimates
  readonly kinds: KindTable
}

const nothingHidden: HiddenSums = { partOf: new Map(), options: [] }

/**
 * What stays inside of the sums of a case. An estimate without its whole sentence, or without the
 * option whose it is, counts as hidden: what is left of it would be told as if it were all.
 */
export function hiddenSums(shown: SummedGraph, whole: SummedGraph | undefined): HiddenSums {
  if (!whole) return nothingHidden
  const own = optionsOf(whole)
  const ownShown = optionsOf(shown)
  const known = new Map<string, readonly Item[]>()
  const hiddenIn = (key: string): readonly Item[] => {
    const before = known.get(key)
    if (before) return before
    known.set(key, [])
    const item = whole.items.get(key)
    const read = whole.estimates.get(key)
    const below = read && 'expression' in read ? estimatesIn(read.expression).flatMap(hiddenIn) : []
    const isAsShown = spell(read) === spell(shown.estimates.get(key))
    const found =
      below.length > 0 && shown.items.has(key) ? below : isAsShown || !item ? [] : [item]
    known.set(key, [...new Set(found)])
    return found
  }
  const partOf = new Map<string, readonly Item[]>()
  const add = (key: string, parts: readonly Item[]) => {
    if (parts.length > 0) partOf.set(key, [...new Set([...(partOf.get(key) ?? []), ...parts])])
  }
  for (const key of whole.estimates.keys()) {
    const parts = hiddenIn(key)
    if (shown.items.has(key)) add(key, parts)
    for (const option of own.get(key) ?? []) {
      if (!shown.items.has(option)) continue
      const isJoined = ownShown.get(key)?.has(option) === true
      add(option, isJoined ? parts : [whole.items.get(key) ?? []].flat())
    }
  }
  const inside = new Set([...own.values()].flatMap((keys) => [...keys]))
  const years = [...whole.items.values()].flatMap(({ estimated }) => estimated?.years?.from ?? [])
  return {
    partOf,
    options: [...inside].flatMap((key) =>
      shown.items.has(key) ? [] : (whole.items.get(key) ?? []),
    ),
    ...(years.length > 0 ? { firstYear: Math.min(...years) } : {}),
  }
}

/** Key of an estimate → keys of the options whose it is. */
function optionsOf({
  case: { links },
  items,
  estimates,
  kinds,
}: SummedGraph): ReadonlyMap<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { from, to } of links) {
    const item = items.get(from)
    // Links between the two all lead from the option: see `fromOption`.
    if (!item || !estimates.has(to) || !isLike(item.kind, 'option', kinds)) continue
    found.set(to, (found.get(to) ?? new Set()).add(from))
  }
  return found
}

/** What an estimate says, so that two readings can be compared: where its words stand is none of it. */
function spell(read: ReturnType<Estimates['get']>): string {
  if (!read || !('expression' in read)) return read ? 'unread' : ''
  const { expression, inputs, units, estimated } = read
  return JSON.stringify([expression, inputs, units, estimated])
}
