/** What a box says: the id and the text, or its first words where there is no room for more. */
import { displayText } from '../text/display.ts'

/** Lines of a box where there is no room for more, and where there is. */
const FEWEST_LINES = 2
const MOST_LINES = 8

/** Characters that the id takes, with what a broken word leaves. */
const ID_CHARACTERS = 11

/** How much a label may hold: lines, and the characters that surely fit on one. */
interface Room {
  readonly lines: number
  readonly line: number
}

const LEAST: Room = { lines: FEWEST_LINES, line: 28 }

/** The label of a text in so many lines. */
interface Label {
  readonly id: string
  readonly text: string
  /** Code in it, which stays as typed. */
  readonly code?: readonly string[]
}

/**
 * `('O2', 'Users cannot switch between channels without repetition')` → `O2 Users cannot switch
 * between channels without…` in two lines. Cuts between words, and inside a word only if it is
 * longer than the whole label.
 */
export function boxText({ id, text, code }: Label, room = LEAST): string {
  return [id, displayText(firstWords(text, charactersIn(room)), code)].filter(Boolean).join(' ')
}

/** How many lines a label takes that may have so many. */
export function linesOf({ text }: Label, { lines: most, line }: Room): number {
  const length = lengthOf(text.replace(/\s+/g, ' ').trim())
  const needed = Math.ceil((length + ID_CHARACTERS) / line)
  return Math.max(1, Math.min(needed, most))
}

/**
 * The most lines that labels may have, so that what is set in columns has room.
 * @param hasRoom whether it has if labels have up to so many lines
 */
export function mostLines(hasRoom: (lines: number) => boolean): number {
  for (let lines = MOST_LINES; lines > FEWEST_LINES; lines -= 1) if (hasRoom(lines)) return lines
  return FEWEST_LINES
}

function charactersIn({ lines, line }: Room): number {
  return lines * line - ID_CHARACTERS
}

function firstWords(text: string, most: number): string {
  const words = text.split(/\s+/).filter(Boolean)
  const whole = words.join(' ')
  if (lengthOf(whole) <= most) return whole
  const first = startOf(words, most, ' ')
  const word = words[first.count] ?? ''
  // Chinese and Japanese have no spaces: what does not fit is cut inside.
  const isCut = first.count === 0 || RE_WIDE.test(word)
  const rest = isCut ? startOf(graphemes(word), most - lengthOf(first.text), '').text : ''
  const cut = [first.text, rest].filter(Boolean).join(' ')
  return `${cut.replace(/(?<![\s,;:.–—-])[\s,;:.–—-]+$/u, '')}…`
}

/** As many parts as fit, joined, and how many these are. */
function startOf(
  parts: readonly string[],
  most: number,
  between: string,
): { readonly text: string; readonly count: number } {
  let [text, count] = ['', 0]
  for (const part of parts) {
    const longer = text === '' ? part : text + between + part
    if (lengthOf(longer) > most) break
    text = longer
    count += 1
  }
  return { text, count }
}

/** Characters, of which those of Chinese, Japanese and Korean are twice as wide as others. */
function lengthOf(text: string): number {
  if (RE_PLAIN.test(text)) return text.length
  return graphemes(text).reduce((sum, one) => sum + (RE_WIDE.test(one) ? 2 : 1), 0)
}

const RE_WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** What readers call characters: cutting inside one would break accents and emoji. */
function graphemes(text: string): readonly string[] {
  if (RE_PLAIN.test(text)) return text.split('')
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}

// Matches text of Latin letters, signs and money, of which each is one character: most text, and much faster.
const RE_PLAIN = /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u20a0-\u20bf]*$/

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
