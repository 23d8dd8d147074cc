/** Rows that are items: their properties, their links, and words that are taken out of them. */

import { describe, expect, it } from 'vitest'
import { itemsOf, linksOf, read, readWith } from '../read.ts'

const REGISTER = `# T

## Risks

| ID | Risk | Likelihood | Mitigation | Owner | Assumption |
| --- | --- | --- | --- | --- | --- |
| R-01 | The bank is late | High | A stub | M. Hale | A-1 |
| R-02 | Nobody tests | – | n/a | P. Rao | |

## Assumptions

- A-1: The bank has a test system
`

describe('a register', () => {
  it('has items with the ids of its writer, and what its columns say of them', () => {
    const { items } = read(REGISTER).graph.case
    expect(items.map(({ id }) => id)).toEqual(['R-01', 'R-02', 'A-1'])
    expect(items[0]?.properties).toEqual({
      owner: 'M. Hale',
      likelihood: 'High',
      mitigation: 'A stub',
    })
    expect(items[1]?.properties).toEqual({ owner: 'P. Rao' })
  })

  it('links what a column names, and is cited however an id is spelt', () => {
    const cited = read(`${REGISTER}\n## After\n\nSo it is (R1), and [R-02].\n`)
    expect(linksOf(cited)).toEqual([
      'risk-1 relies-on assumption-1',
      'after relies-on risk-1',
      'after relies-on risk-2',
    ])
    expect(cited.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('links what lines of an item name, and leaves what stands in other words', () => {
    const said =
      '\n\n## Requirements\n\nREQ-1: It scans\nDepends on: A-1; R-02\n\n### REQ-2 It prints\n\nText.\n\n- **Mitigates:** R-01\n- Source: page 2\n'
    const found = read(REGISTER + said)
    expect(linksOf(found).filter((one) => one.startsWith('requirement'))).toEqual([
      'requirement-1 relies-on assumption-1',
      'requirement-1 relies-on risk-2',
      'requirement-2 relies-on risk-1',
    ])
    const [, , , one] = found.graph.case.items
    expect(one?.text).toBe('It scans')
  })

  it('takes who is informed for no impact', () => {
    const table =
      '## Decisions\n\n| Decision | R | A | C | I |\n| - | - | - | - | - |\n| Buy the new boat | Ann | Bo | Cy | Di |\n| Sell the old boat | Ann | Bo | Cy | Di |'
    const { items } = read(`# T\n\n${table}\n`).graph.case
    expect(items.map(({ text, properties }) => ({ text, properties }))).toEqual([
      { text: 'Buy the new boat' },
      { text: 'Sell the old boat' },
    ])
  })

  it('has a decision and an action in one row of minutes, and neither where a cell says too little', () => {
    const { graph, documents } = read(
      '# Case\n\n## Minutes\n\n| Item | Decision | Action | Owner |\n| - | - | - | - |\n| Signs | One sign at the door | Order the sign | Ana |\n| Seats | Agreed | - | Bo |',
    )
    const said = graph.case.items.map(({ key, text, properties }) => ({ key, text, ...properties }))
    expect(said).toEqual([
      { key: 'decision-1', text: 'One sign at the door' },
      { key: 'action-1', text: 'Order the sign', owner: 'Ana' },
    ])
    const [table] = documents.flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'table'))
    expect(JSON.stringify(table?.node)).toContain('"columns","value":"1 2"')
  })

  it('reports an id of a series that nobody wrote', () => {
    const { findings } = read(`${REGISTER}\n## After\n\nSo it is (R-09).\n`)
    expect(findings.map(({ check }) => check)).toContain('undefined-citation')
  })

  it.each(['R-01', 'r1', ' R-1'])('loses the words of a row that was withdrawn as "%s"', (id) => {
    const told = readWith(`ask: A\nwithdrawn: ["${id}"]\n`, REGISTER)
    expect(JSON.stringify([told.graph, told.documents, told.sources])).not.toMatch(
      /bank is late|stub/,
    )
    expect(itemsOf(told)).toEqual(['risk R-01', 'risk R-02', 'assumption A-1'])
  })
})

it.each([
  ['with ids of decisions', '| ID | Where | Decision |\n| - | - | - |\n| D1 | North | Agreed |'],
  [
    'below their heading',
    '## Decisions\n\n| No | Where | Decision |\n| - | - | - |\n| 1 | North | Agreed |',
  ],
  ['of whole ones', '| Ref | Where | Decision |\n| - | - | - |\n| 1 | North | Approve it |'],
])('keeps rows of decisions %s, however little they say', (_, table) => {
  expect(itemsOf(read(`# T\n\n${table}\n`))).toHaveLength(1)
})

describe('a table of anything else', () => {
  it.each([
    [
      'options of a command',
      '## Options\n\n| Option | What it does |\n| --- | --- |\n| --all | All |',
    ],
    [
      'what commands take',
      '## A\n\n| Command | Does | Options |\n| --- | --- | --- |\n| sort | Sorts | -r |',
    ],
    [
      'what parts have',
      '## Risks\n\n| Part | Risks | Owner |\n| --- | --- | --- |\n| Sign-in | Slow | Ann |',
    ],
    ['participants', '## Risks\n\n| Participant | Age |\n| --- | --- |\n| P1 | 34 |'],
    [
      'what was said to what others asked for',
      '| Ref | Address | Decision |\n| --- | --- | --- |\n| P/1 | 1 High Street | Approved with conditions |\n| P/2 | 2 High Street | Refused |',
    ],
    [
      'rulings',
      '| No | Complaint | Decision |\n| --- | --- | --- |\n| 12 | A late letter | Not upheld |\n| 13 | A lost form | Upheld in part. |',
    ],
    ['a key of scores', '## Risks\n\n| Score | Meaning |\n| --- | --- |\n| 1 | Accept |'],
    [
      'words that programs have',
      '## Risks\n\n| Type | Description |\n| --- | --- |\n| constructor | Makes a store |\n| method | Reads it |',
    ],
    [
      'such a word below a log of four letters',
      '## RAID log\n\n### constructor\n\n- One thing is here',
    ],
    [
      'such a level of a framework',
      '## A\n\n| Level | Indicator | Means of verification |\n| --- | --- | --- |\n| constructor | Trains run | Logs of trains |',
    ],
    ['issues under risks', '## Risks\n\n| ID | Description |\n| --- | --- |\n| I1 | It is slow |'],
  ])('%s', (_, table) => expect(itemsOf(read(`# T\n\n${table}\n`))).toEqual([]))
})
