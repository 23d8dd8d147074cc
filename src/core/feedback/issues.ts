/** Files of feedback: issues as a code host exports them. Strangers wrote them, so they are only data. */

import { z } from 'zod'
import type { Challenge, FeedbackFault } from '../model/feedback.ts'
import { findConflicts } from '../syntax/conflicts.ts'
import { shorten } from '../text/phrases.ts'
import { brokenAt, entryAt, placeAt } from './json.ts'
import { plainWords } from './plain.ts'
import { askedOf, isSetAside, ROOM_FIELDS, roomFields } from './question-entries.ts'
import { RE_OURS } from './ways.ts'
import { readYamlEntries } from './yaml-entries.ts'

/** What a file of feedback holds. */
export interface Issues {
  /** With the names of who asked in a room, whoever may read them. */
  readonly challenges: readonly Challenge[]
  readonly faults: readonly FeedbackFault[]
  /** Ids of questions of which an entry is set aside, or for the team alone and without an id. */
  readonly withheld: readonly string[]
}

/** Characters of what is shown of an issue. */
const LENGTH = 160

/** Says how to make such a file, to somebody who has another one. */
const EXPECTED =
  'expected a list of issues, as "gh issue list --state all --json number,title,body,state,url,createdAt,closedAt" or the host’s API gives it'

/** Somebody who writes one by hand writes the day alone. */
const date = z
  .union([z.iso.datetime({ offset: true, local: true }), z.iso.date()])
  .nullish()
  .catch(undefined)
const words = z.string().nullish().catch(undefined)

/** The fields of all exports: a name or two for each of them, and any of them may be absent. */
const issueSchema = z.looseObject({
  title: z.string(),
  /** `OPEN` (gh), `open` (GitHub, Gitea), `opened` (GitLab); `closed` in all. */
  state: z.string().regex(/^(?:open(?:ed)?|reopened|closed)$/i, 'open or closed'),
  /** GitLab counts by `iid`. */
  /** Ours: `F12`. Those of hosts are other ids, and count for nothing. */
  id: z
    .string()
    .regex(/^F\d{1,6}$/)
    .optional()
    .catch(undefined),
  number: z.int().optional().catch(undefined),
  iid: z.int().optional().catch(undefined),
  body: words,
  description: words,
  url: words,
  html_url: words,
  web_url: words,
  createdAt: date,
  created_at: date,
  closedAt: date,
  closed_at: date,
  /** GitLab: true for an issue that not everybody may read. */
  confidential: z.boolean().optional().catch(true),
  /** Ours of a room: what it is about. */
  about: words,
  /** GitHub lists pull requests among issues. */
  pull_request: z.unknown().optional(),
})

/** A question of a room: one that is not right is told, and shown to nobody. */
const roomSchema = issueSchema.extend(roomFields)

type Issue = z.infer<typeof issueSchema>

/**
 * Reads issues. Confidential issues and pull requests are left out, and an issue that stands twice
 * counts once. All entries that can't be read are one fault, at the first of them.
 *
 * @param repository address of the repository: issues link to its host alone
 */
export function readIssues(text: string, file: string, repository: string | undefined): Issues {
  const read = parsed(text, file)
  if ('fault' in read) return { challenges: [], withheld: [], faults: [read.fault] }
  const { value, offsetOf } = read
  if (!Array.isArray(value)) {
    const found = value === null ? 'null' : typeof value
    const expected = file.endsWith('.json')
      ? EXPECTED
      : 'expected a list: each entry starts with "- "'
    const message = `Unexpected ${found}, ${expected}`
    return {
      challenges: [],
      withheld: [],
      faults: [{ message, place: { file, line: 1, column: 1 } }],
    }
  }
  const entries = value.map((entry: unknown) =>
    (Object(entry).question == null ? issueSchema : roomSchema).safeParse(entry),
  )
  const bad = entries.flatMap((entry, index) => (entry.success ? [] : [{ index, ...entry }]))
  const issues = entries.flatMap(({ success, data }) => (success ? [data] : []))
  const isShown = (issue: Issue) =>
    (issue.id !== undefined || !issue.confidential) && !issue.pull_request && !isSetAside(issue)
  return {
    withheld: issues.flatMap((issue) =>
      isShown(issue) ? [] : (askedOf(issue, file)?.question ?? []),
    ),
    challenges: [...new Map(issues.filter(isShown).map(byName)).values()].map((issue) =>
      challengeOf(issue, repository, file),
    ),
    faults: bad.slice(0, 1).map(({ index, error }) => ({
      message: faultOf(error.issues[0], bad.length - 1),
      place: placeAt(text, file, offsetOf(index)),
    })),
  }
}

const TWO_VERSIONS =
  'Unexpected two versions of the same lines, expected each question once: git has left both here'
const KEEP =
  'Keep the questions of both versions, each once, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>'

