/** Lengths of time in words. */

import { amountOf } from './phrases.ts'

/** `27` → `2 years and 3 months`; `1` → `1 month`; parts of a month stay: `1.5 months`. */
export function inWords(months: number): string {
  const years = Math.floor(months / 12)
  const rest = months - years * 12
  const parts = [years > 0 ? amountOf(years, 'year') : '', rest > 0 ? amountOf(rest, 'month') : '']
  return parts.filter(Boolean).join(' and ') || '0 months'
}
