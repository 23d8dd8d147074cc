/** The font of emoji: of what it has, an output carries the emoji that its words use. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { sources } from '../paths/index.ts'

/** What style sheets call it, in every theme and drawing. */
export const EMOJI_FAMILY = 'Throughline Emoji'

/** The style sheet of the whole font, 6 MB: for what does not leave this machine. */
export const emojiSheet: string = join(sources, 'ui', 'styles', 'emoji.css')

// Matches the address of the whole font in it.
const RE_ADDRESS = /(?<=url\(")[^"]+/g

// Matches its comments, and the space between its words.
const RE_COMMENT = /\/\*.*?\*\//gs
const RE_SPACE = /\s+/g

/** Absolute path of the whole font. */
export function emojiFile(): string {
  const [address = ''] = readFileSync(emojiSheet, 'utf8').match(RE_ADDRESS) ?? []
  return createRequire(emojiSheet).resolve(address)
}

/** The same style sheet for a font at another address. */
export function emojiFaces(address: string): string {
  return readFileSync(emojiSheet, 'utf8')
    .replace(RE_COMMENT, '')
    .replace(RE_SPACE, ' ')
    .replace(RE_ADDRESS, () => address)
}

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
