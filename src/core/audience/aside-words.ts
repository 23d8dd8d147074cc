/** Words that are ordinary elsewhere, and mark a text where they stand alone: `## Private`, `Redact: We pay`. */
import {
  ASIDE_SHAPE,
  asideIn,
  type Secrecy,
  secrecyInBracket,
} from '../syntax/conventions/secrecy.ts'
import { foldLetters } from '../text/letters.ts'

/** Lines that belong together: a paragraph, an entry, a heading, a row of a table. */
export interface MarkedBlock {
  readonly start: number
  readonly text: string
  readonly type: 'heading' | 'row' | 'words'
  /** An entry of a list may say of something that it is confidential. */
  readonly isEntry?: boolean
  /** Set where it says which of two sides, or in a list of qualities: "External", "fast". */
  readonly isOneSide?: boolean
  /** Set where another heading or paragraph names the other side: "Public". */
  readonly isPaired?: boolean
}

/** Words of a block between two signs. */
export interface BlockPart {
  /** 0-based, in the block. */
  readonly start: number
  readonly text: string
  /** Set for what stands behind "TODO". */
  readonly isTask?: boolean
  /** Set for a sentence or a line of its own in front of others. */
  readonly stands?: true
  /** Set for what stands behind "Decision 4". */
  readonly isLabelled?: boolean
}

