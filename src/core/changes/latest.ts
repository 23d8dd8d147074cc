/** What the case's own pages tell of its history: the latest week, and a line for each update. */
import { formatDate, formatWeek } from '../text/dates.ts'
import { isOfChallenge, type Named } from './change.ts'
import { changeSentence } from './change-sentence.ts'
import type { Week } from './weeks.ts'

/** When something last changed. */
export interface LastChange {
  /** ISO date. */
  readonly day: string
  /** The Monday of its week, under which the page of changes has it. */
  readonly monday: string
}

/**
 * What changed in the latest week with changes: keys of items and sections, as they are called now.
 * A new number alone is no change, and what somebody asks of it is none.
 */
export function latestChanges(weeks: readonly Week[]): ReadonlyMap<string, LastChange> {
  const week = weeks.find(({ changes }) => changes.length > 0)
  if (!week) return new Map()
  const { monday, updated = monday } = week
  return new Map(
    week.changes.flatMap(({ change, commit, now }) => {
      if (change.what === 'renumbered' || isOfChallenge(change)) return []
      const together: readonly Named[] = change.what === 'added' ? change.together : []
      const keys = [...(now === undefined ? [] : [now]), ...together.map(({ key }) => key)]
      const day = (commit?.date ?? updated).slice(0, 10)
      return keys.map((key) => [key, { day, monday }] as const)
    }),
  )
}

/** One update of the case. */
export interface Update {
  /** ISO date, by which updates are in order. */
  readonly day: string
  /** `3 March 2020`, or the week. */
  readonly when: string
  /** Paragraphs. */
  readonly words: readonly string[]
  /** Its week; absent where the page of changes has none. */
  readonly monday?: string
}

/** How many weeks without a note are told, the latest ones; the page of changes has all. */
const SHOWN = 8

/**
 * Every note of the team, what changed in weeks without one, and the day of publication; newest
 * first.
 *
 * @param published ISO date, where it is known
 */
export function pageHistory(
  weeks: readonly Week[],
  published: string | undefined,
): readonly Update[] {
  const silent = weeks.filter(({ notes, changes }) => notes.length === 0 && changes.length > 0)
  const shown = silent.slice(0, SHOWN).map((week): Update => {
    const { monday, updated = monday } = week
    return { day: updated, when: formatDate(updated), words: [summed(week)], monday }
  })
  const fromNotes = weeks.flatMap(({ monday, notes }) =>
    notes.map(({ day, isWeek, text }): Update => {
      const when = isWeek ? formatWeek(monday) : formatDate(day)
      return { day, when, words: text.trim().split(/\n\s*\n/), monday }
    }),
  )
  const first = published
    ? [{ day: published, when: formatDate(published), words: ['First published.'] }]
    : []
  return [...shown, ...fromNotes, ...first].toSorted((a, b) => (a.day < b.day ? 1 : -1))
}

/** `Decision 5 added, with evidence 5a. And 3 more changes.` */
function summed({ changes: [first, ...others] }: Week): string {
  if (!first) return ''
  const more = others.length === 1 ? 'one more change' : `${others.length} more changes`
  return others.length === 0
    ? changeSentence(first.change)
    : `${changeSentence(first.change)} And ${more}.`
}
