/** In what the numbers of a table count. */
import type { ChartTable, Series } from './table.ts'

/** The units of a table's columns, each once; more than one can't share a scale. */
export function unitsOf({ series }: Pick<ChartTable, 'series'>): readonly string[] {
  return [...new Set(series.flatMap(unitsIn).map(singular))]
}

/** The unit that a name says: `Cost (£ million)` → `£`, `Share, %` → `%`; `''` where it says none. */
export function unitOf(name: string): string {
  const sign = /[£$€%]/.exec(name)?.[0]
  if (sign) return sign
  return /\bper ?cent(?:age)?s?\b/i.test(name) ? '%' : ''
}

// Matches the end of "Delay, seconds a stop", "Passengers (million)", "Cost, £k": what a name says behind its words.
const RE_MEASURE =
  /[,(]\s*(?:in )?[£$€]?\s?(m(?:illion|n)?|bn|billion|k|thousand|000s|(?:second|minute|hour|day|week|month|year|tonne|mile|litre|people|patient|call|visit|point)s?|kg|km|kwh|p)\b[^,(]*$/i

/** What the names of the columns say that each counts, each once; of a name that says nothing, nothing. */
export function measuresOf({ series }: Pick<ChartTable, 'series'>): readonly string[] {
  const said = series.flatMap(
    ({ name }) => RE_MEASURE.exec(name)?.[0].replace(/^[,(]\s*(?:in )?/, '') ?? [],
  )
  const byKind = new Map(said.map((words) => [kindOf(words), words.replace(/\)$/, '').trim()]))
  return [...byKind.values()]
}

function kindOf(words: string): string {
  const unit = /[a-z0]+/i.exec(words)?.[0].toLowerCase() ?? ''
  return (words.match(/[£$€]/)?.[0] ?? '') + (SAME[unit] ?? singular(unit))
}

const SAME: Readonly<Record<string, string>> = {
  million: 'm',
  mn: 'm',
  billion: 'bn',
  thousand: 'k',
  '000s': 'k',
}

/** A bare number counts in what the name of its column says; nought counts in anything. */
function unitsIn({ name, values }: Series): readonly string[] {
  const counted = values.filter((value) => value && (value.value !== 0 || value.unit !== ''))
  return counted.map((value) => value?.unit || unitOf(name))
}

/** `1 day` and `6 days` count alike. */
function singular(unit: string): string {
  return unit.length > 3 ? unit.replace(/(?<=[a-z])s$/, '') : unit
}
