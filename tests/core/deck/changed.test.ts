/** The slide of what changed since a meeting. */

import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { compareCases, editionOf } from '../../../src/core/changes/index.ts'
import { planDeck, type Slide } from '../../../src/core/deck/index.ts'
import type { Assembled } from '../../../src/core/model/assembled.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { inThread } from '../../store.ts'

const file = '1.mdx'

function told(decisions: number) {
  const list = Array.from({ length: decisions }, (_, index) => {
    const id = index + 1
    return `Decision ${id}: We chose way ${'abcdefghijklmnop'[index]} of ${id * 7} to go on\n`
  })
  return read(`# Case\n\n## Sprint 1\n\n${list.join('\n')}`)
}

function read(text: string) {
  return assemble([{ file, text }])
}

/** The slides after the title, of a case that had so many decisions and has so many now. */
function slides(before: number, now: number): readonly Slide[] {
  return slidesOf(told(before), told(now))
}

function slidesOf(before: Assembled, after: Assembled): readonly Slide[] {
  const changes = compareCases(editionOf(before), editionOf(after))
  const outside = { since: { name: '3 March 2020', changes } }
  const deck = planDeck({ ...after, outside }, fontMeasure(inThread))
  return deck.slice(1).filter(({ id }) => id.startsWith('what-changed'))
}

const linesOf = (slide: Slide | undefined) => slide?.body.map(({ text }) => text)

describe('the slide of what changed', () => {
  it('stands after the title, with a line a change', () => {
    const [slide, ...others] = slides(1, 3)
    expect(others).toEqual([])
    expect(slide).toMatchObject({ layout: 'list', title: 'What changed since 3 March 2020' })
    expect(linesOf(slide)).toEqual([
      'Decision 2 added: We chose way b of 14 to go on',
      'Decision 3 added: We chose way c of 21 to go on',
    ])
  })

  it('tells the most telling of many, and counts the rest', () => {
    expect(slides(1, 12)).toHaveLength(1)
    const lines = slides(1, 12).flatMap(({ body }) => body.map(({ text }) => text))
    expect(lines).toHaveLength(5)
    expect(lines.at(-1)).toBe('And 7 more changes')
  })

  it('says what is new in words, and leaves out numbers that shifted', () => {
    const before =
      '# Case\n\n## Sprint 1\n\nDecision 1: We ask\n\nEvidence 1a: Ten said so\n\nEvidence 1b: It is so\n'
    const after = before
      .replace('Evidence 1b: It is so\n', '')
      .replace('Ten said', 'Twelve said')
      .replaceAll(/(Decision |Evidence )1/g, '$12')
      .replace('Decision 2', 'Decision 1: To be written\n\nDecision 2')
    expect(linesOf(slidesOf(read(before), read(after))[0])).toEqual([
      'Decision 1 added, to be written',
      'Evidence 2a reworded: Twelve said so',
      'Evidence 1b removed: “It is so”',
    ])
  })

  it('is left out where nothing changed, and where nobody asks', () => {
    expect(slides(2, 2)).toEqual([])
    const deck = planDeck(told(2), fontMeasure(inThread))
    expect(deck.map(({ id }) => id)).not.toContain('what-changed')
  })
})
