/** `figures.csv`: every estimate and every total, unrounded, for spreadsheets. */
import type { LedgerEntry, LedgerValue } from '../estimates/ledger.ts'
import { unitWords } from '../estimates/unit.ts'
import { citedAs } from '../graph/scopes.ts'
import type { Checkable } from '../model/assembled.ts'
import { csvOf } from '../text/csv.ts'
import { ledgerOf } from './index.ts'
import type { Ledger, OptionAppraisal } from './plan.ts'
import { FLOW_NAMES, IN_SUMS_OF, SUM_NAMES } from './sum-names.ts'

/** One line: an estimate, or what an option comes to in some respect. */
interface Line {
  readonly id: string
  readonly what: string
  readonly text: string
  readonly unit: string
  readonly value?: LedgerValue | undefined
  readonly entry?: LedgerEntry
}

type Column = readonly [
  name: string,
  value: (line: Line, source: Source) => string | number | undefined,
]

interface Source {
  readonly ledger: Ledger
  /** The id of an item, as it is cited. */
  readonly idOf: (key: string) => string
}

/** Names and order never change; a column may be added at the end. */
const COLUMNS: readonly Column[] = [
  ['Id', ({ id }) => id],
  ['What', ({ what }) => what],
  ['Text', ({ text }) => text],
  ['Central', ({ value }) => plain(value?.central)],
  ['Median', ({ value }) => plain(value?.median)],
  ['Low', ({ value }) => plain(value?.low)],
  ['High', ({ value }) => plain(value?.high)],
  ['Counts', ({ unit }) => unit],
  ['Range holds, of 100', ({ value }, { ledger }) => (value ? ledger.basis.range : undefined)],
  ['Sum', ({ entry }) => entry?.formula],
  ['Curves', ({ entry }) => entry?.inputs.map(({ text, curve }) => `${text}: ${curve}`).join('; ')],
  ['Option', ({ entry }, { idOf }) => entry?.option && idOf(entry.option)],
  [FLOW_NAMES.flow, ({ entry }) => entry?.flow],
  ['Type', ({ entry }) => entry?.type],
  [FLOW_NAMES.rhythm, ({ entry }) => entry?.rhythm],
  ['From', ({ entry }) => entry?.years?.from],
  ['To', ({ entry }) => entry?.years?.to],
  ['Prices of', ({ entry }) => entry?.prices],
  ['Confidence', ({ entry }) => entry && (entry.confidence ?? 'not said')],
  ['Initial estimate', ({ entry }) => entry && (entry.isInitial ? 'yes' : 'no')],
  ['Rests on', ({ entry }, source) => entry && ids([...entry.restsOn, ...entry.evidence], source)],
  [IN_SUMS_OF, ({ entry }, source) => entry && ids(entry.usedBy, source)],
  ['Not worked out because', ({ entry }) => entry?.unworked?.fault],
  ['Year 0', (_, { ledger }) => ledger.basis.base],
  ['Last year', (_, { ledger }) => ledger.basis.until],
  ['Rates', (_, { ledger }) => `${ledger.basis.rates.name}, ${ledger.basis.rates.date}`],
  ['File', ({ entry }) => entry?.place.file],
  ['Line', ({ entry }) => entry?.place.line],
]

/** A number without what binary sums leave at its end: `2.9`, not `2.9000000000000004`. */
function plain(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value.toPrecision(15))
}

function ids(keys: readonly string[], { idOf }: Source): string {
  return keys.map(idOf).join('; ')
}

/**
 * The file; `undefined` for a case without estimates.
 *
 * @param notice for whom it is; absent for everyone
 */
export function figuresCsv(
  whole: Pick<Checkable, 'graph' | 'settings'>,
  notice?: string,
): string | undefined {
  const ledger = ledgerOf(whole)
  if (!ledger) return undefined
  const { items } = whole.graph
  const idOf = (key: string) => {
    const item = items.get(key)
    return item ? citedAs(item) : key
  }
  const lines: readonly Line[] = [
    ...ledger.estimates.map(
      (entry): Line => ({
        ...{ id: idOf(entry.key), what: 'Estimate', text: entry.text, entry },
        ...{ unit: unitWords(entry.unit), value: entry.value },
      }),
    ),
    ...ledger.options.flatMap((option) => linesOf(option, ledger, idOf(option.key))),
  ]
  const columns: readonly Column[] = notice ? [...COLUMNS, ['For whom', () => notice]] : COLUMNS
  return csvOf([
    columns.map(([name]) => name),
    ...lines.map((line) => columns.map(([, read]) => read(line, { ledger, idOf }))),
  ])
}

function linesOf(option: OptionAppraisal, { basis }: Ledger, id: string): readonly Line[] {
  const { costs, benefits, byType = {}, npsv, bcr, chanceOfBest, text, hidden } = option
  const money = unitWords(basis.currency)
  const line = (what: string, value: LedgerValue | undefined, unit = money): readonly Line[] =>
    value ? [{ id, what: hidden ? `${what}, in part` : what, text, unit, value }] : []
  const share = chanceOfBest ?? 0
  return [
    ...(hidden === 'sums' ? [{ id, what: 'Sums that are not published', text, unit: money }] : []),
    ...line(SUM_NAMES.costs, costs),
    ...line(SUM_NAMES.benefits, benefits),
    ...Object.entries(byType).flatMap(([type, value]) =>
      line(`${SUM_NAMES.benefits}: ${type}`, value),
    ),
    ...line(SUM_NAMES.npsv, npsv),
    ...line(SUM_NAMES.bcr, bcr, ''),
    ...(chanceOfBest === undefined
      ? []
      : line(
          'Share of trials in which it is best',
          { central: share, median: share, low: share, high: share },
          '',
        )),
  ]
}
