/** `Repeat calls cost EST1 × EST2`: the sum that a sentence says. */
import jsep, { type Expression as Parsed } from 'jsep'
import { isOfEstimate } from '../syntax/conventions/estimate.ts'
import type { Expression, Operation } from './expression.ts'
import { inPlainSigns, quantitiesIn, type SentenceQuantity } from './quantities.ts'
import { isCurrency, isMoney, noUnit } from './unit.ts'

/** A sum, with the numbers and ids in it. */
interface Formula {
  readonly expression: Expression
  /** Its numbers, by the index that the expression has for them. */
  readonly quantities: readonly SentenceQuantity[]
  /** As written: `10% to 30% of EST3`. */
  readonly text: string
}

/** Why a sum can't be read: for people. */
interface FormulaFault {
  readonly fault: string
}

/** So many signs, so deep in brackets: nobody follows more in one sentence. */
const MOST_TOKENS = 80
const MOST_DEPTH = 12

/**
 * Reads the sum in a sentence; `undefined` where it is none: neither an estimate nor two numbers with a sign.
 *
 * @param keyOf key of the estimate that an id means; `undefined` for one that nothing defines
 */
export function readFormula(
  sentence: string,
  keyOf: (id: string) => string | undefined,
): Formula | FormulaFault | undefined {
  const tokens = priced(tokensOf(withoutCitations(inPlainSigns(sentence))))
  const unread = tokens.find(
    (token, at) =>
      token.type === 'word' &&
      /^\d/.test(token.text) &&
      [tokens[at - 1], tokens[at + 1]].some(
        (one) => one?.type === 'sign' && /^[*/^]$/.test(one.sign),
      ),
  )
  if (unread) return fault('a number such as "2.5 million"', unread.text)
  const runs = runsOf(tokens).filter(
    (run) => run.some(({ type }) => type === 'id') || isSum(run) || isRest(run),
  )
  const [run, ...others] = runs
  const alone = tokens.findIndex((_, at) => isAlone(tokens, at))
  const left = alone < 0 ? undefined : aloneFault(tokens, alone)
  if (!run || (others.length === 0 && isRest(run))) return left
  if (others.length > 0)
    return fault(
      'one sum, with its other ids in brackets: "… (EST4)"',
      runs.map(textOf).join('" and "'),
    )
  const outside = tokens.find(
    (token) => token.type === 'quantity' && !run.includes(token) && mayBelong(token.quantity),
  )
  if (outside)
    return fault(
      `"${textOf([outside])}" joined to the sum by a word such as "of" or "times"`,
      textOf(run),
    )
  if (run.length > MOST_TOKENS)
    return fault(`at most ${MOST_TOKENS} numbers and signs: make it two estimates`, textOf(run))
  const formula = parse(run, keyOf)
  return 'fault' in formula ? formula : (left ?? formula)
}

// Matches signs that prose does not have, and words of which prose has one part or another.
const RE_PLAIN_SIGN = /^(?:[×÷]|multiplied by|divided by)$/i
const RE_TIMES = /^(?:[*x+/−]|times|plus|minus|less)$/i
// Matches what "times" are in "peak times £3 million": no sign.
const RE_SOME_TIMES =
  /^(?:at|peak|busy|all|many|some|several|few|other|these|those|our|the|waiting|response|opening|travel|journey|lead|different|quiet|hard)$/i

/** Whether a sign has a word, or nothing, where sums have a number: "Households × £3", "minus £2m". */
function isAlone(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.type !== 'sign') return false
  const [before, behind] = [tokens[at - 1], tokens[at + 1]].map((one, side) =>
    one?.text === (side === 0 ? ')' : '(') ? tokens[side === 0 ? at - 2 : at + 2] : one,
  )
  const isWord = (one: Token | undefined) => one?.type === 'word' && /[\p{L}\d]/u.test(one.text)
  const isNone = (one: Token | undefined) => one === undefined || isWord(one)
  if (RE_PLAIN_SIGN.test(token.text)) return isNone(before) || isNone(behind)
  if (!RE_TIMES.test(token.text)) return false
  if (/^times$/i.test(token.text) && RE_SOME_TIMES.test(before?.text ?? '')) return false
  // "Plus" and a number lead from one sentence to the next, or from one part of it.
  if (isOperand(behind)) return isWord(before) || (!before && /^(?:minus|−)$/i.test(token.text))
  return isAmount(before) && isWord(behind) && /^(?:[x+/−]|plus|minus)$/i.test(token.text)
}

