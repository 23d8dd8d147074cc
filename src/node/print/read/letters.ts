/** Which letters the codes of a font stand for, as its ToUnicode map says (ISO 32000-1, 9.10.3). */
import type { PDFObject } from 'pdf-lib'
import { asDict, bytesIn, nameIn } from './objects.ts'

/** Reads what is shown in a font. */
export interface FontLetters {
  /** The text of a string; a code without a letter is left out. */
  readonly read: (bytes: Uint8Array) => string
  /** The code of a space in hexadecimal; absent where the font has none. */
  readonly space?: string
}

/** One for each font, since a page names the same one again and again. */
const known = new WeakMap<PDFObject, FontLetters>()

/** What tells the letters of a font's codes; undefined for what is no font. */
export function lettersOf(object: PDFObject | undefined): FontLetters | undefined {
  const font = asDict(object)
  if (!font) return undefined
  const before = known.get(font)
  if (before) return before
  const width = nameIn(font, 'Subtype') === 'Type0' ? 2 : 1
  const map = mapIn(Buffer.from(bytesIn(font, 'ToUnicode') ?? []).toString('latin1'))
  const space = [...map].find(([, letter]) => letter === ' ' || letter === '\u00a0')?.[0]
  const letters: FontLetters = {
    read: (bytes) =>
      codesIn(bytes, width)
        .map((code) => map.get(code) ?? '')
        .join(''),
    ...(space !== undefined && { space: space.toString(16).padStart(2 * width, '0') }),
  }
  known.set(font, letters)
  return letters
}

function codesIn(bytes: Uint8Array, width: number): readonly number[] {
  const codes: number[] = []
  for (let at = 0; at + width <= bytes.length; at += width)
    codes.push(width === 1 ? (bytes[at] ?? 0) : ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0))
  return codes
}

/** `beginbfchar <03> <0041> endbfchar`, `beginbfrange <05> <08> <0043> endbfrange` */
const RE_BLOCK = /beginbf(char|range)([\s\S]*?)endbf/g
const RE_PAIR = /<([\da-f]+)>\s*<([\da-f]+)>/gi
const RE_RANGE = /<([\da-f]+)>\s*<([\da-f]+)>\s*(?:<([\da-f]+)>|\[([^\]]*)\])/gi

function mapIn(map: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>()
  for (const [, kind, block = ''] of map.matchAll(RE_BLOCK)) {
    if (kind === 'char')
      for (const [, code = '', to = ''] of block.matchAll(RE_PAIR))
        letters.set(Number.parseInt(code, 16), letterOf(to))
    else for (const range of block.matchAll(RE_RANGE)) addRange(letters, range)
  }
  return letters
}

/** From the first code to the last: letters that follow one another, or one by one in brackets. */
function addRange(
  letters: Map<number, string>,
  [, from = '', to = '', first, list]: RegExpExecArray,
) {
  const [start, end] = [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  const each = list?.match(/[\da-f]+/gi)
  for (let code = start; code <= Math.min(end, start + 0xff_ff); code += 1) {
    const letter = each ? letterOf(each[code - start] ?? '') : letterOf(first ?? '')
    const by = each ? 0 : code - start
    const point = (letter.codePointAt(0) ?? 0) + by
    if (letter !== '') letters.set(code, by === 0 ? letter : String.fromCodePoint(point))
  }
}

/** UTF-16BE in hexadecimal. */
function letterOf(hex: string): string {
  const units = hex.match(/.{4}/g) ?? []
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)))
}
