/** How strong evidence is: the words of a bracket, the labels around them, and front matter. */
import { describe, expect, it } from 'vitest'
import { readStrength } from '../../../src/core/syntax/conventions/strength.ts'
import { itemsOf, linksOf, read } from '../read.ts'

const amber = { colour: 'amber' }
const red = { colour: 'red' }
const green = { colour: 'green' }

describe('readStrength', () => {
  it.each([
    ['interview', { kind: 'interview' }],
    ['User  Interviews', { kind: 'interview' }],
    ['user research', { kind: 'interview' }],
    ['data', { kind: 'analytics' }],
    ['desk\u00a0research', { kind: 'desk research' }],
    ['earlier discovery', { kind: 'previous discovery' }],
    ['team judgment', { kind: 'team judgement' }],
    ['Public', { access: 'public' }],
    ['unpublished', { access: 'unpublished' }],
    ['2020', { date: '2020' }],
    ['2020-03', { date: '2020-03' }],
    ['2020-03-14', { date: '2020-03-14' }],
    ['March 2020', { date: '2020-03' }],
    ['Sept. 2020', { date: '2020-09' }],
    ['1st mar 2020', { date: '2020-03-01' }],
    ['29 February 2020', { date: '2020-02-29' }],
    ['quality amber', { quality: amber }],
    ['Quality: Amber', { quality: amber }],
    ['amber quality', { quality: amber }],
    ['high quality', { quality: green }],
    ['low quality', { quality: red }],
    ['impact medium', { impact: amber }],
    ['high-impact', { impact: red }],
    ['impact low', { impact: green }],
    ['quality amber: two sites only', { quality: { ...amber, reason: 'two sites only' } }],
    [
      'quality amber (two sites, one team)',
      { quality: { ...amber, reason: 'two sites, one team' } },
    ],
    ['not public', { access: 'restricted' }],
    ['quality amber – two sites', { quality: { ...amber, reason: 'two sites' } }],
    ['red impact because it sinks the rest', { impact: { ...red, reason: 'it sinks the rest' } }],
  ])('%j', (text, strength) => {
    expect(readStrength(text)).toEqual({ strength, unread: [] })
  })

  it('reads parts in any order, between commas or semicolons', () => {
    expect(readStrength('impact red; March 2020, restricted ,interview')).toEqual({
      strength: { impact: red, date: '2020-03', access: 'restricted', kind: 'interview' },
      unread: [],
    })
  })

  it('lets a reason go on over commas, until the next thing is said', () => {
    expect(readStrength('quality amber: two sites, both small; impact red: it falls, and')).toEqual(
      {
        strength: {
          quality: { ...amber, reason: 'two sites, both small' },
          impact: { ...red, reason: 'it falls, and' },
        },
        unread: [],
      },
    )
  })

  it('keeps what is said a second time as a note, and says so', () => {
    expect(readStrength('interview, quality green, analytics, quality red')).toEqual({
      strength: { kind: 'interview', quality: green, note: 'analytics, quality red' },
      unread: ['analytics', 'quality red'],
    })
  })

  it.each([
    'Evidence 1a (interview,\nquality amber): They wait',
    'Evidence 1a (interview, quality\namber (two sites\nonly)): They wait',
    '- Evidence 1a (interview,\n  quality amber): They wait',
  ])('is read where a line ends in the bracket: %j', (text) => {
    const { graph } = read(`# A\n\nDecision 1: We go\n\n${text}\n`)
    const item = graph.items.get('evidence-1a')
    expect(item?.text).toBe('They wait')
    expect(item?.strength).toMatchObject({ kind: 'interview', quality: { colour: 'amber' } })
  })

  it('keeps what it cannot read as a note, and says so', () => {
    expect(readStrength('interview, twelve people, quality amber, in March')).toEqual({
      strength: { kind: 'interview', quality: amber, note: 'twelve people, in March' },
      unread: ['twelve people', 'in March'],
    })
  })

  it.each([
    '',
    ' , ;',
    'of March',
    'intervew',
    'Marketing 2020',
    '31 February 2020',
    '2020-02-31',
    '2020-13',
    'quality',
    'high quality research',
    'toString',
  ])('says nothing of strength in %j', (text) => {
    expect(readStrength(text)).toBeUndefined()
  })
})

