/** `(interview, March 2020, quality amber: two sites only)`: what a label's bracket says of strength. */
import type { Rating, Strength } from '../../model/case.ts'
import { MONTHS } from '../../text/dates.ts'
import { ACCESS_WORDS, AGAINST_WORDS, KIND_WORDS, RE_RATING } from './bracket-words.ts'

/**
 * What a bracket says of strength. `unread`: its parts that say nothing of strength, or say the
 * same thing a second time; they become the note.
 */
export interface StrengthText {
  readonly strength: Strength
  readonly unread: readonly string[]
}

/** Words that a part may be, and what they say. Compared in lower case. */
const WORDS: Readonly<Record<string, Strength>> = {
  ...KIND_WORDS,
  ...AGAINST_WORDS,
  ...ACCESS_WORDS,
}

/** What a finding offers as the nearest right thing. */
export const STRENGTH_WORDS: readonly string[] = [
  ...Object.keys(WORDS),
  ...['quality', 'impact'].flatMap((what) => [`${what} green`, `${what} amber`, `${what} red`]),
]

const COLOURS: Readonly<Record<string, Rating['colour']>> = {
  green: 'green',
  amber: 'amber',
  red: 'red',
  low: 'green',
  medium: 'amber',
  high: 'red',
}

/** `high impact` is red: much hangs on it. `high quality` is green. */
const QUALITIES: Readonly<Record<string, Rating['colour']>> = {
  ...COLOURS,
  low: 'red',
  high: 'green',
}

// Matches "14 March 2020", "14th Mar 2020", "March 2020", "2020".
const RE_DATE = /^(?:(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?\s+)?(\d{4})$/i
// Matches "2020-03-14" and "2020-03".
const RE_ISO = /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/

/**
 * Reads what stands in a bracket, or after an id in front matter: parts between `,` or `;`, in any
 * order. A part that starts no statement continues the reason in front of it. Where there is no
 * reason in front of it, it is unread, and so is a second statement on the same topic. `undefined`
 * where no part says anything of strength.
 */
export function readStrength(text: string): StrengthText | undefined {
  const said: StrengthPart[] = []
  const unread: string[] = []
  for (const part of text.split(RE_BETWEEN).filter((words) => words.trim() !== '')) {
    const words = part.replace(/\s+/g, ' ').trim()
    const read = readPart(words)
    const last = said.at(-1)
    if (read && said.some((one) => topicOf(one) === topicOf(read))) unread.push(words)
    else if (read) said.push({ ...read })
    else if (last?.rating?.reason) last.rating = continued(last.rating, words)
    else unread.push(words)
  }
  if (said.length === 0) return undefined
  const parts = said.map(({ strength, what, rating }) => (what ? { [what]: rating } : strength))
  const note = unread.length > 0 ? { note: unread.join(', ') } : {}
  return { strength: Object.assign({}, ...parts, note), unread }
}

// Matches what separates statements; not the comma in "(two sites, one team)".
const RE_BETWEEN = /[,;](?![^()]*\))/

/** What a statement is about: `kind`, `date`, `access`, `quality` or `impact`. */
function topicOf({ strength = {}, what }: StrengthPart): string | undefined {
  return what ?? Object.keys(strength)[0]
}

interface StrengthPart {
  readonly strength?: Strength
  readonly what?: 'quality' | 'impact'
  rating?: Rating
}

function continued(rating: Rating, words: string): Rating {
  return { ...rating, reason: `${rating.reason}, ${words}` }
}

function readPart(words: string): StrengthPart | undefined {
  const plain = words.toLowerCase()
  const known = Object.hasOwn(WORDS, plain) ? WORDS[plain] : undefined
  if (known) return { strength: known }
  const date = readDate(words)
  if (date) return { strength: { date } }
  const rated = RE_RATING.exec(words)
  if (!rated) return undefined
  const what = (rated[1] ?? rated[4])?.toLowerCase() === 'quality' ? 'quality' : 'impact'
  const word = (rated[2] ?? rated[3] ?? '').toLowerCase()
  const colour = (what === 'quality' ? QUALITIES : COLOURS)[word]
  const reason = rated[5]?.trim().replace(/^\((.*)\)$/s, '$1')
  return colour ? { what, rating: { colour, ...(reason ? { reason } : {}) } } : undefined
}

/** `14 March 2020` → `2020-03-14`, `Mar 2020` → `2020-03`; `undefined` where it is no date. */
function readDate(words: string): string | undefined {
  if (RE_ISO.test(words)) return isDay(words) ? words : undefined
  const match = RE_DATE.exec(words)
  if (!match) return undefined
  const [, day, month, year] = match
  if (month === undefined) return year
  const short = month.toLowerCase().replace(/^sept$/, 'sep')
  const number = MONTHS.findIndex((name) => name.toLowerCase().startsWith(short)) + 1
  const date = [year, String(number).padStart(2, '0'), day?.padStart(2, '0')]
    .filter(Boolean)
    .join('-')
  return number > 0 && isDay(date) ? date : undefined
}

/** Whether the calendar has the day of an ISO date; true where it names none. */
function isDay(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
