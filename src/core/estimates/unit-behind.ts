/** What a number in a sentence counts: the words behind it, or the subject of `A call costs £6`. */
import { CODES, isAbbreviation, noUnit, type Unit, unitOf } from './unit.ts'

/** Words that end what is counted: "calls that", "calls a year". */
const STOPS =
  'a|an|the|per|each|every|are|is|was|were|be|will|would|that|which|who|in|on|at|by|for|from|of|to|and|or|because|when|if|no|not|more|less|fewer|we|they|it|have|has|had|do|does|can|could|should|must|may|might|with|without|than|as|but|so|while|until|after|before|over|under|above|below|times|plus|minus|divided|this|these|our|their|there|then|only|now|today|once|twice|between|about'
/** A longer word counts nothing, and would have no room beside its number. */
const WORD = `(?!(?:${STOPS})\\b)[\\p{L}][\\p{L}\\d₂²³’'-]{0,39}(?![\\p{L}\\d₂²³’'-])`
/** Of "an FTE hour" and "a bed day" these are counted, and not the word before. */
const HEADS =
  '(?:hour|day|night|shift|session|visit|appointment|attendance|admission|episode|stay|mile|kilometre|unit|place|space|year|annum|yr|month|week)s?'
const RE_NOUNS = new RegExp(
  `^ (?:(?:more|fewer|less|extra|other) )?(${WORD}(?: ${WORD}){0,2})`,
  'iu',
)
const RE_EACH = new RegExp(
  `^\\s?(?:(?:an?|per|each|every|for each|for every) |/\\s?)(${WORD})(?: (${HEADS})(?![\\p{L}-]))?`,
  'iu',
)
const RE_YEARLY = /^(?:year|annum|yr|y)$/i
// Matches what says so in one word, "£45k p.a.", "£3 million annually", or behind one, "£3 million saved a year".
const RE_ANNUALLY =
  /^\s?(?:p\.?a\.?|annually|yearly|\p{L}+ed (?:a|per|each|every) year)(?![\p{L}\d])/iu

/** The unit that the words behind a number name, and how far they go. */
export function unitBehind(
  text: string,
  { sign, isShare }: { readonly sign: string; readonly isShare?: true },
): { unit: Unit; length: number; times: number; isYearly?: true } {
  const over: string[] = []
  const under: string[] = []
  let length = 0
  let times = 1
  let isYearly = false
  if (sign) over.push(currencyOf(sign))
  const nouns = isShare || sign ? null : RE_NOUNS.exec(text)
  if (nouns) {
    const words = (nouns[1] ?? '').split(' ')
    const head = words.find(isPlural) ?? words.find(isAbbreviation)
    const unit = unitOf(head ?? words.at(-1) ?? '')
    // A point of 100 is no point of a scale.
    over.push(unit.name === 'point' && words[0] === 'percentage' ? 'percentage point' : unit.name)
    times *= unit.times
    const before = nouns[0].length - (nouns[1] ?? '').length
    length = nouns[0].length
    if (head) length = before + words.slice(0, words.indexOf(head) + 1).join(' ').length
  }
  const annually = RE_ANNUALLY.exec(text.slice(length))
  if (annually) {
    isYearly = true
    length += annually[0].length
  }
  for (let each = RE_EACH.exec(text.slice(length)); each; each = RE_EACH.exec(text.slice(length))) {
    const [, name = '', head] = each
    if (RE_YEARLY.test(head ?? name)) isYearly = true
    // "Per household week" is of both, as "per FTE hour" is not.
    for (const one of isTime(head) ? [name, head] : [head ?? name]) {
      if (RE_YEARLY.test(one)) continue
      const unit = unitOf(one)
      under.push(unit.name)
      times /= unit.times
    }
    length += each[0].length
  }
  const unit = over.length + under.length === 0 ? noUnit : { over, under: under.toSorted() }
  return { unit, length, times, ...(isYearly ? { isYearly: true as const } : {}) }
}

/** "Analysis" and "basis" are one each. */
function isPlural(word: string): boolean {
  return /^(?:people|children|staff)$|[^sui]s$/i.test(word)
}

function isTime(head: string | undefined): head is string {
  return head !== undefined && /^(?:year|annum|yr|month|week)s?$/i.test(head)
}

function currencyOf(sign: string): string {
  const lower = sign.toLowerCase()
  const code = unitOf(lower).name
  return lower.length === 3 && (CODES.has(lower) || code !== lower) ? code : lower
}

/**
 * "A call costs £6": for each of what. `undefined` where the sentence does not begin so.
 *
 * @param isFlow whether it is what an option costs or brings: "A leaflet costs £40,000" may then be all of it
 */
export function eachOf(sentence: string, isFlow: boolean): string | undefined {
  const [, article = '', subject] = RE_SUBJECT.exec(sentence) ?? []
  // "A renewal by post": what follows says which, and not what.
  const noun = subject?.split(RE_WHICH)[0]?.split(' ').at(-1)
  if (!noun || RE_YEARLY.test(noun)) return undefined
  const isOfMany = /^(?:each|every)$/i.test(article) || RE_ONE_OF_MANY.test(noun)
  return isFlow && !isOfMany ? undefined : unitOf(noun).name
}

// Matches whom no option has one alone of.
const RE_ONE_OF_MANY =
  /^(?:household|person|patient|customer|caller|claimant|citizen|resident|taxpayer|user|pupil|student|family|farm|business|employee|nurse|driver)$/i

const RE_SUBJECT =
  /^\s*(an?|each|every|one)\s+([\p{L}’'-]+(?: [\p{L}’'-]+){0,3}?)\s+(?:costs?|takes?|saves?|needs?|lasts?|earns?|brings?|pays?|uses?|wastes?|spends?|loses?|is worth)\b/iu
const RE_WHICH = /\s(?:by|of|in|on|at|for|from|to|with|online|offline)(?=\s|$)/i
