/** The look of the site as office files take it: its colours on light paper, and its font. */
import { readFileSync } from 'node:fs'
import { between } from '../../core/brand/contrast.ts'
import { tokensIn } from '../../core/brand/sheet.ts'
import type { BuiltInKind } from '../../core/model/kinds.ts'
import type { ThemeName } from '../../core/model/themes.ts'
import { readTheme } from '../theme/index.ts'

/** A theme's own font, and the one that every office machine has in its place. */
export interface Fonts {
  readonly named: string
  readonly generic: 'serif' | 'sans-serif'
  readonly fallback: string
  /** Digits by which programs find a font that resembles a missing one: those of the fallback. */
  readonly panose: string
  /** Of headings; absent where it is the same. */
  readonly headings?: Fonts
}

/** The fonts of a theme as office programs know them. */
export function fontsOf(theme: ThemeName): Fonts {
  const { headings, ...text } = readTheme(theme)
  const named = ({ family, generic }: Pick<typeof text, 'family' | 'generic'>): Fonts => ({
    ...{ named: family, generic },
    ...FALLBACKS[generic],
  })
  return { ...named(text), ...(headings && { headings: named(headings) }) }
}

const FALLBACKS = {
  'sans-serif': { fallback: 'Arial', panose: '020B0604020202020204' },
  serif: { fallback: 'Times New Roman', panose: '02020603050405020304' },
} as const

/** The font of code, whatever the theme. */
export const CODE_FONT = 'Courier New'

/** Colours by name, six hexadecimal digits each. */
export type Palette = Readonly<Record<string, string>>

/** What is coloured: paper is light, and slides of a dark brand are dark. */
export type Ground = 'slides' | 'paper'

/** The colours of a theme, as all see it who did not ask for more contrast. */
export function readPalette(theme: ThemeName, on: Ground): Palette {
  const { file, isDark } = readTheme(theme)
  const usual = readFileSync(file, 'utf8').split('@media')[0] ?? ''
  const half = isDark && on === 'slides' ? 'dark' : 'light'
  const tokens = [...tokensIn(usual)].map(([name, own]): [string, string] => [
    name,
    (typeof own === 'string' ? own : own[half]).slice(1).toUpperCase(),
  ])
  const palette = Object.fromEntries(tokens)
  const [paper, ink] = ['chapter-paper', 'chapter-ink'].map((name) => `#${colour(palette, name)}`)
  const numeral = between(paper ?? '', ink ?? '', NUMERAL_INK)
  return { ...palette, 'chapter-numeral': numeral.slice(1).toUpperCase() }
}

/** How much of the words' colour the number of a chapter has; layouts/chapter.css has the same. */
const NUMERAL_INK = 0.08

/** A colour by its name; black where the tokens lack it. */
export function colour(palette: Palette, name: string): string {
  return palette[name] ?? '000000'
}

/** The hue of a kind; ink for one without. */
export function hueOf(palette: Palette, kind: BuiltInKind): string {
  return palette[kind] ?? colour(palette, 'ink')
}
