/** Strength in words. */
import { describe, expect, it } from 'vitest'
import { strengthSentences, strengthWords } from '../../../src/core/graph/strength-words.ts'
import type { Strength } from '../../../src/core/model/case.ts'

const whole: Strength = {
  kind: 'interview',
  date: '2020-03',
  access: 'restricted',
  quality: { colour: 'amber', reason: 'two sites only' },
  impact: { colour: 'red' },
  note: 'asked twice',
}

describe('rows', () => {
  it('say all that the team says, in one order', () => {
    expect(strengthWords(whole)).toEqual([
      { term: 'Kind', words: 'Interview' },
      { term: 'Date', words: 'March 2020' },
      { term: 'Access', words: 'Restricted' },
      { term: 'Quality', words: 'Amber: two sites only', colour: 'amber' },
      { term: 'Impact', words: 'Red', colour: 'red' },
      { term: 'Note', words: 'Asked twice' },
    ])
  })

  it('say nothing of what is not said, but that its quality is not rated', () => {
    expect(strengthWords(undefined)).toEqual([])
    expect(strengthWords({ access: 'public' })).toEqual([
      { term: 'Access', words: 'Public' },
      { term: 'Quality', words: 'Not rated' },
    ])
  })
})

describe('sentences', () => {
  it('read as a line', () => {
    expect(strengthSentences(whole)).toEqual([
      { words: 'Interview, March 2020, restricted.' },
      { words: 'Quality amber: two sites only.', colour: 'amber' },
      { words: 'Impact red.', colour: 'red' },
      { words: 'Asked twice.' },
    ])
  })

  it('start with a capital whatever comes first', () => {
    expect(strengthSentences({ access: 'unpublished' })).toEqual([
      { words: 'Unpublished.' },
      { words: 'Not rated.' },
    ])
    expect(strengthSentences({ date: '2020-03', access: 'public' })).toEqual([
      { words: 'March 2020, public.' },
      { words: 'Not rated.' },
    ])
  })

  it('end once where the reason ends a sentence', () => {
    expect(
      strengthSentences({ quality: { colour: 'red', reason: 'nobody has counted.' } }),
    ).toEqual([{ words: 'Quality red: nobody has counted.', colour: 'red' }])
  })

  it('say not rated where nothing is said, and never green', () => {
    expect(strengthSentences(undefined)).toEqual([{ words: 'Not rated' }])
  })
})
