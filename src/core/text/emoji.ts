/** Emoji in words: signs of several characters each, which no font of a theme has. */

// Matches "✅", "1️⃣", a flag, and a person with a tone of skin and a trade; not "1", "©", "→", or a "✔" without its
// colour sign. `\p{RGI_Emoji}` would say the same, and take a hundred times as long.
const RE_EMOJI =
  /(?:\p{RI}{2}|[#*\d]\u{FE0F}?\u{20E3}|\p{Emoji}\u{FE0F}|\p{EBase}\p{EMod}|\p{EPres})(?:\p{EMod}|\u{200D}\p{ExtPict}|[\u{FE0F}\u{20E3}\u{E0020}-\u{E007F}])*/gu

/** The emoji in a text, each once, in order of their characters; `[]` where there are none. */
export function emojiIn(text: string): readonly string[] {
  return [...new Set(text.match(RE_EMOJI))].sort()
}

/** A text without its emoji, and how many there were. */
export function withoutEmoji(text: string): { readonly rest: string; readonly emoji: number } {
  let emoji = 0
  const rest = text.replace(RE_EMOJI, () => {
    emoji += 1
    return ''
  })
  return { rest, emoji }
}
