/** What falls, proved against the definition itself: by trying every set of items that may stand. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doubterOf } from '../../../src/core/doubt/falls.ts'
import type { SupportGraph, SupportItem } from '../../../src/core/doubt/support-graph.ts'

type Links = Pick<SupportItem, 'anyOf' | 'allOf' | 'against'>

function graphOf(links: readonly Links[]): SupportGraph {
  const items = links.map((link, at) => ({
    ...({ key: `k${at}`, id: `${at}`, name: `Item ${at}`, sort: 'decision', text: '' } as const),
    ...link,
  }))
  return { items, ask: { isWritten: true, named: [], counted: [], decisions: [] } }
}

/**
 * The definition, word by word, over sets as bits: the smallest set that holds all that a rule forces
 * into it. It looks at every set there is.
 */
function smallest(count: number, forced: (set: number) => number): number {
  let found = (1 << count) - 1
  for (let set = 0; set < 1 << count; set += 1) if ((forced(set) & ~set) === 0) found &= set
  return found
}

function bits(places: readonly number[] = []): number {
  return places.reduce((sum, at) => sum | (1 << at), 0)
}

/** What is gone by the definition, as bits. */
function goneBy(links: readonly Links[], doubted: number): number {
  const count = links.length
  const sets = links.map(({ anyOf, allOf }) => ({ any: bits(anyOf), all: bits(allOf) }))
  const holds = (at: number, set: number) => {
    const { any, all } = sets[at] ?? { any: 0, all: 0 }
    return (all & ~set) === 0 && (any === 0 || (any & set) !== 0)
  }
  const builtUp = (out: number) =>
    smallest(count, (set) =>
      sets.reduce(
        (sum, _, at) => (((out >> at) & 1) === 0 && holds(at, set) ? sum | (1 << at) : sum),
        0,
      ),
    )
  const before = builtUp(0)
  const lost = before & ~builtUp(doubted)
  return smallest(count, (set) =>
    sets.reduce((sum, { any, all }, at) => {
      const isCircle = ((before >> at) & 1) === 0
      const falls = (all & set) !== 0 || (any !== 0 && (any & ~set) === 0)
      return isCircle && falls ? sum | (1 << at) : sum
    }, doubted | lost),
  )
}

function goneIn(links: readonly Links[], doubted: readonly number[]): number {
  const falls = doubterOf(graphOf(links))(doubted)
  return bits(falls.doubted) | bits(falls.fallen)
}

describe('what falls', () => {
  it('is so on every graph of three items, whichever are doubted', () => {
    const pairs = [0, 1, 2].flatMap((from) =>
      [0, 1, 2].flatMap((to) => (from === to ? [] : [[from, to]])),
    )
    let tried = 0
    for (let code = 0; code < 3 ** pairs.length; code += 1) {
      const links = [0, 1, 2].map((at): Links => {
        const of = (kind: number) =>
          pairs.flatMap(([from, to = 0], index) =>
            from === at && Math.floor(code / 3 ** index) % 3 === kind ? to : [],
          )
        return { anyOf: of(1), allOf: of(2) }
      })
      for (let doubted = 0; doubted < 8; doubted += 1) {
        const places = [0, 1, 2].filter((at) => (doubted >> at) & 1)
        tried += 1
        if (goneIn(links, places) !== goneBy(links, doubted))
          expect({ links, doubted, gone: goneIn(links, places) }).toEqual(goneBy(links, doubted))
      }
    }
    expect(tried).toBe(729 * 8)
  })

  it('is so on graphs of up to twelve items, with circles', () => {
    const places = (count: number, most: number) =>
      fc.uniqueArray(fc.nat({ max: count - 1 }), { maxLength: most })
    const cases = fc.integer({ min: 1, max: 12 }).chain((count) =>
      fc.record({
        links: fc.array(fc.record({ anyOf: places(count, 3), allOf: places(count, 2) }), {
          minLength: count,
          maxLength: count,
        }),
        doubted: places(count, 3),
      }),
    )
    fc.assert(
      fc.property(cases, ({ links, doubted }) => {
        const own = links.map(({ anyOf, allOf }, at) => ({
          anyOf: anyOf.filter((one) => one !== at),
          allOf: allOf.filter((one) => one !== at && !anyOf.includes(one)),
        }))
        expect(goneIn(own, doubted)).toBe(goneBy(own, bits(doubted)))
      }),
      { numRuns: 300, seed: 19 },
    )
  })

  it('grows with what is doubted', () => {
    const links: readonly Links[] = [{}, {}, { anyOf: [0, 1] }, { allOf: [2], anyOf: [1] }]
    expect(goneIn(links, [0])).toBe(0b0001)
    expect(goneIn(links, [0, 1])).toBe(0b1111)
  })
})

describe('what else is told', () => {
  const graph = graphOf([{}, {}, { anyOf: [0, 1] }, { against: [2] }])

  it('is what holds an item still that lost a part', () => {
    expect(doubterOf(graph)([0])).toEqual({
      doubted: [0],
      fallen: [],
      weakened: [{ at: 2, lost: [0], left: [1] }],
      strengthened: [],
    })
  })

  it('is what has less against it', () => {
    expect(doubterOf(graph)([3]).strengthened).toEqual([{ at: 2, without: [3] }])
    expect(doubterOf(graph)([0, 1, 3]).strengthened).toEqual([])
  })

  it('counts a doubt once, and leaves out what is not there', () => {
    expect(doubterOf(graph)([0, 0, 99])).toEqual(doubterOf(graph)([0]))
  })

  it('lets claims fall that only hold each other up', () => {
    const held = graphOf([{}, { anyOf: [0, 2] }, { anyOf: [1] }])
    expect(doubterOf(held)([0]).fallen).toEqual([1, 2])
    // They went in a circle before: each falls with the other alone.
    const circle = graphOf([{ anyOf: [1] }, { anyOf: [0] }, {}])
    expect(doubterOf(circle)([2]).fallen).toEqual([])
    expect(doubterOf(circle)([0]).fallen).toEqual([1])
  })

  it('takes no longer than the case is long', () => {
    const count = 5000
    const chain = graphOf(
      Array.from({ length: count }, (_, at) =>
        at === 0 ? {} : { anyOf: [at - 1, (at * 7) % at] },
      ),
    )
    const doubt = doubterOf(chain)
    expect(doubt([0]).fallen).toHaveLength(count - 1)
    expect(doubt([4990]).weakened.length).toBeLessThan(20)
  })
})
