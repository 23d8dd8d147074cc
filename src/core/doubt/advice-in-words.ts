/** What sinks the ask, and what to learn next, in plain sentences. */
import { amountOf } from '../text/phrases.ts'
import { called } from './in-words.ts'
import type { Sinking } from './index.ts'
import type { ToLearn } from './learn-next.ts'
import type { SupportGraph } from './support-graph.ts'

/** How many pairs are told: more say no more. */
const PAIRS = 20

/** What is told of what sinks the ask. Numbers are places in the list of items. */
interface ToldSinking {
  /** `Each of these alone sinks the ask.` */
  readonly lead: string
  readonly singles: readonly number[]
  readonly pairs: readonly (readonly [number, number])[]
  /** What is left out, and what was not looked at; `''` for nothing. */
  readonly rest: string
}

/** Which singles and pairs are told, and what is said above and below them. */
export function toldSinking(
  { ask }: SupportGraph,
  { singles, pairs, paired }: Sinking,
): ToldSinking {
  const subject = ask.isWritten ? 'the ask' : 'what the case will ask'
  const more = pairs.length - PAIRS
  const rest = [
    ...(more > 0 ? [`And ${amountOf(more, 'more pair')}.`] : []),
    ...(paired === undefined
      ? []
      : [`Pairs were looked for among the ${paired} items with which most falls.`]),
  ].join(' ')
  // What sums do that stay inside, nobody outside can say.
  const none = ask.isPart ? 'As far as can be told without the sums, no' : 'No'
  const lead =
    singles.length + pairs.length === 0
      ? `${none} single doubt and no pair of doubts sinks ${subject}.`
      : `If one of these does not hold, or both of a pair, ${subject} no longer stands.`
  return { lead, singles, pairs: pairs.slice(0, PAIRS), rest }
}

/** `evidence 1a and decision 2`. */
export function pairWords(
  { items }: SupportGraph,
  [one, other]: readonly [number, number],
): string {
  return [one, other].map((at) => called(items[at]?.name ?? '')).join(' and ')
}

/** Why something is worth an answer: `Its number is 10% likely to change which option is best.` */
export function learnWords({ chance = 0, sinks, reach }: ToLearn): string {
  const sentences = [
    ...(chance > 0
      ? [`Its number is ${Math.round(chance * 100)}% likely to change which option is best.`]
      : []),
    ...(sinks ? ['The ask falls with it.'] : []),
    ...(reach > 0 ? [`${amountOf(reach, 'item')} ${reach === 1 ? 'rests' : 'rest'} on it.`] : []),
  ]
  return sentences.join(' ')
}