function parsed(
  text: string,
  file: string,
):
  | { readonly value: unknown; readonly offsetOf: (entry: number) => number }
  | { readonly fault: FeedbackFault } {
  const faultAt = (offset: number, message: string, mend?: string) => ({
    fault: { message, place: placeAt(text, file, offset), ...(mend ? { mend } : {}) },
  })
  const [conflict] = findConflicts(text, file)
  if (conflict) return { fault: { message: TWO_VERSIONS, mend: KEEP, place: conflict.place } }
  if (!file.endsWith('.json')) {
    const read = readYamlEntries(text)
    if ('value' in read) return read
    const { brokenAt, reason, mend } = read
    return faultAt(brokenAt, `Unexpected text that is no list in YAML: ${reason}`, mend)
  }
  try {
    return { value: JSON.parse(text), offsetOf: (entry) => entryAt(text, entry) }
  } catch {
    return faultAt(brokenAt(text), `Unexpected text that is no JSON, ${EXPECTED}`)
  }
}

function faultOf(issue: z.core.$ZodIssue | undefined, others: number): string {
  const field = issue?.path.join('.')
  const found = field ? `${field} of an issue` : 'entry in the list'
  const more = others === 0 ? '' : `; so with ${others} more ${others === 1 ? 'entry' : 'entries'}`
  const expected =
    field === undefined || field === ''
      ? 'an issue'
      : field === 'state'
        ? 'open or closed'
        : (new Map(Object.entries(ROOM_FIELDS)).get(field) ?? 'words')
  return `Unexpected ${found}, expected ${expected}${more}`
}

/** An issue by its number or address; one that has neither equals no other. */
function byName(issue: Issue): readonly [unknown, Issue] {
  if (issue.id !== undefined) return [issue, issue] // one that stands twice is told
  return [issue.number ?? issue.iid ?? addressOf(issue) ?? issue, issue]
}

function addressOf({ url, html_url, web_url }: Issue): string | undefined {
  return html_url ?? web_url ?? url ?? undefined
}

function challengeOf(issue: Issue, repository: string | undefined, file: string): Challenge {
  const opened = dayOf(issue.createdAt ?? issue.created_at)
  const closed = dayOf(issue.closedAt ?? issue.closed_at)
  const url = onHost(addressOf(issue), repository)
  const title = plainWords(issue.title)
  const body = issue.body ?? issue.description ?? ''
  const own = RE_CHALLENGE.exec(title)
  const number = issue.number ?? issue.iid
  const fallback = number === undefined ? 'An issue' : `Issue ${number}`
  const asked = askedOf(issue, file)
  // What somebody typed in a room stands whole, whatever it looks like.
  if (asked)
    return {
      key: asked.question,
      ...(issue.id === undefined ? {} : { id: issue.id }),
      ...(issue.confidential ? { isInside: true as const } : {}),
      words: title,
      about: asked.about,
      answered: /^closed$/i.test(issue.state),
      ...(opened ? { opened } : {}),
      asked: asked.asked,
    }
  const answer = own ? wordsOf(body) : title
  const key = issue.id ?? (number === undefined ? url : `#${number}`)
  return {
    ...(key === undefined ? {} : { key }),
    ...(issue.id === undefined ? {} : { id: issue.id }),
    ...(issue.confidential ? { isInside: true as const } : {}),
    words: shorten(answer, LENGTH) || fallback,
    about: [...(RE_ABOUT.exec(body.slice(0, LOOK))?.slice(1) ?? []), ...(own?.slice(1) ?? [])],
    answered: /^closed$/i.test(issue.state),
    ...(opened ? { opened } : {}),
    ...(closed ? { closed } : {}),
    ...(url ? { url } : {}),
  }
}

// Matches "Challenge: Decision 5".
const RE_CHALLENGE = /^Challenge:\s*(\S.*)$/i

// Matches "About Decision 5 (decision-5), version …": the line that the link has written.
const RE_ABOUT = /^About .{0,200}\(([^\s()]{1,200})\), /m

/** Characters of a body that are looked at: the first lines, and then what the reader says. */
const LOOK = 5000

/** The reader's own words: without the lines that the link has written. */
function wordsOf(body: string): string {
  const lines = body.slice(0, LOOK).split(/\r?\n/)
  return plainWords(lines.filter((line) => !RE_OURS.test(line.trim())).join(' '))
}

function dayOf(iso: string | null | undefined): string | undefined {
  return iso?.slice(0, 10)
}

/** An address, if it is on the repository's own host: a stranger's may lead anywhere. */
function onHost(url: string | undefined, repository: string | undefined): string | undefined {
  if (url === undefined || repository === undefined) return undefined
  if (!URL.canParse(url) || !URL.canParse(repository)) return undefined
  const to = new URL(url)
  const isWeb = to.protocol === 'https:' || to.protocol === 'http:'
  if (!isWeb || to.host !== new URL(repository).host) return undefined
  return `${to.origin}${to.pathname}${to.hash}`
}
