/** Where new evidence goes: under its decision, behind the last evidence there. */
import { itemsNamed } from '../graph/named.ts'
import { scopeAmong, scopedId } from '../graph/scopes.ts'
import type { Item } from '../model/case.ts'
import { isNumber } from '../model/ids.ts'
import { type KindTable, rowOf } from '../model/kinds.ts'
import type { CaseSpots, ItemSpot } from './case-spots.ts'
import type { Insertion, Refusal } from './insertion.ts'
import { type LabelStyle, labelStyle, plainLabel, relabelled } from './label.ts'
import { type Known, nextEvidence } from './number.ts'
import { besides, type Spot } from './spot.ts'
import { insertBlock, insertEntry, insertNested, isTightItem, type NewEntry } from './write.ts'

/**
 * Plans new evidence.
 * @param decision its number, with its document in front where several have it: `payments: 3`
 */
export function placeEvidence(
  known: Known,
  { text, decision }: { readonly text: string; readonly decision: string },
  spots: CaseSpots,
): Insertion | Refusal {
  const { kinds, homes, keys } = known.graph
  const named = itemsNamed(decision, known.graph).filter(({ kind }) => kind === 'decision')
  const [meant, ...others] = named
  if (meant && others.length > 0) return unclear(decision, named)
  const under = meant && spots.itemOf(meant.key)
  if (!under) return noDecision(known, decision)
  const number = nextEvidence(known, meant)
  if (number === undefined)
    return { why: `Unexpected evidence after ${meant.id}zz, expected fewer` }
  const words: NewEntry = { kind: 'evidence', number, text }
  const all = spots.allOf('evidence')
  const own = all.findLast(
    ({ block }) => !block.reuse && homes.get(keys.get(block.at) ?? '') === meant.key,
  )
  if (own?.block.how === 'entry') {
    const style = labelStyle(own, rowOf('evidence', kinds))
    return insertEntry(own, words, { spots, style })
  }
  const example = own ?? exampleFor(under, all)
  const style = styleOf(example, under, kinds)
  if (!own && under.block.how === 'entry') return insertNested(under, words, style)
  const after = lastOf(own ?? under, spots)
  return insertBlock(after, words, {
    style,
    isTight: example ? isTightItem(example, spots) : false,
  })
}

/** Evidence as it looks elsewhere: the last before the decision, else the first. */
function exampleFor(decision: ItemSpot, all: readonly ItemSpot[]): ItemSpot | undefined {
  const near = all.filter(({ source }) => source === decision.source)
  return near.findLast(({ start }) => start < decision.start) ?? near[0] ?? all[0]
}

/** Where no evidence shows it, like the label of the decision, but never a heading. */
function styleOf(example: ItemSpot | undefined, decision: ItemSpot, kinds: KindTable): LabelStyle {
  const [from, to] = [rowOf('decision', kinds), rowOf('evidence', kinds)]
  const shown = example && labelStyle(example, to)
  if (shown) return /^\d/.test(shown.marker) ? { ...shown, marker: '- ' } : shown
  const style = labelStyle(decision, from)
  return style && decision.block.how === 'label' ? relabelled(style, from, to) : plainLabel(to)
}

/** Behind an item, and behind the re-uses, quotes and lists that follow it. */
function lastOf(item: ItemSpot, spots: CaseSpots): Spot {
  const next = besides(item, spots.inFileOf(item))
  const end = next.findIndex((spot) => !belongs(spot))
  return (end < 0 ? next : next.slice(0, end)).at(-1) ?? item
}

function belongs({ block }: Spot): boolean {
  if (block.type === 'item') return block.reuse === true
  return ['quote', 'list', 'table', 'figure', 'diagram', 'code'].includes(block.type)
}

function unclear(decision: string, named: readonly Item[]): Refusal {
  const files = named.map(({ place }) => place.file)
  const names = named.map(({ id, place: { file } }) => `"${scopeAmong(file, files)}: ${id}"`)
  return {
    why: `Unexpected decision ${decision}, which several documents have, expected one of ${names.join(', ')}`,
  }
}

function noDecision({ graph }: Known, decision: string): Refusal {
  const ids = graph.case.items.map(({ id }) => id).filter(isNumber)
  const far = (id: string): number => Math.abs(Number(id) - Number(scopedId(decision).id))
  const near = ids.toSorted((a, b) => far(a) - far(b)).slice(0, 2)
  const expected = near.length > 1 ? `one of ${near.join(', ')}` : (near[0] ?? 'a decision first')
  return {
    why: `Unexpected decision ${decision}, expected ${expected}; to add one`,
    command: 'new decision "…"',
  }
}
