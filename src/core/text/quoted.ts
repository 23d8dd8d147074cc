/** What someone said, inside a paragraph: it stays whole, with who said it, or is visibly shortened. */
import { shorten } from './phrases.ts'
import { remember } from './remember.ts'
import { sentencesOf } from './sentences.ts'

/** The longest quotation that is shown in one piece, in characters. */
const WHOLE = 320

// Each matches a quotation and nothing beside it: “…”, "…", « … », „…“, ‘… .’, '… .'
const QUOTED = [
  '“[^“”]+”',
  '(?<![\\p{L}\\p{N}])"(?=\\S)[^"]+(?<=\\S)"(?![\\p{L}\\p{N}])',
  '«[^«»]+»',
  '„[^„“”]+[“”]',
  '(?<![\\p{L}\\p{N}])‘[^‘]+?[.!?…,]’(?!\\p{L})',
  "(?<![\\p{L}\\p{N}])'(?=\\p{Lu})[^']*(?:(?<=\\p{L})'(?=\\p{L})[^']*)*[.!?…,]'(?!\\p{L})",
] as const
// Matches "— P3, parent", "(P3)" and "P3." behind a quotation: who said it.
const SPEAKER =
  '\\s*(?:(?:[—–]|--?\\s)\\s*[^.!?\\n“"«„]{2,60}|\\([^()\\n]{1,60}\\)|(?:P|[Pp]articipant|[Ii]nterviewee|[Rr]espondent|[Uu]ser)\\s?\\d+\\b[^.!?\\n“"«„]{0,40})(?:[.](?=\\s|$))?'
const RE_QUOTED = new RegExp(`(?<quote>${QUOTED.join('|')})(?<by>${SPEAKER})?`, 'gu')

/** The sentences of a paragraph as they are shown: none ends within a quotation, or before its speaker. */
export const shownSentences = remember((text): readonly string[] => {
  const said = [...text.matchAll(RE_QUOTED)].filter(([whole]) => whole.length <= WHOLE)
  const shown: string[] = []
  let end = 0
  let isOpen = false
  for (const sentence of sentencesOf(text)) {
    if (isOpen) shown.splice(-1, 1, shown.at(-1) + sentence)
    else shown.push(sentence)
    end += sentence.length
    isOpen = said.some(({ 0: whole, index }) => index < end && end < index + whole.length)
  }
  return shown
})

/** Whether a place in a text, by its 0-based index, is within what someone said. */
export function isQuotedAt(text: string, at: number): boolean {
  return [...text.matchAll(RE_QUOTED)].some(
    ({ index, groups }) => index < at && at < index + (groups?.['quote'] ?? '').length,
  )
}

/** What is shown where there is little room. */
interface Opening {
  readonly text: string
  /** Whether more follows. */
  readonly isCut: boolean
  /** Whether the text has been cut within what someone said. */
  readonly isQuoteCut: boolean
}

/**
 * The first sentence of a text on one line, with dots where it is cut: for places with little room.
 * Of a quotation that is too long, as much as fits, closed, with its speaker.
 *
 * @param length how many characters there is room for
 */
export function opening(text: string, length: number): Opening {
  const [first = '', ...others] = shownSentences(text)
  const whole = first.replace(/\s+/g, ' ').trim()
  const quote = [...text.matchAll(RE_QUOTED)].find(
    ({ 0: said, index }) =>
      index < first.length && index + said.length > Math.min(first.trimEnd().length, length),
  )
  if (!quote) {
    const isCut = others.length > 0 || whole.length > length
    return { text: shorten(whole, length), isCut, isQuoteCut: false }
  }
  const { quote: said = '', by = '' } = quote.groups ?? {}
  const before = text.slice(0, quote.index)
  const room = Math.max(length - before.length - by.length, 40)
  const cut = shorten(said, room)
  const isQuoteCut = cut !== said.replace(/\s+/g, ' ').trim()
  const shown = `${before}${cut}${isQuoteCut ? said.at(-1) : ''}${by}`
  return { text: shown.replace(/\s+/g, ' ').trim(), isCut: true, isQuoteCut }
}
