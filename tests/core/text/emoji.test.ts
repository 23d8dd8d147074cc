/** Emoji in words. */
import { expect, it } from 'vitest'
import { emojiIn, withoutEmoji } from '../../../src/core/text/emoji.ts'

it.each([
  ['Done ✅ and ✅, 🎉', ['✅', '🎉']],
  ['1️⃣ and 2⃣ of 12', ['1️⃣', '2⃣']],
  ['👩🏽‍⚖️ 👍🏿', ['👍🏿', '👩🏽‍⚖️']],
  ['🇬🇧🏴󠁧󠁢󠁷󠁬󠁳󠁿', ['🇬🇧', '🏴󠁧󠁢󠁷󠁬󠁳󠁿']],
  ['👩‍❤‍👨 without the sign for colour', ['👩‍❤‍👨']],
  ['⚠️ but ⚠ as text', ['⚠️']],
  ['© ™ → ↔ ✔ 5 # *', []],
])('%s', (text, emoji) => {
  expect(emojiIn(text)).toEqual(emoji)
})

it('counts each as one sign, however many characters it has', () => {
  expect(withoutEmoji('a 👩🏽‍⚖️ b 1️⃣1')).toEqual({ rest: 'a  b 1', emoji: 2 })
})
