/** Pairs the parts of two editions by their words, whatever their names are. */

/** One side of a possible pair. */
export interface Candidate {
  readonly key: string
  /** The key that it would have in the other edition if only numbers had shifted. */
  readonly home: string
  /** Only candidates of one sort can be a pair. */
  readonly sort: string
  /** All that it says, as written. */
  readonly text: string
  /** The text as it is compared; `''` where it is too short to be recognised. */
  readonly print: () => string
  /** What makes it alike to another: words, pairs of words. */
  readonly features: () => ReadonlySet<string>
}

/** A feature that more parties have says nothing about likeness; this bounds the time. */
const COMMON = 40
/** How many candidates for one are looked at closely. */
const CLOSE = 8
/** Texts with at least this likeness are one text, reworded: half of all their features are in both. */
const ALIKE = 0.5
/** What is added to the likeness of two candidates for a number that stayed. */
const AT_HOME = 0.3

/**
 * Pairs candidates: first those that say the same, and among these first those with an unchanged
 * key; then the most similar. Of equals, the first in document order.
 *
 * @param namesLast whether a name alone counts last, since it is a number that shifts; else it counts
 * more than likeness
 * @returns key before → key after
 */
export function pairUp(
  before: readonly Candidate[],
  after: readonly Candidate[],
  namesLast: boolean,
): ReadonlyMap<string, string> {
  const pairs = new Pairing(before, after)
  // Most of a case stays as it was: what is written alike needs no closer look.
  pairs.bySame(({ sort, home, text }) => `${sort} ${home} ${text}`)
  pairs.bySame(({ sort, home, print }) => print() !== '' && `${sort} ${home} ${print()}`)
  pairs.bySame(({ sort, print }) => print() !== '' && `${sort} ${print()}`)
  if (!namesLast) pairs.bySame(nameOf)
  pairs.atHome()
  pairs.byLikeness()
  if (namesLast) pairs.bySame(nameOf)
  return pairs.made
}

class Pairing {
  readonly made = new Map<string, string>()
  #before: readonly Candidate[]
  #after: readonly Candidate[]

  constructor(before: readonly Candidate[], after: readonly Candidate[]) {
    this.#before = before
    this.#after = after
  }

  /** Pairs those with the same name, the first with the first. */
  bySame(wordsOf: (candidate: Candidate) => string | false): void {
    const waiting = new Map<string, Candidate[]>()
    for (const candidate of this.#after) {
      const name = wordsOf(candidate)
      if (name === false) continue
      const queue = waiting.get(name)
      if (queue) queue.push(candidate)
      else waiting.set(name, [candidate])
    }
    for (const queue of waiting.values()) queue.reverse()
    const pairs = this.#before.flatMap((candidate): [Candidate, Candidate][] => {
      const name = wordsOf(candidate)
      const found = name === false ? undefined : waiting.get(name)?.pop()
      return found ? [[candidate, found]] : []
    })
    this.#take(pairs)
  }

  /** Pairs those with an unchanged key that are so similar that no other can be more so. */
  atHome(): void {
    const homes = new Map(this.#after.map((candidate) => [nameOf(candidate), candidate]))
    const pairs = this.#before.flatMap((candidate): [Candidate, Candidate][] => {
      const found = homes.get(nameOf(candidate))
      if (!found || likeness(candidate.features(), found.features()) < 1 - AT_HOME) return []
      homes.delete(nameOf(candidate)) // two may claim one home: the first has it
      return [[candidate, found]]
    })
    this.#take(pairs)
  }

  byLikeness(): void {
    if (this.#before.length === 0 || this.#after.length === 0) return
    const scored = scoreAll(this.#before, this.#after)
    const [left, right] = [new Set<Candidate>(), new Set<Candidate>()]
    const pairs: [Candidate, Candidate][] = []
    for (const { one, other } of scored) {
      if (left.has(one) || right.has(other)) continue
      left.add(one)
      right.add(other)
      pairs.push([one, other])
    }
    this.#take(pairs)
  }

  #take(pairs: readonly (readonly [Candidate, Candidate])[]): void {
    if (pairs.length === 0) return
    for (const [one, other] of pairs) this.made.set(one.key, other.key)
    const [left, right] = [
      new Set(pairs.map(([one]) => one)),
      new Set(pairs.map(([, other]) => other)),
    ]
    this.#before = this.#before.filter((candidate) => !left.has(candidate))
    this.#after = this.#after.filter((candidate) => !right.has(candidate))
  }
}

/** A candidate by its sort and the key that is its own. */
function nameOf({ sort, home }: Candidate): string {
  return `${sort} ${home}`
}

interface Scored {
  readonly one: Candidate
  readonly other: Candidate
  readonly score: number
}

/** The likely pairs, the most similar first. A stable sort leaves equals in document order. */
function scoreAll(before: readonly Candidate[], after: readonly Candidate[]): readonly Scored[] {
  const holders = new Map<string, Candidate[]>()
  for (const candidate of after) {
    for (const feature of candidate.features()) {
      const held = holders.get(feature)
      if (held) held.push(candidate)
      else holders.set(feature, [candidate])
    }
  }
  const homes = new Map(after.map((candidate) => [nameOf(candidate), candidate]))
  const scored = before.flatMap((one) => {
    const shared = new Map<Candidate, number>()
    for (const feature of one.features()) {
      const held = holders.get(feature) ?? []
      if (held.length > COMMON) continue
      for (const other of held)
        if (other.sort === one.sort) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
    const atHome = homes.get(nameOf(one))
    const closest = [...shared].sort((a, b) => b[1] - a[1]).slice(0, CLOSE)
    const candidates = new Set([
      ...(atHome ? [atHome] : []),
      ...closest.map(([candidate]) => candidate),
    ])
    return [...candidates].map((other) => ({
      ...{ one, other },
      score: likeness(one.features(), other.features()) + (other === atHome ? AT_HOME : 0),
    }))
  })
  return scored.filter(({ score }) => score >= ALIKE).sort((a, b) => b.score - a.score)
}

/** Dice's coefficient: 1 where all features are in both, 0 where none is. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const all = one.size + other.size
  if (all === 0) return 0
  let both = 0
  for (const feature of one) if (other.has(feature)) both += 1
  return (2 * both) / all
}

/** The words of a text as compared, and each two that stand side by side: by these, texts are alike. */
export function featuresOf(print: string): ReadonlySet<string> {
  const words = print.split(' ').filter((word) => word !== '')
  return new Set([...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)])
}

/** A value that is made when it is first asked for. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
