/**
 * What stands in for a font while it is on its way: a font that systems have, made as high and as wide. So
 * nothing moves when the font comes.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { versionOf } from '../paths/packages.ts'
import { keepValueNow, readValue } from '../store/values.ts'
import { keptFace } from './font-face.ts'
import type { FontFace, readTheme } from './index.ts'

/** Fonts of systems by their names, and how wide the sample is in them, em: regular and bold. */
const STAND_INS = {
  'sans-serif': [
    { names: ['Arial', 'Liberation Sans', 'Helvetica'], weights: '1 599', at: 400, width: 50.693 },
    { names: ['Arial Bold', 'Liberation Sans Bold'], weights: '600 900', at: 700, width: 54.677 },
  ],
  serif: [
    { names: ['Times New Roman', 'Liberation Serif'], weights: '1 599', at: 400, width: 46.46 },
    {
      names: ['Times New Roman Bold', 'Liberation Serif Bold'],
      weights: '600 900',
      at: 700,
      width: 48.916,
    },
  ],
} as const

/** Words as cases have them: what counts is how often which letter comes. */
const SAMPLE =
  'We aim to provide an initial case for investment to help people who join up services, and to say what we know of it.'

/** Of a font at 1 em. */
interface Size {
  readonly ascent: number
  readonly descent: number
  readonly gap: number
  /** Of the sample: regular and bold. */
  readonly widths: readonly number[]
}

/** The style sheet of a theme, with faces that stand in for its fonts, behind these in each list of fonts. */
export function withFallbacks(
  css: string,
  theme: ReturnType<typeof readTheme>,
  store: string,
): string {
  return [theme, ...(theme.headings ? [theme.headings] : [])].reduce(
    (sheet, { family, generic, faces: [face] }) => {
      if (!face) return sheet
      const own = `${family} Fallback`
      const listed = sheet.replaceAll(`"${family}",`, (name) => `${name} "${own}",`)
      return listed + facesOf(own, { generic, face, store })
    },
    css,
  )
}

function facesOf(
  family: string,
  { generic, face, store }: { generic: keyof typeof STAND_INS; face: FontFace; store: string },
): string {
  const { ascent, descent, gap, widths } = sizeOf(face, store)
  const range = face.range === undefined ? '' : `unicode-range:${face.range};`
  const rules = STAND_INS[generic].map(({ names, weights, width }, at) => {
    const adjust = (widths[at] ?? width) / width
    const percent = (share: number) => `${(100 * share).toFixed(2)}%`
    const sources = names.map((name) => `local("${name}")`).join(',')
    return (
      `@font-face{font-family:"${family}";src:${sources};font-weight:${weights};${range}` +
      `size-adjust:${percent(adjust)};ascent-override:${percent(ascent / adjust)};` +
      `descent-override:${percent(descent / adjust)};line-gap-override:${percent(gap / adjust)}}`
    )
  })
  return `@layer base{${rules.join('')}}`
}

/** Kept, since what reads fonts takes as long to load as a case to read. */
function sizeOf(face: FontFace, store: string): Size {
  const bytes = readFileSync(face.file)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const about = ['stand-in', hash, face.weights, SAMPLE, versionOf('fontkit')]
  const which = { store, kind: 'widths', about } as const
  const known = readValue<Size>(which)
  if (known) return known
  const { create }: typeof import('fontkit') = createRequire(import.meta.url)('fontkit')
  const font = create(bytes)
  if (!('ascent' in font)) throw new Error(`Expected one font in ${face.file}`)
  const { ascent, descent, lineGap, unitsPerEm } = font
  const letters = keptFace(face, store)
  const widthAt = (weight: number) =>
    [...SAMPLE].reduce(
      (sum, letter) => sum + letters.advance(letter.codePointAt(0) ?? 0, weight),
      0,
    )
  const size: Size = {
    ascent: ascent / unitsPerEm,
    descent: -descent / unitsPerEm,
    gap: lineGap / unitsPerEm,
    widths: STAND_INS['sans-serif'].map(({ at }) => widthAt(at)),
  }
  keepValueNow(which, size)
  return size
}
