/** Ids as people write them, and what is cited by them. */
import { expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'

function read(text: string) {
  const { graph, findings } = assemble([{ file: '1.mdx', text: `# A case\n\n${text}` }], {
    file: 'case.yaml',
    text: 'ask: Fund it.',
  })
  return {
    items: graph.case.items.map(({ id, properties }) => [id, properties?.owner]),
    lost: findings.filter(({ check }) => check === 'undefined-citation').map((one) => one.message),
  }
}

it.each([
  ['a label', '## Risks\n\nRisk R-1a: It rains.\n\nWe plan for it (R-1a).\n'],
  [
    'a row',
    '## Risks\n\n| ID | Risk |\n| - | - |\n| r-1a | Rain |\n| R-2 | Snow |\n\nWe plan (R-1a).\n',
  ],
])('keeps the small letter behind a number, and finds it: in %s', (_, text) => {
  const { items, lost } = read(text)
  expect(items[0]?.[0]).toBe('R-1a')
  expect(lost).toEqual([])
})

it('says which of several names in a citation is none', () => {
  expect(read('## Goals\n\nGoal 1: Fast.\n\nWe begin (Goal 1, Goal 9).\n').lost).toEqual([
    expect.stringContaining('undefined goal Goal 9'),
  ])
  expect(read('## Goals\n\nGoal 1: Fast.\n\nWe sat together (table 3, row 2).\n').lost).toEqual([])
})

it('keeps a comma in what is said of an item', () => {
  const text = '## Risks\n\nRisk 1: It rains (owner: Comms, Marketing, due: 3 May).\n'
  expect(read(text).items).toEqual([['R1', 'Comms, Marketing']])
})