/** An estimate, or money. */
function isAmount(token: Token | undefined): boolean {
  const isOfMoney = (one: SentenceQuantity) => isCurrency(one.unit.over[0] ?? '')
  return token?.type === 'id' || (token?.type === 'quantity' && isOfMoney(token.quantity))
}

function aloneFault(tokens: readonly Token[], at: number): FormulaFault {
  const sign = tokens[at]?.text ?? ''
  const found = textOf(tokens.slice(Math.max(0, at - 1), at + 2))
  return isOperand(tokens[at - 1]) || !/^(?:minus|−)$/i.test(sign)
    ? fault(`a number or an estimate on both sides of "${sign}"`, found)
    : fault('a minus sign right in front of a number below nought: "−£2 million"', found)
}

/** Two numbers with a sign that no range and no hyphen has. */
function isSum(run: readonly Token[]): boolean {
  const isSign = (token: Token) => token.type === 'sign' && /^[*/+^]$/.test(token.sign)
  return run.filter(({ type }) => type === 'quantity').length > 1 && run.some(isSign)
}

/** What is left of a sum that words interrupt: "× 5". */
function isRest(run: readonly Token[]): boolean {
  const [first] = run
  const isSign = first?.type === 'sign' && /^[*/+^]$/.test(first.sign) && /^\W$/.test(first.text)
  return run.length > 1 && isSign && !run.some(({ type }) => type === 'id')
}

/** What stands outside a sum and yet seems to be of it: "10% off EST3". */
function mayBelong({ isShare, low, unit }: SentenceQuantity): boolean {
  return isShare === true || low !== undefined || unit.over.some((name) => /^\p{Sc}$/u.test(name))
}

function fault(expected: string, found: string): FormulaFault {
  return { fault: `Unexpected sum "${found.slice(0, 80)}", expected ${expected}` }
}

type Token = { readonly index: number; readonly text: string } & (
  | { readonly type: 'quantity'; readonly quantity: SentenceQuantity }
  | { readonly type: 'id'; readonly id: string }
  | { readonly type: 'sign'; readonly sign: string }
  | { readonly type: 'word' }
)

// Matches "(EST1, 3a)" as a citation: ids alone, and no sign of a sum beside it.
const RE_CITED =
  /(?<![×*+/÷−-]\s?|\b(?:times|plus|minus|by|of)\s)\((?:draft:\s*)?(?:[A-Z]{1,6}-?\d+|\d+[a-z]{0,2})(?:(?:,|;| and)\s*(?:[A-Z]{1,6}-?\d+|\d+[a-z]{0,2}))*\)(?!\s?(?:[×*+/÷−-]|times\b|plus\b|minus\b|divided\b))/g

const RE_BARE_ID = /^\s*[A-Z]{0,6}-?\d+[a-z]{0,2}\s*$/

/** A sentence in which spaces stand for its citations, and for brackets that say of what years it is, or how sure. */
export function withoutCitations(sentence: string): string {
  return sentence
    .replace(RE_CITED, (cited) => ' '.repeat(cited.length))
    .replace(/\(([^()]+)\)/g, (bracket, inside: string) => {
      const parts = inside.split(/[,;]/)
      // "EST1 × (EST2)" is of the sum.
      const isAside = parts.every(isOfEstimate) && !parts.every((part) => RE_BARE_ID.test(part))
      return isAside ? ' '.repeat(bracket.length) : bracket
    })
}

// Matches "EST3", "est-3", "Estimate 3".
const RE_ID =
  /(?<![\p{L}\d-])(?:estimate\s+)?(EST?-?\d{1,5}|(?<=estimate\s+)\d{1,5})(?![\p{L}\d]|\.\d)/giu

const RE_OF_ID = /(?<=(?<![\p{L}\d-])EST?-?\d{1,5})\.[\p{L}_][\p{L}\d_]*/giu