const itemIn = (text: string) => read(`# T\n\n## S\n\n${text}`).graph.case.items[0]

describe('the bracket of a label', () => {
  it.each([
    'Evidence 3a (interview): They wait',
    'Evidence 3a (interview) – They wait',
    'Evidence 3a (interview). They wait',
    '**Evidence 3a (interview):** They wait',
    '**Evidence 3a** (interview): They wait',
    '- Evidence 3a (interview): They wait',
    '### Evidence 3a (interview)\n\nThey wait',
    '### Evidence 3a (interview): They wait',
  ])('is taken off the text in %j', (text) => {
    const item = { id: '3a', text: 'They wait', strength: { kind: 'interview' } }
    expect(itemIn(text)).toMatchObject(item)
  })

  it('may be a year, though that has the shape of a decision', () => {
    const [year, ...others] = read(
      '# T\n\n## S\n\nEvidence 3a (2020): They wait\n\nDecision 3: Yes',
    ).graph.case.items
    expect(year).toMatchObject({ text: 'They wait', strength: { date: '2020' } })
    expect(others).toHaveLength(1)
  })

  it('stays in front of the text where it says anything else', () => {
    expect(itemIn('Evidence 3a (in the hall): They wait')).toMatchObject({
      text: '(in the hall) They wait',
    })
    expect(itemIn('Option 1 (do nothing): Keep.')).toMatchObject({ text: '(do nothing) Keep.' })
    expect(itemIn('Option 1 (public): Keep.')).toMatchObject({ text: '(public) Keep.' })
    expect(itemIn('Option 1 (public): Keep.')?.strength).toBeUndefined()
  })

  it('stays where it is a citation, and links', () => {
    const cited = read('# T\n\n## S\n\nDecision 1: Yes\n\nEvidence 2a (1): They wait')
    expect(linksOf(cited)).toEqual(['evidence-2a supports decision-1'])
    expect(cited.graph.case.items[1]).toMatchObject({ text: 'They wait' })
    expect(cited.graph.case.items[1]?.strength).toBeUndefined()
  })

  it('stays where it holds a link, and counts all the same', () => {
    const text = 'Evidence 3a (interview, [notes](https://example.org/notes)): They wait'
    expect(itemIn(text)).toMatchObject({
      text: '(interview, notes) They wait',
      addresses: ['https://example.org/notes'],
      strength: { kind: 'interview' },
    })
  })

  it('makes no label of a sentence', () => {
    expect(itemsOf(read('# T\n\n## S\n\nDecision 3 (of March). We went on.'))).toEqual([])
    expect(itemsOf(read('# T\n\n## S\n\nEvidence 3a (of March). We went on.'))).toEqual([])
  })

  it('may stand on one of several lines without blank lines between', () => {
    const text = 'Decision 1: Yes\nEvidence 1a (interview): They ask\nEvidence 1b (2019): They wait'
    expect(read(`# T\n\n## S\n\n${text}`).graph.case.items).toMatchObject([
      { text: 'Yes' },
      { text: 'They ask', strength: { kind: 'interview' } },
      { text: 'They wait', strength: { date: '2019' } },
    ])
  })
})

describe('front matter', () => {
  const strengths = (strength: string, text: string) =>
    read(`---\n${strength}\n---\n\n# T\n\n## S\n\n${text}`).graph.case.items.map((item) => [
      item.id,
      item.strength,
    ])

  it('speaks for all evidence of its file, and of nothing else', () => {
    const text = 'Decision 1: Yes\n\nEvidence 1a: They ask\n\nAssumption 1: They stay'
    expect(strengths('strength: interview, March 2020', text)).toEqual([
      ['1', undefined],
      ['1a', { kind: 'interview', date: '2020-03' }],
      ['A1', undefined],
    ])
  })

  it('speaks by id of what can be rated; what a label says wins, word by word', () => {
    const text =
      'Decision 1: Yes\n\nEvidence 1a (analytics): They ask\n\nAssumption 1: They stay\n\nRisk 1: x'
    const said =
      'strength:\n  1: public\n  1a: interview, public\n  A1: impact red\n  R1: impact red'
    expect(strengths(said, text)).toEqual([
      ['1', undefined],
      ['1a', { kind: 'analytics', access: 'public' }],
      ['A1', { impact: red }],
      ['R1', undefined],
    ])
  })
})
