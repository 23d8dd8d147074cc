/** What checks of estimates share: the entries of the ledger, and the numbers in them. */
import { ledgerOf } from '../../appraisal/index.ts'
import type { LedgerEntry } from '../../estimates/ledger.ts'
import type { SentenceQuantity } from '../../estimates/quantities.ts'
import type { Unworked } from '../../estimates/work-out.ts'
import { TOO_MANY } from '../../graph/estimates.ts'
import type { Checkable } from '../../model/assembled.ts'
import type { Found } from '../../model/finding.ts'
import { shorten } from '../../text/phrases.ts'
import type { Check } from './check.ts'
import { placeOfWords } from './words-at.ts'

/** All estimates of a case, in its order. */
export function entriesIn(checked: Checkable): readonly LedgerEntry[] {
  return ledgerOf(checked)?.estimates ?? []
}

/** A check of each number that an estimate says: the message where something is wrong with it. */
export function byQuantity(
  messageOf: (quantity: SentenceQuantity, entry: LedgerEntry) => string | undefined,
): Check {
  return (checked) =>
    entriesIn(checked).flatMap((entry) =>
      entry.quantities.flatMap((quantity): readonly Found[] => {
        const message = messageOf(quantity, entry)
        const place = placeOfWords(quantity.text, entry.place, checked.sources)
        return message === undefined ? [] : [{ message: `${message} (${entry.id})`, place }]
      }),
    )
}

const IN_ROW =
  'Unexpected estimate without a number in its row, expected a column called Value, or columns called Central, Low and High'

/** A check of estimates that come to nothing, for one of some reasons. */
export function unworkedBy(why: readonly Unworked['why'][]): Check {
  return (checked) => {
    const entries = entriesIn(checked)
    const [first, ...more] = entries.filter(({ unworked }) => unworked?.fault === TOO_MANY)
    return entries.flatMap((entry) => {
      const { unworked, id, text, place } = entry
      // A list called "Estimates" may hold other things, as long as nobody counts with them.
      const isRow = checked.graph.blocks.get(entry.key)?.how === 'row'
      const isBare =
        checked.graph.items.get(entry.key)?.byOrder && entry.usedBy.length === 0 && !isRow
      if (!unworked || !why.includes(unworked.why) || (isBare && unworked.why === 'unread'))
        return []
      // One fault of all of them is told once.
      if (unworked.fault === TOO_MANY && entry !== first) return []
      if (entry === first && more.length > 0)
        return [
          {
            message: `${TOO_MANY} (${id} and ${more.length.toLocaleString('en-GB')} after it)`,
            place,
          },
        ]
      const fault = isRow && unworked.why === 'unread' ? IN_ROW : unworked.fault
      return [{ message: `${fault} (${id}: "${shorten(text)}")`, place }]
    })
  }
}

/**
 * Keys of all estimates that one rests on, at once or through others.
 * @param seen keys to which these are added
 */
export function estimatesUnder(
  { restsOn }: LedgerEntry,
  byKey: ReadonlyMap<string, LedgerEntry>,
  seen: Set<string> = new Set(),
): ReadonlySet<string> {
  for (const key of restsOn) {
    const entry = byKey.get(key)
    if (!entry || seen.has(key)) continue
    seen.add(key)
    estimatesUnder(entry, byKey, seen)
  }
  return seen
}
