/** Ticks in tables: which options meet which success factors. */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { itemsOf, linksOf, read } from '../read.ts'

const ITEMS = `# T

## Success factors

- CSF1: Fast enough (O1). A form takes ten minutes.
- CSF2: Cheap to run

## Objectives

- O1: Less waiting

## Options

### Option 1: Do nothing

As now.

### Option 2: Refurbish

New windows.

## Comparison
`

function met(table: string): readonly string[] {
  return linksOf(read(`${ITEMS}\n${table}\n`))
    .filter((link) => link.includes(' meets '))
    .map((link) => link.replace('option-', '').replace('success-factor-', ''))
}

const BOTH = ['1 meets 2', '2 meets 1']

describe('a table of options and success factors', () => {
  it.each([
    [
      'by ids',
      '| Option | CSF1 | CSF2 |\n| --- | --- | --- |\n| Option 1 | ✗ | ✓ |\n| Option 2 | ✓ | – |',
    ],
    [
      'by words',
      '| | Fast enough | Cheap to run |\n| --- | --- | --- |\n| Do nothing | no | Yes |\n| Refurbish | **yes** | |',
    ],
    [
      'with both',
      '| What | CSF-1: Fast | Cheap (CSF2) |\n| --- | --- | --- |\n| Option 1 – Do nothing | | x |\n| OPT2 Refurbish | X | |',
    ],
    [
      'with options in columns',
      '| Success factor | Option 2: Refurbish | Do nothing |\n| --- | --- | --- |\n| CSF1 Fast | ✔️ | ❌ |\n| Cheap to run | ✗ | ✔️ |',
    ],
    [
      'with a number in front',
      '| # | Option | CSF1 | CSF2 |\n| --- | --- | --- | --- |\n| 1 | Do nothing | | ● |\n| 2 | Refurbish | ● | ○ |',
    ],
  ])('%s', (_, table) => expect([...met(table)].sort()).toEqual(BOTH))

  it('says where each tick stands', () => {
    const { links } = read(
      `${ITEMS}\n| Option | CSF1 | CSF2 |\n| --- | --- | --- |\n| Option 1 | – | ✓ |\n`,
    ).graph.case
    expect(links.find(({ role }) => role === 'meets')?.place).toEqual({
      file: '1.mdx',
      line: 26,
      column: 18,
    })
  })

  it.each([
    [
      'an x beside ticks says no',
      '| Option | CSF1 | CSF2 |\n| --- | --- | --- |\n| Option 1 | x | ✓ |\n| Option 2 | ✓ | x |',
    ],
    [
      'an x beside "yes" too',
      '| Option | CSF1 | CSF2 |\n| --- | --- | --- |\n| Option 1 | x | yes |\n| Option 2 | yes | x |',
    ],
    [
      'more words are no tick',
      '| Option | CSF1 | CSF2 |\n| --- | --- | --- |\n| Option 1 | yes, if funded | ✓ |\n| Option 2 | ✓ | (✓) |',
    ],
  ])('%s', (_, table) => expect([...met(table)].sort()).toEqual(BOTH))

  it.each([
    [
      'dots that count',
      '| Option | CSF1 | CSF2 |\n| --- | --- | --- |\n| Option 1 | ● | ●●● |\n| Option 2 | ●● | ● |',
    ],
    [
      'a header that names nothing',
      '| Option | Preferred | Slow |\n| --- | --- | --- |\n| Option 1 | ✓ | ✓ |',
    ],
    ['a row that names nothing', '| Who asked | CSF1 |\n| --- | --- |\n| Somewhere else | ✓ |'],
    [
      'numbers in front, which are no decisions',
      '| What | CSF1 |\n| --- | --- |\n| 1. Elsewhere | ✓ |',
    ],
    [
      'kinds of which neither means the other',
      '| Option | OPT2 |\n| --- | --- |\n| Option 1 | ✓ |',
    ],
  ])('makes no link of %s', (_, table) => expect(met(table)).toEqual([]))

  it('makes no link of words that two items have', () => {
    const twice = `${ITEMS.replace('Cheap to run', 'Fast enough')}\n| Option | Fast enough |\n| --- | --- |\n| Option 1 | ✓ |\n`
    expect(linksOf(read(twice)).filter((link) => link.includes('meets'))).toEqual([])
  })

  it('makes an option tested', () => {
    const bare = ITEMS
    const untested = (text: string) =>
      read(text).findings.filter(({ check }) => check === 'untested-option').length
    expect(untested(bare)).toBe(1)
    expect(
      untested(`${bare}\n| Option | CSF1 |\n| --- | --- |\n| Option 1 | ✓ |\n| Option 2 | ✓ |\n`),
    ).toBe(0)
  })
})

