/** A font of which an output carries the signs that its words use, and no others. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { sources } from '../paths/index.ts'

export interface CarriedFont {
  /** Absolute path of the whole font: for what does not leave this machine. */
  file(): string
  /** Its style sheet, for a font at an address. */
  faces(address: string): string
  /** A font of some signs and no more, as WOFF2. May take seconds at first, where the whole is large. */
  font(signs: readonly string[]): Promise<Uint8Array>
}

/** The font that the style sheet of a name in `ui/styles` has. */
export function carriedFont(name: string): CarriedFont {
  const sheet = join(sources, 'ui', 'styles', `${name}.css`)
  const made = new Map<string, Promise<Uint8Array>>()
  const file = (): string => {
    const [address = ''] = readFileSync(sheet, 'utf8').match(RE_ADDRESS) ?? []
    return createRequire(sheet).resolve(address)
  }
  return {
    file,
    faces: (address) =>
      readFileSync(sheet, 'utf8')
        .replace(RE_COMMENT, '')
        .replace(RE_SPACE, ' ')
        .replace(RE_ADDRESS, () => address),
    font(signs) {
      const text = signs.join('')
      const font = made.get(text) ?? subset(file(), text)
      made.set(text, font)
      return font
    },
  }
}

// Matches the address of the whole font in its style sheet.
const RE_ADDRESS = /(?<=url\(")[^"]+/g

// Matches its comments, and the space between its words.
const RE_COMMENT = /\/\*.*?\*\//gs
const RE_SPACE = /\s+/g

async function subset(file: string, text: string): Promise<Uint8Array> {
  // Few cases need it: the others need not load it.
  const { default: subsetFont } = await import('subset-font')
  return subsetFont(readFileSync(file), text, { targetFormat: 'woff2' })
}
