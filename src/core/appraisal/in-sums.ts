/** Which estimates are in the sums of the options, by themselves or through others. */
import type { LedgerEntry } from '../estimates/ledger.ts'
import type { Unit } from '../estimates/unit.ts'
import { type CountedEntry, isCounted } from './totals.ts'

/** The estimates that can be added to an option's money, in the money that the case counts in. */
export function countedIn(
  entries: readonly LedgerEntry[],
  currency: Unit,
): readonly CountedEntry[] {
  return entries.filter(isCounted).filter(({ unit }) => unit.over[0] === currency.over[0])
}

/** Keys of some estimates, and of all estimates that they are worked out from. */
export function keysInSums(
  some: readonly LedgerEntry[],
  entries: readonly LedgerEntry[],
): ReadonlySet<string> {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  const found = new Set(some.map(({ key }) => key))
  // A set that grows while it is walked is walked to its end.
  for (const key of found) for (const one of byKey.get(key)?.restsOn ?? []) found.add(one)
  return found
}