describe('a table of options and what else they are held against', () => {
  const AIMS = '# T\n\n## Objectives\n\n- Fast\n- Cheap\n\n## Options\n\n'
  const listed = `${AIMS}- Buy\n- Build\n\n## Appraisal\n\n`
  const all = [
    'option-1 meets objective-1',
    'option-2 meets objective-1',
    'option-2 meets objective-2',
  ]
  it.each([
    [
      'by ids',
      `${listed}| Option | O1 | O2 |\n| --- | --- | --- |\n| Option 1 | ✓ | ✗ |\n| Option 2 | ✓ | ✓ |\n`,
    ],
    [
      'by short ids',
      `${listed}| Option | O1 | O2 |\n| --- | --- | --- |\n| OPT1 | ✓ | ✗ |\n| OPT2 | ✓ | ✓ |\n`,
    ],
    [
      'the other way',
      `${listed}| Objective | Buy | Build |\n| --- | --- | --- |\n| Fast | ✓ | ✓ |\n| Cheap | ✗ | ✓ |\n`,
    ],
    [
      'that holds the options itself',
      `${AIMS}| Option | Fast | Cheap |\n| --- | --- | --- |\n| Buy | ✓ | ✗ |\n| Build | ✓ | ✓ |\n`,
    ],
  ])('%s', (_, text) =>
    expect(
      linksOf(read(text))
        .filter((link) => link.includes(' meets '))
        .sort(),
    ).toEqual(all),
  )

  it('leaves the options of a command alone', () => {
    const table =
      '| Option | Required | Repeats |\n| --- | --- | --- |\n| all | yes | no |\n| from | no | yes |\n'
    expect(itemsOf(read(`# T\n\n## Options\n\n${table}`))).toEqual([])
  })
})

it('links requirements to goals in a traceability matrix', () => {
  const text = `# T\n\n## Goals\n\n- G1: Less waiting\n- G2: Less paper\n\n## Requirements\n\n- REQ1: Forms online\n- REQ2: No post\n\n## Matrix\n\n| | G1 | G2 |\n| --- | --- | --- |\n| REQ1 | x | |\n| REQ2 | x | x |\n`
  expect(linksOf(read(text)).filter((link) => link.includes('serves'))).toEqual([
    'requirement-1 serves goal-1',
    'requirement-2 serves goal-1',
    'requirement-2 serves goal-2',
  ])
})

it('is no clearer to readers outside, who see one of two', () => {
  const more = (open: string, close: string) =>
    `${ITEMS}\n${open}\n\n## More\n\n- Success factor 3: Cheap to run\n\n${close}\n\n## Table\n\n| Option | Cheap to run | CSF1 |\n| --- | --- | --- |\n| Option 1 | ✓ | ✓ |\n`
  const source = { file: '1.mdx', text: more('<Internal>', '</Internal>') }
  const told = assemble([source], { file: 'case.yaml', text: 'ask: A' }, { audience: 'public' })
  expect(told.graph.case.items.some(({ id }) => id === 'CSF3')).toBe(false)
  expect(linksOf(told).filter((link) => link.includes('meets'))).toEqual([
    'option-1 meets success-factor-1',
  ])
})
