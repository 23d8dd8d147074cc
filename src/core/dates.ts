/** Dates as GOV.UK style writes them. */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * `2020-02-03` → `3 February 2020`, `2020-02` → `February 2020`, `2020` as it is; reads the date
 * part alone, so no time zone can shift it.
 */
export function formatDate(iso: string): string {
  const [year = '', month, day] = iso.slice(0, 10).split('-')
  const parts = [day && Number(day), month && MONTHS[Number(month) - 1], year]
  return parts.filter((part) => part !== undefined).join(' ')
}
