/** What a label's bracket says of who may read the item. */
import type { Meanings } from '../../model/audience.ts'
import type { Kind, KindTable } from '../../model/kinds.ts'
import { foldLetters } from '../../text/letters.ts'
import { ACCESS_WORDS, type BracketTopic, bracketTopicOf } from './bracket-words.ts'
import { type Bracket, saysInternal } from './label.ts'
import { asideIn, type Secrecy, secrecyInLabel, secrecyOf } from './secrecy.ts'

interface ReadBracket {
  /** Whether the item stays inside. */
  readonly isInside: boolean
  /** Parts that are not clear, in order: words of secrecy that are not "internal", and unknown words. */
  readonly doubts: readonly Doubt[]
}

export interface Doubt {
  readonly words: string
  /** Absent for a word that nothing knows. */
  readonly secrecy?: Secrecy
}

const clear: ReadBracket = { isInside: false, doubts: [] }

// Matches what separates parts; not the comma in "(two sites, one team)".
const RE_PARTS = /[,;](?![^()]*\))/

/** Reads the bracket of an item's label. */
export function readBracket(
  { kind, bracket }: { readonly kind: Kind; readonly bracket?: Bracket | undefined },
  { kinds, brackets = {} }: { readonly kinds: KindTable; readonly brackets?: Meanings | undefined },
): ReadBracket {
  if (!bracket) return clear
  const { words } = bracket
  if (bracket.isRound && saysInternal(words)) return { isInside: true, doubts: [] }
  const told = foldedOf(brackets)
  // What says nothing else than "internal" cannot be called a part of the text.
  const meaningOf = (part: string) => {
    const meaning = told.get(foldLetters(part))
    return meaning === 'note' && secretIn(part)?.how === 'exact' ? undefined : meaning
  }
  const whole = meaningOf(words)
  if (whole !== undefined) return { isInside: whole === 'internal', doubts: [] }
  let isInside = false
  let isReason = false
  const doubts = words.split(RE_PARTS).flatMap((part): readonly Doubt[] => {
    const topic = bracketTopicOf(part, kind, kinds)
    const secrecy = topic === 'access' ? undefined : secretIn(part)
    // A sign says something, of which nobody knows what it means.
    if (!secrecy && foldLetters(part) === '')
      return RE_SIGN.test(part) ? [{ words: part.trim() }] : []
    const meaning = meaningOf(part)
    if (meaning !== undefined) {
      isInside ||= meaning === 'internal'
      return []
    }
    // The reason of a rating goes on behind a comma.
    const isKnown = topic !== undefined || isReason
    isReason ||= topic === 'rating'
    const found = secrecy ?? secrecyAround(part, topic ?? (isReason ? 'rating' : undefined))
    if (found) isInside = true
    if (found || !isKnown) return [{ words: part.trim(), ...(found ? { secrecy: found } : {}) }]
    return []
  })
  return { isInside, doubts }
}

/** What a part says of secrecy, with words that are ordinary in a sentence; not what says the access. */
function secretIn(part: string): Secrecy | undefined {
  const aside = asideIn(part)
  return secrecyOf(part) ?? (aside && aside.means in ACCESS_WORDS ? undefined : aside)
}

/** A case has one table, and asks for each of its labels. */
const folded = new WeakMap<Meanings, ReadonlyMap<string, Meanings[string]>>()

function foldedOf(brackets: Meanings): ReadonlyMap<string, Meanings[string]> {
  const known = folded.get(brackets)
  const all = known ?? new Map(Object.entries(brackets).map(([key, to]) => [foldLetters(key), to]))
  folded.set(brackets, all)
  return all
}

const RE_SIGN = /\p{Extended_Pictographic}/u

/** Topics that only the shape of the words shows, in which other words may stand too. */
const LOOSE: ReadonlySet<BracketTopic | undefined> = new Set<BracketTopic | undefined>([
  ...(['numbered', 'ids', 'figures', 'place'] as const),
  undefined,
])

/** Secrecy beside other words: `12 people, internal to us`, `quality amber: not for publication`. */
function secrecyAround(part: string, topic: BracketTopic | undefined): Secrecy | undefined {
  if (LOOSE.has(topic)) return secrecyInLabel(part)
  if (topic !== 'rating') return undefined
  const [, ...reason] = ` ${part}`.split(RE_REASON)
  return reason
    .map((words) => secrecyOf(words) ?? toldAmong(words))
    .find((one) => one !== undefined)
}

// Matches what leads to a reason: "quality amber: …", "quality amber because …".
const RE_REASON = /[:(–—]|\b(?:because|since|as|being)\b/

// Matches what is said of the item, and not of what was studied: "do not publish names".
const RE_TOLD =
  /\b(?:do not|dont|must not|not to) (?:be )?(?:publish|share|circulat|disclos|quot|nam)/

function toldAmong(words: string): Secrecy | undefined {
  return RE_TOLD.test(foldLetters(words))
    ? { means: 'internal', how: 'near', weight: 'label' }
    : undefined
}
