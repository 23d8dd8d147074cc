/**
 * The theme of a build: which file of tokens, and the fonts which that file names. Measuring, drawing
 * and preloading all read the fonts from there, so that a rebranding edits one file.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathOfBrand, type ThemeName } from '../../core/model/themes.ts'
import { sources } from '../paths/index.ts'

/** One `@font-face` of a theme. */
export interface FontFace {
  /** Absolute path of the font's file. */
  readonly file: string
  /** CSS font weights from the lightest to the boldest. */
  readonly weights: readonly [number, number]
  /** Its `unicode-range`; undefined for a face that is asked for every letter. */
  readonly range?: string
}

interface Theme {
  readonly name: ThemeName
  /** Absolute path of its tokens. */
  readonly file: string
  /** Name of its font family. */
  readonly family: string
  /** What kind of font stands in for it. */
  readonly generic: 'serif' | 'sans-serif'
  /** Whether it is dark whatever its reader prefers, but on paper. */
  readonly isDark: boolean
  /** The colours of the page, which browsers give what is around it too. */
  readonly paper: { readonly light: string; readonly dark: string }
  /** In the order in which the browser falls back from one to the next. */
  readonly faces: readonly FontFace[]
  /** The font of headings; absent where it is that of text. */
  readonly headings?: Pick<Theme, 'family' | 'generic' | 'faces'>
  /** Differs where a font differs: drawings are stored under it. */
  readonly mark: string
}

const themes = new Map<ThemeName, Theme>()

/**
 * Reads a theme; once, since its file does not change while a process runs.
 * @throws when its file has no font face, or one names a file that is not installed.
 */
export function readTheme(name: ThemeName): Theme {
  const known = themes.get(name)
  if (known) return known
  const file = pathOfBrand(name) ?? join(sources, 'ui', 'themes', `${name}.css`)
  const css = readFileSync(file, 'utf8')
  const rules = [...css.matchAll(RE_FONT_FACE)].map(([, body = '']) => body)
  const named = Map.groupBy(rules, (rule) => RE_FAMILY.exec(rule)?.[1])
  const [[family, own] = [], [second, others] = []] = [...named]
  const facesOf = (all: readonly string[] = []) => all.map((rule) => readFace(rule, file))
  const faces = facesOf(own)
  if (family === undefined) throw new Error(`Expected a font face in ${file}`)
  const hash = createHash('sha256').update(family)
  for (const face of faces) hash.update(readFileSync(face.file)).update(face.range ?? '')
  const generic = RE_SERIF.test(css) ? 'serif' : 'sans-serif'
  const [, light, dark] = RE_PAPER.exec(css) ?? []
  if (!light || !dark) throw new Error(`Expected --paper: light-dark(…, …) in ${file}`)
  const mark = hash.digest('hex').slice(0, 16)
  const isDark = RE_DARK.test(css)
  const paper = { light: isDark ? dark : light, dark }
  const headings = second !== undefined && {
    family: second,
    generic: RE_SERIF_HEADINGS.test(css) ? ('serif' as const) : ('sans-serif' as const),
    faces: facesOf(others),
  }
  const theme: Theme = {
    ...{ name, file, family, generic, isDark, paper, faces, mark },
    ...(headings && { headings }),
  }
  themes.set(name, theme)
  return theme
}

function readFace(rule: string, css: string): FontFace {
  const source = RE_SOURCE.exec(rule)?.[1]
  if (source === undefined) throw new Error(`Expected src: url("…") in the font faces of ${css}`)
  const [, least = '400', most = least] = RE_WEIGHTS.exec(rule) ?? []
  const range = RE_RANGE.exec(rule)?.[1]?.replaceAll(/\s+/g, '')
  return {
    file: createRequire(css).resolve(source),
    weights: [Number(least), Number(most)],
    ...(range !== undefined && { range }),
  }
}

/** `@font-face { … }` */
const RE_FONT_FACE = /@font-face\s*\{([^}]*)\}/g

/** `font-family: "Source Serif 4";` */
const RE_FAMILY = /font-family:\s*["']?([^"';]+)/

/** `--font: "Source Serif 4", Georgia, serif;` */
const RE_SERIF = /--font:[^;]*,\s*serif;/
const RE_SERIF_HEADINGS = /--font-headings:[^;]*,\s*serif;/

/** `--paper: light-dark(#fbfaf6, #14161a);` */
const RE_PAPER = /--paper:\s*light-dark\(([^,]+),\s*([^)]+)\)/

/** `color-scheme: dark;`, and not what print or readers ask for. */
const RE_DARK = /color-scheme: dark;/

/** `src: url("@fontsource-variable/…/latin-wght-normal.woff2")` */
const RE_SOURCE = /src:\s*url\(["']?([^"')]+)/

/** `font-weight: 200 800;` */
const RE_WEIGHTS = /font-weight:\s*(\d+)(?:\s+(\d+))?/

/** `unicode-range: U+0000-00FF, U+0131;` */
const RE_RANGE = /unicode-range:\s*([^;]+)/
