/** Brackets that say "internal": `(internal)`, `[team only]`, `（internal）`. */
import { ACCESS_WORDS } from '../syntax/conventions/bracket-words.ts'
import { RE_BETWEEN, type Secrecy, secrecyOf } from '../syntax/conventions/secrecy.ts'
import { foldLetters } from '../text/letters.ts'
import type { Unmasked } from '../text/unmask.ts'
import type { Marker } from './marker.ts'

// Matches "(", "[", "（", "【" and what follows, up to the next bracket of any kind.
const RE_OPEN = /[\p{Ps}＜]([^\p{Ps}\p{Pe}＜＞]{1,120})/gu
// Matches the blank line that ends a paragraph, in a quote too.
const RE_BLANK = /\n[ \t>]*\n/

/** @param source the text as its writer wrote it, for the words of the findings */
export function bracketMarkers({ text, offsetOf }: Unmasked, source: string): readonly Marker[] {
  return [...text.matchAll(RE_OPEN)].flatMap(({ index, 1: inside = '' }) => {
    const [words = ''] = inside.split(RE_BLANK)
    const end = index + 1 + words.length
    const close = text[end] ?? ''
    const isClosed = /[\p{Pe}＞]/u.test(close)
    // What is never closed ends where its sentence does: "Decision 4 (internal: We wait".
    const said = /[\p{Ps}\p{Pe}]/u.test(close) ? words : (words.split(/[:.\n]/)[0] ?? '')
    const secrecy = readSaid(said)
    const isBracket = {
      before: text.slice(Math.max(0, index - 200), index),
      after: text.slice(end + 1, end + 12),
    }
    if (!secrecy || isLink(text[index] ?? '', isBracket)) return []
    if (!counts(secrecy, isBracket)) return []
    const [from, to] = [offsetOf(index), offsetOf(end) + (isClosed ? close.length : 0)]
    return [{ start: from, words: source.slice(from, to).replace(/\s+/g, ' ').trim(), secrecy }]
  })
}

/** Whole, or one of its parts; both sides of what is "internal and external" are meant. */
function readSaid(words: string): Secrecy | undefined {
  const parts = words.split(RE_BETWEEN)
  const whole = secrecyOf(words)
  if (whole || parts.length < 2) return whole
  if (parts.some((part) => RE_OTHER_SIDE.test(foldLetters(part)))) return undefined
  return parts.map(secrecyOf).find((one) => one !== undefined)
}

// Matches "external", "external users".
const RE_OTHER_SIDE = /\b(?:external|outside)/

interface Around {
  readonly before: string
  readonly after: string
}

// Matches what makes a link of square brackets: "](https://…", "][", and "]: https://" of a definition.
const RE_LINK = /^(?:[([]|:[ \t]*(?:https?:|mailto:|[#/<.]))/

function isLink(open: string, { after }: Around): boolean {
  return open === '[' && RE_LINK.test(after)
}

// Matches where a block or a sentence starts, behind the marks of lines.
const RE_START = /(?:^|\n|[.!?:|]\s)[ \t>#\d.)*+-]*$/
// Matches where a sentence, cell or block ends.
const RE_END = /^[^\S\n]*(?:[.,;:：!?…|<"”’'\])]|[–—-]\s|\n|$)/

/** Whether it is a marker: words of secrecy are, where nothing of their sentence follows. */
function counts({ weight, means }: Secrecy, { before, after }: Around): boolean {
  if (means in ACCESS_WORDS && RE_EVIDENCE.test(before)) return false
  if (weight === 'inside' || weight === 'marking') return true
  const line = before.split('\n').at(-1) ?? ''
  if (weight === 'label') return RE_HEADING.test(line)
  return RE_HEADING.test(line) || RE_START.test(before.slice(-40)) || RE_END.test(after)
}

// Matches what names evidence, whose access a bracket may say: "Evidence 3a (".
const RE_EVIDENCE = /\bevidence\s+\d{1,4}[a-z]{0,2}\s*$/i
// Matches the start of a heading.
const RE_HEADING = /^[ \t>]*#{1,6}[ \t]/
