/** How old something is at a date, in months. */

/**
 * Whole months from one date to another. A date without day or month counts as the last day that it
 * can be, so that nothing is called older than it is: `2020` → December 2020.
 *
 * @param date `2020`, `2020-03` or `2020-03-14`
 * @param asOf an ISO date
 */
export function monthsBetween(date: string, asOf: string): number {
  const [year = 0, month = 12, day = 31] = date.split('-').map(Number)
  const [toYear = 0, toMonth = 1, toDay = 1] = asOf.slice(0, 10).split('-').map(Number)
  const months = (toYear - year) * 12 + (toMonth - month)
  return toDay < day ? months - 1 : months
}
