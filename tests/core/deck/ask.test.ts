/** The last slide holds its ask, the ways to answer and the code, however much that is. */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { askSlides } from '../../../src/core/deck/ask.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { inThread } from '../../store.ts'

const measure = fontMeasure(inThread)
const ADDRESS = 'address: https://case.example.org/\n'
const ASK = `ask: ${'Fund a six-month alpha with libraries and leisure centres. '.repeat(3)}\n`

function slidesOf(settings: string, ways: number) {
  const feedback = Array.from(
    { length: ways },
    (_, index) =>
      `  - label: Raise an issue ${index}\n    url: https://example.org/issues/${index}`,
  )
  const text = `${settings}${ways > 0 ? `feedback:\n${feedback.join('\n')}\n` : ''}`
  return askSlides(assemble([], { file: 'case.yaml', text: text || '{}' }), measure)
}

describe('the last slide', () => {
  it('is one, with addresses, where there are few ways to answer', () => {
    for (const settings of ['', ASK, ADDRESS, ASK + ADDRESS]) {
      const [slide, ...others] = slidesOf(settings, 2)
      expect(others).toEqual([])
      expect(slide?.withoutAddresses).toBeUndefined()
      expect(slide?.bodySize).toBe(32)
    }
  })

  it('leaves out their addresses before it takes another slide', () => {
    const slides = slidesOf(ASK + ADDRESS, 5)
    expect(slides).toHaveLength(1)
    expect(slides[0]).toMatchObject({ withoutAddresses: true })
  })

  it('flows on where there are too many, and keeps every one', () => {
    const slides = slidesOf(ASK + ADDRESS, 20)
    expect(slides.length).toBeGreaterThan(1)
    expect(slides.map(({ part }) => part?.n)).toEqual(slides.map((_, index) => index + 1))
    expect(slides.flatMap(({ body }) => body)).toHaveLength(20)
  })

  it('is there where the case says nothing at all', () => {
    expect(slidesOf('', 0)).toMatchObject([
      { id: 'ask', title: 'Tell us what you think', body: [] },
    ])
  })
})
