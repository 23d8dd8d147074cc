/** From a place to the item and section it lies in. */
import { describe, expect, it } from 'vitest'
import { locator } from '../../../src/core/graph/index.ts'
import { read } from '../read.ts'

const TEXT = `# T

## Why

It is slow.

- One
- Decision 9: Yes, and no

## Log

Decision 1: We ask:

- all
- of them

That was March.

### Decision 2

Yes.

More.

## Sprint 2

Decision 1: Again
`

describe('locator', () => {
  const { documents, graph } = read(TEXT, '## Late\n\nEnd.')
  const locate = locator(documents, graph)
  const at = (line: number, column?: number) =>
    locate({ file: '1.mdx', line, ...(column ? { column } : {}) })

  it.each([
    [3, { section: 'why' }],
    [5, { section: 'why' }],
    [7, { section: 'why' }],
    [8, { item: 'decision-9', section: 'why' }],
    [10, { section: 'log' }],
    [12, { item: 'decision-1', section: 'log' }],
    [15, { item: 'decision-1', section: 'log' }],
    [17, { section: 'log' }],
    [19, { item: 'decision-2', section: 'log' }],
    [23, { item: 'decision-2', section: 'log' }],
    [25, { section: 'sprint-2' }],
  ])('line %i', (line, found) => {
    expect(at(line)).toEqual(found)
    expect(at(line, 40)).toEqual(found)
  })

  it('says no more of a second definition than its section', () => {
    expect(at(27)).toEqual({ section: 'sprint-2' })
  })

  it('looks in the right file', () => {
    expect(locate({ file: '2.mdx', line: 3 })).toEqual({ section: 'late' })
  })

  it('knows nothing of a whole file, of the title and of other files', () => {
    expect(locate({ file: '1.mdx' })).toEqual({})
    expect(at(1)).toEqual({})
    expect(locate({ file: 'case.yaml', line: 3 })).toEqual({})
  })
})
