/** What is in a font file, and the files that browsers load in its place. Damaged ones may never be read to their end. */
import { create, type Font } from 'fontkit'
import subsetFont from 'subset-font'
import type { BrandFont } from '../../core/brand/sheet.ts'
import { plainName } from './font-name.ts'
import type { FontOrder, FontRead } from './font-reader.ts'
import { hasSoundTables } from './font-tables.ts'

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

/** What of Panose tells of a face with serifs: https://monotype.github.io/panose/pan2.htm. */
const LATIN_TEXT = 2
const SERIFS = [2, 10] as const

/** Bytes: fonts of Chinese and Japanese may be larger, and take minutes to cut. */
const LARGEST = 5e6

/** Reads what a font file is, or says why it is of no use. */
function aboutFont(bytes: Buffer): FontAbout | { readonly why: string } {
  if (bytes.length > LARGEST) return { why: 'font of more than 5 MB, expected a smaller one' }
  if (!hasSoundTables(bytes)) return { why: DAMAGED }
  const font = opened(bytes)
  if (!font) return { why: NO_FONT }
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
    // The last one of some tables means nothing.
    codePoints: font.characterSet.filter((one) => font.hasGlyphForCodePoint(one)),
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

const NO_FONT = 'file that is no font, expected one in WOFF2, WOFF, TTF or OTF'
const DAMAGED = 'font that is damaged, expected another copy of it'

/** What the file is, and the files to load in its place: two, so that pages load first what nearly all words need. */
export async function readFont({ bytes, isWhole }: FontOrder): Promise<FontRead> {
  const about = aboutFont(bytes)
  if ('why' in about) return about
  const { codePoints, pinned, ...rest } = about
  if (isWhole) return isSound(bytes, codePoints) ? { ...rest, cuts: [] } : { why: DAMAGED }
  const isLatin = inRanges(LATIN)
  const parts = [
    [LATIN, codePoints.filter(isLatin)],
    [others(LATIN), codePoints.filter((one) => !isLatin(one))],
  ] as const
  const cuts: { readonly range: string; readonly bytes: Uint8Array }[] = []
  for (const [range, letters] of parts) {
    if (letters.length === 0) continue
    const text = letters.map((one) => String.fromCodePoint(one)).join('')
    const cut = await subsetFont(bytes, text, { targetFormat: 'woff2', variationAxes: pinned })
    if (!isSound(cut, letters)) return { why: DAMAGED }
    cuts.push({ range, bytes: cut })
  }
  return { ...rest, cuts }
}

/** These letters of a font, as TrueType. */
export async function cutLetters(
  bytes: Buffer,
  letters: string,
): Promise<{ readonly cut: Uint8Array } | { readonly why: string }> {
  if (!hasSoundTables(bytes)) return { why: DAMAGED }
  return { cut: await subsetFont(bytes, letters, { targetFormat: 'truetype' }) }
}

/** Whether a file has all these letters, and each has a width. */
function isSound(bytes: Uint8Array, letters: readonly number[]): boolean {
  const font = opened(Buffer.from(bytes))
  if (!font || !(font.unitsPerEm >= 16 && font.unitsPerEm <= 16_384)) return false
  return letters.every((one) => {
    const wide = font.hasGlyphForCodePoint(one) && font.glyphForCodePoint(one).advanceWidth
    return wide !== false && wide >= 0 && wide <= WIDEST * font.unitsPerEm
  })
}

/** Em: ﷽ is wider than any other letter. */
const WIDEST = 20

/** Letters that are loaded first, as Google Fonts cuts them: those of Western Europe, and what typesetting needs. */
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'

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
function others(ranges: string): string {
  const hex = (number: number) => number.toString(16).toUpperCase().padStart(4, '0')
  const numbers = numbersOf(ranges)
  return numbers
    .map(([, to], index) => {
      const next = numbers[index + 1]?.[0] ?? 0x110000
      return `U+${hex(to + 1)}-${hex(next - 1)}`
    })
    .join(',')
}
