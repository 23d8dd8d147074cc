/** Cycles in the reasoning: claims that in the end rest on themselves. */
import { byGround, type ReasoningStep, standingOn } from './reasoning.ts'

/**
 * One cycle for each group of claims that all rest on each other: a shortest one through the claim
 * whose step comes first. The ground of each step is the claim of the next one; the last step leads
 * back to the first claim.
 *
 * @returns in the order of the steps; `[]` where every claim ends somewhere
 */
export function cyclesOf(steps: readonly ReasoningStep[]): readonly Cycle[] {
  const looping = withoutDeadEnds(withoutDeadEnds(steps, 'claim', 'ground'), 'ground', 'claim')
  const below = Map.groupBy(looping, ({ claim }) => claim)
  const above = byGround(looping)
  const done = new Set<string>()
  const cycles: Cycle[] = []
  for (const { claim } of looping) {
    if (done.has(claim)) continue
    done.add(claim)
    const cycle = shortestCycle(claim, below)
    if (!cycle) continue
    cycles.push(cycle)
    // What stands on the claim and is under it too belongs to the same group.
    const standing = standingOn(above, claim)
    for (const key of reachedFrom(claim, below)) if (standing.has(key)) done.add(key)
  }
  return cycles
}

/** At least one step. */
type Cycle = readonly [ReasoningStep, ...ReasoningStep[]]

type End = 'claim' | 'ground'

/** Leaves out the steps that, followed from one end to the other, lead out of every cycle. */
function withoutDeadEnds(
  steps: readonly ReasoningStep[],
  from: End,
  to: End,
): readonly ReasoningStep[] {
  const into = Map.groupBy(steps, (step) => step[to])
  const left = new Map([...Map.groupBy(steps, (step) => step[from])].map(([k, s]) => [k, s.length]))
  const open = [...into.keys()].filter((key) => !left.has(key))
  const ends = new Set(open)
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const step of into.get(key) ?? []) {
      const count = (left.get(step[from]) ?? 0) - 1
      left.set(step[from], count)
      if (count > 0) continue
      ends.add(step[from])
      open.push(step[from])
    }
  }
  return steps.filter((step) => !ends.has(step[to]))
}

/** The steps of a shortest way from a claim down and back to it, where there is one. */
function shortestCycle(
  start: string,
  below: ReadonlyMap<string, readonly ReasoningStep[]>,
): Cycle | undefined {
  const reached = new Map<string, PathStep | undefined>([[start, undefined]])
  for (const [key, before] of reached) {
    for (const step of below.get(key) ?? []) {
      if (step.ground === start) return stepsTo({ step, before })
      if (!reached.has(step.ground)) reached.set(step.ground, { step, before })
    }
  }
  return undefined
}

/** A step and those that lead to it. */
interface PathStep {
  readonly step: ReasoningStep
  readonly before: PathStep | undefined
}

function stepsTo({ step, before }: PathStep): Cycle {
  const last: ReasoningStep[] = []
  let [first, way] = [step, before]
  for (; way; way = way.before) {
    last.push(first)
    first = way.step
  }
  return [first, ...last.reverse()]
}

/** Keys of all that is under a claim. */
function reachedFrom(
  start: string,
  below: ReadonlyMap<string, readonly ReasoningStep[]>,
): ReadonlySet<string> {
  const found = new Set([start])
  for (const key of found) for (const { ground } of below.get(key) ?? []) found.add(ground)
  return found
}