/** Words and signs of sums, longest first, each with what the parser knows. */
const SIGNS: readonly (readonly [pattern: string, sign: string])[] = [
  ['multiplied by', '*'],
  ['divided by', '/'],
  ['(?:the )?(?:larger|greater|higher|largest|maximum|bigger) of', 'max'],
  ['(?:the )?(?:smaller|lesser|lower|smallest|minimum) of', 'min'],
  ['half', '1/2'],
  ['twice|double', '2/1'],
  ['triple|treble', '3/1'],
  // What sums do not know is no plain word either.
  ['to the power of|squared|cubed|doubled|tripled|halved', '^'],
  ['less(?! than)', '-'],
  ['times', '*'],
  ['plus', '+'],
  ['minus', '-'],
  ['of', '*'],
  ['(?:for|in|at|on|to|across) (?:each|every one) of(?: (?:the|our|its|these))?', '*'],
  ['at|@', '*'],
  ['and', 'and'],
]
const RE_SIGN = new RegExp(
  `(?<![\\p{L}])(?:${SIGNS.map(([pattern]) => `(${pattern})`).join('|')})(?![\\p{L}])|[×*·]|[÷/^]|\\+|[−–-]|[()]|(?<=[\\s\\d)])x(?=[\\s\\d(])`,
  'giu',
)
const PLAIN: Readonly<Record<string, string>> = {
  '×': '*',
  '·': '*',
  x: '*',
  X: '*',
  '÷': '/',
  '−': '-',
  '–': '-',
}

function tokensOf(sentence: string): readonly Token[] {
  const taken: Token[] = []
  const isFree = (index: number, length: number) =>
    taken.every((one) => index + length <= one.index || index >= one.index + one.text.length)
  for (const found of sentence.matchAll(RE_ID))
    taken.push({ type: 'id', id: found[1] ?? '', index: found.index, text: found[0] })
  // "EST3.5" and "EST3.total" are no sum that anyone knows.
  for (const found of sentence.matchAll(RE_OF_ID))
    taken.push({ type: 'sign', sign: '.', index: found.index, text: found[0] })
  for (const quantity of quantitiesIn(sentence)) {
    const { index, length } = quantity
    const text = sentence.slice(index, index + length)
    if (isFree(index, length)) taken.push({ type: 'quantity', quantity, index, text })
  }
  for (const found of sentence.matchAll(RE_SIGN)) {
    const [text] = found
    const row = SIGNS.findIndex((_, at) => found[at + 1] !== undefined)
    const sign = SIGNS[row]?.[1] ?? PLAIN[text] ?? text
    if (isFree(found.index, text.length))
      taken.push({ type: 'sign', sign, index: found.index, text })
  }
  for (const found of sentence.matchAll(/[\p{L}\d][\p{L}\d’'.-]*|[^\s\p{L}\d.,;:!?“”"’'‘()]/gu))
    if (isFree(found.index, found[0].length))
      taken.push({ type: 'word', index: found.index, text: found[0] })
  return taken.sort((one, other) => one.index - other.index)
}

/** Stretches of a sentence without plain words. */
function runsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const runs: Token[][] = [[]]
  tokens.forEach((token, at) => {
    const isPlainWord =
      token.type === 'word' ||
      (token.type === 'sign' && token.sign === 'and' && !isWithinLarger(runs.at(-1) ?? [])) ||
      // "EST1 less EST2" is a sum, "costs less" is not.
      (token.text.toLowerCase() === 'less' &&
        !(isOperand(tokens[at - 1]) && isOperand(tokens[at + 1]))) ||
      // "at £25 an hour" is a price, "at noon" is not.
      (isAt(token) && !isPrice(tokens[at + 1]) && !isOfEach(tokens, at)) ||
      (isEachOf(token) && !isOfEach(tokens, at)) ||
      // "EST3 of all calls": the word belongs to what follows.
      (token.type === 'sign' && token.text === 'of' && tokens[at + 1]?.type === 'word')
    if (isPlainWord) runs.push([])
    else runs.at(-1)?.push(token)
  })
  return runs.map(trimmed).filter((run) => run.length > 0)
}

function isOperand(token: Token | undefined): boolean {
  return token?.type === 'id' || token?.type === 'quantity'
}

function isAt(token: Token | undefined): boolean {
  return token?.type === 'sign' && /^(?:at|@)$/i.test(token.text)
}

