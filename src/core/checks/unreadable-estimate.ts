/** Estimates without a number, with a sum that nobody can follow, or with ids that nothing defines. */
import type { Checkable } from '../model/assembled.ts'
import type { Found } from '../model/finding.ts'
import { type BracketTopic, bracketTopicOf } from '../syntax/conventions/bracket-words.ts'
import type { Check } from './shared/check.ts'
import { unworkedBy } from './shared/of-estimates.ts'
import { placeOfWords } from './shared/words-at.ts'

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
