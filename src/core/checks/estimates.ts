/** Numbers of estimates that can't be worked out, or say more or less than they may. */
import { ledgerOf } from '../appraisal/index.ts'
import type { LedgerEntry } from '../estimates/ledger.ts'
import type { SentenceQuantity } from '../estimates/quantities.ts'
import { isCurrency } from '../estimates/unit.ts'
import type { Unworked } from '../estimates/work-out.ts'
import { TOO_MANY } from '../graph/estimates.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Found } from '../model/finding.ts'
import { type BracketTopic, bracketTopicOf } from '../syntax/conventions/bracket-words.ts'
import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { placeOfWords } from './shared/words-at.ts'

/** Estimates without a number, with a sum that nobody can follow, or with ids that nothing defines. */
export const unreadableEstimate: Check = (checked) => [
  ...unworkedBy(['unread', 'not finite'])(checked),
  ...unreadParts(checked),
  ...checked.graph.unknownOfEstimates.flatMap(({ key, id }): readonly Found[] => {
    const item = checked.graph.items.get(key)
    if (!item) return []
    const place = placeOfWords(id, item.place, checked.sources)
    return [
      {
        message: `Unexpected id "${id}" in the bracket of ${item.id}, expected what the case has`,
        place,
      },
    ]
  }),
]

/** Sums that in the end rest on themselves. */
export const formulaCycle: Check = unworkedBy(['cycle'])

/** Sums of what does not count the same, and what counts by the quarter and is multiplied by four. */
export const unitMismatch: Check = (checked) => [
  ...unworkedBy(['unit'])(checked),
  ...entriesIn(checked).flatMap(({ id, formula, period, perYear, inputs, restsOn, place }) =>
    period &&
    restsOn.length > 0 &&
    inputs.some(({ curve, central }) => curve === 'fixed' && central === perYear)
      ? [
          {
            message: `Unexpected "${formula}" of what counts each ${period} in ${id}, expected it without ${perYear}: what counts each ${period} is counted ${perYear} times a year`,
            place,
          },
        ]
      : [],
  ),
]

const IN_ROW =
  'Unexpected estimate without a number in its row, expected a column called Value, or columns called Central, Low and High'

/** What else a bracket may say that would be of sums, if anyone knew how. */
const OF_SUMS: ReadonlySet<BracketTopic> = new Set([
  ...(['estimate', 'figures', 'numbered', 'weight', 'option', 'ids', 'date'] as const),
])
// Matches "March 2026", which may be when it was estimated.
const RE_MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i

/** Parts of brackets that no sum takes into account. */
function unreadParts({ graph, settings, sources }: Checkable): readonly Found[] {
  const { brackets, kinds } = settings
  return [...graph.estimates.keys()].flatMap((key) => {
    const [block, item] = [graph.blocks.get(key), graph.items.get(key)]
    if (!block || !item) return []
    return (block.estimate?.unread ?? [])
      .filter((part) => {
        const topic = bracketTopicOf(part, item.kind, kinds)
        return topic && OF_SUMS.has(topic) && !RE_MONTH.test(part) && !brackets[part]
      })
      .map((part) => ({
        message: `Unexpected "${part}" in the bracket of ${item.id}, of which no sum takes account, expected years, prices, "cost" or "benefit", "one-off" or "a year", an option or evidence`,
        mend: `No sum takes account of "${part}" in the bracket of ${item.id}. Say it in the words of the estimate, or take it out. If nothing is to be done about it, write this line in case.yaml: brackets: { "${part}": note }`,
        place: placeOfWords(part, item.place, sources),
      }))
  })
}

function unworkedBy(why: readonly Unworked['why'][]): Check {
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

/** Ranges from the larger to the smaller end. */
export const turnedRange: Check = (checked) => [
  ...turnedQuantity(checked),
  ...entriesIn(checked).flatMap(({ id, years, place }) =>
    years && years.from > years.to
      ? [
          {
            message: `Unexpected years ${years.from} to ${years.to} in ${id}, expected the earlier one first`,
            mend: `No sum counts ${id}, since its years end before they begin. Write the earlier year first`,
            place,
          },
        ]
      : [],
  ),
]

const turnedQuantity: Check = byQuantity(({ isTurned, text }) =>
  isTurned
    ? `Unexpected range "${text}" from the larger to the smaller end, expected the smaller one first`
    : undefined,
)

/** Numbers of which nobody says how far off they may be. */
export const estimateWithoutRange: Check = byQuantity((quantity, { formula, confidence }) => {
  const { low, high, isTurned, isAbout, bound, text, unit } = quantity
  // "£5 to £5 million" is one number.
  const isRange = low !== undefined && low !== high
  if (isRange || isTurned || (formula !== undefined && !isAbout && !bound)) return undefined
  if (bound)
    return `Unexpected one end of a range, "${text}", expected the other too: write "${bound === 'lower' ? `${text} to …` : `… to ${text}`}"`
  const isMoney = unit.over.some(isCurrency) && confidence !== 'high'
  return isAbout || isMoney
    ? `Unexpected "${text}" without a range, expected how far off it may be: write "${text}, … to …"`
    : undefined
})

/** So many steps of the last digit a range has at most. */
const MOST_STEPS = 1000

/** Digits that the range of an estimate does not bear. */
export const falsePrecision: Check = byQuantity(({ low, high, place, text }) =>
  low !== undefined && high !== undefined && (high - low) / place > MOST_STEPS
    ? `Unexpected digits in "${text}", expected no finer ones than its range bears: two or three of them count`
    : undefined,
)

function byQuantity(
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

function entriesIn(checked: Checkable): readonly LedgerEntry[] {
  return ledgerOf(checked)?.estimates ?? []
}
