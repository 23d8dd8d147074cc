/** What people read when a build throws. */
import { expect, test } from 'vitest'
import { root } from '../../../src/node/paths/index.ts'
import { explain } from '../../../src/node/report/failure.ts'

function failing(fields: object): Error {
  return Object.assign(new Error('\u001b[31mUnexpected end of file\u001b[39m'), fields)
}

test('names the place, and gives no stack', () => {
  const error = failing({ loc: { file: `${root}/src/pages/index.astro`, line: 3, column: 7 } })
  const words = explain(error, {})
  expect(words).toMatch(/src\/pages\/index\.astro:3:7 Unexpected end of file$/)
})

test('adds the hint', () => {
  expect(explain(failing({ hint: 'Close the tag.' }), {})).toBe(
    'Unexpected end of file\n  Close the tag.',
  )
})

test('gives the stack to whoever sets DEBUG', () => {
  expect(explain(failing({}), { DEBUG: '1' })).toContain('failure.test.ts')
})

test("gives each error of a bundler's, without the stack in its message", () => {
  const errors = [
    new Error('Unexpected token\n    at compile (file:///compile.js:61:3)\n'),
    failing({ id: `${root}/src/ui/base.css` }),
  ]
  expect(explain(failing({ errors }), {})).toMatch(
    /^Unexpected token\n.*src\/ui\/base\.css Unexpected end of file$/,
  )
})

test('moves no cursor, but keeps lines', () => {
  const words = explain(new Error('a\r\nb\rc\u0007\u009b31m\u202ed\te'), {})
  expect(words).toBe('a\nb·c··d\te')
})

test('shows what is not an error at all', () => {
  expect(explain('just words')).toBe('just words')
})

test("leaves out a bundler's picture of the place and the browser's log", () => {
  const pictured = new Error(
    '[UNRESOLVED_IMPORT] Could not resolve x\n   ╭─[ a.mdx:2:1 ]\n   │\n───╯',
  )
  expect(explain(pictured, {})).toBe('[UNRESOLVED_IMPORT] Could not resolve x')
  const logged = new Error('Failed to launch\nCall log:\n  - <launching> chromium\n')
  expect(explain(logged, {})).toBe('Failed to launch')
})
