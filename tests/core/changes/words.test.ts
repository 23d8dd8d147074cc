/** The words of two texts side by side. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWords } from '../../../src/core/changes/words.ts'
import { mendEncoding } from '../../../src/core/text/windows-1252.ts'
import { spelled } from './between.ts'

function marked(before: string, after: string): string {
  return spelled(compareWords(before, after) ?? [])
}

describe('compareWords', () => {
  it('marks what came and went, and leaves the rest as it reads now', () => {
    expect(marked('Most other teams agree, they say.', 'Most teams now agree – they say.')).toBe(
      'Most [-other -]teams {+now +}agree – they say.',
    )
  })

  it('marks a number alone', () => {
    expect(marked('It takes 3 of 10 days', 'It takes 4 of 12 days')).toBe(
      'It takes [-3 -]{+4 +}of [-10 -]{+12 +}days',
    )
  })

  it('takes a word between longer stretches with them', () => {
    expect(
      marked('They never once asked the people at home', 'We always talk to the staff in offices'),
    ).toBe('[-They never once asked the people at home-]{+We always talk to the staff in offices+}')
  })

  it('does not mark a slip that was mended beside a change', () => {
    expect(marked('We recieve no forms today', 'We receive no forms by post')).toBe(
      'We receive no forms [-today-]{+by post+}',
    )
  })

  it('marks all of a text that came from nothing', () => {
    expect(marked('', 'All new')).toBe('{+All new+}')
    expect(marked('All old', '')).toBe('[-All old-]')
  })

  it('tells texts that are far apart as one out and one in', () => {
    const long = (word: string) => Array.from({ length: 1200 }, (_, at) => `${word}${at}`).join(' ')
    expect(compareWords(long('a'), long('b'))).toEqual([
      { text: long('a'), mark: 'removed' },
      { text: long('b'), mark: 'added' },
    ])
  })

  it('loses no word of either text', () => {
    const text = fc.array(
      fc.constantFrom('a', 'the', 'service', '3', '“x”', '–', 'Weâ€™re', '\n', '%'),
    )
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [`So ${one.join(' ')}`, `So ${other.join(' ')}`]
        const runs = compareWords(before, after)
        if (!runs) return
        const without = (mark: string) =>
          runs.flatMap((run) => (run.mark === mark ? [] : [run.text])).join('')
        expect(without('removed')).toBe(mendEncoding(after))
        expect(compareWords(without('added'), before)).toBeUndefined()
      }),
      { seed: 20_200_331, numRuns: 500 },
    )
  })
})
