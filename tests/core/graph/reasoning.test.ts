/** Which claim stands on which, and where that goes round. */
import { describe, expect, it } from 'vitest'
import { cyclesOf } from '../../../src/core/graph/cycles.ts'
import { byGround, standingOn, stepsOf } from '../../../src/core/graph/reasoning.ts'
import type { Link } from '../../../src/core/model/case.ts'
import type { Role } from '../../../src/core/model/kinds.ts'
import { read } from '../read.ts'

/** `'a>b c>d'`: links that rely on each other, in this order. */
const links = (text: string, role: Role = 'relies-on'): readonly Link[] =>
  text.split(' ').map((pair, index) => {
    const [from = '', to = ''] = pair.split('>')
    return { from, to, role, place: { file: 'a.mdx', line: index + 1 } }
  })

describe('stepsOf', () => {
  it('turns evidence that supports into a decision that rests on it', () => {
    const ends = stepsOf([...links('a>b', 'supports'), ...links('c>d', 'shaped-by')])
    expect(ends.map(({ claim, ground }) => `${claim} on ${ground}`)).toEqual(['b on a', 'c on d'])
  })
})

describe('standingOn', () => {
  it('finds claims through others, once, and not itself', () => {
    const above = byGround(stepsOf(links('b>a c>b d>a d>c a>d e>f')))
    expect([...standingOn(above, 'a')].sort()).toEqual(['b', 'c', 'd'])
    expect([...standingOn(above, 'f')]).toEqual(['e'])
    expect([...standingOn(above, 'e')]).toEqual([])
  })

  it('follows a case from evidence to the sections that tell of it', () => {
    const { graph } = read(
      '# T\n\n## Why\n\nSo (2).\n\n## Log\n\nDecision 1: A\n\nEvidence 1a: x\n\nDecision 2: B (1)',
    )
    const above = byGround(stepsOf(graph.case.links))
    expect([...standingOn(above, 'evidence-1a')].sort()).toEqual([
      'decision-1',
      'decision-2',
      'why',
    ])
  })
})

describe('cyclesOf', () => {
  const cycles = (text: string) =>
    cyclesOf(stepsOf(links(text))).map((cycle) =>
      [...cycle.map(({ claim }) => claim), cycle.at(-1)?.ground].join(''),
    )

  it('finds none where every claim ends', () => {
    expect(cycles('a>b b>c a>c d>c')).toEqual([])
    expect(cyclesOf([])).toEqual([])
  })

  it('names each knot once, by its shortest way round', () => {
    expect(cycles('a>b b>a')).toEqual(['aba'])
    expect(cycles('a>b b>c c>d d>a c>a')).toEqual(['abca'])
    expect(cycles('a>b b>a c>d d>c')).toEqual(['aba', 'cdc'])
    expect(cycles('a>a')).toEqual(['aa'])
  })

  it('leaves out what leads into a cycle, out of it, and from one to another', () => {
    expect(cycles('x>a a>b b>a b>y y>z')).toEqual(['aba'])
    expect(cycles('a>b b>a b>m m>c c>d d>c')).toEqual(['aba', 'cdc'])
  })

  it('comes to an end on a long chain, and on a long cycle', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => `${index}>${index + 1}`).join(' ')
    expect(cyclesOf(stepsOf(links(chain)))).toEqual([])
    const ring = Array.from({ length: 2000 }, (_, index) => `${index}>${(index + 1) % 2000}`)
    expect(cyclesOf(stepsOf(links(ring.join(' '))))[0]).toHaveLength(2000)
  })
})
