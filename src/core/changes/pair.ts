/** What became what: parts of two editions paired by their words, whatever they are called. */

/** One side of a possible pair. */
export interface Party {
  readonly key: string
  /** The key that it has in the other edition, if nothing but numbers was shifted. */
  readonly home: string
  /** Only parties of one sort can be a pair. */
  readonly sort: string
  /** All that it says, as written. */
  readonly text: string
  /** The same as it is compared; `''` where that is too little to know it by. */
  readonly print: () => string
  /** What makes it alike to another: words, pairs of words. */
  readonly features: () => ReadonlySet<string>
}

/** What is so common says nothing of likeness; bounds the time. */
const COMMON = 40
/** How many candidates for a party are looked at closely. */
const CLOSE = 8
/** From here on two texts are one text reworded: of all their features half are in both. */
const ALIKE = 0.5
/** What a number that stayed counts for. */
const AT_HOME = 0.3

/**
 * Pairs parties: first those that say the same, those at home before others; then the likest. Of
 * equals, the first in document order.
 *
 * @param namesLast whether a name alone counts last, since it is a number that shifts; else it counts
 * more than likeness
 * @returns key before → key after
 */
export function pairUp(
  before: readonly Party[],
  after: readonly Party[],
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
  #before: readonly Party[]
  #after: readonly Party[]

  constructor(before: readonly Party[], after: readonly Party[]) {
    this.#before = before
    this.#after = after
  }

  /** Pairs those of one name, first with first. */
  bySame(wordsOf: (party: Party) => string | false): void {
    const waiting = new Map<string, Party[]>()
    for (const party of this.#after) {
      const name = wordsOf(party)
      if (name === false) continue
      const queue = waiting.get(name)
      if (queue) queue.push(party)
      else waiting.set(name, [party])
    }
    for (const queue of waiting.values()) queue.reverse()
    const pairs = this.#before.flatMap((party): [Party, Party][] => {
      const name = wordsOf(party)
      const found = name === false ? undefined : waiting.get(name)?.pop()
      return found ? [[party, found]] : []
    })
    this.#settle(pairs)
  }

  /** Pairs those at home that are so alike that no stranger can be likelier. */
  atHome(): void {
    const homes = new Map(this.#after.map((party) => [nameOf(party), party]))
    const pairs = this.#before.flatMap((party): [Party, Party][] => {
      const found = homes.get(nameOf(party))
      if (!found || likeness(party.features(), found.features()) < 1 - AT_HOME) return []
      homes.delete(nameOf(party)) // two may claim one home: the first has it
      return [[party, found]]
    })
    this.#settle(pairs)
  }

  byLikeness(): void {
    if (this.#before.length === 0 || this.#after.length === 0) return
    const scored = scoreAll(this.#before, this.#after)
    const [left, right] = [new Set<Party>(), new Set<Party>()]
    const pairs: [Party, Party][] = []
    for (const { one, other } of scored) {
      if (left.has(one) || right.has(other)) continue
      left.add(one)
      right.add(other)
      pairs.push([one, other])
    }
    this.#settle(pairs)
  }

  #settle(pairs: readonly (readonly [Party, Party])[]): void {
    if (pairs.length === 0) return
    for (const [one, other] of pairs) this.made.set(one.key, other.key)
    const [left, right] = [
      new Set(pairs.map(([one]) => one)),
      new Set(pairs.map(([, other]) => other)),
    ]
    this.#before = this.#before.filter((party) => !left.has(party))
    this.#after = this.#after.filter((party) => !right.has(party))
  }
}

/** A party by its sort and the key that is its own. */
function nameOf({ sort, home }: Party): string {
  return `${sort} ${home}`
}

interface Scored {
  readonly one: Party
  readonly other: Party
  readonly score: number
}

/** The likely pairs, the likest first. A stable sort leaves equals in document order. */
function scoreAll(before: readonly Party[], after: readonly Party[]): readonly Scored[] {
  const holders = new Map<string, Party[]>()
  for (const party of after) {
    for (const feature of party.features()) {
      const held = holders.get(feature)
      if (held) held.push(party)
      else holders.set(feature, [party])
    }
  }
  const homes = new Map(after.map((party) => [nameOf(party), party]))
  const scored = before.flatMap((one) => {
    const shared = new Map<Party, number>()
    for (const feature of one.features()) {
      const held = holders.get(feature) ?? []
      if (held.length > COMMON) continue
      for (const other of held)
        if (other.sort === one.sort) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
    const atHome = homes.get(nameOf(one))
    const closest = [...shared].sort((a, b) => b[1] - a[1]).slice(0, CLOSE)
    const candidates = new Set([...(atHome ? [atHome] : []), ...closest.map(([party]) => party)])
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

/** Words and pairs of neighbours of a print, by which texts are alike. */
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
