/** Reads `-3a, EST2=1 to 2 million`: what is doubted, and which values stand in place of others. */
import { quantitiesIn } from '../estimates/quantities.ts'
import type { Graph } from '../graph/index.ts'
import { itemsNamed } from '../graph/named.ts'
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
  graph: Graph,
): WhatIf | { readonly fault: string } {
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
      const fault = valueFault(item, value)
      if (fault) return { fault }
      if (replaced.has(place) && replaced.get(place) !== value)
        return { fault: `Unexpected second value of ${item.id}; expected one` }
      replaced.set(place, value)
    }
    if (doubted.has(place) && replaced.has(place))
      return { fault: `Unexpected doubt and value of ${item.id} at once; expected one of them` }
  }
  if (doubted.size + replaced.size === 0)
    return { fault: `Unexpected doubt of nothing; expected ids such as ${exampleOf(support)}` }
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
    ? `Unexpected ${word || 'nothing'}, which this case does not have; expected ${oneOf(near)}`
    : `Unexpected ${word || 'nothing'}: this case has no evidence, assumption, estimate or decision that can be doubted; expected one`
}

function valueFault(
  { sort, name, id }: SupportGraph['items'][number],
  value: string,
): string | undefined {
  if (sort !== 'estimate')
    return `Unexpected value for ${name}; expected an estimate before "=": others are doubted, "-${id}"`
  const found = quantitiesIn(value)
  return found.length === 1
    ? undefined
    : `Unexpected value "${value}" of ${id}; expected one number with its range: "${id}=1 to 2 million"`
}

function exampleOf({ items }: SupportGraph): string {
  const first = items.find(isDoubtable)
  return `"-${first?.id ?? '3a'}"`
}