function isEachOf(token: Token | undefined): boolean {
  return token?.type === 'sign' && /(?:each|every one) of/i.test(token.text)
}

/** Whether "at" stands between a count and its price, or "for each of" the other way round: "12 FTE at £45,000". */
function isOfEach(tokens: readonly Token[], at: number): boolean {
  const [before, behind] = [at - 1, at + 1]
  // "12 FTE at EST2": the price has an estimate of its own.
  if (isAt(tokens[at]) && tokens[behind]?.type === 'id')
    return tokens[before]?.type === 'id' || countAt(tokens, before) !== undefined
  return isEachOf(tokens[at])
    ? isAmount(tokens[before]) && countAt(tokens, behind) !== undefined
    : isWholeMoney(tokens[behind]) && countAt(tokens, before) !== undefined
}

function isWholeMoney(token: Token | undefined): boolean {
  return token?.type === 'quantity' && isMoney(token.quantity.unit)
}

// Matches what a number behind it names, and does not count: "Band 7 nurses".
const RE_NAMED =
  /^(?:band|grade|phase|stage|step|tier|level|lot|site|zone|ward|unit|room|route|version|option|risk|objective)$/i
// Matches what stands before how long something takes: "within 18 months".
const RE_DURING = /^(?:within|over|in|for|after|during|under|by|every|last|next|first)$/i
const RE_PART_OF_YEAR = /^(?:month|week|day|hour)$/
// Matches what is for so long, and the name of a month: "3 May at £2 million".
const RE_TIME =
  /^(?:year|life-year|quarter|january|february|march|april|may|june|july|august|september|october|november|december)$/

/** Whether a number counts what a price may be for, and neither names something nor says how long or when. */
export function isCountOf(name: string, wordBefore: string): boolean {
  if (RE_NAMED.test(wordBefore) || RE_TIME.test(name) || isCurrency(name)) return false
  return !(RE_PART_OF_YEAR.test(name) && RE_DURING.test(wordBefore))
}

/** What a number counts, where a price may be for each of them: `FTE` of "12 FTE". */
function countAt(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at]
  if (token?.type !== 'quantity') return undefined
  const { unit, isShare, times } = token.quantity
  const [name = ''] = unit.over
  const isCount = !isShare && times === 1 && unit.over.length === 1 && unit.under.length === 0
  return isCount && isCountOf(name, tokens[at - 1]?.text ?? '') ? name : undefined
}

/** Prices as they are meant: the £45,000 of "12 FTE at £45,000" are for each of these. */
function priced(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, at) => {
    if (token.type !== 'quantity' || !isWholeMoney(token)) return token
    const { unit } = token.quantity
    const counted = isAt(tokens[at - 1]) ? at - 2 : isEachOf(tokens[at + 1]) ? at + 2 : -1
    const count = countAt(tokens, counted)
    return count === undefined || unit.under.includes(count)
      ? token
      : {
          ...token,
          quantity: {
            ...token.quantity,
            unit: { ...unit, under: [count, ...unit.under].toSorted() },
          },
        }
  })
}

function isPrice(token: Token | undefined): boolean {
  return token?.type === 'quantity' && token.quantity.unit.under.length > 0
}

/** A sentence may have a hyphen or a bracket of its own before its sum, and a bracket behind. */
function trimmed(run: readonly Token[]): readonly Token[] {
  const opens = (tokens: readonly Token[]) =>
    tokens.filter((token) => token.text === '(').length -
    tokens.filter((token) => token.text === ')').length
  let tokens = run
  while (tokens[0]?.text === ')' || (tokens[0]?.text === '(' && opens(tokens) > 0))
    tokens = tokens.slice(1)
  while (tokens.at(-1)?.text === ')' && opens(tokens) < 0) tokens = tokens.slice(0, -1)
  return tokens
}

function isWithinLarger(run: readonly Token[]): boolean {
  return run.some(isLarger)
}

function textOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ text }) => text)
    .join(' ')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')')
}

