/** Words that make another number of an estimate than is read: what each is, and what to write in its place. */
import type { Estimated } from '../model/estimated.ts'

const FEW = 'one|two|three|four|five|six|seven|eight|nine|ten|twelve'
const COUNT = `(?:\\d[\\d,]*|${FEW})`
const DIGITS = '\\d[\\d.,]*'
const SCALE = '(?:\\s?(?:k|m|mn|bn|thousand|million|billion)(?![\\p{L}]))?'
/** `£3m`, `1,200`, `9%`, and a range of them. */
const SCALE_BEHIND = '\\s?(?:k|m|mn|bn|thousand|million|billion)(?![\\p{L}])'
const MONEY = `\\p{Sc}\\s?${DIGITS}${SCALE}`
const NUMBER = `[-−+]?\\p{Sc}?\\s?${DIGITS}${SCALE}(?:\\s?%)?`
const SOME = `(?:about |around |roughly )?${NUMBER}(?:(?: to | and |\\s?[–-]\\s?)${NUMBER})?`
const PERIOD = '(?:a|per|each|every) (?:quarter|month|week)'

// Matches "£3m a year".
const RE_A_YEAR = new RegExp(`${MONEY} (?:a|per|each|every) year\\b`, 'iu')

const RE_PRICES_OF =
  /\b(?:in|at) ((?:19|20|21)\d\d)(?:[-–/]\d\d)? (?:prices|price levels|terms)\b/iu
const RE_NOMINAL = /\b(?:nominal|cash) (?:terms|prices)\b/iu

/** What the words around a number say that a bracket may say too. */
export function saidBeside(sentence: string): Pick<Estimated, 'prices' | 'isNominal'> {
  const prices = pricesIn(sentence)
  return {
    ...(prices === undefined ? {} : { prices }),
    ...(RE_NOMINAL.test(sentence) ? { isNominal: true as const } : {}),
  }
}

function pricesIn(words: string): number | undefined {
  const year = RE_PRICES_OF.exec(words)?.[1]
  return year === undefined ? undefined : Number(year)
}

interface Misread {
  readonly pattern: RegExp
  readonly expected: string
  /** Where the bracket says otherwise, it is read rightly. */
  readonly isRead?: (estimated: Estimated, found: string) => boolean
}

const isOfAll = ({ rhythm }: Estimated) => rhythm !== 'a year'
const isGain = ({ flow, type }: Estimated) => flow === 'benefit' && type !== 'disbenefit'

// Matches "£800 to £1.2 million": the first takes its scale from the second.
const RE_LENT = /\p{Sc}?\s?(\d[\d.]*)\s?(?:to|[-–—])\s?\p{Sc}?\s?([\d.]*\d)/u

/** Whether ends of one scale lie so far apart, or so much the wrong way round, that they seem to have two. */
function isOfOneScale(found: string): boolean {
  const [low, high] = (RE_LENT.exec(found) ?? []).slice(1).map(Number)
  return !low || !high || low >= 1000 || (low < 100 * high && high < 100 * low)
}

