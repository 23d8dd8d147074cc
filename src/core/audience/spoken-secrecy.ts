/** Sentences that call this very text secret: `This section is confidential.` They keep nothing inside. */
import { SECRECY } from '../syntax/conventions/secrecy-words.ts'
import { proseOf } from '../syntax/prose-of.ts'
import { unmask } from '../text/unmask.ts'
import { markedWords } from './marked-words.ts'
import type { Marker, MarkerTable } from './marker.ts'
import { markersIn } from './markers.ts'

const either = (phrases: readonly string[]): string =>
  `(?:${phrases
    .toSorted((a, b) => b.length - a.length)
    .map((words) => words.replaceAll(' ', '[\\s:/–-]+'))
    .join('|')})`

const MARKINGS = either(SECRECY.marking)
const SECRET = either([
  ...SECRECY.marking,
  ...SECRECY.inside,
  'confidential',
  'secret',
  'embargoed',
  'team only',
  'for the team only',
  'for the team',
  'restricted',
])

/** What a text may call itself, or a part of itself. */
const PART =
  '(?:section|page|paper|part|slide|figures?|numbers?|paragraph|document|chapter|list|table|decisions?|evidence|case|draft|version|costs?|estimates?|text|quotes?|all|deck|annex|information)'

const PATTERNS: readonly RegExp[] = [
  // Matches "This section is internal.", "The figures below are confidential until May", "This must not be shared".
  new RegExp(
    `\\b(?:(?:this|these)(?:\\s+${PART})?|(?:the\\s+)?${PART}\\s+(?:above|below)|the\\s+(?:following|rest|next)(?:\\s+${PART})?)\\s+(?:[a-z]+\\s+){0,2}(?:is|are|be|stays?|remains?|keeps?)\\s+(?:[a-z]+\\s+){0,2}?(${SECRET})(?=\\s*(?:[.,;:!?)\\]–]|$|until\\b|before\\b|and\\b|at\\s|for\\s+now\\b|to\\s+(?:us|the\\s+team)\\b))`,
    'giu',
  ),
  // Matches "do not share this", "please don't circulate it before May".
  /\b((?:do\s+not|don[’']t|(?<=(?:^|[.!?:;–-]\s*|\bplease\s+))never|must\s+not\s+be|should\s+not\s+be|not\s+to\s+be)\s+(?:share|publish|circulate|forward|distribute|disclose)(?:e?d)?\s+(?:this\b|these\b|the\s+(?:next|following|rest)\b|it\s+(?:outside|before|until|yet|with)\b|outside\b|before\b|beyond\b|until\b|yet\b))/giu,
  // Matches "costs (OFFICIAL-SENSITIVE) are", not "papers marked OFFICIAL-SENSITIVE".
  new RegExp(
    `(?<!\\b(?:marked|labelled|classified|called|named|as|at|above|below|or|word|words)\\s+["“‘'(]?)\\b(${MARKINGS}|confidential)\\b`,
    'giu',
  ),
]

/** In front of what is only spoken of. */
const QUOTES: ReadonlySet<string> = new Set(['"', '“', '‘', "'", '«'])

/** In capitals alone, as a marking is. */
const LOUD = PATTERNS.length - 1

/** The sentences of a text that call it secret, in order, without those for which another finding stops the build. */
export function spokenIn(text: string, table: MarkerTable): readonly Marker[] {
  const { text: plain, offsetOf } = unmask(markedWords(proseOf(text)))
  const found = PATTERNS.flatMap((pattern, index) =>
    [...plain.matchAll(pattern)].flatMap(
      (match): readonly (Marker & { readonly end: number })[] => {
        const said = match[1] ?? ''
        // In quotation marks it is spoken of.
        if (QUOTES.has(plain[match.index - 1] ?? '')) return []
        if (index === LOUD && (said !== said.toUpperCase() || isTitle(plain, match.index, said)))
          return []
        const start = offsetOf(match.index)
        const end = offsetOf(match.index + match[0].length)
        const words = match[0].replace(/\s+/g, ' ')
        return [{ start, end, words, secrecy: { means: said, how: 'near', weight: 'word' } }]
      },
    ),
  )
  const stopped = found.length > 0 ? markersIn(text, table) : []
  return found
    .filter(({ start, end }) =>
      stopped.every((one) => one.start >= end || start >= one.start + one.words.length),
    )
    .toSorted((a, b) => a.start - b.start || b.words.length - a.words.length)
    .filter(({ start }, index, all) => {
      const before = all[index - 1]
      return !before || start >= before.start + before.words.length
    })
}

/** Whether all letters around it are capitals too: a heading that shouts says nothing by that. */
function isTitle(text: string, at: number, words: string): boolean {
  const line =
    text.slice(text.lastIndexOf('\n', at) + 1, at) + text.slice(at + words.length).split('\n')[0]
  return /\p{L}/u.test(line) && line === line.toUpperCase()
}
