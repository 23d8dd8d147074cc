/** Reads `-3a, EST2=1 to 2 million`: what is doubted, and which values stand in place of others. */
import { ledgerOf } from '../appraisal/index.ts'
import { quantitiesIn } from '../estimates/quantities.ts'
import { isCurrency, type Unit, unitWords } from '../estimates/unit.ts'
import type { Graph } from '../graph/index.ts'
import { itemsNamed } from '../graph/named.ts'
import type { Checkable } from '../model/assembled.ts'
import { nearest } from '../text/nearest.ts'
import { oneOf } from '../text/phrases.ts'
import type { Replacement } from './in-words.ts'
import { isDoubtable, type SupportGraph } from './support-graph.ts'

/** What is doubted; numbers are places in the list of items. */
export interface WhatIf {
  readonly doubted: readonly number[]
  readonly replaced: readonly Replacement[]
}

// Matches where the next part begins: not the comma in "1,000".
const RE_BETWEEN = /\s*(?:;|,(?!(?<=\d,)\d{3}(?!\d)))\s*/
// Matches "-3a", "−3a", "not 3a".
const RE_MINUS = /^(?:[-–−]|not\s+|without\s+)\s*/i
// Matches "EST2=1 to 2 million", "EST2: 1 to 2 million".
const RE_VALUE = /^([^=]{1,60}?)\s*=\s*(.*)$/s

/**
 * Reads what was typed.
 *
 * @returns the fault in words, where it cannot be meant: fact, then what is expected
 */
export function readWhatIf(
  typed: string,
  support: SupportGraph,
  whole: Pick<Checkable, 'graph' | 'settings'>,
): WhatIf | { readonly fault: string } {
  const { graph } = whole
  const doubted = new Set<number>()
  const replaced = new Map<number, string>()
  const at = new Map(support.items.map(({ key }, index) => [key, index]))
  const find = (word: string): number | undefined => {
    const [only, ...others] = itemsNamed(word, graph)
    return only && others.length === 0 ? at.get(only.key) : undefined
  }
  for (const part of partsOf(typed, (word) => find(word) !== undefined)) {
    const [, name, value] = RE_VALUE.exec(part) ?? []
    const word = (name ?? part).replace(RE_MINUS, '').trim()
    if (word === '') return { fault: ofNothing(support) }
    const place = find(word)
    const item = place === undefined ? undefined : support.items[place]
    if (place === undefined || !item) return { fault: unknown(word, support, graph) }
    if (value === undefined) {
      if (!isDoubtable(item))
        return {
          fault: `Unexpected ${item.name} among the doubts; expected evidence, an assumption, an estimate or a decision`,
        }
      doubted.add(place)
    } else {
      const fault = valueFault(item, value, whole)
      if (fault) return { fault }
      if (replaced.has(place) && replaced.get(place) !== value)
        return { fault: `Unexpected second value of ${item.id}; expected one` }
      replaced.set(place, value)
    }
    if (doubted.has(place) && replaced.has(place))
      return { fault: `Unexpected doubt and value of ${item.id} at once; expected one of them` }
  }
  if (doubted.size + replaced.size === 0) return { fault: ofNothing(support) }
  return {
    doubted: [...doubted],
    replaced: [...replaced].map(([place, words]) => ({ at: place, words })),
  }
}

/** The parts; what follows a value and names nothing belongs to it: "£0.9 million, £0.8 to £1.4 million". */
function partsOf(typed: string, isKnown: (word: string) => boolean): readonly string[] {
  const parts: string[] = []
  for (const part of typed.split(RE_BETWEEN).filter((one) => one.trim() !== '')) {
    const last = parts.at(-1)
    const isNew = RE_MINUS.test(part) || part.includes('=') || isKnown(part)
    if (last?.includes('=') && !isNew && /^\D{0,3}\d/.test(part))
      parts[parts.length - 1] = `${last}, ${part}`
    else parts.push(part.trim())
  }
  return parts
}

function unknown(word: string, support: SupportGraph, graph: Graph): string {
  const all = itemsNamed(word, graph)
  if (all.length > 1) {
    const scopes = all.flatMap(({ scope, id }) => (scope ? [`${scope}: ${id}`] : []))
    return `Unexpected ${word}, which several documents have; expected ${oneOf(scopes)}`
  }
  const ids = support.items.filter(isDoubtable).map(({ id }) => id)
  const near = nearest(word, ids)
  return near.length > 0
    ? `Unexpected ${word}, which this case does not have; expected ${near.length < ids.length ? `an id such as ${near.join(' or ')}` : oneOf(near)}`
    : `Unexpected ${word}: this case has no evidence, assumption, estimate or decision that can be doubted; expected one`
}

// Matches what makes a sum of a value: "EST4 × 2", "2 million plus 3", "10% of EST3".
const RE_SUM = /[×*+÷/^=\d]|\b(?:est|times|plus|minus|divided|multiplied|of)\b/i

/** Why a value cannot stand in place of an estimate's own; `undefined` where it can. */
function valueFault(
  { sort, name, id, key }: SupportGraph['items'][number],
  value: string,
  whole: Pick<Checkable, 'graph' | 'settings'>,
): string | undefined {
  if (sort !== 'estimate')
    return `Unexpected value for ${name}; expected an estimate before "=": others are doubted, "-${id}"`
  const [quantity, ...others] = quantitiesIn(value)
  const one = `expected one number with its range: "${id}=1 to 2 million"`
  const unexpected = `Unexpected value "${value}" of ${id}`
  if (!quantity || others.length > 0) return `${unexpected}; ${one}`
  const { index, length, isTurned, unit, isShare } = quantity
  if (RE_SUM.test(`${value.slice(0, index)} ${value.slice(index + length)}`))
    return `${unexpected}, which is a sum; ${one}`
  if (isTurned)
    return `Unexpected range "${value}" of ${id} from the larger to the smaller end; expected the smaller one first`
  const entry = ledgerOf(whole)?.estimates.find((entry) => entry.key === key)
  if (!entry?.value) return undefined
  const isOwn = isShare ? isShareLike(entry.unit) : fits(unit, entry.unit)
  if (!isOwn)
    return `${unexpected}, which counts ${isShare ? 'a share' : unitWords(unit)}; expected ${unitWords(entry.unit) || 'a share or a bare number'}, as in ${entry.told?.central}`
  const isOfAll = isShareLike(entry.unit) && entry.value.low >= 0 && entry.value.high <= 1
  const [least, most] = [quantity.low ?? quantity.value, quantity.high ?? quantity.value]
  return isOfAll && (least < 0 || most > 1)
    ? `${unexpected}, which is no share of a whole; expected 0% to 100%, as in ${entry.told?.central}`
    : undefined
}

function isShareLike({ over, under }: Unit): boolean {
  return over.length + under.length === 0
}

/** Whether what is typed counts what the estimate does. It may leave out of what, and for how long. */
function fits(typed: Unit, own: Unit): boolean {
  const [name, other] = [typed.over[0] ?? '', own.over[0] ?? '']
  if (typed.over.length === 0 && typed.under.length === 0) return true
  // What an estimate counts may be unsaid: then all but money is.
  if (other === '' && !isShareLike(own)) return !isCurrency(name)
  const isSame = name === other || (name === '' && !isCurrency(other))
  return isSame && typed.under.every((one) => own.under.includes(one))
}

function ofNothing({ items }: SupportGraph): string {
  const first = items.find(isDoubtable)
  return `Unexpected doubt of nothing; expected ids such as "-${first?.id ?? '3a'}"`
}
