/** Dates as GOV.UK style writes them. */

/** Their names in order. */
export const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

/**
 * `2020-02-03` → `3 February 2020`, `2020-02` → `February 2020`, `2020` as it is; reads the date
 * part alone, so no time zone can shift it.
 */
export function formatDate(iso: string): string {
  const [year = '', month, day] = iso.slice(0, 10).split('-')
  const parts = [day && Number(day), month && MONTHS[Number(month) - 1], year]
  return parts.filter((part) => part !== undefined).join(' ')
}

/** Milliseconds. */
const DAY = 24 * 60 * 60 * 1000

/** The Monday of the week in which an ISO date lies. */
export function mondayOf(iso: string): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`)
  const sinceMonday = (day.getUTCDay() + 6) % 7
  return new Date(day.getTime() - sinceMonday * DAY).toISOString().slice(0, 10)
}

/** The Sunday that ends the week of a Monday. */
export function sundayAfter(monday: string): string {
  return new Date(Date.parse(`${monday}T00:00:00Z`) + 6 * DAY).toISOString().slice(0, 10)
}

/** The week of a Monday: `2 to 8 March 2020`, `24 February to 1 March 2020`. */
export function formatWeek(monday: string): string {
  const [from, to] = [formatDate(monday), formatDate(sundayAfter(monday))].map((date) =>
    date.split(' '),
  ) as [string[], string[]] // two went in
  const same = to.filter((part, index) => index > 0 && part === from[index])
  return `${from.slice(0, 3 - same.length).join(' ')} to ${to.join(' ')}`
}
