/** The abbreviations of a case: no false pair, and no word changed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { explainHtml, glossaryOf, type Term } from '../../../src/core/narrative/glossary.ts'
import { writtenOut } from '../../../src/core/text/abbreviation.ts'

function glossary(text: string) {
  const { documents, graph } = assemble([{ file: '1.mdx', text }], undefined)
  return glossaryOf(documents, graph)
}

it.each([
  ['We are the Government Digital Service (GDS).', 'GDS', 'Government Digital Service'],
  ['Of Digital, Data and Technology (DDaT) here', 'DDaT', 'Digital, Data and Technology'],
  ['The Driver and Vehicle Licensing Agency (DVLA)', 'DVLA', 'Driver and Vehicle Licensing Agency'],
  ['Our application programming interfaces (APIs)', 'API', 'application programming interfaces'],
])('takes %j', (text, word, name) => {
  expect([...writtenOut(text)]).toEqual([[word, name]])
})

it.each([
  'It is a plan (GDS). Sorry (NHS), one (AB)',
  'We asked Ann. Beth (AB) knows',
  'A general (digital) service (GDS)',
  'The Office (TBC)',
])('takes no pair from %j', (text) => {
  expect([...writtenOut(text)]).toEqual([])
})

describe('a case', () => {
  const CASE = `# A case

## Why

The Home Office (HO) waits, and HO asks. Of GDS nobody says more.

## How

- HO comes first

We asked HO twice.

HO said so.

## Decisions

Decision 1: HO leads

<Notes>The Secret Service (SS) hears.</Notes>
`

  it('explains where a chapter first uses one that it does not write out', () => {
    const { terms, uses } = glossary(CASE)
    expect(terms).toEqual([{ word: 'HO', name: 'Home Office', anchor: 'abbreviation--ho' }])
    expect([...uses.keys()]).toEqual(['1.mdx:11:1', '1.mdx:17:1'])
  })

  it('has no words of what stays inside', () => {
    const text =
      '# A case\n\n<Internal>\n\nThe Secret Service (SS) pays.\n\n</Internal>\n\nSS pays.'
    expect(glossary(text).terms).toEqual([])
  })
})

const TERMS: readonly Term[] = [
  { word: 'HO', name: 'Home "Office" & <Co>', anchor: 'abbreviation--ho' },
  { word: 'GDS', name: 'Government HO Service', anchor: 'abbreviation--gds' },
]
const worded = (html: string) => html.replace(/<(?:"[^"]*"|'[^']*'|[^"'>])*>/g, '')

it('leads each to its full name once, and leaves alone what leads elsewhere', () => {
  const html =
    '<p><a href="#HO">HO</a> <span aria-hidden="true">HO <span>HO</span></span> GDS, HO, HOs</p>'
  const explained = explainHtml(html, TERMS)
  expect(explained.match(/class="abbreviation"/g)).toHaveLength(2)
  expect(explained).toContain(
    '<a href="#HO">HO</a> <span aria-hidden="true">HO <span>HO</span></span> <a',
  )
  expect(explained).toContain('aria-label="HO: Home &quot;Office&quot; &amp; &lt;Co&gt;"')
})

it('changes no word, of whatever HTML', () => {
  const piece = fc.constantFrom(
    'HO',
    'GDS',
    'HOs',
    ' ',
    'a',
    '<b title="HO">',
    '</b>',
    '<code>',
    '</code>',
    '&amp;',
    '<a>',
    '</a>',
    '&#72;O',
    '.',
    '<span aria-hidden="true">',
    '</span>',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const html = pieces.join('')
      expect(worded(explainHtml(html, TERMS))).toBe(worded(html))
    }),
  )
})

it('pairs nothing of which the initials do not spell it, in whatever text', () => {
  const word = fc.constantFrom(
    'Home',
    'office',
    'of',
    'and',
    'Data',
    'the',
    'Service',
    '.',
    'Ann',
    '(',
    ')',
  )
  const shorts = fc.constantFrom('(HO)', '(DS)', '(HoDS)', '(SDO)', '(ADs)')
  fc.assert(
    fc.property(fc.array(fc.oneof(word, shorts), { maxLength: 25 }), (words) => {
      const text = words.join(' ')
      for (const [short, name] of writtenOut(text)) {
        expect(text).toMatch(new RegExp(`${name}\\s\\(${short}s?\\)`))
        const initials = (name.match(/\p{L}+/gu) ?? []).map((one) => one[0]?.toLowerCase())
        let left = [...short.toLowerCase()]
        for (const letter of initials) if (letter === left[0]) left = left.slice(1)
        expect(left).toEqual([])
        expect(initials[0]).toBe(short[0]?.toLowerCase())
      }
    }),
  )
})
