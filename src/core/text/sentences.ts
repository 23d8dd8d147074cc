/** Where a sentence ends: `Intl.Segmenter`, corrected where it takes a name or a number for the end. */
import { withoutFalseEnds } from './false-ends.ts'

/** Abbreviations by what must follow for the sentence to go on. */
const ABBREVIATIONS = {
  /** "e.g. the form", "approx. 4", "fig. 3": never an end. */
  anything: 'e\\.?g|i\\.?e|cf|vs|viz|approx|ca|figs?|incl|est|avg',
  /** "Dr. Smith": a name follows. */
  name: 'mr|mrs|ms|dr|prof|rt|hon|st|messrs',
  /** "No. 10", but "The answer is no." */
  number: 'nos?|paras?|sec|ch|vol|pp?|v|ver|art|refs?|ext',
  /** "etc. and more", but "etc. We": only where what follows can't start a sentence. */
  lower: 'etc|eds?|dept|gov|inc|ltd|co|sr|jr|al|min|max|[a-z](?:\\.[a-z])+',
} as const

const RE_ANYTHING = endingIn(ABBREVIATIONS.anything)
const RE_NAME = endingIn(ABBREVIATIONS.name)
const RE_NUMBER = endingIn(ABBREVIATIONS.number)
const RE_LOWER = endingIn(ABBREVIATIONS.lower)

// Matches "the U.S. ", "E.ON and T.J. ".
const RE_COUNTRY = /(?:^|[\s("'“‘])\p{Lu}(?:\.\p{Lu})+\.\s*$/u
// Matches the name in "We asked Yahoo! " and "A report of Which? ", but not the shout in "Stop! ".
const RE_SHOUTING_NAME = /\p{Ll}[\p{L},;:]*\s+(?:\p{Lu}[\p{L}\d]*!|Which\?)\s+$/u
// Matches "Option 1. " and "1. " where it is all: a name of what follows.
const RE_NUMBERED =
  /^\s*(?:(?:option|step|phase|stage|part|question|sprint|year|day|week|level|tier)\s)?\d{1,2}\.\s+$/i
// Matches words with which a sentence starts, and hardly ever a name.
const RE_STARTER =
  /^[\s"'“‘(]*(?:a|all|an|and|as|at|but|by|each|every\w*|few|for|from|he|her|his|how\w*|i|if|in|it|its|many|most|my|no|nobody|none|not|on|one|other|others|our|she|so|some\w*|such|that|the|their|then|there|these|they|this|those|to|two|we|what|when|where|who|why|with|you|your)(?![\p{L}\d])/iu

// Matches the initial in "We met J. Smith".
const RE_INITIAL = /(?:^|[\s("'“‘.])\p{Lu}\.\s*$/u
// Matches "plan B. ": a letter that names a thing, and may end a sentence.
const RE_LETTERED =
  /\b(?:plan|option|type|class|grade|group|team|phase|part|table|annex|appendix|section|version|level|scenario|step|vitamin|and|or|to)\s+\p{Lu}\.\s*$/iu

const RE_SMALL = /^\p{Ll}/u
// Matches what no sentence starts with: "the …", "£3 …", "(10 …".
const RE_STARTS_LOWER = /^[\s"'“‘(]*[\p{Ll}\d£$€%±]/u
const RE_STARTS_NUMBER = /^[\s"'“‘(]*[\d£$€]/
// Matches brackets alone, which close what came before.
const RE_CLOSES = /^[\s)\]]*$/
// Matches what can stand between two sentences: white space, or a full stop of a script without spaces.
const RE_APART = /[\s\u0085。！？｡]$/

const SEGMENTER = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

/**
 * The sentences of one paragraph, in order, with their trailing space, so that joining gives the
 * text back, with spaces for line ends. `[]` for an empty text.
 */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[][] = []
  let end = ''
  const line = text.replace(/[\r\n]/g, ' ')
  for (const { index, segment: seen } of SEGMENTER.segment(withoutFalseEnds(line))) {
    const segment = line.slice(index, index + seen.length)
    const last = sentences.at(-1)
    const goesOn = last !== undefined && continues(end, segment)
    if (goesOn) last.push(segment)
    else sentences.push([segment])
    end = (goesOn ? end + segment : segment).slice(-LONGEST_END)
  }
  return sentences.map((parts) => parts.join(''))
}

/** How much of its end says whether a sentence goes on: more than an abbreviation and what closes it. */
const LONGEST_END = 160

/** How many words a text has, as a reader counts them. */
export function countWords(text: string): number {
  return text
    .trim()
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

function continues(last: string, next: string): boolean {
  if (!RE_APART.test(last) || RE_NUMBERED.test(last)) return true
  if (RE_COUNTRY.test(last) || RE_SHOUTING_NAME.test(last))
    return RE_SMALL.test(next) || !RE_STARTER.test(next)
  if (RE_CLOSES.test(next) || RE_ANYTHING.test(last) || RE_NAME.test(last)) return true
  if (RE_NUMBER.test(last)) return RE_STARTS_NUMBER.test(next)
  if (RE_LOWER.test(last)) return RE_STARTS_LOWER.test(next)
  if (RE_INITIAL.test(last)) return !RE_LETTERED.test(last)
  return /[.!?…]["'”’)]*\s*$/.test(last) && RE_SMALL.test(next)
}

/** Matches a text that ends in one of the words and a full stop. */
function endingIn(words: string): RegExp {
  return new RegExp(`(?:^|[\\s("'“‘])(?:${words})\\.\\s*$`, 'i')
}
