/** What an estimate comes to, as all outputs say it beside the words of its writer. */
import { evaluate, OPERATIONS } from '../estimates/expression.ts'
import { formatNumber } from '../estimates/format.ts'
import type { LedgerEntry } from '../estimates/ledger.ts'
import { capital, confidenceWords } from '../graph/strength-words.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import type { BenefitType } from '../model/estimated.ts'
import type { LinkedText } from '../text/linked-text.ts'
import { ledgerOf } from './index.ts'

/** An estimate in words. */
export interface EstimateWords {
  /** `£18 million a year`; absent where it comes to nothing. */
  readonly central?: string
  /** `£13 to £22 million`; absent where it has no range. */
  readonly range?: string
  /** `8 in 10 likely` */
  readonly likelihood?: string
  /** Set while nothing says that its confidence is more than low. */
  readonly isInitial: boolean
  /** How it was worked out, whose it is, of which years and how sure: a sentence each. */
  readonly sentences: readonly (readonly LinkedText[])[]
}

/** What an estimate is called until its team says that it is sure of it. */
export const INITIAL = 'initial estimate'
const UNWORKED = 'It comes to no number yet.'

/** What an estimate comes to; `undefined` for an item that is none. */
export function estimateWordsOf(
  key: string,
  whole: Pick<Checkable, 'graph' | 'settings'>,
): EstimateWords | undefined {
  const entries = ledgerOf(whole)?.estimates ?? []
  const entry = entries.find((one) => one.key === key)
  if (!entry) return undefined
  const { told, rhythm, isInitial } = entry
  const yearly = rhythm === 'a year' && !entry.period ? ' a year' : ''
  const { items } = whole.graph
  const sentences = [sumOf(entry, entries), whoseOf(entry, items), whenOf(entry), sureOf(entry)]
  return {
    ...(told ? { central: told.central + yearly } : {}),
    ...(told?.likelihood ? { range: told.range, likelihood: told.likelihood } : {}),
    isInitial,
    sentences: sentences.filter((sentence) => sentence.length > 0),
  }
}

/** The words of its writer, with its id: `Repeat calls cost EST1 × EST2 (EST3)`. */
export function sentenceOf({ key, id, text }: LedgerEntry): readonly LinkedText[] {
  return [{ text: `${text.replace(/[.;]$/, '')} (` }, { text: id, to: { key } }, { text: ')' }]
}

/** The range with its meaning, on one line: `£13 to £22 million, 8 in 10 likely`. `''` without one. */
export function rangeLine({ range, likelihood }: EstimateWords): string {
  return range === undefined ? '' : `${range}, ${likelihood}`
}

// Matches what may name an estimate in a sum: "EST3", "est-3", "Estimate 3".
const RE_ID = /(\bestimate\s+\d{1,5}\b|\bEST?-?\d{1,5}\b)/i

/** `Worked out as EST1 (2.5 million calls) × EST2 (£7 a call).` */
function sumOf(entry: LedgerEntry, entries: readonly LedgerEntry[]): readonly LinkedText[] {
  const { formula, restsOn, told } = entry
  if (!told) return [{ text: UNWORKED }]
  if (formula === undefined || restsOn.length === 0) return []
  const summed = entries.filter(({ key }) => restsOn.includes(key))
  const tellFactor = factorsOf(entry, summed)
  const said = new Set<string>()
  const parts = formula.split(RE_ID).map((text): LinkedText => {
    const number = /\d+$/.exec(text)?.[0].replace(/^0+(?=\d)/, '')
    const one = RE_ID.test(text)
      ? summed.find(({ id }) => /\d+$/.exec(id)?.[0] === number)
      : undefined
    if (!one) return { text }
    const value = said.has(one.key) || !one.told ? '' : ` (${tellFactor(one)})`
    said.add(one.key)
    return { text: one.id + value, to: { key: one.key } }
  })
  return [{ text: 'Worked out as ' }, ...parts.filter(({ text }) => text !== ''), { text: '.' }]
}

/** So many digits of a factor are told at most. */
const MOST_DIGITS = 7

/** How the factors of a sum are told: with so many digits that who works the sum out by hand comes to what is told. */
function factorsOf(
  { expression, inputs, unit, digits, told }: LedgerEntry,
  summed: readonly LedgerEntry[],
): (factor: LedgerEntry) => string {
  const byKey = new Map(summed.map((one) => [one.key, one]))
  const comesOut = (more: number): boolean => {
    if (!expression) return true
    const value = evaluate<number>(expression, {
      input: (index) => inputs[index]?.central ?? 0,
      estimate: (key) => {
        const { value, digits: own } = byKey.get(key) ?? { value: undefined, digits: 2 }
        return Number((value?.central ?? 0).toPrecision(own + more))
      },
      negative: (one) => -one,
      operate: (operator, left, right) => OPERATIONS[operator](left, right),
    })
    return formatNumber(value, unit, digits) === told?.central
  }
  const tries = Array.from({ length: MOST_DIGITS - digits }, (_, more) => more)
  const more = tries.find(comesOut) ?? tries.length
  return ({ value, unit: own, digits: least }) =>
    formatNumber(value?.central ?? 0, own, least + more)
}

const BENEFITS: Readonly<Record<BenefitType, string>> = {
  'cash-releasing': 'A cash-releasing benefit',
  'non-cash-releasing': 'A non-cash-releasing benefit',
  'to society': 'A benefit to society',
  disbenefit: 'A disbenefit',
}

/** `A one-off cost of OPT2.` */
function whoseOf(
  { flow, type, rhythm, option }: LedgerEntry,
  items: ReadonlyMap<string, Pick<Item, 'id'>>,
): readonly LinkedText[] {
  if (!flow) return []
  const cost = rhythm === 'one-off' ? 'A one-off cost' : 'A cost'
  const text = flow === 'cost' ? cost : type ? BENEFITS[type] : 'A benefit'
  const id = items.get(option ?? '')?.id
  if (option === undefined || id === undefined) return [{ text: `${text}.` }]
  return [{ text: `${text} of ` }, { text: id, to: { key: option } }, { text: '.' }]
}

/** `2027 to 2036, 2026 prices.` */
function whenOf({ years, prices, flow, isMoney, perYear }: LedgerEntry): readonly LinkedText[] {
  const told = [
    ...(years ? [years.from === years.to ? `${years.from}` : `${years.from} to ${years.to}`] : []),
    ...(prices === undefined ? [] : [`${prices} prices`]),
    ...(perYear > 1 && isMoney && flow ? [`counted ${perYear} times a year`] : []),
  ]
  return told.length > 0 ? [{ text: `${capital(told.join(', '))}.` }] : []
}

/** `Low confidence: an initial estimate.` */
function sureOf({ confidence, isInitial }: LedgerEntry): readonly LinkedText[] {
  const sure = confidenceWords(confidence)
  return [{ text: isInitial ? `${sure}: an ${INITIAL}.` : `${sure}.` }]
}
