/** Brackets that say "internal": `(internal)`, `[team only]`, `（internal）`. */
import type { Meanings } from '../model/audience.ts'
import { ACCESS_WORDS } from '../syntax/conventions/bracket-words.ts'
import {
  RE_BETWEEN,
  type Secrecy,
  secrecyInBracket,
  secrecyOfStretch,
} from '../syntax/conventions/secrecy.ts'
import { foldLetters } from '../text/letters.ts'
import type { Unmasked } from '../text/unmask.ts'
import type { Marker } from './marker.ts'

// Matches "(", "[", "（", "【" and what follows, up to the next bracket of any kind.
const RE_OPEN = /[\p{Ps}＜]([^\p{Ps}\p{Pe}＜＞]{1,120})|<([^<>\n"'=\p{Ps}\p{Pe}]{3,60})(?=>)/gu
// Matches the blank line that ends a paragraph, in a quote too.
const RE_BLANK = /\n[ \t>]*\n/

/**
 * Finds such brackets.
 * @param source the text as its writer wrote it, for the words of the findings
 * @param brackets what the case says that words in brackets mean
 */
export function bracketMarkers(
  { text, offsetOf }: Unmasked,
  source: string,
  brackets: Meanings = {},
): readonly Marker[] {
  const told = toldInside(brackets)
  return [...text.matchAll(RE_OPEN)].flatMap(({ index, 1: round, 2: inside = round ?? '' }) => {
    const [words = ''] = inside.split(RE_BLANK)
    const end = index + 1 + words.length
    const close = text[end] ?? ''
    const isClosed = /[\p{Pe}＞>]/u.test(close)
    // What is never closed ends where its sentence does: "Decision 4 (internal: We wait".
    const said = /[\p{Ps}\p{Pe}>]/u.test(close) ? words : (words.split(/[:.\n]/)[0] ?? '')
    const secrecy = told.has(foldLetters(said)) ? INSIDE : readSaid(said)
    const around = {
      before: text.slice(Math.max(0, index - 200), index),
      // Another bracket within ends what it says.
      after: /\p{Ps}/u.test(close) ? '' : text.slice(end + 1, end + 24),
    }
    if (!secrecy || isNoBracket(text[index] ?? '', said, around)) return []
    if (!counts(secrecy, around)) return []
    const [from, to] = [offsetOf(index), offsetOf(end) + (isClosed ? close.length : 0)]
    return [{ start: from, words: source.slice(from, to).replace(/\s+/g, ' ').trim(), secrecy }]
  })
}

const INSIDE: Secrecy = { means: 'internal', how: 'exact', weight: 'inside' }

/** Words that the case itself says keep something inside. */
function toldInside(brackets: Meanings): ReadonlySet<string> {
  const inside = Object.entries(brackets).filter(([, meaning]) => meaning === 'internal')
  return new Set(inside.map(([words]) => foldLetters(words)))
}

/** Whole, or one of its parts; both sides of what is "internal and external" are meant. */
function readSaid(words: string): Secrecy | undefined {
  if (RE_ADDRESS.test(words)) return undefined
  const parts = words.split(RE_BETWEEN)
  const stretch = secrecyOfStretch(words)
  const isMeant = stretch?.how === 'exact' && stretch.weight !== 'label'
  const whole = secrecyInBracket(words) ?? (isMeant ? stretch : undefined)
  if (whole || parts.length < 2) return whole
  if (parts.some((part) => RE_OTHER_SIDE.test(foldLetters(part)))) return undefined
  const found = parts.map((part) => secrecyInBracket(part, true)).find((one) => one !== undefined)
  const [first, ...rest] = parts.map((part) => secrecyInBracket(part))
  return found ?? (rest.every((one) => one !== undefined) ? first : undefined)
}

// Matches where a link leads: "https://example.org".
const RE_ADDRESS = /^[a-z]{2,9}:\/\/\S+$/
// Matches "external", "external users".
const RE_OTHER_SIDE = /\b(?:external|outside)/

interface Around {
  readonly before: string
  readonly after: string
}

// Matches what makes a link of square brackets: "](https://…", "][", and "]: https://" of a definition.
const RE_LINK = /^(?:[([]|:[ \t]*(?:https?:|mailto:|[#/<.]))/

/** A link, the sign of a footnote, the name of a button, or the short name of what stands before it. */
function isNoBracket(open: string, said: string, { before, after }: Around): boolean {
  if (open === '[' && (RE_LINK.test(after) || said.startsWith('^'))) return true
  // "Press [Delete]": the name of a key or a button.
  if (RE_KEY.test(before)) return true
  // "a non-disclosure agreement (NDA)"
  const initials = before.split(/[\s-]+/).map((word) => word[0] ?? '')
  return RE_SHORT.test(said) && initials.join('').toUpperCase().endsWith(said)
}

const RE_SHORT = /^[A-Z]{2,5}$/
const RE_KEY = /\b(?:press|click|choose|select|tap|hit|buttons?|keys?)\s+$/i

// Matches where a block or a sentence starts, behind the marks of lines.
const RE_START = /(?:^|\n|[.!?:|]\s)[ \t>#\d.)*+-]*$/
// Matches where a sentence, cell or block ends, or goes on behind a thing: "We pay 40 (secret) and wait".
const RE_END =
  /^[^\S\n]*(?:[.,;:：!?…|<"”’'\])]|[–—-]\s|\n|$|(?:and|or|but|is|are|was|were|will|would|can|may|must|should|has|have|had|in|on|at|to|for|from|by|with|of|as|that|which|who|when|because|since|so|if|than|until|before|after|per|we|they|it)\b)/i
// Matches what a describing word follows: "a (private) clinic".
const RE_DESCRIBED =
  /(?:^|[^\p{L}])(?:an?|the|our|their|its|your|his|her|any|some|no|every|each|of|and|or|more|most|very|free|in|by|with|for|to)\s*$/iu

/** Whether it is a marker: words of secrecy are, but for those that describe what follows. */
function counts({ weight, means }: Secrecy, { before, after }: Around): boolean {
  if (means in ACCESS_WORDS && RE_EVIDENCE.test(before)) return false
  if (weight === 'inside' || weight === 'marking') return true
  const line = before.split('\n').at(-1) ?? ''
  if (RE_HEADING.test(line) || RE_START.test(before.slice(-40))) return true
  if (RE_END.test(after)) return true
  return weight === 'label' && !RE_DESCRIBED.test(before.slice(-20))
}

// Matches what names evidence, whose access a bracket may say: "Evidence 3a (".
const RE_EVIDENCE = /\bevidence\s+\d{1,4}[a-z]{0,2}\s*$/i
// Matches the start of a heading.
const RE_HEADING = /^[ \t>]*#{1,6}[ \t]/
