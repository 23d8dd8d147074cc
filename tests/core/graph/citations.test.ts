/** Citations: what is one, what stays text, what a link from where means. */
import { describe, expect, it } from 'vitest'
import { findingsOf, linksOf, read } from '../read.ts'

const DECISIONS = `

## Log

Decision 1: Yes

Evidence 1a: They ask

Decision 3: No

Evidence 3a: They wait
`

const cited = (text: string) => {
  const { graph } = read(`# T\n\n## A\n\n${text}${DECISIONS}`)
  return [...graph.cited.values()].flat()
}
/** Of citations alone: how a quote is written is the business of other checks. */
const found = (text: string) =>
  findingsOf(read(`# T\n\n## A\n\n${text}${DECISIONS}`)).filter((line) =>
    /citation|decision/.test(line),
  )

describe('what is a citation', () => {
  it.each([
    ['So (1a).', ['evidence-1a']],
    ['So (1a, 3a).', ['evidence-1a', 'evidence-3a']],
    [
      'So (1, 3a; 3 and 1A & 1).',
      ['decision-1', 'evidence-3a', 'decision-3', 'evidence-1a', 'decision-1'],
    ],
    ['So\u00a0(1a,\u00a03a).', ['evidence-1a', 'evidence-3a']],
    ['So ( 1a ).', ['evidence-1a']],
    ['So ((1a)).', ['evidence-1a']],
    ['So (01).', ['decision-1']],
    ['**So (1a)**, | and', ['evidence-1a']],
    ['> So (1a)', ['evidence-1a']],
    ['| So |\n| --- |\n| (1a) |', ['evidence-1a']],
    ['- So\n  - so (1a)', ['evidence-1a']],
    ['<Statement>So (1a)</Statement>', ['evidence-1a']],
    ['\\\\(1a)', ['evidence-1a']],
    ['\\(1a) and (3a)', ['evidence-3a']],
    ['&#40;1a) and (3a)', ['evidence-3a']],
    ['So (1a)\nand\r\n(3a).', ['evidence-1a', 'evidence-3a']],
  ])('%j', (text, keys) => {
    expect(cited(text)).toEqual(keys)
    expect(found(text)).toEqual([])
  })

  it.each([
    'In (2020).',
    'In (4).',
    'In (2020, 2021).',
    'For (Q1) and (A4).',
    'See (below), (1a and more), (a).',
    'So \\(1a) and \\(1).',
    'So `(1a)`.',
    '```\n(1a)\n```',
    'So [this (1a)](https://example.org).',
    'So (**1a**).',
    'So (1abc) and (o1).',
  ])('%j stays text', (text) => {
    expect(cited(text)).toEqual([])
    expect(found(text)).toEqual([])
  })

  it('reports an undefined id and a missing decision, at the bracket', () => {
    expect(found('Users – “all” 🙂 of them (1b) wait (2).')).toEqual([
      'undefined-citation 5:26',
      'missing-decision 5:36',
    ])
    expect(found('🙂 **b** (1b)')).toEqual(['undefined-citation 5:10'])
    expect(found('One\ntwo (12z)')).toEqual(['undefined-citation 6:5'])
    expect(found('> One\n> two (12z)')).toEqual(['undefined-citation 6:7'])
  })

  it('keeps the brackets of an item that are no citations among its words', () => {
    const { graph } = read(
      '# T\n\n## A\n\nDecision 1: In May (2020), because (1a)\n\nEvidence 1a: They ask',
    )
    expect(graph.case.items[0]?.text).toBe('In May (2020), because')
  })
})

describe('what a link means', () => {
  const everything = `# T

## Objectives

- Objective 1: Join up

## Success factors

- Success factor 1: Fewer calls (O1)
- Success factor 2: Fewer forms (draft: O1)

## Benefits

- Benefit 1: Time (O1, CSF1)

## Options

- Option 1: Share (CSF2)

## Log

Decision 1: Yes (O1)

Evidence 1a: They ask

Decision 2: No

Evidence 2a: They wait (1)

Risk 1: They leave (1, 1a)

### Why (1a)

Because (O1, CSF2). The same (O1).
`

  it('comes from the kinds at its ends', () => {
    expect(linksOf(read(everything))).toEqual([
      'success-factor-1 measures objective-1',
      'success-factor-2 measures objective-1?',
      'benefit-1 serves objective-1',
      'benefit-1 relies-on success-factor-1',
      'option-1 meets success-factor-2',
      'decision-1 relies-on objective-1',
      'evidence-1a supports decision-1',
      'evidence-2a supports decision-2',
      'evidence-2a supports decision-1',
      'risk-1 shaped-by decision-1',
      'risk-1 relies-on evidence-1a',
      'why-1a relies-on evidence-1a',
      'why-1a relies-on objective-1',
      'why-1a relies-on success-factor-2',
    ])
  })

  it('starts at the item in which the citation stands, however deep', () => {
    const text =
      '## S\n\n### Decision 1\n\nYes:\n\n- because (1a)\n\nEvidence 1a: They ask\n\nAside (1).'
    expect(linksOf(read(`# T\n\n${text}`))).toContain('decision-1 relies-on evidence-1a')
    expect(linksOf(read(`# T\n\n${text}`))).toContain('s relies-on decision-1')
  })

  it('is confirmed once any of its citations is, and never leads to itself', () => {
    const text =
      '## O\n\nObjective 1: A\n\nSuccess factor 1: B (draft: O1), that is (O1)\n\nDecision 1: See (1)\n\nEvidence 1a: x'
    expect(linksOf(read(`# T\n\n${text}`))).toEqual([
      'success-factor-1 measures objective-1',
      'evidence-1a supports decision-1',
    ])
  })
})
