/** The widths of a font's letters. */
import type { ThemeName } from '../../core/model/themes.ts'
import { withoutEmoji } from '../../core/text/emoji.ts'
import type { Measure } from '../../core/text/measure.ts'
import { remember } from '../../core/text/remember.ts'
import { type Face, keptFace } from './font-face.ts'
import { readTheme } from './index.ts'

/** How wide a text is: as a measure says, without its pictures. */
type Widths = (...of: Parameters<Measure>) => number

/**
 * The widths of a theme's font; later calls return the same function. Kerning is that of the regular
 * weight: bold text is measured up to 1 % too wide, and never noticeably too narrow.
 * @param store keeps what was read in font files
 * @throws when the font's package is not installed.
 */
export function fontWidths({ theme, store }: { theme: ThemeName; store: string }): Widths {
  return widthsFrom(store)(theme)
}

const widthsFrom = cached((store: string) =>
  cached((theme: ThemeName): Widths => {
    const { faces, headings } = readTheme(theme)
    const open = (of: typeof faces) => widthsIn(of.map((face) => keptFace(face, store)))
    const ofText = open(faces)
    if (!headings) return ofText
    const ofHeadings = open(headings.faces)
    return (text, size, weight) => {
      const wide = ofText(text, size, weight)
      return weight < BOLD ? wide : Math.max(wide, ofHeadings(text, size, weight))
    }
  }),
)

/** What is so heavy may be a heading, or bold words in a text: the wider of both fonts counts. */
const BOLD = 650

/** Widths in em of what no face has: a system font will stand in, so take a wide guess. */
const UNKNOWN = 1
/** Letters of an alphabet are narrower, by and large. */
const OF_ALPHABET = 0.75
const RE_ALPHABET = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Greek}\p{Script=Cyrillic}]/u
const PICTOGRAM = 1.4

/** Width in em of an emoji in the font of emoji, and of nearly all in the fonts of systems. */
const EMOJI = 1.28

const RE_PICTOGRAM = /\p{Extended_Pictographic}/u

/** Combining marks, joiners, variation selectors. */
const RE_INVISIBLE = /[\p{Mn}\p{Me}\p{Cf}]/u

/** What one character is at one weight. */
interface Letter {
  readonly codePoint: number
  readonly face: Face | undefined
  readonly advance: number
}

function widthsIn(faces: readonly Face[]): Widths {
  const letterOf = cached((weight: number) =>
    cached((char: string) => readLetter(faces, char, weight)),
  )
  const kerningOf = cached((pair: string) => readKerning(faces, pair))
  const emsOf = cached((weight: number) =>
    remember((text) => {
      const letters = letterOf(weight)
      const { rest, emoji } = withoutEmoji(text)
      let ems = emoji * EMOJI
      let before = ''
      for (const char of rest.normalize('NFC')) {
        ems += letters(char).advance
        if (before !== '') ems += kerningOf(before + char)
        before = char
      }
      return ems
    }),
  )
  return (text, size, weight) => emsOf(weight)(text) * size
}

function readLetter(faces: readonly Face[], char: string, weight: number): Letter {
  // A character of a string always has a code point.
  const codePoint = char.codePointAt(0) as number
  const face = ofWeight(faces, weight).find((candidate) => candidate.has(codePoint))
  const advance = face ? face.advance(codePoint, weight) : guess(char)
  return { codePoint, face, advance }
}

/**
 * The faces that a browser takes for a weight: those that have it, else the nearest, heavier ones first
 * for what is heavier than text (CSS Fonts 4, 5.2).
 */
function ofWeight(faces: readonly Face[], weight: number): readonly Face[] {
  const heavier = weight > 500
  const away = ({ weights: [lightest, boldest] }: Face): number => {
    if (weight >= lightest && weight <= boldest) return 0
    const isHeavier = lightest > weight
    return Math.abs(weight - (isHeavier ? lightest : boldest)) + (isHeavier === heavier ? 0 : FAR)
  }
  const nearest = Math.min(...faces.map(away))
  return faces.filter((face) => away(face) === nearest)
}

/** More than weights are apart. */
const FAR = 1000

function readKerning(faces: readonly Face[], pair: string): number {
  const [left, right] = [...pair].map((char) => readLetter(faces, char, REGULAR))
  if (!left?.face || !right || left.face !== right.face) return 0
  return left.face.kerning(left.codePoint, right.codePoint)
}

function guess(char: string): number {
  if (RE_INVISIBLE.test(char)) return 0
  if (RE_ALPHABET.test(char)) return OF_ALPHABET
  return RE_PICTOGRAM.test(char) ? PICTOGRAM : UNKNOWN
}

/** The weight at which the files' own widths and kerning are stored. */
const REGULAR = 400

/** Remembers what a function returned for each argument. */
export function cached<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = make(key)
    known.set(key, value)
    return value
  }
}
