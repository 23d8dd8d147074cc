/** Which files have passed a check, by hashes of all that the check looks at: they need not be looked at again. */
import { keepValue, readValue, type StoredValue } from './values.ts'

/** How many are remembered. */
const MOST = 20_000

/** What has passed in this run and in those before. */
export interface Passed {
  /** Whether it passed before. */
  readonly has: (hash: string) => boolean
  /** Counts as passed once `keep` is called. */
  readonly add: (hash: string) => void
  readonly keep: () => Promise<void>
}

/**
 * Opens the list of files that have passed.
 * @param which by the check, and what it looks for
 */
export function passedBefore(which: StoredValue): Passed {
  const known = readValue<ReadonlySet<string>>(which) ?? new Set<string>()
  const met = new Set<string>()
  return {
    has: (hash) => known.has(hash),
    add: (hash) => met.add(hash),
    keep: async () => {
      // What was met last stands first, and stays.
      if (!met.isSubsetOf(known)) await keepValue(which, new Set([...met, ...known].slice(0, MOST)))
    },
  }
}
