/** The font with the emoji of an output. */
import { create, type Font } from 'fontkit'
import { expect, it } from 'vitest'
import { defaultTheme } from '../../../src/core/model/themes.ts'
import { emojiFont } from '../../../src/node/theme/emoji.ts'
import { fontWidths } from '../../../src/node/theme/font-widths.ts'
import { testStore } from '../../store.ts'

const EMOJI = ['✅', '1️⃣', '🇬🇧', '👩🏽‍⚖️']

it('has these, each as one sign in colours, and no others', async () => {
  const bytes = Buffer.from(await emojiFont.font(EMOJI))
  expect(bytes.length).toBeLessThan(20_000)
  const font = create(bytes) as Font
  for (const emoji of EMOJI) expect(font.layout(emoji).glyphs, emoji).toHaveLength(1)
  expect(font.hasGlyphForCodePoint(0x1f389)).toBe(false)
  const { tables } = (font as unknown as { directory: { tables: object } }).directory
  expect(Object.keys(tables)).toEqual(expect.arrayContaining(['COLR', 'CPAL']))
})

it('is as wide as slides are measured with', async () => {
  const font = create(Buffer.from(await emojiFont.font(EMOJI))) as Font
  const widthOf = fontWidths({ theme: defaultTheme, store: testStore })
  for (const emoji of EMOJI) {
    const drawn = font.layout(emoji).advanceWidth / font.unitsPerEm
    const measured = widthOf(emoji, 1, 400)
    expect(measured, emoji).toBeGreaterThanOrEqual(drawn)
    expect(measured, emoji).toBeLessThan(drawn * 1.1)
  }
})
