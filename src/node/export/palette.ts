/** The look of the site as office files take it: its colours on light paper, and its font. */
import { readFileSync } from 'node:fs'
import type { BuiltInKind } from '../../core/model/kinds.ts'
import { readTheme, themeOfBuild } from '../read/theme.ts'

/** The theme's own font, and the one that every office machine has in its place. */
export const FONTS = {
  get named(): string {
    return readTheme(themeOfBuild()).family
  },
  get generic(): 'serif' | 'sans-serif' {
    return readTheme(themeOfBuild()).generic
  },
  get fallback(): string {
    return FALLBACKS[FONTS.generic].name
  },
  /** Digits by which programs find a font that resembles a missing one: those of the fallback. */
  get panose(): string {
    return FALLBACKS[FONTS.generic].panose
  },
  code: 'Courier New',
}

const FALLBACKS = {
  'sans-serif': { name: 'Arial', panose: '020B0604020202020204' },
  serif: { name: 'Times New Roman', panose: '02020603050405020304' },
} as const

/** Colours by name, six hexadecimal digits each. */
export type Palette = Readonly<Record<string, string>>

// Matches "--ink: light-dark(#16181d, #eceae4);" and short colours such as "#fff".
const RE_COLOUR = /--([a-z-]+):\s*light-dark\(#([0-9a-f]{3,6}),/g

/** Reads the theme's one file, which a team edits to rebrand. */
export function readPalette(): Palette {
  const css = readFileSync(readTheme(themeOfBuild()).file, 'utf8')
  return Object.fromEntries(
    [...css.matchAll(RE_COLOUR)].map(([, name = '', digits = '']) => [name, whole(digits)]),
  )
}

/** A colour by its name; black where the tokens lack it. */
export function colour(palette: Palette, name: string): string {
  return palette[name] ?? '000000'
}

/** The hue of a kind; ink for one without. */
export function hueOf(palette: Palette, kind: BuiltInKind): string {
  return palette[kind] ?? colour(palette, 'ink')
}

function whole(digits: string): string {
  const long = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits
  return long.toUpperCase()
}