// Matches words up to the end of a sentence or of a line.
const RE_PIECE = /([^.!?…\n]*)([.!?…]+|\n|$)/g
// Matches what goes on with a sentence: " We pay"; behind a dash "we pay" does too.
const RE_GOES_ON = /^\s+[\p{Lu}\d£€$“"‘]/u
const RE_DASHED = /^([^–—]{3,60}?)\s+(?:[–—]|--?)\s+(?:\p{Lu}|(?:we|our|i|they|this|it|the)\s)/u
/** No marking is longer. */
const LONGEST = 60

/**
 * Sentences and lines in front of others that say nothing else: "Confidential. We pay", "Team only" above "We pay",
 * "Internal – we pay".
 *
 * @param from where they may begin: behind a label
 */
export function standing(text: string, from: number): readonly BlockPart[] {
  const found: BlockPart[] = []
  let [isStart, isNewLine] = [true, true]
  for (const { index, 0: whole, 1: said = '', 2: end = '' } of text
    .slice(from)
    .matchAll(RE_PIECE)) {
    if (whole === '') break
    const rest = text.slice(from + index + whole.length, from + index + whole.length + 9)
    const isLine = isNewLine && end === '\n' && rest.trim() !== ''
    const words = said.replace(RE_LEAD, '').replace(RE_SIGNS_LAST, '')
    const dashed = RE_DASHED.exec(words)?.[1]
    const isLast = isNewLine && index > 0 && rest.trim() === ''
    const isWhole =
      words.length <= LONGEST &&
      (isLine || isLast || (/^[.!…]+$/.test(end) && RE_GOES_ON.test(rest)))
    const alone = dashed ?? (isWhole ? words : '')
    if (isStart && alone !== '')
      found.push({ start: from + index + said.indexOf(words), text: alone, stands: true })
    isNewLine = end === '\n'
    // A line goes on in the next one, unless it is broken there, or begins with a capital.
    const isBroken = / {2}$|\\$/.test(said) || RE_CAPITAL.test(rest)
    isStart = end !== '\n' || isBroken || (isStart && words === '')
  }
  return found
}

// Matches what stands in front of the words of a line.
const RE_LEAD = /^[^\p{L}\p{N}([（]+/u
// Matches the signs behind the words of a line; from their first one alone, of which a line may have many.
const RE_SIGNS_LAST = /(?<![\s\\:*_~])[\s\\:*_~]+$/
// Matches a line that begins with a capital, in emphasis too.
const RE_CAPITAL = /^[\s>*_~]*\p{Lu}/u
// Matches the start of a sentence that says who does something.
const RE_SOMEBODY = /^(?:we|they|i|it|he|she|you|this|that|there|who)\s/i

// Matches the signs at a block's end: "Confidential!".
export const RE_END = /(?<![.!?;:…\s])[.!?;:…\s]+$/
// Matches what stands before a last part that says something of the rest: "We pay. ", "We pay – ".
export const RE_BEFORE_LAST = /(?:[.!?…]\s+|[–—→⇒·•»]\s*|\s[-/&]+\s+|-{2,}\s*)$/
// Matches what follows "Confidential" in "Confidential: We pay".
export const RE_COLON = /^\s*[:：]/

/**
 * The marking that a part of a paragraph, heading or cell may be: where the part is all of it, its last part,
 * what stands before its colon ("Redact: We pay"), or a thing to do. Such words are ordinary too, so that a
 * case may call them a part of the text.
 */
export function asideOf(block: MarkedBlock, part: BlockPart): Secrecy | undefined {
  const secrecy = part.isTask ? secrecyInBracket(part.text) : readPart(block, part)
  return secrecy && { ...secrecy, how: 'near' }
}

function readPart(block: MarkedBlock, part: BlockPart): Secrecy | undefined {
  const { type, text, isEntry } = block
  // A sentence that speaks of its own text is told of as one.
  if (part.text.split(/\s+/).length > 8 || isTopic(block, part)) return undefined
  const isOneSide = block.isOneSide || block.isPaired
  if (part.stands && RE_SOMEBODY.test(part.text)) return undefined
  if (part.stands)
    return isEntry || isOneSide ? shaped(asideIn(part.text, 'part')) : asideIn(part.text, 'alone')
  // So much in front of a part says what parts it from the rest; a line may be very long.
  const before = text.slice(Math.max(0, part.start - 80), part.start)
  const rest = text.slice(part.start + part.text.length)
  const isLast = RE_BEFORE_LAST.test(before)
  if (type === 'row') {
    if (!RE_CELL_ENDS.test(rest)) return undefined
    if (isLast) return asideIn(part.text, 'part')
    return RE_CELL_STARTS.test(before) ? shaped(asideIn(part.text, 'part')) : undefined
  }
  const isEnd = !RE_LETTER.test(rest)
  const leads = RE_LEADS_ON.test(rest)
  if (part.isLabelled) return leads ? asideIn(part.text, 'alone') : undefined
  if (RE_LETTER.test(before)) {
    const isAfter = isLast || (type === 'heading' && RE_COMMA.test(before))
    const isSaid = RE_SENTENCE_BEFORE.test(before) && !isOneSide
    return isEnd && isAfter ? asideIn(part.text, isSaid ? 'alone' : 'part') : undefined
  }
  if (isEnd) {
    if (isEntry) return shaped(asideIn(part.text, 'part'))
    return asideIn(part.text, isOneSide ? 'part' : 'alone')
  }
  if (!RE_COLON.test(rest)) return undefined
  const isSentence = type === 'words' && (isEntry ? RE_WE : RE_SENTENCE).test(rest)
  return asideIn(part.text, isSentence && !isOneSide ? 'alone' : 'part')
}

/** Where single words are ordinary: only what says for whom it is not, or when it is to go. */
function shaped(secrecy: Secrecy | undefined): Secrecy | undefined {
  return secrecy?.means === ASIDE_SHAPE ? secrecy : undefined
}

const RE_LETTER = /[\p{L}\p{N}]/u
const RE_CELL_STARTS = /(?:^|\|)[ \t>"]*$/
const RE_CELL_ENDS = /^[ \t".!]*(?:\||$)/
const RE_COMMA = /[,:]\s+$/
// Matches the end of a sentence before "Private."
const RE_SENTENCE_BEFORE = /[.!?…]\s+$/
// Matches what follows "Private" in "Decision 4: Private: We pay", "Decision 4 – private – We pay".
const RE_LEADS_ON = /^\s*(?:[:：]|[–—]|-+\s)\s*[\p{L}\p{N}]/u
// Matches what a heading or a cell may be about: "Redaction", "Private costs", "Team A", "For internal users".
const RE_TOPIC =
  /^(?:redactions?|team \w{1,3}|(?:private|sensitive) (?:costs?|figures?|numbers?|estimates?)(?: .*)?|for internal (?!discussion|purposes|reading|review)[a-z]+)$/
// Matches an order that does not say for whom: "Leave it".
const RE_DOES =
  /^(?:remove|delete|cut|take|leave|strip|omit|hide|drop|hold|black|keep|never)\b(?!.*(?:publi|releas|shar|circul|print|web|site))/
// Matches what stands on both sides of other words, which is no phrase.
const RE_SIGN = /[:：|()[\]（）]/

function isTopic({ type, isEntry }: MarkedBlock, { text, start }: BlockPart): boolean {
  const plain = foldLetters(text)
  const isOrdered = (type !== 'words' || isEntry || start > 0) && RE_DOES.test(plain)
  const isNamed = type === 'heading' && RE_NAMED.test(plain)
  return isNamed || isOrdered || (RE_SIGN.test(text) && !RE_TLP.test(text)) || RE_TOPIC.test(plain)
}

// Matches what a heading alone is about.
const RE_NAMED = /^embargo$/
const RE_TLP = /^\W*tlp:/i
// Matches a sentence behind a label: ": We pay"; not ": 40 clinics", ": a history".
const RE_SENTENCE = /^\s*[:：]\s+\p{Lu}[\p{L}’']*\s+\p{L}/u
// Matches that in an entry of a list, of which others say of what kind something is.
const RE_WE = /^\s*[:：]\s+(?:We|I|Our)\s/
