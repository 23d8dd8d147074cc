/** What checks of the source text look at, and how they mend it. */
import { describe, expect, it } from 'vitest'
import { proseLinesOf, proseOf } from '../../../src/core/syntax/prose-of.ts'
import { mendEncoding } from '../../../src/core/text/windows-1252.ts'

describe('proseOf', () => {
  it.each([
    ['a `b` c', 'a     c'],
    ['a ``b ` c`` d', 'a           d'],
    ['a {/* b */} c', 'a           c'],
    ['a\n```\nb\n```\nc', 'a\n   \n \n   \nc'],
    ['~~~x\nb', '    \n '],
    ['> ```\n> b\n> ```\nc', '     \n   \n     \nc'],
    ['a ` b', 'a ` b'],
    ['a `b\n\nc` d', 'a `b\n\nc` d'],
    ['a\r\n`b\r\nc`', 'a\r\n  \r\n  '],
  ])('%j', (text, prose) => {
    expect(proseOf(text)).toBe(prose)
  })

  it('numbers lines from 1, without a byte order mark', () => {
    expect(proseLinesOf('\uFEFFa\r\nb')).toEqual([
      { line: 1, text: 'a' },
      { line: 2, text: 'b' },
    ])
  })
})

describe('mendEncoding', () => {
  it.each([
    ['Weâ€™re', 'We’re'],
    ['â€œyesâ€\u009d', '“yes”'],
    ['5â€“6 â€” 7â€¦', '5–6 — 7…'],
    ['Â£75 Ã  la crÃ¨me', '£75 Ã  la crème'],
    ['Ã\u00a0 la', 'à la'],
    ['ÃžÃ³rir', 'Þórir'],
    ['Å‚Ã³dÅº', 'łódź'],
    ['ï»¿Hello', 'Hello'],
    ['â‚¬5 â†’ Ã¢â‚¬Å“', '€5 → “'],
    ['ðŸ˜€', '😀'],
  ])('%s → %s', (found, mended) => {
    expect(mendEncoding(found)).toBe(mended)
  })

  it.each([
    'naïve café à la crème, CAFÉ\u00a0», « À\u00a0»',
    'Þingvellir, það, Ærø, Ísland, ÁÐUR',
    'Größe, „Äpfel“, „Ä“, ÅÄÖ',
    'São Paulo, MANHÃ” and IRMÃ…',
    '£75, 20 °C, “so” – 5½ €',
    'Łódź, Żółć, Čeština, Ñandú',
    'Ελλάδα, Россия, 日本',
  ])('leaves %s', (text) => {
    expect(mendEncoding(text)).toBe(text)
  })
})
