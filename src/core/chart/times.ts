/** Times as tables name them: `2026`, `2026-27`, `Q3 2026`, `March 2026`, `5 Jan 2026`, `Week 3`. */

/** A moment in its series: months for dates, with days as parts of them; a count for `Week 3`. */
interface Time {
  readonly at: number
  /** Times of one series are of one sort. */
  readonly sort: 'date' | 'month' | 'count'
}

/** The times that names say, in their order; undefined unless each one is, and each is later than the one before. */
export function timesOf(names: readonly string[]): readonly number[] | undefined {
  const times = names.map(readTime)
  const [first] = times
  const all = times.flatMap((time) => (time && time.sort === first?.sort ? [time.at] : []))
  const isOrdered = all.every((at, index) => index === 0 || at > (all[index - 1] ?? at))
  return all.length === names.length && all.length > 1 && isOrdered ? all : undefined
}

/** The times that are left out between others that stand evenly, counted in the shortest step. */
export function missingSteps(times: readonly number[]): number {
  const steps = times.slice(1).map((at, index) => at - (times[index] ?? at))
  const step = Math.min(...steps)
  return steps.reduce((missing, own) => missing + Math.max(0, Math.round(own / step) - 1), 0)
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

function readTime(name: string): Time | undefined {
  const text = name.trim().toLowerCase()
  for (const [pattern, timeOf] of PATTERNS) {
    const match = pattern.exec(text)
    if (match) return timeOf(match.slice(1))
  }
  return undefined
}

const MONTH = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?'
const YEAR = '((?:19|20|21)\\d\\d)'
const DAY = '(0?[1-9]|[12]\\d|3[01])'
// Matches "Mon", "w/c", "Week commencing" in front of a day.
const OF_WEEK =
  '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\\s+|w/[ce]\\s+|week (?:commencing|starting|ending|of)\\s+)?'

const PATTERNS: readonly (readonly [RegExp, (found: readonly string[]) => Time])[] = [
  // Matches "2026", "FY 2026-27", "2026/27", "2026 to 2027".
  [new RegExp(`^(?:fy\\s?)?${YEAR}(?:(?:[-–/]| to )\\d{2,4})?$`), ([year]) => dateOf(year)],
  // Matches "2026 Q1", "2026-03".
  [new RegExp(`^${YEAR}\\s*q([1-4])$`), ([year, quarter]) => dateOf(year, Number(quarter) * 3 - 3)],
  [new RegExp(`^${YEAR}-(0[1-9]|1[0-2])$`), ([year, month]) => dateOf(year, Number(month) - 1)],
  // Matches "Q1 2026", "March 2026".
  [new RegExp(`^q([1-4])\\s*${YEAR}$`), ([quarter, year]) => dateOf(year, Number(quarter) * 3 - 3)],
  [new RegExp(`^${MONTH}\\s+${YEAR}$`), ([month, year]) => dateOf(year, monthOf(month))],
  // Matches "H1 2026", "Mar-26", "Mar '26".
  [new RegExp(`^h([12])\\s*${YEAR}$`), ([half, year]) => dateOf(year, Number(half) * 6 - 6)],
  [
    new RegExp(`^${MONTH}(?:-|\\s?['’])(\\d\\d)$`),
    ([month, year]) => dateOf(`20${year}`, monthOf(month)),
  ],
  // Matches "5 Jan 2026", "w/c 5th January", "05/01/2026", "2026-01-05".
  [
    new RegExp(`^${OF_WEEK}${DAY}(?:st|nd|rd|th)?[\\s-]${MONTH}(?:,?[\\s-]${YEAR})?$`),
    ([day, month, year]) => dayOf(year, monthOf(month), day),
  ],
  [
    new RegExp(`^${OF_WEEK}${DAY}[/.](0?[1-9]|1[0-2])[/.]${YEAR}$`),
    ([day, month, year]) => dayOf(year, Number(month) - 1, day),
  ],
  [
    new RegExp(`^${YEAR}-(0[1-9]|1[0-2])-${DAY}$`),
    ([year, month, day]) => dayOf(year, Number(month) - 1, day),
  ],
  [new RegExp(`^${MONTH}$`), ([month]) => ({ at: monthOf(month), sort: 'month' })],
  [
    /^(?:week|day|month|year|quarter|sprint|round|wave|phase)\s+(\d{1,3})$/,
    ([count]) => ({ at: Number(count), sort: 'count' }),
  ],
]

function dateOf(year = '0', month = 0): Time {
  return { at: Number(year) * 12 + month, sort: 'date' }
}

/** A day of any year where none is said; those of one month stand evenly. */
function dayOf(year: string | undefined, month: number, day = '1'): Time {
  const days = new Date(Date.UTC(Number(year ?? 2001), month + 1, 0)).getUTCDate()
  const at = Number(year ?? 0) * 12 + month + (Number(day) - 1) / days
  return { at, sort: year === undefined ? 'month' : 'date' }
}

function monthOf(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3))
}
