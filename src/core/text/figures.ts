/** Figures that claim something of the world: shares, sums, large counts. */

export interface Figure {
  /** 0-based index in the text. */
  readonly index: number
  /** Characters in the text. */
  readonly length: number
  /** As read. */
  readonly words: string
}

const DIGITS = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?'
const WORD =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)'
const NUMBER = `(?:${DIGITS}|${WORD})`
const SIZE = '(?:thousand|million|billion|trillion)'
const ABOUT =
  '(?:around|about|approximately|approx\\.?|roughly|nearly|almost|more than|over|fewer than|less than|under|up to|at least|an estimated|circa|~)'
const TO = '\\s*(?:to|–|-)\\s*'
const TIME = '(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|sprints?|rounds?|quarters?)'
/** What is counted on the way through a piece of work: `page 2 of 3`, `two of five options`. */
const COUNTED =
  '(?:page|part|step|slide|sprint|phase|round|decision|stage|chapter|version|week|day|option|question|objective)'
const YEAR = '(?:19|20)\\d\\d\\b'

/** Of Latin scripts: a pattern without Unicode classes takes half the time. */
const LETTER = 'A-Za-zÀ-ɏ'

/** Each shape with a sample; a space stands for any white space. */
const SHAPES = [
  // "£4 million", "£75 to £80", "€1.2bn"
  `[£€$]\\s*${DIGITS}(?:${TO}[£€$]?\\s*${DIGITS})?(?:\\s*(?:${SIZE}|bn|m|k)\\b)?`,
  // "70%", "60 to 70 per cent"; not "100% sure"
  `(?!100\\s*%\\s*(?:sure|certain|confident|committed|clear|behind))${NUMBER}(?:\\s*%)?(?:${TO}${DIGITS})?\\s*(?:%|per\\s*cent\\b|percentage points\\b)`,
  // "1.2 million", "two hundred thousand", "3bn"
  `(?:${NUMBER}|half a|a) (?:hundred )?${SIZE}\\b|${DIGITS}bn\\b`,
  // "3 in 5", "nine out of ten", "six of nine"; not "page 2 of 3", "one of two", "3 in 2020"
  `(?<!\\b${COUNTED} )(?:${NUMBER} (?:in|out of)(?: every)?|(?!one\\b)${NUMBER} of) (?!${YEAR})(?:${NUMBER}|a hundred)\\b(?! (?:of )?(?:the |our )?(?:${TIME}|${COUNTED}s)\\b|[-.,]\\d)`,
  // "half of users", "two thirds of all calls"; not "half of the week"
  `(?<!\\b(?:first|second|other|last|next|latter|this|each|every|and a) )(?:half|(?:a|one|two)[ -]thirds?|(?:a|one|three)[ -]quarters?|(?:a|one|two|three|four)[ -]fifths?|(?:a|one|nine)[ -]tenths?) of (?!(?:an?|it|this|that|which|us|our|20\\d\\d)\\b|the (?:${TIME}|time|session|work|team|workshop)\\b)(?:(?:all|the|these|those|its|their) ){0,2}[${LETTER}]+`,
  // "10 times", "three times as many"
  `${DIGITS} times\\b|${DIGITS}\\s*(?:x\\b|×)(?!\\s*\\d)|${WORD} times (?:more|less|as|longer|faster|slower|higher|larger|bigger|cheaper)\\b`,
  // "310,000"; not "n = 1,204", which says how large a source is
  '(?<!= *)\\d{1,3}(?:,\\d{3})+',
  // "more than 200"; not "over 2020" and not "about 100 days"
  `${ABOUT}\\s*(?!${YEAR})\\d{3,}(?:\\.\\d+)?\\b(?! (?:${TIME}|words|pages|characters|pixels)\\b)`,
]
const RE_FIGURE = new RegExp(
  `(?<![${LETTER}\\d.,/_-])(?:${ABOUT} )?(?:${SHAPES.join('|')})(?![${LETTER}\\d])`
    .replaceAll('[ -]', '[\\s-]')
    .replaceAll(' *', '\\s*')
    .replaceAll(' ', '\\s+'),
  'gi',
)

// Matches what any figure has; most texts have none of it.
const RE_MAY =
  /[£€$%×~]|\d(?:,\d{3}|\s*(?:x|bn|times|in|of|out|per)\b)|\b(?!(?:19|20)\d\d\b)\d{3}|\b(?:half|thirds?|quarters?|fifths?|tenths?|cent|percent|percentage|thousand|million|billion|trillion|times|(?:in|of)\s+(?:every|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|\w+ty|a\s+hundred))\b/i

/**
 * The figures of a text, in order; `[]` for most. Years, dates, ids, versions, small counts and
 * durations are none.
 */
export function figuresIn(text: string): readonly Figure[] {
  if (!RE_MAY.test(text)) return []
  return [...text.matchAll(RE_FIGURE)].map(({ 0: found, index }) => ({
    index,
    length: found.length,
    words: found.replace(/\s+/g, ' '),
  }))
}
