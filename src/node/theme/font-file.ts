/** Font files of a brand: what they are, and the files that browsers load in their place. */
import { create, type Font } from 'fontkit'
import type { BrandFont } from '../../core/brand/sheet.ts'
import { keepBytes } from './brand-store.ts'

/** A font file as a case has it. */
interface FontFile {
  /** From the case folder. */
  readonly name: string
  readonly bytes: Buffer
}

/** Why a font is of no use: what it is, and what was expected. */
export interface FontFault {
  readonly name: string
  readonly why: string
}

/** Of a file: the family and the weights that it is of. */
interface FontAbout {
  readonly family: string
  /** Undefined where it does not say. */
  readonly generic: BrandFont['generic'] | undefined
  /** CSS font weights from the lightest to the boldest. */
  readonly weights: readonly [number, number]
  readonly codePoints: readonly number[]
  /** What else varies than the weight, at what the font takes for usual: widths are measured there. */
  readonly pinned: Readonly<Record<string, number>>
}

// Matches what a name in a style sheet may hold, whoever made the font.
const RE_NO_NAME = /[^\p{L}\p{N} ._-]/gu

/** The name of a font as a style sheet may hold it. */
export function plainName(family: string): string {
  return family.replace(RE_NO_NAME, ' ').trim()
}

/** What of Panose tells of a face with serifs: https://monotype.github.io/panose/pan2.htm. */
const LATIN_TEXT = 2
const SERIFS = [2, 10] as const

/** Bytes: fonts of Chinese and Japanese may be larger, and take minutes to cut. */
const LARGEST = 5e6

/** Reads what a font file is, or says why it is of no use. */
export function aboutFont(bytes: Buffer): FontAbout | { readonly why: string } {
  if (bytes.length > LARGEST) return { why: 'font of more than 5 MB, expected a smaller one' }
  const font = opened(bytes)
  if (!font) return { why: 'file that is no font, expected one in WOFF2, WOFF, TTF or OTF' }
  const about = font['OS/2']
  const axis = font.variationAxes.wght
  // Without this table nobody knows how wide letters are at other weights.
  if (axis && !('HVAR' in tablesOf(font)))
    return { why: 'variable font without widths (HVAR), expected a file for each weight' }
  if (font.italicAngle !== 0 || about?.fsSelection?.italic)
    return { why: 'slanted font, expected an upright one: no words are slanted' }
  const [kind, serif = 0] = about?.panose ?? []
  const isSerif = kind === LATIN_TEXT && serif >= SERIFS[0] && serif <= SERIFS[1]
  const weight = about?.usWeightClass ?? 400
  return {
    family: plainName(familyOf(font)),
    generic: isSerif ? 'serif' : kind === LATIN_TEXT ? 'sans-serif' : undefined,
    weights: axis ? [axis.min, axis.max] : [weight, weight],
    codePoints: font.characterSet,
    pinned: Object.fromEntries(
      Object.entries(font.variationAxes).flatMap(([name, one]) =>
        one && name !== 'wght' ? [[name, one.default]] : [],
      ),
    ),
  }
}

/** What of a font file `@types/fontkit` leaves out. */
interface Directory {
  readonly directory: { readonly tables: object }
  readonly name: { readonly records: Readonly<Record<string, Readonly<Record<string, string>>>> }
}

function tablesOf(font: Font): object {
  return (font as unknown as Directory).directory.tables
}

/** "Work Sans" of "Work Sans SemiBold": weights beside regular and bold are in a family of their own for old programs. */
function familyOf(font: Font): string {
  const { preferredFamily } = (font as unknown as Directory).name.records
  return preferredFamily?.en ?? font.familyName
}

function opened(bytes: Buffer): Font | undefined {
  try {
    const font = create(bytes)
    // A collection holds several.
    return 'characterSet' in font && font.characterSet.length > 0 ? (font as Font) : undefined
  } catch {
    return undefined
  }
}

/** Letters that are loaded first, as Google Fonts cuts them: those of Western Europe, and what typesetting needs. */
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'

/**
 * The font that some files are: each is cut in two, so that pages load first what nearly all words need.
 * @param store where the cut files are kept
 * @param usual what stands in for a font that does not say of which kind it is
 */
export async function fontOfFiles(
  files: readonly FontFile[],
  store: string,
  usual: BrandFont['generic'],
): Promise<BrandFont | FontFault> {
  const faces: BrandFont['faces'][number][] = []
  let first: FontAbout | undefined
  for (const { name, bytes } of files) {
    const about = aboutFont(bytes)
    if ('why' in about) return { name, why: about.why }
    first ??= about
    if (about.family !== first.family)
      return { name, why: `font "${about.family}", expected files of "${first.family}" alone` }
    faces.push(...(await facesOf(bytes, about, store)))
  }
  const missing = missingWeight(faces.map(({ weights }) => weights))
  if (!first || missing)
    return { name: files[0]?.name ?? '', why: missing ?? 'list without a file, expected one' }
  return { family: first.family, generic: first.generic ?? usual, faces }
}

async function facesOf(
  bytes: Buffer,
  { codePoints, weights, pinned }: FontAbout,
  store: string,
): Promise<BrandFont['faces']> {
  const isLatin = inRanges(LATIN)
  const cut = async (range: string, of: readonly number[]): Promise<BrandFont['faces']> => {
    if (of.length === 0) return []
    const about = { bytes, letters: range }
    const address = await keepBytes(store, about, async () => {
      const { default: subsetFont } = await import('subset-font')
      const text = of.map((one) => String.fromCodePoint(one)).join('')
      return subsetFont(bytes, text, { targetFormat: 'woff2', variationAxes: pinned })
    })
    return [{ address, weights, range }]
  }
  return [
    ...(await cut(LATIN, codePoints.filter(isLatin))),
    ...(await cut(
      rest(LATIN),
      codePoints.filter((one) => !isLatin(one)),
    )),
  ]
}

/** Headings are bold and text is not: a browser would smear one for the other. */
function missingWeight(weights: readonly (readonly [number, number])[]): string | undefined {
  const has = (least: number, most: number) =>
    weights.some(([lightest, boldest]) => lightest <= most && boldest >= least)
  if (!has(300, 500)) return 'font without a weight for text, expected a file of weight 400 too'
  if (!has(600, 900)) return 'font without a bold weight, expected a file of weight 700 too'
  return undefined
}

/** `U+0000-00FF,U+0131` as the numbers of first and last letters. */
function numbersOf(ranges: string): readonly (readonly [number, number])[] {
  return ranges.split(',').map((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })
}

function inRanges(ranges: string): (codePoint: number) => boolean {
  const numbers = numbersOf(ranges)
  return (codePoint) => numbers.some(([from, to]) => codePoint >= from && codePoint <= to)
}

/** All that is not in some ranges. */
function rest(ranges: string): string {
  const hex = (number: number) => number.toString(16).toUpperCase().padStart(4, '0')
  const numbers = numbersOf(ranges)
  return numbers
    .map(([, to], index) => {
      const next = numbers[index + 1]?.[0] ?? 0x110000
      return `U+${hex(to + 1)}-${hex(next - 1)}`
    })
    .join(',')
}
