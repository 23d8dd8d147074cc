/** Abbreviations that the case never writes out. */
import type { Checkable } from '../model/assembled.ts'
import type { KindTable } from '../model/kinds.ts'
import { explains, isKnown, isNamedIn } from '../text/abbreviation.ts'
import type { Check } from './shared/check.ts'
import { type Passage, passagesOf, placeIn } from './shared/passage.ts'

export const unexplainedAbbreviation: Check = (checked) => {
  const passages = passagesOf(checked)
  const uses = usesIn(passages, checked.graph.kinds)
  const open = [...uses].filter(([word, found]) => !isExplained(word, found, checked))
  if (open.length === 0) return []
  const small = smallWordsIn(passages)
  return open.flatMap(([word, uses]) => {
    const [first] = uses
    if (!first || small.has(word.toLowerCase())) return []
    const often = TIMES[uses.length] ?? `${uses.length} times`
    return [
      {
        message: `Unexpected abbreviation "${word}" that nothing explains (used ${often}), expected its full name once: write "Full Name (${word})"`,
        place: placeIn(first.passage, first.index, word.length),
      },
    ]
  })
}

const TIMES: Readonly<Record<number, string>> = { 1: 'once', 2: 'twice' }

interface Use {
  readonly passage: Passage
  readonly index: number
}

// Matches "DVSA", "APIs", "DDaT", "MoJ"; not "GOV.UK", "AT&T", "COVID-19", "@BBC", "B2B".
const RE_ABBREVIATION =
  /(?<![\p{L}\p{N}_@#.&]|[A-Z\d]-)(?:[A-Z]{2,6}\d{0,2}|[A-Z]{1,3}[a-z]{1,2}[A-Z]{1,3})(?=s?(?![\p{L}\p{N}_@&]|\.\p{L}|-\d))/gu

// Matches what every abbreviation has, and few passages do.
const RE_CAPITALS = /[A-Z]{2}|[A-Z][a-z]{1,2}[A-Z]/

/** Every abbreviation with its uses, in the order of first use. */
function usesIn(
  passages: readonly Passage[],
  kinds: KindTable,
): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>()
  for (const passage of passages) {
    if (!RE_CAPITALS.test(passage.text)) continue
    for (const { 0: word, index } of withoutShouts(passage).matchAll(RE_ABBREVIATION)) {
      if (isKnown(word, kinds)) continue
      const earlier = uses.get(word)
      if (earlier) earlier.push({ passage, index })
      else uses.set(word, [{ passage, index }])
    }
  }
  return uses
}

// Matches "PLEASE DO NOT" in any line.
const RE_SHOUT = /\b\p{Lu}{2,}(?:[ \t]+\p{Lu}{2,}){2,}\b/gu
// Matches "DO NOT" in a line without small letters.
const RE_WORDS = /\p{Lu}[^\p{L}]+\p{Lu}/u

/** Words in capitals are no abbreviations where all of a line or a heading is. */
function withoutShouts({ block, text }: Passage): string {
  if (block.type === 'table') return text
  const isHeading = block.type === 'heading'
  return text
    .split('\n')
    .map((line) => {
      const isShout = !/\p{Ll}/u.test(line) && (isHeading || RE_WORDS.test(line))
      return isShout ? blank(line) : line.replace(RE_SHOUT, blank)
    })
    .join('\n')
}

function blank(found: string): string {
  return ' '.repeat(found.length)
}

function isExplained(word: string, uses: readonly Use[], checked: Checkable): boolean {
  const { team = '', title = '' } = checked.settings
  if (isNamedIn(`${team}. ${title}`, word)) return true
  const passages = new Set(uses.map(({ passage }) => passage))
  return [...passages].some(
    ({ text, written }) =>
      explains(text, word) || (written.includes('<abbr') && written.includes(`>${word}<`)),
  )
}

/** Every short word in small letters: `do NOT` is no abbreviation where the case says "not". */
function smallWordsIn(passages: readonly Passage[]): ReadonlySet<string> {
  return new Set(passages.flatMap(({ text }) => text.match(/\b[a-z]{2,6}\b/g) ?? []))
}
