/** No raw mark stands in a file for office programs where no finding speaks of it. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { planSheets } from '../../../src/node/export/deck/index.ts'
import { layOutNarrative } from '../../../src/node/export/narrative/chunks.ts'
import type { FormattedRun } from '../../../src/node/export/text.ts'
import { PLACES, RAW, sourceOf, spokenOf, strayWords } from '../../core/raw-words.ts'
import { caseOf } from './cases.ts'

it.each(Object.entries(PLACES))('in %s', (_, placed) => {
  fc.assert(
    fc.property(strayWords, (text) => {
      const read = caseOf(sourceOf(placed(text)))
      const [slides, document] = [planSheets(read).sheets, layOutNarrative(read).chunks].map(
        wordsOf,
      )
      expect(document).toMatch(/We|Words/)
      if (RAW.test(`${slides}\n${document}`)) expect(spokenOf(read, text)).not.toEqual([])
    }),
    { numRuns: 30 },
  )
})

/** All words of runs, wherever they stand, but for code. */
function wordsOf(planned: unknown): string {
  if (Array.isArray(planned) && planned.every(isRun))
    return `${planned.map(({ text, code }) => (code ? '' : text)).join('')}\n`
  if (typeof planned !== 'object' || planned === null) return ''
  return Object.values(planned).map(wordsOf).join('')
}

function isRun(one: unknown): one is FormattedRun {
  return typeof one === 'object' && one !== null && 'text' in one && !('type' in one)
}
