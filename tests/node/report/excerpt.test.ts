/** A line and the mark below it, as a terminal shows them. */
import { expect, test } from 'vitest'
import { excerpt } from '../../../src/node/report/excerpt.ts'

function shown(line: string, place: { column?: number; length?: number }, room = 80): string {
  const { shown, mark } = excerpt(line, { file: 'a.mdx', line: 1, ...place }, room)
  return mark === undefined ? shown : `${shown}\n${mark}`
}

test('marks as many characters as are meant', () => {
  expect(shown('We are The Team.', { column: 8, length: 8 })).toBe(
    'We are The Team.\n       ^~~~~~~~',
  )
})

test.each([
  ['the word there', 'We don’t know.', 4, '   ^~~~~'],
  ['a bracket whole', 'We go (12c, 12d).', 7, '      ^~~~~~~~~~'],
  ['a run of one sign', '### Sprint', 1, '^~~'],
  ['one sign', '- Users', 1, '^'],
  ['a bracket that stays open by its sign', 'We go (12c', 7, '      ^'],
])('without a length marks %s', (_, line, column, mark) => {
  expect(shown(line, { column })).toBe(`${line}\n${mark}`)
})

test('marks the end for a place behind it, and nothing past it', () => {
  expect(shown('Short', { column: 6 })).toBe('Short\n     ^')
  expect(shown('Short', { column: 90 })).toBe('Short\n     ^')
  expect(shown('Short', { column: 4, length: 50 })).toBe('Short\n   ^~')
  expect(shown('', { column: 1 })).toBe('\n^')
})

test('shows the line alone for a place without a column', () => {
  expect(shown('  A line.  ', {})).toBe('  A line.')
})

test('stands right under tabs', () => {
  expect(shown('\tab\tcd', { column: 5, length: 2 })).toBe('    ab  cd\n        ^~')
  expect(shown('\tab', { column: 1, length: 1 })).toBe('    ab\n^~~~')
})

test('stands right under wide characters, emoji and accents of their own', () => {
  expect(shown('漢字 go', { column: 4, length: 2 })).toBe('漢字 go\n     ^~')
  expect(shown('漢字 go', { column: 2, length: 1 })).toBe('漢字 go\n  ^~')
  expect(shown('👩‍👧 go', { column: 7, length: 2 })).toBe('👩‍👧 go\n   ^~')
  expect(shown('cafe\u0301 go', { column: 7, length: 2 })).toBe('cafe\u0301 go\n     ^~')
  // A place in the middle of a pair is the whole of it.
  expect(shown('😀 go', { column: 2, length: 1 })).toBe('😀 go\n^~')
})

test('lets no control character through to the terminal', () => {
  expect(shown('a\u001b[31mb', { column: 7, length: 1 })).toBe('a·[31mb\n      ^')
  expect(shown('a\u202eb', { column: 3, length: 1 })).toBe('a·b\n  ^')
})

test.each([
  ['at the start', 1, '012345678901234567…', '^~'],
  ['in the middle', 51, '…234567890123456789…', '         ^~'],
  ['at the end', 99, '…234567890123456789', '                 ^~'],
])('cuts a long line around a place %s', (_, column, line, mark) => {
  expect(shown('0123456789'.repeat(10), { column, length: 2 }, 20)).toBe(`${line}\n${mark}`)
})

test('cuts the mark where what is meant is longer than the room', () => {
  const [line = '', mark = ''] = shown('x'.repeat(200), { column: 50, length: 100 }, 30).split('\n')
  expect(line).toBe(`…${'x'.repeat(28)}…`)
  expect(mark).toBe(` ^${'~'.repeat(27)}`)
})
