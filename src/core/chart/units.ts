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

/** A bare number counts in what the name of its column says; nought counts in anything. */
function unitsIn({ name, values }: Series): readonly string[] {
  const counted = values.filter((value) => value && (value.value !== 0 || value.unit !== ''))
  return counted.map((value) => value?.unit || unitOf(name))
}

/** `1 day` and `6 days` count alike. */
function singular(unit: string): string {
  return unit.length > 3 ? unit.replace(/(?<=[a-z])s$/, '') : unit
}
