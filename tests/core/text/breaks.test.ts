/** Where lines may end in the cells of a table. */
import { expect, it } from 'vitest'
import { withBreaks, wordsOfLine } from '../../../src/core/text/breaks.ts'

it.each([
  ['14 March 2026', ['14\u00A0March', '2026']],
  ['from 2026-11-30 to 3 Nov', ['from', '2026-11-30', 'to', '3\u00A0Nov']],
  ['March 2026, or later', ['March\u00A02026,', 'or', 'later']],
  ['12 marches', ['12', 'marches']],
])('keeps a date on one line: %s', (text, words) => expect(wordsOfLine(text)).toEqual(words))

it('ends lines of a long name where a part of it ends, and leaves tags alone', () => {
  expect(withBreaks('<code title="a_b">organisation_identifier_lookupService</code> in a_b')).toBe(
    '<code title="a_b">organisation_<wbr />identifier_<wbr />lookup<wbr />Service</code> in a_b',
  )
  expect(withBreaks('by 30/11/2026')).toBe('by <span class="unbroken">30/11/2026</span>')
})
