/** What makes an appraisal fail: options that nobody compared, money that is not or twice counted. */
import { chanceWords } from '../appraisal/charts.ts'
import { ledgerOf } from '../appraisal/index.ts'
import { placeOfOption } from '../appraisal/option-words.ts'
import type { Ledger, OptionAppraisal } from '../appraisal/plan.ts'
import { evaluate } from '../estimates/expression.ts'
import { formatNumber } from '../estimates/format.ts'
import type { LedgerEntry } from '../estimates/ledger.ts'
import { isCurrency, oneOf } from '../estimates/unit.ts'
import { itemsLike } from '../graph/items.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import type { Found } from '../model/finding.ts'
import { has } from '../model/kinds.ts'
import type { Property } from '../model/properties.ts'
import { placeInYaml } from '../settings/yaml.ts'
import { listed } from '../text/listed.ts'
import { countInText, nameInText, shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

type Find = (ledger: Ledger, checked: Checkable) => readonly Found[]

/** A check of the ledger. It says nothing of a case without estimates. */
function ofLedger(find: Find): Check {
  return (checked) => {
    const ledger = ledgerOf(checked)
    return ledger ? find(ledger, checked) : []
  }
}

/**
 * Options without one that goes on as now. Asked where options are weighed: in money, or in a table with the
 * same factors for each.
 */
export const noBusinessAsUsual: Check = (checked) => {
  const { graph } = checked
  const ledger = ledgerOf(checked)
  const isAppraised = ledger?.options.some(({ npsv }) => npsv)
  const all = itemsLike('option', graph)
  const weighed = isAppraised ? all : all.filter(({ key }) => graph.blocks.get(key)?.how === 'row')
  const [first] = weighed
  if (!first || (!isAppraised && weighed.length < 2)) return []
  if (all.some((one) => placeOfOption(one, graph.blocks.get(one.key)).isBusinessAsUsual)) return []
  const message = `Unexpected ${countInText(all, graph.kinds)} without business as usual, expected one that says what happens if nothing is done`
  return [{ message, place: first.place }]
}

const RE_MORE = /\b(?:more|most) ambitious\b|\bdo (?:the )?(?:maximum|more)\b/i
const RE_LESS = /\bless ambitious\b|\bdo less\b/i

/**
 * Options without those that the Green Book asks for beside the preferred one. Asked where options are
 * weighed in money.
 */
export const narrowOptions = ofLedger(({ options, preferred: key, isPart }, { graph }) => {
  const preferred = options.find((one) => one.key === key)
  if (!preferred?.costs || isPart) return []
  const { costs, id } = preferred
  const others = options.filter((one) => one !== preferred && !one.isBusinessAsUsual)
  const isSaid = (pattern: RegExp) => others.some(({ text }) => pattern.test(text))
  const costing = others
    .filter((one) => !one.isDoMinimum)
    .flatMap((one) => one.costs?.central ?? [])
  const lacks = [
    ...(options.some((one) => one.isDoMinimum) ? [] : ['do minimum']),
    ...(isSaid(RE_MORE) || costing.some((cost) => cost > costs.central)
      ? []
      : [`one more ambitious than ${id}`]),
    ...(preferred.isDoMinimum || isSaid(RE_LESS) || costing.some((cost) => cost < costs.central)
      ? []
      : [`one less ambitious than ${id}`]),
  ]
  if (lacks.length === 0) return []
  const message = `Unexpected options without ${listed(lacks)}, expected these beside business as usual: who reads a narrow list asks what was left out`
  return [{ message, place: placeOf(preferred, graph) }]
})

/**
 * A preferred option that is not the best by its own sums, where its words do not say why it is preferred all
 * the same.
 */
export const preferredNotBest = ofLedger((ledger, { graph }) => {
  const { options, preferred: key, isPreferredGuessed, isPart } = ledger
  const preferred = options.find((one) => one.key === key)
  const { npsv, told, benefits, costs, chanceOfBest = 1 } = preferred ?? {}
  if (!preferred || !npsv || !told || isPreferredGuessed || isPart || preferred.because) return []
  if (!benefits?.central || !costs?.central) return []
  const [rival] = options
    .filter(
      (one) => one !== preferred && (one.benefits?.central || one.isBusinessAsUsual) && !one.hidden,
    )
    .toSorted((one, other) => (other.chanceOfBest ?? 0) - (one.chanceOfBest ?? 0))
  const rivals = rival?.chanceOfBest ?? 0
  const isBeaten = rival !== undefined && rivals > chanceOfBest
  if (npsv.central >= 0 && !isBeaten) return []
  const { id } = preferred
  const faults = [
    ...(npsv.central < 0 ? [`comes to ${told.npsv.central}, and costs more than it brings`] : []),
    ...(isBeaten
      ? [
          `is best in ${chanceWords(chanceOfBest)}, where ${rival.id}${rival.fate === 'discounted' ? ', which is discounted,' : ''} is best in ${chanceWords(rivals)}`,
        ]
      : []),
  ]
  return [
    {
      message: `Unexpected preferred option ${id} that ${faults.join(', and ')}, expected the best one, or why it is preferred all the same`,
      mend: `${id} is preferred, but ${faults.join(', and ')}. Say in a sentence of it why it is preferred all the same: "Carried forward because …". Else prefer another one`,
      place: placeOf(preferred, graph),
    },
  ]
})

export const optionWithoutEstimates = ofLedger(({ options }, { graph }) =>
  options.some(({ npsv }) => npsv)
    ? options
        .filter(
          ({ npsv, uncounted, fate, isBusinessAsUsual, hidden }) =>
            !npsv &&
            !hidden &&
            uncounted.length === 0 &&
            fate !== 'discounted' &&
            !isBusinessAsUsual,
        )
        .map((option) => ({
          message: `Unexpected option ${option.id} without estimates ("${shorten(option.text)}"), expected what it costs and brings, or why it was discounted`,
          place: placeOf(option, graph),
        }))
    : [],
)

/** Options that were compared without evidence: readers think that the answer was known before the question. */
export const rivalWithoutEvidence = ofLedger(({ options, preferred, estimates }, { graph }) => {
  const isKnown = (key: string) => {
    const item = graph.items.get(key)
    return item !== undefined && has(item.kind, 'ground', graph.kinds)
  }
  const backed = new Set(
    graph.case.links.flatMap(({ from, to }) => [
      ...(isKnown(to) ? [from] : []),
      ...(isKnown(from) ? [to] : []),
    ]),
  )
  const isBacked = (option: OptionAppraisal) =>
    backed.has(option.key) ||
    estimates.some(({ key, option: of }) => of === option.key && backed.has(key))
  if (!options.some((one) => one.key === preferred && isBacked(one))) return []
  return options
    .filter((one) => one.key !== preferred && !one.isBusinessAsUsual && !isBacked(one))
    .map((option) => ({
      message: `Unexpected option ${option.id} for which nobody sought evidence ("${shorten(option.text)}"), expected evidence for or against it, as for the preferred one`,
      place: placeOf(option, graph),
    }))
})

export const mixedPriceYears = ofLedger(({ estimates, basis: { prices: usual } }) => {
  const nominal = estimates
    .filter(({ isNominal, restsOn }) => isNominal && restsOn.length === 0)
    .map(({ id, place }) => ({
      message: `Unexpected nominal money in ${id}, expected prices of ${usual}: economic sums are in real terms, and do not count it`,
      mend: `No sum counts ${id}, since it is nominal. Take inflation out of it, and write "${usual} prices" in its bracket`,
      place,
    }))
  const said = estimates.filter(({ prices }) => prices !== undefined)
  const mixed = said
    .filter(({ prices, restsOn }) => prices !== usual && restsOn.length === 0)
    .map(({ id, prices, place }) => ({
      message: `Unexpected prices of ${prices} in ${id}, expected those of ${usual}, as in the rest`,
      place,
    }))
  return [...nominal, ...mixed]
})

export const benefitCountedTwice = ofLedger(({ estimates }) => {
  const byKey = new Map(estimates.map((entry) => [entry.key, entry]))
  const counted = estimates.filter(({ flow, option }) => flow && option)
  return counted.flatMap((entry, at): readonly Found[] => {
    const inIt = addendsOf(entry, byKey)
    const under = isGain(entry) ? estimatesUnder(entry, byKey) : new Set()
    const twice = counted.find(
      (other, index) =>
        other.option === entry.option &&
        (inIt.has(other.key) ||
          // A share of a benefit that is counted whole.
          (under.has(other.key) && isGain(other) && overlap(entry, other)) ||
          (index < at &&
            (isSameId(entry, other) ||
              (entry.flow === 'benefit' && entry.formula !== undefined && sameSum(entry, other)) ||
              (isGain(entry) &&
                isGain(other) &&
                overlap(entry, other) &&
                sayTheSame(entry, other))))),
    )
    return twice
      ? [
          {
            message:
              twice.id === entry.id
                ? `Unexpected ${entry.id} of two documents in one option, expected each cost and benefit of an option once: both are counted, so give one a number of its own if both are meant`
                : `Unexpected ${twice.id} in ${entry.id}, expected each cost and benefit of an option once: ${twice.id} is counted by itself`,
            place: entry.place,
            related: [twice.place],
          },
        ]
      : []
  })
})

/** Two documents that both have an estimate of one number: copies, or a slip. */
function isSameId(one: LedgerEntry, other: LedgerEntry): boolean {
  return one.id === other.id && one.place.file !== other.place.file
}

function isGain({ flow, type, isMoney }: LedgerEntry): boolean {
  return flow === 'benefit' && type !== 'disbenefit' && isMoney
}

/** Whether two flow in one year at least, as far as they say. */
function overlap({ years: one }: LedgerEntry, { years: other }: LedgerEntry): boolean {
  return !one || !other || (one.from <= other.to && other.from <= one.to)
}

/** All estimates that one rests on, at once or through others. */
function estimatesUnder(
  { restsOn }: LedgerEntry,
  byKey: ReadonlyMap<string, LedgerEntry>,
  seen: Set<string> = new Set(),
): ReadonlySet<string> {
  for (const key of restsOn) {
    const entry = byKey.get(key)
    if (!entry || seen.has(key)) continue
    seen.add(key)
    estimatesUnder(entry, byKey, seen)
  }
  return seen
}

/** Whether one says no word that the other does not, and comes to the same: a benefit under two names. */
function sayTheSame(one: LedgerEntry, other: LedgerEntry): boolean {
  const [{ value }, { value: too }] = [one, other]
  if (!value || !too || one.formula || other.formula) return false
  if (value.central !== too.central || value.low !== too.low || value.high !== too.high)
    return false
  const [some, all] = [wordsIn(one), wordsIn(other)].toSorted((few, many) => few.size - many.size)
  return some !== undefined && some.size > 0 && some.isSubsetOf(all ?? new Set())
}

/** The words of an estimate without its amount, in small letters: those that say what it is of. */
function wordsIn({ text, quantities }: LedgerEntry): ReadonlySet<string> {
  const plain = quantities.reduce((rest, { text: amount }) => rest.replace(amount, ' '), text)
  const words = plain.toLowerCase().match(/[\p{L}\d][\p{L}\d’'-]*/gu) ?? []
  return new Set(words.filter((word) => word.length > 3 || /\d/.test(word)))
}

function sameSum({ formula, flow, years }: LedgerEntry, other: LedgerEntry): boolean {
  return (
    formula === other.formula &&
    flow === other.flow &&
    JSON.stringify(years) === JSON.stringify(other.years)
  )
}

/** Keys of the estimates that are added up in one: what is a share of another is no part of it. */
function addendsOf(
  { expression }: LedgerEntry,
  byKey: ReadonlyMap<string, LedgerEntry>,
  seen: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  if (!expression) return new Set()
  const own = evaluate<readonly string[]>(expression, {
    input: () => [],
    estimate: (key) => [key],
    negative: (of) => of,
    operate: (operator, left, right) =>
      operator === 'plus' || operator === 'minus' ? [...left, ...right] : [],
  })
  const found = new Set(own)
  for (const key of own) {
    const entry = byKey.get(key)
    if (!entry || seen.has(key)) continue
    for (const one of addendsOf(entry, byKey, new Set([...seen, key]))) found.add(one)
  }
  return found
}

export const uncountedEstimate = ofLedger(({ estimates, basis, options }, { graph }) => {
  const byKey = new Map(estimates.map((entry) => [entry.key, entry]))
  const inSums = new Set<string>()
  for (const entry of estimates)
    if (entry.flow && entry.option) estimatesUnder(entry, byKey, inSums)
  return estimates.flatMap((entry): readonly Found[] => {
    const own = options.filter(({ key }) =>
      graph.case.links.some(({ from, to }) => from === key && to === entry.key),
    )
    const lacks =
      own.length > 1
        ? `one option, and not ${listed(own.map(({ id }) => id))}: an estimate for each`
        : lacksOf(entry, basis, options, inSums.has(entry.key))
    return lacks
      ? [
          {
            message: `Unexpected ${entry.id} that is not counted whole, expected ${lacks}`,
            place: entry.place,
          },
        ]
      : []
  })
})

/** What an estimate needs to be counted; `undefined` where it is, or need not be. */
function lacksOf(
  { option, flow, years, rhythm, isMoney, isNominal, value, unit }: LedgerEntry,
  { base, until, currency }: Ledger['basis'],
  options: readonly OptionAppraisal[],
  isInSum: boolean,
): string | undefined {
  // What is nominal is the business of `mixed-price-years`.
  if (!value || isNominal || (!option && !flow)) return undefined
  if (!option)
    return options.length > 0 ? 'the option whose it is, in its bracket: "(OPT2, …)"' : undefined
  // How far bins fall is of an option, and neither its cost nor its benefit: a sum of it is.
  if (!flow && isInSum) return undefined
  if (!flow) return '"cost" or "benefit" in its bracket'
  // What is not money stands beside the sums.
  const [name = ''] = unit.over
  const [each = ''] = unit.under
  if (!isMoney && isCurrency(name))
    return `money a year, and not ${oneOf(each)}: multiply it by how many there are, "× ${formatNumber(each === 'day' ? 220 : 1000, { over: [each], under: [] }, 3)}"`
  if (!isMoney)
    return flow === 'cost'
      ? `money, such as "× £12 ${name === '' ? 'each' : oneOf(name)}": without it, this cost stands beside the sums`
      : undefined
  if (unit.over[0] !== currency.over[0]) return `${currency.over[0]}, as in the rest`
  if (!years) return 'its years in its bracket: "2027 to 2036"'
  if (!rhythm) return '"one-off" or "a year" in its bracket'
  // What is turned round is the business of `turned-range`.
  if (years.to < years.from) return undefined
  return years.from < base || years.to > until
    ? `years from ${base} to ${until}, which the case counts: see "horizon" in case.yaml`
    : undefined
}

/** Sums that would be told without a part of them. */
export const partialSum = ofLedger(({ options }, { graph, settings }) => {
  const { partOf, options: inside } = graph.hidden
  const isSaid = (id: string) => settings.economics.partial.includes(id)
  const parts = options
    .filter(({ id }) => !isSaid(id))
    .flatMap(({ id, key }) =>
      (partOf.get(key) ?? []).map((part) => ({
        message: `Unexpected ${part.id} that stays inside and is a part of option ${id}, expected the whole of its sums for everyone, or none: pages for everyone tell no sum of ${id}, nor which option is best`,
        mend: `Pages for everyone tell no sum of ${id}, nor which option is best, since ${part.id} stays inside. Let everyone read ${part.id}, or take ${id} out of it. Else write "partial: [${id}]" under economics in case.yaml: then pages tell its sums without ${part.id}, and say that a part is left out`,
        place: part.place,
      })),
    )
  const rivals = inside
    .filter(({ id }) => !isSaid(id))
    .map(({ id, place }) => ({
      message: `Unexpected option ${id} that stays inside with its estimates, expected all options for everyone: pages for everyone do not say which option is best`,
      mend: `Pages for everyone do not say which option is best, since ${id} stays inside. Let everyone read ${id}, or write "partial: [${id}]" under economics in case.yaml if that is as you want it`,
      place,
    }))
  return [...parts, ...rivals]
})

export const optimismWithoutReason = ofLedger((ledger, { settings, settingsSource, graph }) => {
  const { file, text } = settingsSource ?? { file: 'case.yaml', text: '' }
  const { optimism } = settings.economics
  const bare = Object.entries(optimism)
    .filter(([, said]) => said.class === undefined || said.reason === undefined)
    .map(([id]) => ({
      message: `Unexpected optimism bias of ${id} without ${optimism[id]?.class === undefined ? 'a class' : 'a reason'}, expected of which sort of project it is taken, and why so much here`,
      place: placeInYaml(text, file, ['economics', 'optimism', id]),
    }))
  const works = new Set(
    ledger.estimates.flatMap(({ flow, rhythm, option, isMoney }) =>
      flow === 'cost' && rhythm === 'one-off' && isMoney ? (option ?? []) : [],
    ),
  )
  const silent = ledger.options
    .filter(
      ({ key, id, fate }) => works.has(key) && optimism[id] === undefined && fate !== 'discounted',
    )
    .map((option) => ({
      message: `Unexpected costs of option ${option.id} without a word on optimism bias, expected in case.yaml how far over such projects usually go, or "works: 0%" with the reason`,
      place: placeOf(option, graph),
    }))
  return [...silent, ...bare, ...askedWithout(ledger, settings.ask ?? '', { file, text })]
})

// Matches words of an ask that say that plans go over.
const RE_OVER = /\b(?:optimism|contingency|go(?:es)? over|overruns?|risk)\b/i

/** An ask for what an estimate comes to, where the sums count more of it: the money runs out. */
function askedWithout(
  { estimates, options }: Ledger,
  ask: string,
  { file, text }: { readonly file: string; readonly text: string },
): readonly Found[] {
  if (RE_OVER.test(ask)) return []
  const cited = [...ask.matchAll(/\bEST-?0*(\d{1,5})\b/gi)].map(([, number]) => `EST${number}`)
  return estimates.flatMap(
    ({ id, flow, option: of, rhythm, value, told, unit }): readonly Found[] => {
      const option = options.find(({ key, counted }) => key === of && counted.length > 0)
      const { works = 0, running = 0 } = option?.optimism ?? {}
      const added = rhythm === 'one-off' ? works : running
      if (!cited.includes(id) || flow !== 'cost' || !option || !value || !told || added <= 0)
        return []
      const counted = formatNumber(value.central * (1 + added), unit, 3)
      return [
        {
          message: `Unexpected ask for ${told.central} (${id}) without what is added for optimism, expected a word on it: the sums of ${option.id} count ${counted}`,
          mend: `The ask names ${told.central} (${id}), and the sums of ${option.id} count ${counted} for it, since such projects go over. Ask for that too, or say in the ask who bears it: "${told.central} (${id}), ${counted} with optimism"`,
          place: placeInYaml(text, file, ['ask']),
        },
      ]
    },
  )
}

export const successFactorWithoutMeasure = ofLedger((_, { graph }) => {
  const measured = new Set(
    graph.case.links.flatMap(({ from, to }) =>
      String(graph.items.get(from)?.kind) === 'measure' ? to : [],
    ),
  )
  return itemsLike('success-factor', graph)
    .filter(
      ({ kind, key, text, properties }) =>
        String(kind) !== 'measure' &&
        !properties?.measure &&
        !measured.has(key) &&
        !RE_MEASURED.test(text),
    )
    .map((item) => ({
      message: `Unexpected ${nameInText(item, graph.kinds)} without a measure ("${shorten(item.text)}"), expected how it is measured: write "Measure: …" below it`,
      place: item.place,
    }))
})

// Matches what says how much, and by how much it is met: "below 2 in 1,000", "within 5 days", "by 20%", "to £3 million".
const RE_MEASURED =
  /\b(?:below|under|above|over|within|at (?:least|most)|(?:no|not) (?:more|less|fewer|later) than|(?:more|less|fewer|higher|lower|faster|later) than|up to|by|to|of|in|fewer|costs?|is|are) (?:about )?(?:\p{Sc}\s?)?\d[\d.,]*(?:\s?%|\s?\p{Sc}| (?:in|of|out of) \d| ?(?:k|m|bn|million|thousand|per ?cent|minutes?|hours?|(?:working )?days?|weeks?|months?|points?|calls?|people|cases|complaints)\b|(?<=\p{Sc}\s?\d[\d.,]*))|\b\d[\d.,]*\s?(?:%|per ?cent) (?:of|fewer|more|less)\b/iu

const OF_BENEFIT: readonly Property[] = ['owner', 'baseline', 'target', 'date', 'measure']

export const incompleteBenefit = ofLedger((_, { graph }) =>
  itemsLike('benefit', graph)
    .filter(({ kind }) => ['benefit', 'disbenefit'].includes(kind))
    .flatMap((item): readonly Found[] => {
      const lacks = OF_BENEFIT.filter((one) => item.properties?.[one] === undefined)
      return lacks.length > 0
        ? [
            {
              message: `Unexpected ${nameInText(item, graph.kinds)} without ${listed(lacks)} ("${shorten(item.text)}"), expected a line for each below it, such as "Owner: …"`,
              place: item.place,
            },
          ]
        : []
    }),
)

/** So many decisions and options a case has that claims much: fewer where it weighs options in money. */
const [MUCH, MUCH_WEIGHED] = [12, 3]

/** A case of many claims in which nothing speaks against any of them: nobody believes that. */
export const nothingAgainst: Check = (checked) => {
  const { graph } = checked
  const claims = [...itemsLike('decision', graph), ...itemsLike('option', graph)]
  const isAgainst = graph.case.items.some(({ strength }) => strength?.against)
  const first: Item | undefined = claims[0]
  const isWeighed = (ledgerOf(checked)?.options.length ?? 0) > 0
  if (isAgainst || !first || claims.length < (isWeighed ? MUCH_WEIGHED : MUCH)) return []
  const message = `Unexpected ${claims.length} decisions and options with nothing against them, expected what speaks against one: "Evidence 3b (against): …"`
  return [{ message, place: first.place }]
}

function placeOf({ key }: OptionAppraisal, { items }: Checkable['graph']) {
  return items.get(key)?.place ?? { file: 'case.yaml' }
}
