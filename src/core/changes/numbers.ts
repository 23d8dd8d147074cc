/** Items that have the same words under another number. */
import type { Item } from '../model/case.ts'
import { decisionKey, numberOf } from '../model/ids.ts'
import type { Pair, Renumbered } from './change.ts'
import { type Comparison, named } from './comparison.ts'

/** One item with another number. */
interface Step {
  readonly before: Item
  readonly after: Item
}

/** Runs of items whose numbers all shifted by the same amount. Evidence follows its decision. */
export function numberChanges(comparison: Comparison): readonly Renumbered[] {
  const { before, after, now } = comparison
  const steps = before.edition.items.flatMap((item): readonly Step[] => {
    const later = after.items.get(now.get(item.key) ?? '')
    return later && later.id !== item.id ? [{ before: item, after: later }] : []
  })
  const decisions = new Map(steps.map((step) => [step.before.key, step.after.id]))
  const along = steps.filter((step) => isAlong(step, decisions))
  const led = new Set(along)
  const followers = Map.groupBy(along, ({ before }) => decisionKey(numberOf(before.id)))
  return runsOf(steps.filter((step) => !led.has(step))).map((run) => {
    const pairs = run.map((step) => pairOf(step, comparison))
    const evidence = run.flatMap((step) => followers.get(step.before.key) ?? [])
    const cause = causeOf(run, comparison)
    return {
      what: 'renumbered',
      ...(pairs[0] as Pair), // no run is empty
      run: pairs,
      along: evidence.map((step) => pairOf(step, comparison)),
      ...(cause ? { cause } : {}),
    }
  })
}

/** Whether evidence got its number with its decision: 6a is 7a now, since decision 6 is 7. */
function isAlong({ before, after }: Step, decisions: ReadonlyMap<string, string>): boolean {
  const [from, to] = [numberOf(before.id), numberOf(after.id)]
  const sameLetter = before.id.slice(from.length) === after.id.slice(to.length)
  return sameLetter && decisions.get(decisionKey(from)) === to
}

function runsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const runs: Step[][] = []
  for (const [, same] of Map.groupBy(steps, ({ before }) => before.kind)) {
    for (const step of same.toSorted((a, b) => rankOf(a.before) - rankOf(b.before))) {
      const run = runs.at(-1)
      const last = run?.at(-1)
      if (last && isNext(last, step)) run?.push(step)
      else runs.push([step])
    }
  }
  return runs
}

function isNext(last: Step, step: Step): boolean {
  const isSameKind = last.before.kind === step.before.kind
  return (
    isSameKind && rankOf(step.before) === rankOf(last.before) + 1 && shift(step) === shift(last)
  )
}

function shift({ before, after }: Step): number {
  return rankOf(after) - rankOf(before)
}

/** More than any decision has evidence. */
const LETTERS = 1000

/** Numbers in a row have ranks in a row: `O2` → 2; `3a` → 3001, `3b` → 3002. */
function rankOf({ key, kind, id }: Item): number {
  const number = numberOf(id)
  if (number === '') return Number(key.slice(kind.length + 1))
  const letters = [...id.slice(number.length)]
  const letter = letters.reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 96, 0)
  return Number(number) * LETTERS + letter
}

/** What was added at the start of the run, or was removed from there. */
function causeOf(
  run: readonly Step[],
  { before, after, now, was }: Comparison,
): Renumbered['cause'] {
  const [first] = run
  if (!first) return undefined
  const by = shift(first)
  const what = by > 0 ? 'added' : 'removed'
  const [side, paired, from] =
    what === 'added' ? [after, was, first.before] : [before, now, first.after]
  const found = side.edition.items
    .filter(({ key, kind }) => kind === first.before.kind && !paired.has(key))
    .filter((item) => {
      const rank = rankOf(item)
      return rank >= rankOf(from) && rank < rankOf(from) + Math.abs(by)
    })
    .map(({ key }) => named(side, key))
  return found.length > 0 ? { what, named: found } : undefined
}

function pairOf({ before, after }: Step, comparison: Comparison): Pair {
  return {
    before: named(comparison.before, before.key),
    after: named(comparison.after, after.key),
  }
}
