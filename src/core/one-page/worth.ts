/** What the preferred option costs and brings, and where that turns, as a part of the page. */
import {
  COLUMNS,
  type ComparedOption,
  comparisonOf,
  SUMS_IN_PART,
  turnSentence,
} from '../appraisal/comparison.ts'
import type { Checkable } from '../model/assembled.ts'
import { withinSentence } from '../model/kinds.ts'
import { plainText } from '../text/linked-text.ts'
import type { OnePagePart } from './part.ts'
import { NOT_DRAWN, smallChartsOf } from './small-charts.ts'

/** `undefined` where no option is preferred, or nobody appraised that. */
export function worthPart(checked: Checkable): OnePagePart | undefined {
  const comparison = comparisonOf(checked)
  const option = comparison?.options.find(({ key }) => key === comparison.ledger.preferred)
  const item = checked.graph.items.get(option?.key ?? '')
  if (!comparison || !option?.told || !item) return undefined
  const { costs, npsv, bcr } = option.told
  const ranged = ({ central, range, likelihood }: typeof npsv): string =>
    likelihood ? `${central}, ${range}` : central
  const initial = option.isInitial ? ' Initial estimates.' : ''
  const part = option.marks.find((mark) => mark === SUMS_IN_PART)
  const numbers = [
    `${COLUMNS.costs}: ${ranged(costs)}`,
    ...(bcr ? [`${COLUMNS.bcr}: ${ranged(bcr)}`] : []),
    ...(option.chance ? [`Best in ${option.chance}${rivalWords(option, comparison.options)}`] : []),
  ]
  return {
    title: `What ${withinSentence(option.name)} costs and brings`,
    lead: `${COLUMNS.npsv}${part ? ', in part' : ''}: ${ranged(npsv)}`,
    stands: true,
    paired: true,
    lines: [
      ...numbers.map((text) => ({ text })),
      ...comparison.turns.slice(0, 3).map((turn) => ({
        text: `${turnSentence(turn)} ${plainText(turn.says)}.`,
        isTurn: true as const,
      })),
    ],
    charts: smallChartsOf(comparison),
    more: `${comparison.basis}. ${comparison.likelihood}.${initial}`,
    place: item.place,
  }
}

/** `; option 3 in 40 of 100 trials`, of the one that is best more often; `''` without such. */
function rivalWords(own: ComparedOption, options: readonly ComparedOption[]): string {
  const [rival] = options
    .filter(({ chanceOfBest = 0 }) => chanceOfBest > (own.chanceOfBest ?? 0))
    .toSorted((one, other) => (other.chanceOfBest ?? 0) - (one.chanceOfBest ?? 0))
  return rival?.chance ? `; ${withinSentence(rival.name)} in ${rival.chance}` : ''
}

/** The same with its charts and the nearest turn, or, where there is no room, with words alone. */
export function worthWith(part: OnePagePart, isDrawn: boolean): OnePagePart {
  const { charts, more = '', lines, paired, ...rest } = part
  if (!charts?.moves && !charts?.years) return part
  if (!isDrawn)
    return { ...rest, lines, ...(paired ? { paired } : {}), more: `${more} ${NOT_DRAWN}` }
  const turn = lines.findIndex(({ isTurn }) => isTurn)
  return { ...rest, lines: turn < 0 ? lines : lines.slice(0, turn + 1), charts, more }
}