const MISREAD: readonly Misread[] = [
  // "£800 to £1.2 million", "£3 to £800k"
  {
    pattern:
      /(?<![\d.,])\p{Sc}\s?\d[\d.]*\s?(?:to|[-–—])\s?\p{Sc}?\s?\d[\d.]*\s?(?:k|m|mn|bn|thousand|million|billion)(?![\p{L}])/iu,
    expected:
      'the scale behind both numbers, since the first would take it from the second: "£800k to £1.2 million"',
    isRead: (_, found) => isOfOneScale(found),
  },
  // "€1.500", "1.500 €", "1.500 to 2.500 calls": thousands in much of Europe, or one and a half.
  {
    pattern: new RegExp(
      `(?<![\\d.,])(?:\\p{Sc}\\s?[1-9]\\d{0,2}\\.\\d{3}(?![\\d.,]*\\d|${SCALE_BEHIND})(?:(?<=0)|(?!\\d|(?: (?:to|and) \\p{Sc}?[\\d.]+)? (?:a|an|per|each|every) (?!year|month|week|quarter)))|[1-9]\\d{0,2}\\.\\d{3}\\s?(?:\\p{Sc}|EUR\\b)|[1-9]\\d{0,2}\\.\\d\\d0(?= (?:to|à|bis|[-–]) [1-9]\\d{0,2}\\.\\d\\d0(?![\\d.]|${SCALE_BEHIND}) \\p{L}))`,
      'iu',
    ),
    expected: 'commas between thousands, and no more than two decimals of money: "€1,500"',
  },
  // "£12,00,000"
  {
    pattern:
      /(?<![\d.,])\p{Sc}?\s?\d{1,3}(?:,\d{1,3})*,(?:\d{2},\d{3}|\d{3}(?:,\d{1,2})(?!\d))(?![\d,]*\d)/u,
    expected: 'a comma before each three digits: "£1,200,000"',
  },
  // "a dozen lorries at £200,000"
  {
    pattern:
      /\b(?:dozens?|score|couple|pair|handful|several|many|few|some|hundreds|thousands|various|multiple)(?: of)?(?: \p{L}[\p{L}-]*){0,3} (?:at|@|×|x|times) (?:about |around |roughly |between )?\p{Sc}\s?\d[\d.,]*/iu,
    expected: 'how many in digits, and the price of each: "12 lorries at £200,000 a lorry"',
  },
  // "£2m for each of the depots", "in each of 4 years"
  {
    pattern: new RegExp(
      `${MONEY}[^.;]{0,20} (?:for|in|at|to|on|across) (?:each|every one) of (?:the |our |its |these )?(?:(?:${COUNT} )?(?:years|quarters|months|weeks)|(?!(?:${COUNT}|the|our|its|these)\\b|\\d)\\p{L}+)`,
      'iu',
    ),
    expected:
      'how many of them there are: "4 depots × £2 million a depot", or "a year" in its bracket',
    isRead: ({ rhythm }, found) => rhythm === 'a year' && /years$/i.test(found),
  },
  // "Each of the four depots costs £2m"
  {
    pattern: new RegExp(
      `\\b(?:each|every one) of (?:the |our |its |these )?(?:${COUNT} )?(?:\\p{L}[\\p{L}-]* ){1,3}?(?:costs?|needs?|takes?|saves?|brings?|earns?|uses?|pays?)\\b[^.;]{0,20}${MONEY}`,
      'iu',
    ),
    expected: 'a sum: "4 depots × £2 million a depot"',
  },
  // "and as much again for training", "and twice that for staff"
  {
    pattern:
      /\d[^.;]*\b(?:as much|as many|the same|half as much|that) again\b|\d[^.;]*\b(?:and|plus|then|with) (?:another |about |roughly )?(?:twice|double|treble|triple|half|(?:two|three|four|five|ten|\d+) times|a (?:third|quarter|fifth|tenth) of) (?:that|this|as much|as many|the amount|it)\b(?! as\b)|\d[^.;]*(?:,|\band|\bplus) (?:as much|as many|the same(?: amount| sum)?) (?:for|on|in|to)\b/iu,
    expected: 'a sum that says it in numbers: "2 × £2 to £3 million", or an estimate of each',
  },
  // "a negative £2m", "below nought by £2m"
  {
    pattern: new RegExp(
      `\\bnegative(?: (?:of|amount of|value of))? ${MONEY}|${MONEY} (?:negative|in the red)\\b`,
      'iu',
    ),
    expected: 'a minus sign right in front of a number below nought: "−£2 million"',
  },
  // "three times £2m"
  {
    pattern: new RegExp(
      `\\b(?:${FEW}|a few|several|many|some) times (?:the )?(?:EST\\d|${MONEY})`,
      'iu',
    ),
    expected: 'a sum in digits: "3 × £2 million"',
  },
  // "12 staff at a salary of £45,000"
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d.,/])${COUNT} (?:\\p{L}[\\p{L}-]* ){1,3}(?:(?:at|on|with) (?:a |an |the )?(?:(?:average|typical|mean|full|gross|usual|daily|hourly|annual|yearly|starting) )*(?:salary|salaries|wages?|pay|price|rate|fee|average|unit cost)(?: (?:of|at))? |on |earning |(?:who are )?(?:each )?paid )(?:about |around |between )?${MONEY}`,
      'iu',
    ),
    expected: 'what one of them costs: "12 FTE × £45,000 to £55,000 an FTE"',
    isRead: (_, found) =>
      /^(?:1|one) /i.test(found) ||
      / (?:an?|per|each|every) (?!year|month|week)/iu.test(found.slice(found.search(/\p{Sc}/u))),
  },
  // "£(1.5)m", "is (£1.5m)", as accounts write what is below nought.
  {
    pattern:
      /\p{Sc}\s?\(\d[^()]*\)|(?<=\b(?:is|are|was|of|to|costs?|saves?) )\(\p{Sc}\s?\d[\d.,]*\s?\p{L}*\)/u,
    expected:
      'no brackets around a number, and a minus sign in front of one below nought: "−£1.5 million"',
  },
  // "£'000 450", "450 (£000s)"
  {
    pattern: /\p{Sc}?\s?[’']000s?\b|\p{Sc}\s?000s?\b|\b000s\b/u,
    expected: 'the scale behind its number: "£450k"',
  },
  // "£2.4 MM", "£3 Mio", "£3 lakh"
  {
    pattern:
      /\p{Sc}\s?[\d.,]*\d\s?(?:MM|mm|Mio|Mrd|lakhs?|crores?|mil|thousands|millions|billions|B|T)(?![\p{L}\d])/u,
    expected: '"thousand", "million" or "billion" behind its number: "£2.4 million"',
  },
  // "2 à 3 millions €", "1,5 Mrd. €", "2 bis 3"
  {
    pattern:
      /\d\s?(?:Mio|Mrd|millions|millionen|milliards?|milliarden|mille|tausend|m?filiwn|miliwn|milliún)(?![\p{L}])|\d\s?(?:à|bis)\s?\p{Sc}?\d/iu,
    expected: 'numbers as in English, with a full stop before decimals: "1.5 to 2.5 million €"',
  },
  // "£3-million"
  {
    pattern: /\p{Sc}\s?\d[\d.,]*-(?:thousand|million|billion)\b/iu,
    expected: 'a space before its scale: "£3 million"',
  },
  // "two to three hundred thousand"
  {
    pattern: new RegExp(`\\b${COUNT} (?:to|or) ${COUNT} hundred (?:thousand|million)\\b`, 'iu'),
    expected: 'both ends in digits: "200,000 to 300,000"',
  },
  // "5-6,000", "£5–£6,000": of five, or of five thousand.
  {
    pattern:
      /(?<![\d.,])\p{Sc}?(\d{1,3})\s?[-–—]\s?\p{Sc}?(?!\1,)\d{1,3},000(?:,000)*(?![\d,]|\.\d)/u,
    expected: 'both ends in full: "5,000 to 6,000"',
  },
  // "£3 per 1,000 letters", "£2m every two years"
  {
    pattern: new RegExp(
      `\\p{Sc}\\s?${DIGITS}\\s?\\p{L}* (?:per|every|for every) ${COUNT}\\b`,
      'iu',
    ),
    expected: 'the amount for one of them: "£0.03 a letter", "£1 million a year"',
  },
  // "twice £3m", "half the £3m"
  {
    pattern: /\b(?:twice|double|treble|triple|half(?= the)) (?:the )?\p{Sc}\s?\d[\d.,]*/iu,
    expected: 'the amount itself, or a sum: "2 × £3 million"',
  },
  // "£3m / £5m / £9m"
  {
    pattern: /(?:\p{Sc}\s?\d[\d.,]*\p{L}*\s?\/\s?){2}\p{Sc}\s?\d/u,
    expected: 'a range with its middle: "£5m, £3m to £9m"',
  },
  // "P50 £210m, P10 £180m, P90 £260m"
  {
    pattern: new RegExp(`\\bP\\d0\\b[^.]*${NUMBER}[^.]*\\bP\\d0\\b`, 'u'),
    expected: 'the middle, then the range: "£210m, £180m to £260m"',
  },
  // "£3 million +50% −20%"
  {
    pattern: /[+]\d+\s?%\s?(?:\/|,|and)?\s?[-−–]\d+\s?%/u,
    expected: 'the range in full: "£3 million, £2.4 to £4.5 million"',
  },
  // "£1bn, of which half is cash-releasing"
  {
    pattern: new RegExp(
      `${MONEY},? of which (?:about |around |roughly )?(?:${MONEY}|\\d|half|most|some|an? \\p{L}+ |${FEW}\\b)`,
      'iu',
    ),
    expected: 'an estimate for each part: "£1 billion" and "50% of EST1"',
  },
  // "£2m per financial year"
  {
    pattern: /\b(?:a|per|each|every) (?:financial|calendar|tax) (?:year|month)\b/iu,
    expected: '"a year" or "a month"',
  },
  // "rises from £2 million to £3 million", "£450k rising to £620k"
  {
    pattern: new RegExp(
      `(?:\\b(?:ris|fall|grow|increas|decreas|reduc|dropp?|improv|declin|shrink|climb|went|goes|go|cut|rose|fell|grew)(?:es|e|ing|s|ed)?(?: \\p{L}+){0,2} from ${NUMBER}(?: \\p{L}+){0,2} to ${NUMBER})|${NUMBER}(?:[^.;]{0,30})\\b(?:rising|falling|growing|increasing|decreasing|dropping|ramping up|tapering) to ${NUMBER}`,
      'iu',
    ),
    expected:
      'an estimate of each, with its years in its bracket, or of the change alone: "EST1 minus EST2"',
  },
  // "25 basis points"
  {
    pattern: /[\d.]*\d\s?(?:basis points?|bps)\b/iu,
    expected: 'a share: "0.25%"',
  },
  // "12km", "3.5 m of freeboard", "40 m²"
  {
    pattern:
      /(?<![\p{L}\p{Sc}\d.,])\d[\d.,]*(?:(?:km|cm|mm|kg|ha|hrs?|mins?|[kMGT]Wh?|[MGT]B)(?![\p{L}\d])|\s?m[²³]| m(?= of\b| (?:long|wide|high|deep|tall)\b))/u,
    expected: 'its unit in a word of its own: "12 to 15 kilometres", "4 metres"',
  },
  // "£2m a year for three years"
  {
    pattern: new RegExp(
      `(?:\\b(?:a|per|each|every) (?:year|annum)|\\bp\\.?a\\.?) (?:for|over) (?:the (?:first|next) )?(?:\\d{1,2}|${FEW}) years?\\b`,
      'iu',
    ),
    expected: 'its years in the bracket: "(a year, 2027 to 2029)"',
    isRead: ({ years }) => years !== undefined,
  },
  // "£3m over three years", of each year by its bracket.
  {
    pattern: new RegExp(
      `${MONEY}(?: \\p{L}+)? (?:in (?:total|all)|(?:(?:in total|in all) )?(?:over|across) (?:the )?(?:(?:first|next|whole) )?(?:(?:\\d{1,2}|${FEW}) years?|period|life|programme))\\b`,
      'iu',
    ),
    expected: '"one-off" in its bracket, with the years over which it is paid',
    isRead: isOfAll,
  },
  // "a whole-life cost of £12m", of each year by its bracket.
  {
    pattern: /\b(?:whole|through)[- ]life\b|\blife-?time costs?\b/iu,
    expected: '"one-off" in its bracket, with the years over which it is paid',
    isRead: isOfAll,
  },
  // "£3m a year", paid once by its bracket.
  {
    pattern: RE_A_YEAR,
    expected: '"a year" in its bracket, or no "a year" behind its number',
    isRead: ({ rhythm, years }) =>
      rhythm !== 'one-off' || (years && years.from === years.to) === true,
  },
  // "£3m a year", of each month by its bracket.
  {
    pattern: RE_A_YEAR,
    expected: 'the same in its bracket and behind its number',
    isRead: ({ period }) => period === undefined,
  },
  // "in 2019 prices", in those of another year by its bracket.
  {
    pattern: RE_PRICES_OF,
    expected: 'the same year of prices in its bracket',
    isRead: ({ prices }, found) => prices === undefined || prices === pricesIn(found),
  },
  // "£10k a month", paid once by its bracket.
  {
    pattern: new RegExp(`${MONEY} ${PERIOD}\\b`, 'iu'),
    expected: '"a year" in its bracket, where it is paid again and again',
    isRead: ({ rhythm }) => rhythm !== 'one-off',
  },
  // "£10k pcm", "£10k fortnightly".
  {
    pattern:
      /\p{Sc}\s?\d[\d.,]*\s?\p{L}* (?:pcm|pw|pq|(?:bi-?)?(?:month|quarter|week|fortnight)ly|bi-?annually)\b/iu,
    expected: 'how often it is paid: "a month", "a quarter"',
    isRead: ({ rhythm }) => rhythm !== undefined,
  },
  // "12 posts at £48k each", "laptops at £800 to £900 each"
  {
    pattern: new RegExp(
      `${NUMBER}(?: (?!and\\b)\\p{L}+)? (?:each|apiece)(?=[.,;)]|$| (?:and|with|for|plus|including)\\b)`,
      'iu',
    ),
    expected: 'for each of what: "£48k a post", "12 posts at £48k a post"',
  },
  // "a deficit of £3m", which a sum would add.
  {
    pattern: new RegExp(
      `\\b(?:deficit|overspend|net loss)(?: (?:of|is|was|comes to))? ${SOME}`,
      'iu',
    ),
    expected: 'a sign, or what it is in the bracket: "−£3 million", "(cost)", "(disbenefit)"',
    isRead: ({ flow, type }) => flow === 'cost' || type === 'disbenefit',
  },
  // "a loss of £3m", a benefit by its bracket.
  {
    pattern: new RegExp(
      `(?<!\\b(?:avoided|averted|prevented|lower|fewer|less|reduced|smaller|recovered|in|of) )\\b(?:loss(?:es)?|shortfall|extra costs?|(?:costs?|spending|bills?) (?:rises?|grows?|increases?|goes? up)) (?:of|is|are|comes? to|by) ${MONEY}`,
      'iu',
    ),
    expected: '"cost" or "disbenefit" in its bracket, or a minus sign: "−£3 million"',
    isRead: (estimated) => !isGain(estimated),
  },
  // "a saving of £3m", a cost by its bracket.
  {
    pattern: new RegExp(
      `\\b(?:savings?|surplus|income|receipts|revenue|gain|profit) (?:of|is|are|comes? to) ${MONEY}|\\bsaves? ${MONEY}`,
      'iu',
    ),
    expected: '"benefit" in its bracket, or a minus sign: "−£3 million"',
    isRead: ({ flow }) => flow !== 'cost',
  },
  // "a present value of £12m", which would be discounted again.
  {
    pattern: new RegExp(`\\b(?:present value|NPS?V|PV|discounted)\\b[^.;]{0,30}${MONEY}`, 'iu'),
    expected: 'what it is each year, since the sums discount it: "£1.5 million a year"',
    isRead: ({ flow }) => flow === undefined,
  },
]

/** Why a sentence can't be read as it is meant: for people. `undefined` where nothing speaks against it. */
export function misreadIn(sentence: string, estimated: Estimated): string | undefined {
  for (const { pattern, expected, isRead } of MISREAD) {
    const found = pattern.exec(sentence)?.[0]
    if (found && !isRead?.(estimated, found))
      return `Unexpected "${found.trim()}", expected ${expected}`
  }
  return undefined
}
