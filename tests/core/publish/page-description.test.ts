/** What a page says of itself to those who search, and to those who share its address. */
import { expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { descriptionOf, publicAddress } from '../../../src/core/publish/page-description.ts'

const about = (text: string, yaml = 'team: We\n') =>
  assemble([{ file: 'a.mdx', text }], { file: 'case.yaml', text: yaml })

const LONG = `We ${'really '.repeat(40)}mean it.`

it('describes the case by the sentences of its first paragraph that there is room for', () => {
  expect(descriptionOf(about('# A\n\nPeople wait. They give up.\n'))).toBe(
    'People wait. They give up.',
  )
  expect(descriptionOf(about(`# A\n\nPeople wait. ${LONG}\n`))).toBe('People wait.')
  expect(descriptionOf(about(`# A\n\n${LONG}\n`))).toMatch(/^We really .* …$/)
})

it('takes the ask where there is no text, and says nothing without both', () => {
  expect(descriptionOf(about('# A\n', 'ask: Fund it.\n'))).toBe('Fund it.')
  expect(descriptionOf(about('# A\n'))).toBeUndefined()
})

it('says first what the page is, whatever the case says', () => {
  const page = 'The case as slides.'
  expect(descriptionOf(about('# A\n\nPeople wait.\n'), page)).toBe(`${page} People wait.`)
  expect(descriptionOf(about(`# A\n\n${LONG}\n`), page)).toBe(page)
  expect(descriptionOf(about('# A\n'), page)).toBe(page)
})

it.each([
  ['https://example.org/case', 'deck/', 'https://example.org/case/deck/'],
  ['https://example.org/case/', '', 'https://example.org/case/'],
])('finds below %s the page %j', (address, path, found) => {
  expect(publicAddress(address, path)).toBe(found)
})
