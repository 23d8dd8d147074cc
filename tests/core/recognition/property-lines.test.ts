/** What teams say of an item beside its words, decision records, and kinds of a case's own. */

import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { registerCsv } from '../../../src/core/register/csv.ts'
import { registerOf } from '../../../src/core/register/index.ts'
import { allBlocks } from '../../../src/core/syntax/conventions/index.ts'
import { walk } from '../../../src/core/syntax/tree.ts'
import { findingsOf, itemsOf, linksOf, read, readWith } from '../read.ts'

const propertiesOf = (text: string) =>
  read(`# T\n\n## S\n\n${text}`).graph.case.items[0]?.properties

describe('what is said of an item', () => {
  it.each([
    ['Risk 1: They leave. Owner: Ann. Impact: high', { owner: 'Ann', impact: 'high' }],
    ['Risk 1: They leave\n\n**Owner:** Ann\n**Status:** Open', { owner: 'Ann', status: 'Open' }],
    ['Risk 1: They leave\n\n- Owner: Ann\n- Likelihood: low', { owner: 'Ann', likelihood: 'low' }],
    ['### R-1: They leave\n\nMitigation: talk to them\n\nMore.', { mitigation: 'talk to them' }],
    ['- Action 1: Tell them (owner: Ann, due: 3 May)', { owner: 'Ann', date: '3 May' }],
    ['Risk 1: They say one thing: leave', undefined],
    ['Risk 1: They leave\n\nThe owner of the house: nobody knows', undefined],
  ])('%s', (text, said) => expect(propertiesOf(text)).toEqual(said))

  it.each([
    ['Benefit 1: They book once (O1).\nOwner: Ann\nTarget: 2 calls', 2],
    ['- Benefit 1: They book once\n  **Owner:** Ann\n  Target: 2 calls', 2],
    ['Benefit 1: They book once\nand see: it is one list', 0],
  ])('stands on lines of its own where it was written so: %j', (text, breaks) => {
    const [block] = read(`# T\n\n## S\n\n${text}`).documents.flatMap(({ blocks }) =>
      [...allBlocks(blocks)].filter(({ type }) => type === 'item'),
    )
    const nodes = block ? [...walk(block.node)] : []
    expect(nodes.filter(({ name }) => name === 'LineBreak')).toHaveLength(breaks)
  })

  it('has columns of its own in trace.csv', () => {
    const told = read('# T\n\n## S\n\nRisk 1: They leave. Owner: Ann. Impact: high')
    const rows = registerCsv(registerOf(told), told.graph.kinds).split('\r\n')
    expect(rows[0]).toContain(',Owner,"Date, as said",Status,Likelihood,"Impact, as said",')
    expect(rows[1]).toMatch(/,Ann,,,,high,,,,,,,,$/)
  })
})

describe('decision records', () => {
  const record = (title: string, status: string) =>
    `# ${title}\n\n## Status\n\n${status}\n\n## Context\n\nWhy.\n\n## Decision\n\nWhat.\n\n## Consequences\n\nSo.\n`

  it('are decisions with their status, and one that took the place of another is linked', () => {
    const told = read(
      record('5. Use one table', 'Superseded by [12. Use two](0012-use-two.md)'),
      record('12. Use two', 'Accepted'),
    )
    expect(itemsOf(told)).toEqual(['decision 5', 'decision 12'])
    expect(told.graph.case.items.map(({ properties }) => properties?.status)).toEqual([
      'Superseded by 12. Use two',
      'Accepted',
    ])
    expect(linksOf(told)).toEqual(['decision-12 replaces decision-5'])
  })

  it('keep what their front matter says, and are numbered by their file', () => {
    const text = `---\nstatus: accepted\ndate: 2025-02-03\ndecision-makers: [Ana, Femi]\n---\n\n# Use flags\n\n## Context and Problem Statement\n\nWhy.\n\n## Considered Options\n\n* Flags\n* Branches\n\n## Decision Outcome\n\nFlags.\n`
    const told = assemble([{ file: '0012-use-flags.mdx', text }])
    expect(told.graph.case.items).toMatchObject([
      {
        key: 'decision-12',
        properties: { status: 'accepted', date: '2025-02-03', owner: 'Ana, Femi' },
      },
    ])
  })

  it.each([
    ['the title of a case', record('[Alpha] Case for one form', 'Open')],
    [
      'a chapter with other parts',
      '# T\n\n## A\n\n### Status\n\nX\n\n### Context\n\nY\n\n### Decision\n\nZ\n\n### Team\n\nA\n\n### Costs\n\nB\n\n### Plan\n\nC\n\n### Money\n\nD',
    ],
  ])('are not %s', (_, text) => expect(itemsOf(read(text))).toEqual([]))
})

describe('kinds in case.yaml', () => {
  const yaml = 'ask: A\nkinds:\n  policy-test: { label: Policy test, id: PT }\n'

  it('are read, cited and listed like any other', () => {
    const text =
      '# T\n\n## Policy tests\n\n- Nobody pays twice\n\n## S\n\nPolicy test 2: It is fair (PT1)\n\n**PT-3** It is quick\n'
    const told = readWith(yaml, text)
    expect(itemsOf(told)).toEqual(['policy-test PT1', 'policy-test PT2', 'policy-test PT-3'])
    expect(linksOf(told)).toEqual(['policy-test-2 relies-on policy-test-1'])
  })

  it.each([
    ['risk: { label: Danger, id: DA }', 'off-schema 3:3'],
    ['test: { label: "T*", id: TE }', 'off-schema 3:11'],
    ['test: { label: Test, id: t1 }', 'off-schema 3:24'],
    ['test: { label: Test, id: TE, like: thing }', 'off-schema 3:32'],
  ])('are findings where they cannot be: %s', (row, finding) => {
    expect(findingsOf(readWith(`ask: A\nkinds:\n  ${row}\n`, '# T\n\n## S\n\nWords.\n'))).toContain(
      finding,
    )
  })
})
