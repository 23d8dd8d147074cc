/**
 * Which changes readers are told. Earlier states were read without what stayed inside then. What
 * stays inside or was withdrawn only later may still stand in them, under earlier names.
 */

import { findNeedle } from '../audience/word-runs.ts'
import type { PastAddress } from '../model/assembled.ts'
import type { Needles, Readers } from '../model/audience.ts'
import type { CaseChallenge } from '../model/feedback.ts'
import { asToldNow, byKey, ToldChallenges } from './challenges.ts'
import { type Change, isOfChallenge, type LinkTo, type Named } from './change.ts'
import type { HistoryStep, MainLine } from './weeks.ts'

/** What changes may not tell. */
interface Hidden {
  /** Keys and names of files that stay inside, as the earlier edition calls them. */
  readonly before: ReadonlySet<string>
  /** The same in the later one. */
  readonly after: ReadonlySet<string>
  readonly forbidden: Needles
  /** Challenges that readers have now; absent where the changes lead to the state of now. */
  readonly challenges?: ReadonlyMap<string, CaseChallenge>
}

type ReaderLimits = Pick<Readers, 'inside' | 'forbidden'>

/**
 * The history as its readers may know it now.
 *
 * @param told the challenges that they have now
 */
export function redactLine(
  { steps, isWhole }: MainLine,
  readers: ReaderLimits,
  told: readonly CaseChallenge[],
): MainLine {
  const challenges = byKey({ challenges: told })
  const from = insideFrom(steps, readers)
  const first = new Map(steps.map(({ week }, index) => [week, index] as const).toReversed())
  const toldBefore = new ToldChallenges()
  const atWeek = new Map<string, ToldChallenges>()
  return {
    isWhole,
    steps: steps.flatMap((step, index): readonly HistoryStep[] => {
      const after = from[index] ?? new Set()
      const { forbidden = new Map() } = readers
      const unread = step.unread?.filter((file) => !after.has(file))
      // All that is told of such a commit is that it was left out.
      if (unread?.length === 0) return []
      const before = from[first.get(step.week) ?? index] ?? after
      const beforeWeek = atWeek.get(step.week) ?? toldBefore.copy()
      atWeek.set(step.week, beforeWeek)
      const changes = toldBefore.tell(step.changes)
      const ofWeek = step.ofWeek && beforeWeek.copy().tell(step.ofWeek)
      return [
        {
          ...step,
          ...(unread ? { unread } : {}),
          changes: redactChanges(changes, { before: after, after, forbidden, challenges }),
          ...(ofWeek
            ? { ofWeek: redactChanges(ofWeek, { before, after, forbidden, challenges }) }
            : {}),
        },
      ]
    }),
  }
}

/**
 * Changes from the case at a commit to the case of now, without what readers are not told.
 *
 * @param commit whole id; one beside the main line counts as before all of it
 */
export function redactSince(
  changes: readonly Change[],
  { line, readers, commit }: { line?: MainLine | undefined; readers: ReaderLimits; commit: string },
): readonly Change[] {
  const steps = line?.steps ?? []
  const at = steps.findIndex((step) => step.commit === commit)
  const { inside = new Set(), forbidden = new Map() } = readers
  const before = insideFrom(steps, readers)[at + 1] ?? inside
  return redactChanges(changes, { before, after: inside, forbidden })
}

/** Addresses of earlier states, but for those that stayed inside later or whose words are not told. */
export function redactPast(
  past: readonly PastAddress[],
  { line, readers }: { line?: MainLine | undefined; readers: ReaderLimits },
): readonly PastAddress[] {
  const [names = new Set()] = insideFrom(line?.steps ?? [], readers)
  const { forbidden = new Map() } = readers
  return past.filter(({ key, text }) => !names.has(key) && !findNeedle(text, forbidden))
}

/** What stays inside at each step, or at any later one, or now. */
function insideFrom(
  steps: readonly HistoryStep[],
  { inside = new Set() }: ReaderLimits,
): readonly ReadonlySet<string>[] {
  let names = inside
  return steps
    .toReversed()
    .map((step) => {
      if (step.inside) names = new Set([...names, ...step.inside])
      return names
    })
    .toReversed()
}

function redactChanges(changes: readonly Change[], hidden: Hidden): readonly Change[] {
  const { before, after, forbidden, challenges } = hidden
  const told = challenges ? changes.flatMap((one) => withChallenge(one, challenges)) : changes
  if (before.size + after.size + forbidden.size === 0) return told
  return told
    .map((change) => withoutHidden(change, hidden))
    .filter((change) => isNamed(change, hidden) && !mentions(change, forbidden))
}

function withChallenge(
  change: Change,
  challenges: ReadonlyMap<string, CaseChallenge>,
): readonly Change[] {
  if (!isOfChallenge(change)) return [change]
  const told = asToldNow(change, challenges)
  return told ? [told] : []
}

/** A change without the other parts that it names, where they stay inside. */
function withoutHidden(change: Change, { before, after }: Hidden): Change {
  const isShown = (named: Named) => !isIn(named, before) && !isIn(named, after)
  switch (change.what) {
    case 'added': {
      const links = change.links.filter(({ to }: LinkTo) => isShown(to))
      return { ...change, links, together: change.together.filter(isShown) }
    }
    case 'removed':
      return { ...change, together: change.together.filter(isShown) }
    case 'linked':
    case 'unlinked':
    case 'confirmed':
    case 'doubted':
      return { ...change, others: change.others.filter(isShown) }
    case 'renumbered': {
      const { cause, ...rest } = change
      const named = cause?.named.filter(isShown) ?? []
      const along = change.along.filter((pair) => isShown(pair.before) && isShown(pair.after))
      return {
        ...rest,
        along,
        ...(cause && named.length > 0 ? { cause: { ...cause, named } } : {}),
      }
    }
    default:
      return change
  }
}

/** Whether readers may know the name of what a change is about. */
function isNamed(change: Change, { before, after }: Hidden): boolean {
  if (change.before && isIn(change.before, before)) return false
  if (change.after && isIn(change.after, after)) return false
  if ('others' in change) return change.others.length > 0
  const { from } = change as { readonly from?: Named | string }
  if (typeof from === 'object' && isIn(from, before)) return false
  if (change.what === 'moved') return !(change.to && isIn(change.to, after))
  if (change.what !== 'renumbered') return true
  return change.run.every((pair) => !isIn(pair.before, before) && !isIn(pair.after, after))
}

function isIn({ key, place }: Named, names: ReadonlySet<string>): boolean {
  return names.has(key) || names.has(place.file)
}

/** Whether a change shows words of either edition that nobody may be told. */
function mentions(change: Change, forbidden: Needles): boolean {
  if (forbidden.size === 0) return false
  const editions = new Set(['added', 'removed'].map((mark) => wordsIn(change, mark).join(' ')))
  return [...editions].some((words) => findNeedle(words, forbidden) !== undefined)
}

/** All strings of a value, without the runs that have this mark. */
function wordsIn(value: unknown, mark: string): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  if ('mark' in value && value.mark === mark) return []
  return Object.values(value).flatMap((part) => wordsIn(part, mark))
}
