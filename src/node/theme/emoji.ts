/** The font of emoji: of what it has, an output carries the emoji that its words use. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** What style sheets call it, in every theme and drawing. */
export const EMOJI_FAMILY = 'Throughline Emoji'

/** Absolute path of the whole font, 6 MB: for what does not leave this machine. */
export function emojiFile(): string {
  return createRequire(import.meta.url).resolve(
    '@fontsource/noto-color-emoji/files/noto-color-emoji-emoji-400-normal.woff2',
  )
}

/**
 * `@font-face { … }` for a font at an address. Where a browser can't show its colours, it has emoji
 * of its own. Chromium does not set words anew in a font that comes late behind one of the system,
 * so that code names first a face without digits, which keycaps have too.
 */
export function emojiFace(address: string): string {
  const source = `src:url("${address}") format("woff2") tech(color-COLRv1);font-display:block`
  return `@font-face{font-family:"${EMOJI_FAMILY}";${source}}@font-face{font-family:"${EMOJI_FAMILY} Alone";${source};unicode-range:${ALONE}}`
}

/** All emoji but keycaps, with what joins and colours them. */
const ALONE = 'U+200D,U+203C,U+2049,U+2122-3299,U+FE0F,U+1F000-1FAFF,U+E0020-E007F'

const made = new Map<string, Promise<Uint8Array>>()

/** A font of some emoji and no more, as WOFF2. Takes seconds at first, since the whole is large. */
export function emojiFont(emoji: readonly string[]): Promise<Uint8Array> {
  const text = emoji.join('')
  const font = made.get(text) ?? subset(text)
  made.set(text, font)
  return font
}

async function subset(text: string): Promise<Uint8Array> {
  // Few cases need it: the others need not load it.
  const { default: subsetFont } = await import('subset-font')
  return subsetFont(readFileSync(emojiFile()), text, { targetFormat: 'woff2' })
}
