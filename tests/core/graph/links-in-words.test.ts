/** Links in words, both ways. */
import { describe, expect, it } from 'vitest'
import { traceLines } from '../../../src/core/graph/links-in-words.ts'
import type { Link } from '../../../src/core/model/case.ts'
import type { Role } from '../../../src/core/model/kinds.ts'

const place = { file: 'a.mdx', line: 1 }

function link(from: string, role: Role, to: string, draft?: true): Link {
  return { from, to, role, place, ...(draft ? { draft } : {}) }
}

describe('a link in words', () => {
  it.each([
    ['success-factor-1', 'measures', 'objective-1', 'Measures', 'Measured by'],
    ['benefit-1', 'serves', 'objective-1', 'Serves', 'Served by'],
    ['option-1', 'meets', 'success-factor-1', 'Meets', 'Met by'],
    ['decision-2', 'shaped-by', 'decision-1', 'Shaped by', 'Shaped'],
    ['strategic-context', 'relies-on', 'evidence-3a', 'Relies on', 'Relied on by'],
  ] as const)('%s %s %s: what is named is the ground', (from, role, to, out, back) => {
    const one = link(from, role, to)
    expect(traceLines([one], [])).toEqual([{ words: out, side: 'grounds', to: [{ key: to }] }])
    expect(traceLines([], [one])).toEqual([{ words: back, side: 'claims', to: [{ key: from }] }])
  })

  it('has a decision rest on its evidence, and not the other way about', () => {
    const one = link('evidence-3a', 'supports', 'decision-3')
    expect(traceLines([one], [])).toEqual([
      { words: 'Supports', side: 'claims', to: [{ key: 'decision-3' }] },
    ])
    expect(traceLines([], [one])).toEqual([
      { words: 'Rests on', side: 'grounds', to: [{ key: 'evidence-3a' }] },
    ])
  })
})

describe('a trace', () => {
  it('says first what an item rests on, evidence before the rest, then what rests on it', () => {
    const from = [link('decision-3', 'shaped-by', 'decision-1')]
    const to = [
      link('option-1', 'shaped-by', 'decision-3'),
      link('evidence-3a', 'supports', 'decision-3'),
      link('what-we-do', 'relies-on', 'decision-3'),
    ]
    expect(traceLines(from, to).map(({ words }) => words)).toEqual([
      'Rests on',
      'Shaped by',
      'Shaped',
      'Relied on by',
    ])
  })

  it('names evidence once that a decision both rests on and cites', () => {
    const from = [
      link('decision-3', 'relies-on', 'evidence-3a'),
      link('decision-3', 'relies-on', 'evidence-1b'),
    ]
    const to = [link('evidence-3a', 'supports', 'decision-3')]
    expect(traceLines(from, to)).toEqual([
      { words: 'Rests on', side: 'grounds', to: [{ key: 'evidence-3a' }] },
      { words: 'Relies on', side: 'grounds', to: [{ key: 'evidence-1b' }] },
    ])
  })

  it('marks drafts, and is empty without links', () => {
    const draft = link('success-factor-1', 'measures', 'objective-1', true)
    expect(traceLines([draft], [])[0]?.to).toEqual([{ key: 'objective-1', draft: true }])
    expect(traceLines([], [])).toEqual([])
  })
})
