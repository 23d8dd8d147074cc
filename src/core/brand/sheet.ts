/** The style sheet of a brand: that of the theme which it is like, in its own colours, font and corners. */

import type { Brand } from './theme-yaml.ts'
import type { BrandTokens, ColourPair, Tokens } from './tokens.ts'
import { brandTokens, type Replaced } from './tokens.ts'

/** One `@font-face` of a brand. */
interface BrandFace {
  /** Of its file, as the style sheet names it. */
  readonly address: string
  /** CSS font weights from the lightest to the boldest. */
  readonly weights: readonly [number, number]
  /** Its `unicode-range`; undefined for a face that is asked for every letter. */
  readonly range?: string | undefined
}

/** A font of a brand. */
export interface BrandFont {
  readonly family: string
  readonly generic: 'serif' | 'sans-serif'
  /** In the order in which the browser falls back from one to the next. */
  readonly faces: readonly BrandFace[]
}

/** What words are set in: headings in the font of text where they have none of their own. */
export interface BrandFonts {
  readonly text: BrandFont
  readonly headings?: BrandFont
}

// Matches "@font-face { … }", "--ink: light-dark(#16181d, #eceae4);" and "--pointer: #c1121f;".
const RE_FONT_FACE = /\s*@font-face\s*\{[^}]*\}/g
const RE_COLOUR = /--([\w-]+):\s*(?:light-dark\((#[\da-f]+),\s*(#[\da-f]+)\)|(#[\da-f]+));/g
const RE_STRONG = /@media \(prefers-contrast: more\)[\s\S]*?\n {2}\}/

/**
 * Writes it; what of the brand's colours nobody could read is replaced.
 * @param theme The style sheet of the theme of ours that it is like.
 */
export function brandSheet(
  brand: Brand,
  { text, headings }: BrandFonts,
  theme: string,
): { readonly css: string; readonly replaced: readonly Replaced[] } {
  const [strong = ''] = RE_STRONG.exec(theme) ?? []
  const made = brandTokens(brand, {
    tokens: tokensIn(theme.replace(RE_STRONG, '').replace(RE_PRINT, '')),
    strong: tokensIn(strong),
  })
  const faces = [text, ...(headings ? [headings] : [])]
    .flatMap(({ family, faces }) => faces.map((face) => faceOf(family, face)))
    .join('\n')
  const ofHeadings = headings ? `\n    --font-headings: ${stackOf(headings)};` : ''
  const css = theme
    .replace(RE_FONT_FACE, '')
    .replace('@layer base {', () => `@layer base {\n${faces}`)
    .replace(RE_STRONG, () => withTokens(strong, made.strong))
    .replace(/^[\s\S]*?(?=@media)/, (main) => withTokens(main, made.tokens))
    .replace(/--font: [^;]+;/, () => `--font: ${stackOf(text)};${ofHeadings}`)
    .replace('color-scheme: light dark;', (both) => (made.isDark ? 'color-scheme: dark;' : both))
  return { css: withCorners(css, brand.corner) + marginsOf(brand), replaced: made.replaced }
}

// Matches what is said for paper alone.
const RE_PRINT = /@media print[\s\S]*/

/** The tokens that a part of a style sheet sets, colours as `#rrggbb`. */
export function tokensIn(css: string): Tokens {
  return new Map(
    [...css.matchAll(RE_COLOUR)].map(([, name = '', light, dark, one = '']) => [
      name,
      light && dark ? { light: whole(light), dark: whole(dark) } : whole(one),
    ]),
  )
}

function withTokens(css: string, tokens: BrandTokens['tokens']): string {
  return css.replace(RE_COLOUR, (all, name: string) => {
    const value = tokens.get(name)
    return value === undefined ? all : `--${name}: ${spell(value)};`
  })
}

function spell(value: ColourPair | string): string {
  return typeof value === 'string' ? value : `light-dark(${value.light}, ${value.dark})`
}

/** `#fff` as `#ffffff` */
function whole(colour: string): string {
  return colour.length === 4 ? colour.replace(/[\da-f]/g, '$&$&') : colour
}

function faceOf(family: string, { address, weights, range }: BrandFace): string {
  const letters = range === undefined ? '' : `\n    unicode-range: ${range};`
  return `  @font-face {
    font-family: ${JSON.stringify(family)};
    src: url("${address}") format("woff2");
    font-weight: ${[...new Set(weights)].join(' ')};
    font-display: swap;${letters}
  }`
}

function stackOf({ family, generic }: BrandFont): string {
  const near = generic === 'serif' ? 'Georgia, "Times New Roman"' : '"Helvetica Neue", Arial'
  return `${JSON.stringify(family)}, "Throughline Emoji", ${near}, ${generic}`
}

function withCorners(css: string, corner: number | undefined): string {
  if (corner === undefined) return css
  return css
    .replace(/--radius: [^;]+;/, `--radius: ${corner}px;`)
    .replace(/--radius-large: [^;]+;/, `--radius-large: ${Math.round(corner * 1.5)}px;`)
}

/** The sides of paper as `@page` reads them; `''` where they stay those of each handout. */
function marginsOf({ margins }: Brand): string {
  if (!margins) return ''
  const sides = Object.entries(margins).map(([side, mm]) => `--page-${side}: ${mm}mm`)
  return `@layer base {\n  :root { ${sides.join('; ')} }\n}\n`
}
