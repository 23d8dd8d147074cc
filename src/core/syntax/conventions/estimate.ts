/** `(OPT2, benefit, cash-releasing, 2028 to 2036, a year, low confidence, 1a)`: what an estimate's bracket says. */
import type { Estimated } from '../../model/estimated.ts'

/** What a bracket says of an estimate. */
export interface EstimateText {
  readonly estimated: Estimated
  /** Parts that say nothing of an estimate, or say a second time what was said. */
  readonly unread: readonly string[]
  /** Who answers for it: "owner: Head of Waste". */
  readonly owner?: string
}

// Matches "owner: Head of Waste and Streets", "owned by Finance".
const RE_OWNER = /(?:^|[,;])\s*(?:owner|owned by)\s*[:=]?\s+([^,;]+)/i

/**
 * Reads what stands in a bracket: parts between `,` or `;`, in any order. `undefined` where no part
 * says anything of an estimate.
 */
export function readEstimated(text: string): EstimateText | undefined {
  const ids: string[] = []
  const unread: string[] = []
  let said: Omit<Estimated, 'ids'> = {}
  const owner = RE_OWNER.exec(text)?.[1]?.trim()
  for (const part of text.replace(RE_OWNER, '').split(/[,;]|\band\b/)) {
    const words = part.replace(/\s+/g, ' ').trim()
    if (words === '') continue
    const named = idIn(words)
    const read = saysOf(words)
    if (named) ids.push(named)
    else if (read && isSame(said, read)) said = { ...said, ...read }
    // "disbenefit, to society": a disbenefit is to somebody.
    else if (read?.type && said.type && [read.type, said.type].includes('disbenefit'))
      said = { ...said, type: 'disbenefit' }
    else unread.push(words)
  }
  if (ids.length === 0 && Object.keys(said).length === 0 && !owner) return undefined
  const estimated = { ...said, ...(ids.length > 0 ? { ids } : {}) }
  return { estimated, unread, ...(owner ? { owner } : {}) }
}

/** Whether a part of a bracket says something of an estimate. */
export function isOfEstimate(part: string): boolean {
  const words = part.replace(/\s+/g, ' ').trim()
  return idIn(words) !== undefined || saysOf(words) !== undefined || RE_OWNER.test(words)
}

// Matches "1a", "OPT2", "R-1", "see CSF2", "on 3a".
const RE_ID = /^(?:(?:see|from|for|on|by|per)\s+)?([A-Z]{1,6}-?\d{1,4}|OPT[A-Z]|\d{1,4}[a-z]{1,2})$/

// Matches "Option 2", "on option B", "Evidence 3a".
const RE_NAMED =
  /^(?:(?:see|from|for|on|by|per)\s+)?(?:(option)\s+(\d{1,4}|[a-z])|evidence\s+(\d{1,4}[a-z]{1,2}))$/i

/** The id that a part of a bracket is: `OPT2` for "Option 2". */
function idIn(words: string): string | undefined {
  const [, option, number = '', evidence] = RE_NAMED.exec(words) ?? []
  if (option) return `OPT${number.toUpperCase()}`
  return evidence?.toLowerCase() ?? RE_ID.exec(words)?.[1]
}

/** Words that a part may be, each with what they say. Compared in lower case, with spaces for hyphens. */
const WORDS: Readonly<Record<string, Estimated>> = {
  ...each(['one off', 'once', 'in all', 'in total'], { rhythm: 'one-off' }),
  ...each(['a year', 'per year', 'each year', 'every year', 'yearly', 'annual', 'annually'], {
    rhythm: 'a year',
  }),
  ...each(['recurring', 'recurrent', 'ongoing', 'per annum', 'pa', 'p.a.'], { rhythm: 'a year' }),
  ...forEach('quarter', 'quarterly'),
  ...forEach('month', 'monthly'),
  ...forEach('week', 'weekly'),
  ...each(['cost', 'costs', 'coût', 'coûts', 'kosten', 'costau', 'costas'], { flow: 'cost' }),
  ...each(['capital', 'capital cost', 'capital costs', 'capex', 'set up cost', 'set up costs'], {
    flow: 'cost',
    rhythm: 'one-off',
  }),
  ...each(
    [
      ...['revenue cost', 'revenue costs', 'resource cost', 'resource costs', 'opex'],
      ...['running cost', 'running costs', 'operating cost', 'operating costs'],
    ],
    { flow: 'cost', rhythm: 'a year' },
  ),
  ...each(['real', 'real terms', 'constant prices', 'undiscounted'], {}),
  ...each(['nominal', 'nominal terms', 'nominal prices', 'cash terms', 'cash prices'], {
    isNominal: true,
  }),
  ...each(['benefit', 'benefits', 'saving', 'savings'], { flow: 'benefit' }),
  ...each(['avantage', 'avantages', 'nutzen', 'budd', 'buddion', 'tairbhe'], { flow: 'benefit' }),
  ...each(['cash releasing', 'cashable', 'cash releasing benefit'], {
    flow: 'benefit',
    type: 'cash-releasing',
  }),
  ...each(['non cash releasing', 'non cashable', 'non cash releasing benefit'], {
    flow: 'benefit',
    type: 'non-cash-releasing',
  }),
  ...each(['to society', 'societal', 'social', 'wider', 'benefit to society'], {
    flow: 'benefit',
    type: 'to society',
  }),
  ...each(
    ['health', 'health effect', 'health effects', 'effect on health', 'life years', 'qalys'],
    {
      isHealth: true,
    },
  ),
  ...each(['health benefit', 'health benefits', 'benefit to health'], {
    flow: 'benefit',
    isHealth: true,
  }),
  ...each(['disbenefit', 'disbenefits', 'dis benefit', 'negative benefit'], {
    flow: 'benefit',
    type: 'disbenefit',
  }),
}

