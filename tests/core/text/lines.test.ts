/** Lines of a text as one. */
import { expect, it } from 'vitest'
import { oneLineOf } from '../../../src/core/text/lines.ts'

it.each([
  ['one line', 'a  b ', 'a  b '],
  ['two lines', 'a \n  b', 'a b'],
  ['empty lines between', 'a\n \n\n\tb', 'a b'],
  ['breaks at both ends', ' \na\n', ' a '],
  ['breaks alone', '\n\n', ' '],
])('makes of %s one', (_, text, line) => {
  expect(oneLineOf(text)).toBe(line)
  expect(text.replace(/\s*\n\s*/g, ' ')).toBe(line)
})
