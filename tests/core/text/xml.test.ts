/** Words of a case as markup, and back. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { el, escapeXml, unescapeXml } from '../../../src/core/text/xml.ts'

it('writes elements, with attributes in quotation marks and without those that have no value', () => {
  const title = el('title', { id: 'a"b', lang: undefined }, escapeXml('R&D <1 week'))
  expect(title).toBe('<title id="a&quot;b">R&amp;D &lt;1 week</title>')
  expect(el('br')).toBe('<br/>')
})

it('reads its own markup back, and the apostrophe of others', () => {
  fc.assert(fc.property(fc.string(), (text) => unescapeXml(escapeXml(text)) === text))
  expect(unescapeXml('the team&apos;s &amp;lt; sign')).toBe("the team's &lt; sign")
})

it('leaves out what XML cannot hold, and keeps tabs and ends of lines', () => {
  expect(escapeXml('a\u0000b\u001Bc\uFFFFd\te\r\nf')).toBe('abcd\te\r\nf')
})
