/** What readers may count changes from: what was shown to somebody, tags of the case, and Mondays. */
import { markerInName } from '../../core/audience/aside-markers.ts'
import { stillOpen } from '../../core/changes/challenges.ts'
import { type Change, compareCases, type Edition, editionOf } from '../../core/changes/index.ts'
import { pointsOf } from '../../core/changes/receipts.ts'
import { redactSince } from '../../core/changes/redact.ts'
import { weeksOf } from '../../core/changes/weeks.ts'
import { slugOf } from '../../core/graph/slug.ts'
import { GitError, NoHistoryError } from '../git/git.ts'
import { listTags, type Tag } from '../git/repository.ts'
import { openPast, type Past } from '../history/past.ts'
import { beforeDay } from '../history/since.ts'
import type { ReadCase } from './read-case.ts'

/** A moment at which readers may have known the case. */
export interface Occasion {
  /** Its part of an address, which no other occasion has. */
  readonly slug: string
  /** A Monday begins a week in which the case changed. */
  readonly what: 'receipt' | 'tag' | 'monday'
  /** The name that somebody gave it; absent for a Monday. */
  readonly name?: string
  /** ISO date on which it was shown, or the tag was set; the Monday. */
  readonly day: string
  /** The changes from the case at that moment, or when that day began, to the case that is built. */
  readonly changes: readonly Change[]
  /** What was asked before it, and is not answered now. */
  readonly open: readonly Change[]
}

/** How many of each are offered, the latest ones. */
const MOST = { receipts: 40, tags: 40, mondays: 26 } as const

const known = new WeakMap<ReadCase, Promise<readonly Occasion[]>>()

/** The occasions of a case: receipts, tags, Mondays, each the latest first; `[]` without a history. */
export function occasionsOf(read: ReadCase): Promise<readonly Occasion[]> {
  const found = known.get(read) ?? readOccasions(read)
  known.set(read, found)
  return found
}

async function readOccasions(read: ReadCase): Promise<readonly Occasion[]> {
  const tags = (await tagsOf(read)).slice(-MOST.tags).toReversed()
  const mondays = mondaysOf(read).slice(0, MOST.mondays)
  const receipts = read.line ? pointsOf(read.receipts).slice(0, MOST.receipts) : []
  const moments = [...receipts, ...tags, ...mondays].map(({ commit }) => ({ id: commit }))
  const past = await openPast(read.folder, moments, read.readers)
  const changesSince = comparison(past, read)
  const taken = new Set<string>()
  const slugFor = (words: string): string => {
    const plain = slugOf(words)
    let slug = plain
    for (let count = 2; taken.has(slug); count += 1) slug = `${plain}-${count}`
    taken.add(slug)
    return slug
  }
  // Mondays are named first, so that their addresses can be guessed.
  const since = [
    ...mondays.map((one) => ({ ...one, what: 'monday' as const, slug: slugFor(one.day) })),
    ...receipts.map((one) => ({ ...one, what: 'receipt' as const, slug: slugFor(one.slug) })),
    ...tags.map((one) => ({ ...one, what: 'tag' as const, slug: slugFor(one.name) })),
  ]
  return since
    .flatMap(({ commit, ...occasion }): readonly Occasion[] => {
      const since = changesSince(commit)
      return since ? [{ ...occasion, ...since }] : []
    })
    .toSorted((a, b) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what))
}

const ORDER: readonly Occasion['what'][] = ['receipt', 'tag', 'monday']

async function tagsOf({ line, folder, audience }: ReadCase): Promise<readonly Tag[]> {
  if (!line) return []
  try {
    const tags = await listTags(folder)
    // A tag whose name says "internal" is for whoever set it.
    const isShown = ({ name }: Tag) => markerInName(`${name}.mdx`) === undefined
    return audience === 'public' ? tags.filter(isShown) : tags
  } catch (error) {
    // A finding already says what git could not tell about this folder.
    if (error instanceof GitError || error instanceof NoHistoryError) return []
    throw error
  }
}

/** The Mondays of weeks with changes, each with the last commit before it; without the first week. */
function mondaysOf({
  line,
}: ReadCase): readonly { readonly day: string; readonly commit: string }[] {
  if (!line) return []
  const steps = line.steps.filter(({ unread }) => !unread)
  return weeksOf(line).flatMap(({ monday, changes }) => {
    const before = beforeDay(steps, monday)
    const isBefore = before !== undefined && before.week < monday
    return changes.length > 0 && isBefore ? [{ day: monday, commit: before.commit }] : []
  })
}

/** What an occasion says of the time since. */
type SinceThen = Pick<Occasion, 'changes' | 'open'>

/** What is new since a commit; undefined where it holds no case, or one that can't be read. */
function comparison(past: Past, read: ReadCase): (commit: string) => SinceThen | undefined {
  const now = editionOf(read)
  const known = new Map<string, SinceThen>()
  return (commit) => {
    const found = past.at(commit)
    if (!found || found.isEmpty || found.unread.length > 0) return undefined
    const then = known.get(found.state) ?? sinceThen(found.edition(), now)
    known.set(found.state, then)
    const [changes = [], open = []] = [then.changes, then.open].map((all) =>
      redactSince(all, { ...read, commit }),
    )
    return { changes, open }
  }
}

function sinceThen(before: Edition, now: Edition): SinceThen {
  return { changes: compareCases(before, now), open: stillOpen(before, now) }
}
