/** Items: labels, order, extent, re-use. */
import { describe, expect, it } from 'vitest'
import { findingsOf, itemsOf, linksOf, read } from '../read.ts'

const log = (text: string) => read(`# T\n\n## Sprint 1\n\n${text}`)
const textsOf = (text: string) => log(text).graph.case.items.map((item) => item.text)

describe('labelled paragraphs', () => {
  it('are read in bold, over several lines and without blank lines between', () => {
    expect(itemsOf(log('**Decision 3:** We focused'))).toEqual(['decision 3'])
    expect(textsOf('**Decision 3**: We *focused*\non users')).toEqual(['We focused on users'])
    const lines = 'Decision 1: One\nstill one\nEvidence 1a: Two\n**Evidence 1b** – Three'
    expect(textsOf(lines)).toEqual(['One still one', 'Two', 'Three'])
    expect(log(lines).graph.case.items.map(({ place }) => place.line)).toEqual([5, 7, 8])
  })

  it('take the list or quote after them if they end in ":"', () => {
    expect(textsOf('Decision 1: We ask:\n\n- First\n- Then\n\nMore.')).toEqual([
      'We ask: First. Then',
    ])
    expect(textsOf('Evidence 1a: They say:\n\n> Please')).toEqual(['They say: Please'])
    expect(textsOf('Decision 1: We ask.\n\n- First')).toEqual(['We ask.'])
  })

  it('end at a rule', () => {
    expect(textsOf('### Decision 1\n\nYes.\n\n---\n\nAside.')).toEqual(['Yes.'])
  })
})

describe('list entries', () => {
  it('are items with a label in any list, nested ones too', () => {
    const nested =
      '- Decision 1: Yes\n  - Evidence 1a: They ask\n    - Twice\n  - Evidence 1b: They wait\n- Other'
    expect(itemsOf(log(nested))).toEqual(['decision 1', 'evidence 1a', 'evidence 1b'])
    expect(textsOf(nested)).toEqual(['Yes', 'They ask. Twice', 'They wait'])
    expect(findingsOf(log(nested))).toEqual([])
  })

  it('are items by order in the first list of a role section, over the whole case', () => {
    const { graph } = read(
      '# T\n\n## Options\n\nWe see:\n\n1. One\n   - inner\n2. Two\n\nNot these:\n\n- No',
      '## Long list\n\n- Three',
    )
    expect(graph.case.items.map(({ id, text, byOrder }) => [id, text, byOrder])).toEqual([
      ['OPT1', 'One inner', true],
      ['OPT2', 'Two', true],
      ['OPT3', 'Three', true],
    ])
  })

  it('pass by the numbers that labels take', () => {
    const text = '# T\n\n## Risks\n\n- One\n- Risk 1: Two\n- Three\n\n## Log\n\nRisk 3: Four'
    expect(itemsOf(read(text))).toEqual(['risk R2', 'risk R1', 'risk R4', 'risk R3'])
  })

  it('are no items where they are to be written, or empty', () => {
    const read1 = read('# T\n\n## Options\n\n- Do nothing\n- \n- To be written by Ana')
    expect(itemsOf(read1)).toEqual(['option OPT1'])
    expect(read1.graph.case.gaps).toMatchObject([{ section: 'options', owner: 'Ana' }])
  })
})

describe('evidence', () => {
  it('supports the decision of its number, wherever it stands', () => {
    const read1 = read(
      '# T\n\n## A\n\nEvidence 2a: x',
      '## B\n\nDecision 2: Yes\n\nDecision 10: No\n\nEvidence 10ab: y',
    )
    expect(linksOf(read1)).toEqual([
      'evidence-2a supports decision-2',
      'evidence-10ab supports decision-10',
    ])
  })

  it('is used again by "See above" and kin, which defines nothing', () => {
    const read1 = log(
      'Decision 10: A\n\nEvidence 10a: They ask\n\nDecision 13: B\n\nEvidence 10a: See above',
    )
    expect(itemsOf(read1)).toEqual(['decision 10', 'evidence 10a', 'decision 13'])
    expect(linksOf(read1)).toEqual([
      'evidence-10a supports decision-10',
      'evidence-10a supports decision-13',
    ])
    expect(read1.graph.keys.get('1.mdx:11:1')).toBe('evidence-10a')
    expect(findingsOf(read1)).toEqual([])
  })

  it('is used again by the same words, and defined later too', () => {
    const same = log(
      'Decision 1: A\n\nEvidence 1a: They ask\n\nDecision 2: B\n\nEvidence 1a: They  ask',
    )
    expect(linksOf(same)).toContain('evidence-1a supports decision-2')
    const later = log(
      'Decision 2: B\n\nEvidence 3a: See below\n\nDecision 3: C\n\nEvidence 3a: They ask',
    )
    expect(linksOf(later)).toContain('evidence-3a supports decision-2')
    expect(findingsOf(later)).toEqual([])
  })

  it('is a duplicate with other words', () => {
    const read1 = log(
      'Decision 1: A\n\nEvidence 1a: They ask\n\nDecision 2: B\n\nEvidence 1a: They wait',
    )
    expect(findingsOf(read1)).toEqual(['decision-without-evidence 9:1', 'duplicate-id 11:1'])
  })

  it('belongs to no decision of an earlier section', () => {
    const read1 = read(
      '# T\n\n## A\n\nDecision 1: A\n\nEvidence 1a: x\n\n## B\n\nEvidence 1a: See above',
    )
    expect(linksOf(read1)).toEqual(['evidence-1a supports decision-1'])
  })
})

describe('gaps', () => {
  it('are the words of an item too, and a decision is a gap once only', () => {
    expect(log('Decision 1: To be written by Ana, 14 March').graph.case.gaps).toEqual([
      {
        section: 'sprint-1',
        item: 'decision-1',
        text: 'To be written by Ana, 14 March',
        owner: 'Ana',
        due: '14 March',
        place: { file: '1.mdx', line: 5, column: 1 },
      },
    ])
    expect(log('### Decision 1\n\nTo be written').graph.case.gaps).toMatchObject([
      { item: 'decision-1', text: 'To be written' },
    ])
    expect(log('Decision 1: Yes').graph.case.gaps).toMatchObject([{ item: 'decision-1' }])
  })
})
