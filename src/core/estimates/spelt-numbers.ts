/** Numbers in words, `half a million`, `two thirds`, as digits. */

const NUMBERS = 'nought one two three four five six seven eight nine ten eleven twelve'.split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const UNDER_TEN = NUMBERS.slice(1, 10).join('|')
const SPELT_TENS = `(?:${TENS.join('|')})(?:[ -](?:${UNDER_TEN}))?`
const SPELT = `${SPELT_TENS}|${NUMBERS.join('|')}`
const LARGE = '(?:thousand|million|billion|trillion)'

/** Parts of a million, and what stands for one, each with its digits. */
const PARTS: readonly (readonly [pattern: string, digits: string])[] = [
  ['half an?', '0.5'],
  ['three[ -]quarters of an?', '0.75'],
  ['(?:a |one )?quarter of an?', '0.25'],
  ['one and a half', '1.5'],
  ['two and a half', '2.5'],
  ['a hundred', '100'],
  ['a', '1'],
]
/** By the word for one of them: so many make a whole. */
const WHOLES: Readonly<Record<string, number>> = {
  ...{ half: 2, third: 3, quarter: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9 },
  ...{ tenth: 10, twentieth: 20, hundredth: 100 },
}
const FRACTION = `(?:(?:an?|${UNDER_TEN})[ -](?:${Object.keys(WHOLES).join('|')})s?|half)`
// Matches "a third" of "a third of callers", "a quarter" and "half" of "a quarter to half the callers"; not "a quarter" of "£2 million a quarter".
const SHARE = `(?<!\\d[\\d.,]*(?: ?(?:k|m|bn|${LARGE}))? )\\b${FRACTION}(?= (?:to|and) ${FRACTION}\\b| (?:of|the|all|our|their) (?!an? ${LARGE}\\b))|(?<=(?:±|plus or minus) )${FRACTION}\\b`
const RE_FRACTION = new RegExp(`^${FRACTION}$`, 'i')
const RE_PARTS = new RegExp(`\\b${FRACTION}$`, 'i')
// Matches the first "lorries" of "235 lorries to 245 lorries", which the second says.
const TWICE = `(?<=\\d(?: ${LARGE})?) (?!${LARGE}\\b)(?<unit>[a-z][a-z-]*[a-z])(?=(?:,? \\(?| to | ?[–—] ?)[-−]?[\\d.,]+(?: ${LARGE})? \\k<unit>\\b)`
// Matches "two" of "two managers at £60,000", "four" of "each of the four depots" and of "four depots × £2 million".
const COUNTED = `\\b(?:${SPELT})\\b(?= [a-z][a-z-]*(?: [a-z-]+){0,2} (?:(?:at|@) [£€$]\\d|(?:×|x|times) [£€$]?\\d))|(?<=\\b(?:each|every one) of (?:(?:the|our|its|these) )?)(?:${SPELT})(?= [a-z])`
// Matches "half a" of "half a million", "two" of "two to three million", "two in five" and "three million", "twenty" of "twenty thousand"; not "one" of "one call".
const RE_SPELT = new RegExp(
  `\\d*[½¼¾]|\\b(?:a|${UNDER_TEN}) ${LARGE} and a half\\b|\\b(?:${PARTS.map(([pattern]) => `(${pattern})`).join('|')})(?= ${LARGE}\\b)|\\b(?:${UNDER_TEN}) hundred(?= [a-z])|\\b(?:${SPELT})\\b(?= (?:${LARGE}|per ?cent|(?:to|and|in|of|out of) (?:\\d|${SPELT}))| ?[–—] ?(?:\\d|${SPELT}))|(?<=\\b(?:${SPELT}|\\d+) (?:to|and|in|of|out of) |[–—] ?)(?:${SPELT})\\b|${SHARE}|${COUNTED}|${TWICE}`,
  'gi',
)

// Matches what any number has; most sentences have none of it, and are read in a hundredth of the time.
export const RE_MAY = new RegExp(
  `\\d|[½¼¾]|\\b(?:a ${LARGE}|half|hundred|${SPELT}|an? (?:${Object.keys(WHOLES).join('|')}))\\b`,
  'i',
)
const RE_MAY_SPELL = new RegExp(
  `${RE_MAY.source.replace('\\d|', '')}|\\d(?: ${LARGE})? [a-z-]+,? (?:to |[(–] ?)?.?\\d`,
  'i',
)

/** A text with its spelt numbers in digits, and how an index in it leads back. */
export function inDigits(text: string): {
  readonly words: string
  readonly at: (index: number) => number
} {
  if (!RE_MAY_SPELL.test(text)) return { words: text, at: (index) => index }
  const shifts: { readonly from: number; readonly by: number }[] = []
  let moved = 0
  const words = text.replace(RE_SPELT, (word: string, ...found) => {
    const { unit } = found.at(-1) as { readonly unit?: string } // its groups
    const index = found.findLast((one) => typeof one === 'number') as number // the last but text and groups
    const part = PARTS.find((_, row) => found[row] !== undefined)
    const digits = unit ? '' : (part?.[1] ?? spelt(word))
    moved += word.length - digits.length
    shifts.push({ from: index - moved + word.length, by: moved })
    return digits
  })
  const at = (index: number) => index + (shifts.findLast(({ from }) => index >= from)?.by ?? 0)
  return { words, at }
}

/** `twenty-five` → `25` */
function spelt(word: string): string {
  const [, whole = '', part = ''] = /^(\d*)([½¼¾])$/.exec(word) ?? []
  if (part) return String(Number(whole || 0) + ({ '¼': 0.25, '¾': 0.75 }[part] ?? 0.5))
  const [first = '', second = 'nought'] = word.toLowerCase().split(/[ -]/)
  if (RE_FRACTION.test(word)) return percentOf(first, second)
  const [, large] = /^\S+ (\S+) and a half$/i.exec(word) ?? []
  if (large) return `${Math.max(1, NUMBERS.indexOf(first))}.5 ${large}`
  if (second === 'hundred') return String(NUMBERS.indexOf(first) * 100)
  const tens = TENS.indexOf(first)
  return String(tens < 0 ? NUMBERS.indexOf(first) : (tens + 2) * 10 + NUMBERS.indexOf(second))
}

/** Whether a number stands in words that name a part of one: `a third`, `a quarter to a half`. */
export function namesParts(text: string): boolean {
  return RE_PARTS.test(text)
}

/** `two`, `thirds` → `66.66666666666667%` */
function percentOf(first: string, second: string): string {
  const [some, whole] = first === 'half' ? ['a', first] : [first, second.replace(/s$/, '')]
  return `${(100 * Math.max(1, NUMBERS.indexOf(some))) / (WHOLES[whole] ?? 1)}%`
}
