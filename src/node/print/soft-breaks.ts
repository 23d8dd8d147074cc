/**
 * Keeps words apart where a line ends. Chromium leaves out the space at which it breaks a line, so that
 * who reads by tags hears "upgovernment": here a space is painted again behind the last word of a line.
 */
import type { PDFDict } from 'pdf-lib'
import { PDFHexString, PDFString } from 'pdf-lib'
import { type FontLetters, lettersOf } from './read/letters.ts'
import { dictIn } from './read/objects.ts'
import { type Operator, readOperators } from './stream.ts'

/** Pairs of words that follow one another with white space between, as the page says them. */
export type WordPairs = ReadonlySet<string>

/** The pairs of a text: `up government`. */
export function pairsIn(text: string): WordPairs {
  const words = text.split(/\s+/)
  return new Set(
    words.slice(1).flatMap((word, index) => {
      const before = words[index] ?? ''
      // The comma in "office³, that" stands on its own, since the number before it is raised.
      const [sign = before] = RE_SIGNS.exec(before) ?? []
      // A line may have ended within "benefit-cost".
      const [tail = before] = RE_TAIL.exec(before) ?? []
      return [`${before} ${word}`, `${sign} ${word}`, `${tail} ${word}`]
    }),
  )
}

// Matches what of a word stands behind its last hyphen.
const RE_TAIL = /(?<=[-\u2010-\u2015/])[^-\u2010-\u2015/]+$/

// Matches the signs at the end of a word.
const RE_SIGNS = /(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/u

/** Adds the spaces that a page's stream lacks. `resources` name its fonts. */
export function addSpaces(content: string, resources: PDFDict, pairs: WordPairs): string {
  const fonts = fontsIn(resources)
  const lines = linesOf(readOperators(content), fonts)
  let mended = ''
  let from = 0
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    const space = next && isSoftBreak(line, next, pairs) ? spaceAt(line, fonts) : ''
    mended += content.slice(from, line.end) + space
    from = line.end
  }
  return mended + content.slice(from)
}

/** Words on one line of a page. */
interface Line {
  /** What is marked by itself is a piece: a cell, a link, words in bold. Cells of a row share a line. */
  readonly pieces: readonly string[]
  /** Behind the operator that shows its last letters. */
  readonly end: number
  /** Name and size of the font of those letters. */
  readonly font: readonly string[]
}

/** The lines in the order of the stream: a new one begins wherever the pen stands at another height. */
function linesOf(
  operators: readonly Operator[],
  fonts: ReadonlyMap<string, FontLetters>,
): readonly Line[] {
  const lines: Line[] = []
  let font: readonly string[] = []
  let height = ''
  let shown = ''
  let isSame = false
  for (const { name, operands, end } of operators) {
    if (name === 'Tf') font = operands
    if (name === 'Tm')
      height = operands
        .slice(2)
        .filter((_, index) => index !== 2)
        .join(' ')
    if (name === 'Td' && operands[1] !== '0') height += ` ${operands[1]}`
    if (name === 'EMC') isSame = false
    if (name !== 'Tj' && name !== 'TJ') continue
    const letters = fonts.get(font[0] ?? '')
    const text = operands
      .flatMap(bytesOf)
      .map((bytes) => letters?.read(bytes) ?? '')
      .join('')
    const before = shown === height ? (lines.pop()?.pieces ?? []) : []
    const whole = isSame ? before.slice(0, -1) : before
    lines.push({ pieces: [...whole, `${before[whole.length] ?? ''}${text}`], end, font })
    shown = height
    isSame = true
  }
  return lines
}

/**
 * Whether the page has white space between the last word of a line and the first of the next. Where a word
 * is in several pieces, or a cell is, is not known: all that may be that word are asked for.
 */
function isSoftBreak({ pieces }: Line, next: Line, pairs: WordPairs): boolean {
  const ends = pieces.map((_, index) => pieces.slice(index).join(''))
  const starts = next.pieces.map((_, index) => next.pieces.slice(0, index + 1).join(''))
  if (/\s$/.test(ends[0] ?? '') || /^\s/.test(starts.at(-1) ?? '')) return false
  const last = new Set(ends.map((end) => end.split(/\s+/).at(-1)))
  const first = new Set(starts.map((start) => start.split(/\s+/)[0]))
  return [...last].some((end) => [...first].some((start) => pairs.has(`${end} ${start}`)))
}

/** Shows a space in the font of a line; in another of the page where that one has none. */
function spaceAt({ font: [name = '', size = ''] }: Line, fonts: ReadonlyMap<string, FontLetters>) {
  const own = fonts.get(name)?.space
  if (own !== undefined) return ` <${own}> Tj`
  const [other] = [...fonts].filter(([, { space }]) => space !== undefined)
  return other ? ` ${other[0]} ${size} Tf <${other[1].space}> Tj ${name} ${size} Tf` : ''
}

/** The bytes of a string of letters: `(up)`, `<0b>`; nothing of a number or a bracket. */
function bytesOf(operand: string): readonly Uint8Array[] {
  if (operand.startsWith('(')) return [PDFString.of(operand.slice(1, -1)).asBytes()]
  if (/^<[^<]/.test(operand)) return [PDFHexString.of(operand.slice(1, -1)).asBytes()]
  return []
}

function fontsIn(resources: PDFDict): ReadonlyMap<string, FontLetters> {
  const entries = dictIn(resources, 'Font')?.entries() ?? []
  return new Map(
    entries.flatMap(([name, ref]) => {
      const letters = lettersOf(resources.context.lookup(ref))
      return letters ? [[name.asString(), letters] as const] : []
    }),
  )
}