const YEAR = '((?:19|20|21)\\d\\d|(?<=fy ?)\\d\\d)'
// Matches "2027", "in 2027".
const RE_YEAR = new RegExp(`^(?:in )?(?:fy ?)?${YEAR}$`)
// Matches "2027-28", "in 2027/28", "FY 2027-28", "FY27/28": one financial year, named for the year in which it begins.
const RE_FINANCIAL = new RegExp(`^(?:in )?(?:fy ?)?${YEAR}[-–/](\\d\\d)$`)
// Matches "benefit to patients", "saving for businesses".
const RE_SOCIETY = /^(?:benefits?|savings?) (?:to|for) (?:the )?\p{L}+(?: \p{L}+)?$/u
// Matches "disbenefit to residents".
const RE_DISBENEFIT = /^dis-?benefits? (?:to|for) (?:the )?\p{L}+(?: \p{L}+)?$/u
// Matches "2027 to 2036", "2027–2036", "from 2027 to 2036", "2027-28 to 2035-36".
const RE_YEARS = new RegExp(
  `^(?:from )?(?:fy ?)?${YEAR}(?:[-–/]\\d\\d)?(?: to | until |[-–]| [-–] )(?:fy ?)?${YEAR}(?:[-–/]\\d\\d)?$`,
)
// Matches "from 2027", "2027 onwards", "since 2027".
const RE_FROM = new RegExp(
  `^(?:(?:from|since) (?:fy ?)?${YEAR}(?:[-–/]\\d\\d)?(?: onwards?| on)?|(?:fy ?)?${YEAR}(?:[-–/]\\d\\d)? (?:onwards?|on))$`,
)
// Matches "2026 prices", "in 2026-27 prices", "prices of 2026".
const RE_PRICES = new RegExp(
  `^(?:(?:in )?${YEAR}(?:[-–/]\\d\\d)? prices|prices (?:of|in) ${YEAR})$`,
)
// Matches "low confidence", "confidence: medium", "fairly high confidence".
const RE_CONFIDENCE =
  /^(?:(low|medium|high) confidence|confidence:? (?:is )?(low|medium|high))(?: in .*)?$/

/** What a part says, or the two halves of it: `annual saving`, `each year from 2027`. */
function saysOf(words: string): Estimated | undefined {
  const whole = saidIn(words)
  if (whole) return whole
  const parts = words.split(' ')
  for (let at = 1; at < parts.length; at += 1) {
    const [first, second] = [parts.slice(0, at), parts.slice(at)].map((some) =>
      saidIn(some.join(' ')),
    )
    if (first && second) return { ...first, ...second }
  }
  return undefined
}

function saidIn(words: string): Estimated | undefined {
  const lower = words.toLowerCase()
  const plain = lower.replace(/[-–]/g, ' ')
  if (Object.hasOwn(WORDS, plain)) return WORDS[plain]
  const confidence = RE_CONFIDENCE.exec(lower)
  if (confidence) return { confidence: confidenceOf(confidence[1] ?? confidence[2]) }
  if (RE_SOCIETY.test(lower)) return { flow: 'benefit', type: 'to society' }
  if (RE_DISBENEFIT.test(lower)) return { flow: 'benefit', type: 'disbenefit' }
  const prices = RE_PRICES.exec(lower)
  if (prices) return { prices: Number(prices[1] ?? prices[2]) }
  return yearsIn(lower)
}

function confidenceOf(word: string | undefined): NonNullable<Estimated['confidence']> {
  return word === 'low' || word === 'high' ? word : 'medium'
}

function yearsIn(words: string): Estimated | undefined {
  const one = RE_YEAR.exec(words)?.[1]
  if (one) return { years: { from: fullYear(one), to: fullYear(one) } }
  const [, begin, end] = RE_FINANCIAL.exec(words) ?? []
  if (begin && (Number(begin) + 1) % 100 === Number(end))
    return { years: { from: fullYear(begin), to: fullYear(begin) } }
  const [, from, to] = RE_YEARS.exec(words) ?? []
  if (from && to) return { years: { from: fullYear(from), to: fullYear(to) } }
  const open = RE_FROM.exec(words)
  return open ? { years: { from: fullYear(open[1] ?? open[2] ?? '') } } : undefined
}

/** `27` of "FY27/28" → 2027 */
function fullYear(digits: string): number {
  return Number(digits.length === 2 ? `20${digits}` : digits)
}

/** `cost` and `benefit, cash-releasing` may say the same field twice, if they say the same. */
function isSame(said: Estimated, read: Estimated): boolean {
  return Object.entries(read).every(
    ([name, value]) => !(name in said) || said[name as keyof Estimated] === value,
  )
}

function forEach(period: NonNullable<Estimated['period']>, one: string) {
  const words = [one, ...['a', 'per', 'each', 'every'].map((before) => `${before} ${period}`)]
  return each(words, { rhythm: 'a year', period })
}

function each(words: readonly string[], says: Estimated): Readonly<Record<string, Estimated>> {
  return Object.fromEntries(words.map((word) => [word, says]))
}
