/**
 * What falls where something does not hold.
 *
 * - An item that rests on nothing stands by itself. So does evidence, whatever it cites.
 * - Any other item stands where all stands that it cannot do without (`allOf`: an assumption, or an
 *   estimate in its sum), and at least one piece stands of what else it rests on (`anyOf`).
 * - Support has to begin somewhere: claims that only hold each other up stand on nothing. So of what
 *   stood before, that falls which can no longer be built up from items that stand by themselves.
 * - Claims that went in a circle before any doubt never stood so. Of these one falls where all pieces
 *   fall of what it rests on, or one falls that it cannot do without.
 * - What is doubted falls. It is told apart from what falls with it.
 * - What falls speaks against nothing any more: what it spoke against stands stronger.
 *
 * Only items are looked at that may fall, and what stands on these: linear in their links.
 */
import type { SupportGraph } from './support-graph.ts'

/** What a doubt does. Numbers are places in the list of items, in its order. */
export interface Falls {
  readonly doubted: readonly number[]
  /** What stands on nothing any more. */
  readonly fallen: readonly number[]
  /** What lost a part of its support, and stands. */
  readonly weakened: readonly Weakened[]
  /** What has less against it, and which pieces that were. */
  readonly strengthened: readonly Strengthened[]
}

/** An item that stands on less than before. */
interface Weakened {
  readonly at: number
  readonly lost: readonly number[]
  /** What holds it still. */
  readonly left: readonly number[]
}

/** An item with less against it. */
interface Strengthened {
  readonly at: number
  readonly without: readonly number[]
}

/** Looks up what falls with some items; one that stands in the list twice counts once. */
export type FindFalls = (doubted: Iterable<number>) => Falls

/** Indexes a graph once, for any number of doubts. */
export function doubterOf({ items }: SupportGraph): FindFalls {
  const index = indexOf(items)
  return (list) => {
    const doubted = new Set([...list].filter((at) => items[at] !== undefined))
    const gone = goneWith(doubted, index)
    return told(gone, doubted, index)
  }
}

/** A graph, ready to be asked. */
interface FallIndex {
  readonly items: SupportGraph['items']
  /** Of each item, what rests on it. */
  readonly users: readonly (readonly number[])[]
  /** What stands before any doubt, each with its place in the order in which it is built up. */
  readonly ranks: ReadonlyMap<number, number>
}

function indexOf(items: SupportGraph['items']): FallIndex {
  const users: number[][] = items.map(() => [])
  for (const [at, { anyOf = [], allOf = [] }] of items.entries())
    for (const ground of new Set([...anyOf, ...allOf])) users[ground]?.push(at)
  const bare = { items, users }
  const stands = builtUp(bare, [...items.keys()], () => false)
  // Each rests on what was built up before it.
  return { ...bare, ranks: new Map([...stands].map((at, rank) => [at, rank])) }
}

/** What can be built up among some items, given what stands outside them. */
function builtUp(
  { items, users }: Pick<FallIndex, 'items' | 'users'>,
  among: readonly number[],
  standsOutside: (at: number) => boolean,
): ReadonlySet<number> {
  const found = new Set<number>()
  const isUp = (at: number) => found.has(at) || standsOutside(at)
  const open = [...among]
  const inside = new Set(open)
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { anyOf = [], allOf = [] } = items[at] ?? {}
    if (found.has(at) || !allOf.every(isUp) || (anyOf.length > 0 && !anyOf.some(isUp))) continue
    found.add(at)
    for (const user of users[at] ?? []) if (inside.has(user)) open.push(user)
  }
  return found
}

/** What is doubted, and all that falls with it. */
function goneWith(doubted: ReadonlySet<number>, index: FallIndex): ReadonlySet<number> {
  const { items, users, ranks } = index
  const reached = reachedBy(doubted, index)
  const stood = [...reached].filter((at) => ranks.has(at))
  const still = builtUp(
    index,
    stood.filter((at) => !doubted.has(at)),
    (at) => !reached.has(at) && ranks.has(at),
  )
  const gone = new Set([...doubted, ...stood.filter((at) => !still.has(at))])
  // Circles fall as far as what they rest on does. A circle is looked at again with each of its
  // grounds, since the set grows as it is walked.
  for (const at of gone)
    for (const user of users[at] ?? []) {
      const { anyOf = [], allOf = [] } = items[user] ?? {}
      const isGone = (one: number) => gone.has(one)
      if (!ranks.has(user) && (allOf.some(isGone) || (anyOf.length > 0 && anyOf.every(isGone))))
        gone.add(user)
    }
  return gone
}

/** What may fall: all but what keeps a ground that was built up before it, and all that it cannot do without. */
function reachedBy(
  doubted: ReadonlySet<number>,
  { items, users, ranks }: FallIndex,
): ReadonlySet<number> {
  const reached = new Set(doubted)
  const isSafe = (at: number) => {
    const { anyOf = [], allOf = [] } = items[at] ?? {}
    const rank = ranks.get(at) ?? 0
    const holds = (ground: number) =>
      !reached.has(ground) && (ranks.get(ground) ?? Number.POSITIVE_INFINITY) < rank
    return allOf.every(holds) && (anyOf.length === 0 || anyOf.some(holds))
  }
  for (const at of reached)
    for (const user of users[at] ?? []) if (ranks.has(user) && !isSafe(user)) reached.add(user)
  return reached
}

function told(
  gone: ReadonlySet<number>,
  doubted: ReadonlySet<number>,
  { items, users }: FallIndex,
): Falls {
  const inOrder = (some: Iterable<number>) => [...new Set(some)].toSorted((a, b) => a - b)
  const above = inOrder([...gone].flatMap((at) => users[at] ?? []))
  const opposed = inOrder([...gone].flatMap((at) => items[at]?.against ?? []))
  return {
    doubted: inOrder(doubted),
    fallen: inOrder(gone).filter((at) => !doubted.has(at)),
    weakened: above
      .filter((at) => !gone.has(at))
      .map((at) => {
        const { anyOf = [], allOf = [] } = items[at] ?? {}
        const grounds = inOrder([...anyOf, ...allOf])
        return {
          at,
          lost: grounds.filter((one) => gone.has(one)),
          left: grounds.filter((one) => !gone.has(one)),
        }
      }),
    strengthened: opposed
      .filter((at) => !gone.has(at))
      .map((at) => ({
        at,
        without: inOrder(gone).filter((one) => items[one]?.against?.includes(at)),
      })),
  }
}