/** Ids and numbers become names of our own, so that no word of an author's reaches the parser. */
function parse(
  run: readonly Token[],
  keyOf: (id: string) => string | undefined,
): Formula | FormulaFault {
  const quantities: SentenceQuantity[] = []
  const keys: string[] = []
  const text = textOf(run)
  let source = ''
  let open = 0
  for (const token of run) {
    if (token.type === 'quantity') {
      source += ` q${quantities.length}`
      quantities.push(token.quantity)
    } else if (token.type === 'id') {
      const key = keyOf(token.id)
      if (key === undefined)
        return fault(`an estimate that the case has: nothing defines ${token.id}`, text)
      source += ` e${keys.length}`
      keys.push(key)
    } else if (token.type === 'sign') {
      const [part, whole] = token.sign.split('/').map(Number)
      if (part && whole) {
        source += ` q${quantities.length} *`
        quantities.push(shareOf(token, part / whole))
      } else if (isLarger(token)) {
        source += ` ${token.sign}(`
        open += 1
      } else source += token.sign === 'and' ? ',' : ` ${token.sign}`
    }
  }
  if (open > 1 || (open === 1 && hasMore(run)))
    return fault(
      '"the larger of" with two estimates, and in brackets what else is done with it',
      text,
    )
  const parsed = parsedFrom(source + ')'.repeat(open))
  const expression = parsed && expressionOf(parsed, keys)
  if (!expression)
    return fault(
      'ids and numbers between "×", "plus", "minus", "divided by", "of" and brackets',
      text,
    )
  return { expression, quantities, text }
}

/** `half of` as a number: nobody doubts what a half is. */
function shareOf({ index, text }: Token, value: number): SentenceQuantity {
  const length = text.length
  const share = value < 1 ? { isShare: true as const } : {}
  const number = { value, ...share, unit: noUnit, place: 0.01, places: [0.01], digits: 3 }
  return { index, length, lead: 0, times: 1, text, ...number }
}

function isLarger(token: Token): boolean {
  return token.type === 'sign' && (token.sign === 'max' || token.sign === 'min')
}

/** Whether anything is done after the second of "the larger of … and …". */
function hasMore(run: readonly Token[]): boolean {
  const at = run.findLastIndex((token) => token.type === 'sign' && token.sign === 'and')
  return run.slice(at + 1).some((token) => token.type === 'sign')
}

function isTooDeep(source: string): boolean {
  let [depth, most] = [0, 0]
  for (const sign of source) {
    if (sign === '(') most = Math.max(most, ++depth)
    if (sign === ')') depth -= 1
  }
  return most > MOST_DEPTH
}

function parsedFrom(source: string): Parsed | undefined {
  if (isTooDeep(source)) return undefined
  try {
    return jsep(source)
  } catch {
    return undefined
  }
}

const OPERATORS: Readonly<Record<string, Operation>> = {
  '+': 'plus',
  '-': 'minus',
  '*': 'times',
  '/': 'by',
  max: 'larger',
  min: 'smaller',
}

/** What the parser read, of which only what sums need is taken. It is no deeper than `MOST_TOKENS`. */
function expressionOf(parsed: Parsed, keys: readonly string[]): Expression | undefined {
  const read = (part: unknown) => expressionOf(part as Parsed, keys) // a part of what the parser gave
  switch (parsed.type) {
    case 'Identifier': {
      const [, sort, at] = /^([qe])(\d+)$/.exec(String(parsed['name'])) ?? []
      if (sort === 'q') return { type: 'input', index: Number(at) }
      const key = keys[Number(at)]
      return sort === 'e' && key !== undefined ? { type: 'estimate', key } : undefined
    }
    case 'UnaryExpression': {
      const of = read(parsed['argument'])
      return parsed['operator'] === '-' && of ? { type: 'negative', of } : undefined
    }
    case 'BinaryExpression':
      return joined(String(parsed['operator']), read(parsed['left']), read(parsed['right']))
    case 'CallExpression': {
      const [left, right, ...more] = parsed['arguments'] as readonly unknown[] // so the parser has it
      if (more.length > 0 || !right) return undefined
      return joined(String((parsed['callee'] as Parsed)['name']), read(left), read(right))
    }
    default:
      return undefined
  }
}

function joined(
  operator: string,
  left: Expression | undefined,
  right: Expression | undefined,
): Expression | undefined {
  const type = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined
  return type && left && right ? { type, left, right } : undefined
}
