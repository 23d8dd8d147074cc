/** Real writing is messy: none of it crashes, each fault is found where it is. */
import { describe, expect, it } from 'vitest'
import { findingsOf, itemsOf, linksOf, read, sectionsOf } from './read.ts'

const TIDY = `# [Prototype] Case

## Context

It is slow (1a, 2).

## Sprint 1

Decision 1: We ask
people:

- all
- of them

Evidence 1a: They say,
"please make it fast, since we have no time to wait."

Decision 2: We act (1b)

Evidence 1a: See above
`

describe('the same text in another dress', () => {
  const tidy = read(TIDY)

  it.each([
    ['Windows line ends', TIDY.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${TIDY}`],
    ['both', `\uFEFF${TIDY.replaceAll('\n', '\r\n')}`],
    ['spaces at the ends of lines', TIDY.replaceAll('\n\n', ' \n \n')],
    ['no line end at the end', TIDY.trimEnd()],
  ])('reads %s', (_name, text) => {
    const { graph, findings } = read(text)
    expect(graph.case).toEqual(tidy.graph.case)
    expect(findings).toEqual(tidy.findings)
  })

  it('has one fault, which it keeps', () => {
    expect(findingsOf(tidy)).toEqual(['undefined-citation 18:20'])
    expect(tidy.graph.case.items[0]?.text).toBe('We ask people: all of them')
  })

  it('reads tabs, other bullets and other headings', () => {
    const text =
      '# T\n\nOptions\n-------\n\n*\tOne\n*\tTwo\n\t+\tinner (OPT1)\n\n\n\n###   Sprint 1   ###\n\n\tDecision 1:\tYes'
    expect(sectionsOf(read(text))).toEqual(['options', 'sprint-1'])
    expect(itemsOf(read(text))).toEqual(['option OPT1', 'option OPT2', 'decision 1'])
    expect(linksOf(read(text))).toEqual(['option-2 relies-on option-1'])
  })
})

describe('messy logs', () => {
  it('keeps counting when "Decision N:" turns into headings half-way', () => {
    const text =
      '# T\n\n## Sprint 1\n\nDecision 1: One\n\nEvidence 1a: x\n\n## Sprint 2\n\n### Decision 2\n\nTwo\n\n#### Evidence 2a\n\ny\n\n### Decision 3: Three\n\nEvidence 3a: z'
    const read1 = read(text)
    expect(
      read1.graph.case.items.map(({ id, text: words, sprint }) => [id, words, sprint]),
    ).toEqual([
      ['1', 'One', '1'],
      ['1a', 'x', '1'],
      ['2', 'Two', '2'],
      ['2a', 'y', '2'],
      ['3', 'Three', '2'],
      ['3a', 'z', '2'],
    ])
    expect(read1.findings).toEqual([])
  })

  it('reports mojibake and a link in two brackets in the same paragraph', () => {
    const text = '# T\n\n## A\n\nWeâ€™re at [x]((https://example.org)).'
    expect(findingsOf(read(text))).toEqual(['mojibake 5:1', 'malformed-link 5:12'])
  })

  it('reads labels with mojibake in them no worse than others', () => {
    expect(itemsOf(read('# T\n\n## A\n\nDecision 1: Weâ€™re sure'))).toEqual(['decision 1'])
  })

  it('keeps nested quotes with their participants together', () => {
    const text =
      '# T\n\n## A\n\n> We wait.\n>\n> > "Twice."\n> >\n> > P3\n>\n> P4 (1)\n\nDecision 1: x'
    const { documents, graph } = read(text)
    const quotes = documents[0]?.blocks.filter(({ type }) => type === 'quote')
    expect(quotes).toHaveLength(1)
    expect(graph.case.links).toMatchObject([{ from: 'a', to: 'decision-1' }])
  })

  it('reports empty sprints and placeholders, and goes on', () => {
    const text = '# T\n\n## Sprint 1\n\n## Sprint 1\n\n##\n\n## Sprint 2\n\nA minutes'
    expect(findingsOf(read(text))).toEqual(['gap 3:1', 'gap 5:1', 'duplicate-title 5:4', 'gap 7:1'])
    expect(sectionsOf(read(text))).toEqual(['sprint-1', 'section-sprint-1', 'section', 'sprint-2'])
  })

  it('reads comments in braces, entities, escapes and hard breaks', () => {
    const text =
      '# T\n\n## A\n\n{/* no */}\n\nDecision 1: Fewer&nbsp;than \\<10 \\{of} them,  \nor 5 &lt; 6 {/* no */}'
    expect(read(text).graph.case.items[0]?.text).toBe('Fewer than <10 {of} them, or 5 < 6')
  })
})
