/** The slide of what changed since a meeting. */
import { describe, expect, it } from 'vitest'
import { travellingMeasure } from '../../../src/build/metrics.ts'
import { assemble } from '../../../src/core/assemble.ts'
import { compareCases, editionOf } from '../../../src/core/changes/index.ts'
import { planDeck, type Slide } from '../../../src/core/deck/index.ts'

const file = '1.mdx'

function told(decisions: number) {
  const list = Array.from({ length: decisions }, (_, index) => {
    const id = index + 1
    return `Decision ${id}: We chose way ${'abcdefghijklmnop'[index]} of ${id * 7} to go on\n`
  })
  return assemble([{ file, text: `# Case\n\n## Sprint 1\n\n${list.join('\n')}` }])
}

/** The slides after the title, of a case that had so many decisions and has so many now. */
function slides(before: number, now: number): readonly Slide[] {
  const after = told(now)
  const changes = compareCases(editionOf(told(before)), editionOf(after))
  const outside = { since: { name: '3 March 2020', changes } }
  const deck = planDeck({ ...after, outside }, travellingMeasure())
  return deck.slice(1).filter(({ id }) => id.startsWith('what-changed'))
}

const linesOf = (slide: Slide | undefined) => slide?.body.map(({ text }) => text)

describe('the slide of what changed', () => {
  it('stands after the title, with a line a change', () => {
    const [slide, ...others] = slides(1, 3)
    expect(others).toEqual([])
    expect(slide).toMatchObject({ layout: 'list', title: 'What changed since 3 March 2020' })
    expect(linesOf(slide)).toEqual(['Decision 2 added', 'Decision 3 added'])
  })

  it('tells the most telling of many, and counts the rest', () => {
    const lines = slides(1, 12).flatMap(({ body }) => body.map(({ text }) => text))
    expect(lines).toHaveLength(7)
    expect(lines.at(-1)).toBe('And 5 more changes')
  })

  it('is left out where nothing changed, and where nobody asks', () => {
    expect(slides(2, 2)).toEqual([])
    const deck = planDeck(told(2), travellingMeasure())
    expect(deck.map(({ id }) => id)).not.toContain('what-changed')
  })
})
