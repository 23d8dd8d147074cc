/** How columns of numbers are set. */
import { describe, expect, it } from 'vitest'
import { builtInKinds } from '../../../src/core/model/kinds.ts'
import { recognise } from '../../../src/core/syntax/conventions/index.ts'
import { parse } from '../../../src/core/syntax/parse.ts'
import { attributeOf, walk } from '../../../src/core/syntax/tree.ts'

/** `align` and `pad` of each cell, column by column, without the header. */
function columnsOf(text: string) {
  const { tree } = parse(text, 'a.mdx')
  const marked = tree && recognise(tree, { file: 'a.mdx', text }, builtInKinds).tree
  const rows = [...(marked ? walk(marked) : [])].filter(({ name }) => name === 'Row').slice(1)
  const cells = rows.map(({ children = [] }) =>
    children.map((cell) => [attributeOf(cell, 'align'), attributeOf(cell, 'pad')]),
  )
  return (cells[0] ?? []).map((_, column) => cells.map((row) => row[column]))
}

describe('a column of numbers', () => {
  it('ends where lines end, with its places below each other', () => {
    const [, costs] = columnsOf(
      '| A | £m |\n| - | - |\n| x | £1.25 |\n| y | 1,030 |\n| z | 0.5 |\n| w | |',
    )
    expect(costs).toEqual([
      ['right', undefined],
      ['right', '.00'],
      ['right', '0'],
      ['right', undefined],
    ])
  })

  it('is set as its author says', () => {
    const [, left, middle] = columnsOf(
      '| A | b | c |\n| - | :- | :-: |\n| x | 1 | 1.5 |\n| y | 2 | 2 |',
    )
    expect(left).toEqual([
      ['left', undefined],
      ['left', undefined],
    ])
    expect(middle).toEqual([
      ['center', undefined],
      ['center', undefined],
    ])
  })

  it.each([
    ['names rows', '| Year | b |\n| - | - |\n| 2024 | x |\n| 2025 | y |'],
    ['has words in it', '| A | b |\n| - | - |\n| x | 4 |\n| y | often |'],
    ['holds one number', '| A | b |\n| - | - |\n| x | 4 |\n| y | |'],
  ])('is none where it %s', (_, text) => {
    expect(columnsOf(text).flat(2).filter(Boolean)).toEqual([])
  })

  it('needs nothing behind numbers that end in words', () => {
    const [, costs] = columnsOf('| A | b |\n| - | - |\n| x | £1.2m |\n| y | £10m |')
    expect(costs).toEqual([
      ['right', undefined],
      ['right', undefined],
    ])
  })
})

describe('the name of its column', () => {
  const namesIn = (text: string) => {
    const { tree } = parse(text, 'a.mdx')
    const marked = tree && recognise(tree, { file: 'a.mdx', text }, builtInKinds).tree
    const cells = [...(marked ? walk(marked) : [])].filter(({ name }) => name === 'Cell')
    return cells.map((cell) => attributeOf(cell, 'column'))
  }

  it('stands in each cell but the first of a table that is wider than a phone', () => {
    const wide =
      '| ID | Mitigation | Likelihood | Owner |\n| - | - | - | - |\n| R-1 | Two months | 4 | Ann |'
    expect(namesIn(wide).slice(4)).toEqual([undefined, 'Mitigation', 'Likelihood', 'Owner'])
    const long = `| Day | Decision | Why |\n| - | - | - |\n| 4 May | ${'We go on. '.repeat(9)} | ${'So it is. '.repeat(9)} |`
    expect(namesIn(long).slice(3)).toEqual([undefined, 'Decision', 'Why'])
  })

  it.each([
    ['a phone has room', '| Year | Calls | Letters |\n| - | - | - |\n| 2024 | 1,030 | 20 |'],
    [
      'a column has no name',
      '| ID | Mitigation | | Owner |\n| - | - | - | - |\n| R-1 | Two months in parallel | possibility | Ann |',
    ],
  ])('stands in none where %s', (_, text) =>
    expect(namesIn(text).filter((name) => name !== undefined)).toEqual([]),
  )
})
