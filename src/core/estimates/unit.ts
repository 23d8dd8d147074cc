/** In what numbers count: units multiply and cancel, `calls × £ a call = £`. */

/** `£ a call` is over `£`, under `call`. Both sorted, in the singular, small letters. */
export interface Unit {
  readonly over: readonly string[]
  readonly under: readonly string[]
  /** Set for a share, which is of something and is added to nothing else. */
  readonly isShare?: true
}

/** The unit of a bare number, and of a share. */
export const noUnit: Unit = { over: [], under: [] }

/** A unit as one may write it, and so many of another. */
const SAME: Readonly<Record<string, readonly [unit: string, times: number]>> = {
  second: ['hour', 1 / 3600],
  minute: ['hour', 1 / 60],
  min: ['hour', 1 / 60],
  hr: ['hour', 1],
  mth: ['month', 1],
  mo: ['month', 1],
  wk: ['week', 1],
  qtr: ['quarter', 1],
  capita: ['person', 1],
  head: ['person', 1],
  qaly: ['QALY', 1],
  daly: ['DALY', 1],
  fte: ['FTE', 1],
  wte: ['WTE', 1],
  pound: ['£', 1],
  pence: ['£', 0.01],
  penny: ['£', 0.01],
  euro: ['€', 1],
  dollar: ['$', 1],
  gbp: ['£', 1],
  eur: ['€', 1],
  usd: ['$', 1],
}

/** For how long money may be said to flow, and how many of these a year has. */
export const PERIODS: Readonly<Record<string, number>> = { quarter: 4, month: 12, week: 52 }

/** `quarter` of "£ a quarter"; `undefined` for what is for no such time. */
export function periodOf({ under: [name = '', ...others] }: Unit): string | undefined {
  return others.length === 0 && Object.hasOwn(PERIODS, name) ? name : undefined
}

const PLURALS: Readonly<Record<string, string>> = {
  people: 'person',
  children: 'child',
}

/** The unit that a word names, and by how much a number in it is to be multiplied. */
export function unitOf(word: string): { readonly name: string; readonly times: number } {
  const lower = word.toLowerCase()
  const one = Object.hasOwn(PLURALS, lower) ? PLURALS[lower] : singular(lower)
  const own = isAbbreviation(word) ? singular(word) : (one ?? '')
  const [name, times] = (one && Object.hasOwn(SAME, one) ? SAME[one] : undefined) ?? [own, 1]
  return { name, times }
}

/** Whether a word is told in its own capitals: `GPs`, `MWh`, `tCO2e`. */
export function isAbbreviation(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(word) || /^\p{L}+\d/u.test(word)
}

function singular(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return word.replace(/ies$/, 'y')
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word
}

/** Whether two numbers may be added. What has no unit is taken for the other's. */
export function canAdd(one: Unit, other: Unit): boolean {
  if ((one.isShare && !isNone(other)) || (other.isShare && !isNone(one))) return false
  return isNone(one) || isNone(other) || sameUnit(one, other)
}

/** Whether both count in the same. */
function sameUnit(one: Unit, other: Unit): boolean {
  return unitWords(one) === unitWords(other)
}

/** The unit of a product. */
export function timesUnit(one: Unit, other: Unit): Unit {
  return cancelled([...one.over, ...other.over], [...one.under, ...other.under])
}

/** The unit of a quotient. */
export function byUnit(one: Unit, other: Unit): Unit {
  return timesUnit(one, { over: other.under, under: other.over })
}

/** Whether it is plain: one thing, or one for each of others. `calls × £` is not. */
export function isPlain({ over, under }: Unit): boolean {
  return over.length <= 1 && under.length <= 2
}

/** Whether it is a sum of money, at once or by the quarter. */
export function isMoney(unit: Unit): boolean {
  const { over, under } = unit
  const isWhole = under.length === 0 || periodOf(unit) !== undefined
  return over.length === 1 && isWhole && isCurrency(over[0] ?? '')
}

/** `£`, `nok`; not `call`. */
export function isCurrency(name: string): boolean {
  return /^\p{Sc}$/u.test(name) || CODES.has(name)
}

/** Codes of currencies as they stand before a number: "NOK 200,000". The commonest, by ISO 4217. */
export const CODES: ReadonlySet<string> = new Set(
  'aud brl cad chf cny czk dkk huf ils inr isk jpy krw mxn nok nzd pln ron sek sgd try zar'.split(
    ' ',
  ),
)

/** `£`, `£ a call`, `call × £`; `''` for none. */
export function unitWords({ over, under }: Unit): string {
  const each = under.map((name) => ` ${oneOf(name)}`).join('')
  return `${over.join(' × ')}${each}`.trim()
}

/** `a call`, `an hour`, `an FTE`. */
export function oneOf(name: string): string {
  const isAn = isAbbreviation(name) ? /^[AEFHILMNORSX]/.test(name) : /^(?:[aeio]|hour)/.test(name)
  return `${isAn ? 'an' : 'a'} ${name}`
}

function isNone({ over, under }: Unit): boolean {
  return over.length === 0 && under.length === 0
}

function cancelled(over: readonly string[], under: readonly string[]): Unit {
  const left = [...under]
  const kept = over.filter((name) => {
    const at = left.indexOf(name)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return { over: kept.toSorted(), under: left.toSorted() }
}
