/** The feed of changes as Atom (RFC 4287): an entry a week. */
import { createHash } from 'node:crypto'
import { changeSentence } from '../../core/changes/change-sentence.ts'
import { shownOf, spell } from '../../core/changes/format.ts'
import type { Change } from '../../core/changes/index.ts'
import { type Week, weeksOf } from '../../core/changes/weeks.ts'
import { publicAddress } from '../../core/publish/page-description.ts'
import { formatDate, formatWeek } from '../../core/text/dates.ts'
import { el, escapeXml } from '../../core/text/xml.ts'
import type { ReadCase } from '../read/read-case.ts'

/** How many weeks the feed has, the latest; the page has all. */
const LATEST = 30

/** The date of a case without any date: a feed must name a moment. */
const NO_DAY = '1970-01-01'

/** The feed of a case. Its links are absolute, so it has none where the case has no `address`. */
export function feedOf(read: ReadCase): string {
  const { settings, line, notes, dates } = read
  const weeks = weeksOf(line ?? { steps: [], isWhole: true }, notes).slice(0, LATEST)
  const name = `What changed: ${read.case.title}`
  const { address } = settings
  // Ids come from the address of a published case, so that they stay. Before that, they come from
  // its first commit.
  const seed = address?.replace(/\/?$/, '/') ?? line?.steps[0]?.commit ?? read.case.title
  const updates = [momentOf(dates.updated ?? dates.published ?? NO_DAY), ...weeks.map(updatedOf)]
  const updated = weeks.length > 0 ? updates.slice(1).toSorted().at(-1) : updates[0]
  return `<?xml version="1.0" encoding="UTF-8"?>\n${el(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': settings.language },
    el('id', {}, idOf(seed)),
    el('title', {}, escapeXml(name)),
    el('updated', {}, escapeXml(updated ?? '')),
    el('author', {}, el('name', {}, escapeXml(settings.team ?? read.case.title))),
    el('generator', {}, 'Throughline'),
    ...(address
      ? [
          el('link', {
            rel: 'self',
            type: 'application/atom+xml',
            href: publicAddress(address, 'changes.xml'),
          }),
          el('link', {
            rel: 'alternate',
            type: 'text/html',
            href: publicAddress(address, 'changes/'),
          }),
        ]
      : []),
    ...weeks.map((week) => entryOf(week, { seed, address })),
  )}\n`
}

function entryOf(
  week: Week,
  { seed, address }: { readonly seed: string; readonly address: string | undefined },
): string {
  const { monday } = week
  const href = address && publicAddress(address, `changes/#week-${monday}`)
  return el(
    'entry',
    {},
    el('id', {}, idOf(`${seed} ${monday}`)),
    el('title', {}, escapeXml(`What changed, ${formatWeek(monday)}`)),
    el('updated', {}, escapeXml(updatedOf(week))),
    ...(href ? [el('link', { rel: 'alternate', type: 'text/html', href })] : []),
    el('content', { type: 'html' }, escapeXml(htmlOf(week))),
  )
}

/** What a week says, as HTML for programs that read feeds: they do not know our styles. */
function htmlOf({ notes, changes, first }: Week): string {
  const list = changes.map(({ change }) => el('li', {}, ...itemOf(change)))
  return [
    ...notes.flatMap(({ text }) =>
      text
        .trim()
        .split(/\n\s*\n/)
        .map((passage) => el('p', {}, escapeXml(passage))),
    ),
    ...(list.length > 0 ? [el('ul', {}, ...list)] : []),
    ...(first ? [el('p', {}, `First published, ${formatDate(first.date)}.`)] : []),
  ].join('')
}

/** A change in its sentence, and in the words that came and went. */
function itemOf(change: Change): readonly string[] {
  const passages = shownOf(change).map((runs) =>
    spell(runs, {
      same: escapeXml,
      removed: (text) => el('del', {}, escapeXml(text)),
      added: (text) => el('ins', {}, escapeXml(text)),
    }),
  )
  return [escapeXml(changeSentence(change)), ...passages.map((words) => el('p', {}, words))]
}

/** The last commit of a week, or a note of a later day. */
function updatedOf({ monday, notes, updated }: Week): string {
  const days = notes.map(({ day }) => momentOf(day))
  return [updated ?? momentOf(monday), ...days].toSorted().at(-1) ?? momentOf(monday)
}

function momentOf(day: string): string {
  return `${day.slice(0, 10)}T00:00:00Z`
}

/** A UUID that is always the same for the same words (RFC 9562, version 8). */
function idOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return `urn:uuid:${parts.join('-')}`
}
