/** Lengths of time in words. */

/** `27` → `2 years and 3 months`; `1` → `1 month`; parts of a month stay: `1.5 months`. */
export function inWords(months: number): string {
  const years = Math.floor(months / 12)
  const rest = months - years * 12
  const parts = [years > 0 ? count(years, 'year') : '', rest > 0 ? count(rest, 'month') : '']
  return parts.filter(Boolean).join(' and ') || '0 months'
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
