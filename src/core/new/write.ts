/** A new item beside the one that shows how: the same label, in the same kind of block. */
import type { Kind } from '../model/kinds.ts'
import type { CaseSpots, ItemSpot } from './case-spots.ts'
import {
  type Insertion,
  indentOf,
  insertAfter,
  isTightBelow,
  markerOf,
  nextMarker,
} from './insertion.ts'
import { type LabelStyle, withLabel } from './label.ts'
import { before, isApart, type Spot } from './spot.ts'
import { escapeStart } from './text.ts'

/** What is to be written. */
export interface NewEntry {
  readonly kind: Kind
  /** What stands behind the label: `5`, `3c`. */
  readonly number: string
  /** Already escaped. */
  readonly text: string
}

/** Puts an entry behind a list entry; without a label where the list has none. */
export function insertEntry(
  after: ItemSpot,
  { number, text }: NewEntry,
  { spots, style }: { readonly spots: CaseSpots; readonly style: LabelStyle | undefined },
): Insertion {
  const around = spots.inFileOf(after)
  const marker = nextMarker(after, around)
  const words = style
    ? withLabel({ ...style, marker: '', isBare: false }, number, text).line
    : escapeStart(text)
  const earlier = before(after, around)
  const isTight = earlier === undefined || !isApart(earlier, after)
  return insertAfter(after, `${indentOf(after)}${marker}${words}`, isTight)
}

/** Puts a first entry below a heading, or behind what stands there; labelled, so that its id stays. */
export function insertFirstEntry(
  after: Spot,
  { number, text, style }: NewEntry & { readonly style: LabelStyle },
  isTight: boolean,
): Insertion {
  const { line } = withLabel({ ...style, marker: '- ' }, number, text)
  return insertAfter(after, indentOf(after) + line, isTight)
}

/** Puts a list with one entry into a list entry. */
export function insertNested(
  after: ItemSpot,
  { number, text }: NewEntry,
  style: LabelStyle,
): Insertion {
  const indent = indentOf(after) + ' '.repeat(markerOf(after).length)
  const marker = /^[-*+]/.test(style.marker) ? style.marker : '- '
  const { line } = withLabel({ ...style, marker, isBare: false }, number, text)
  return insertAfter(after, indent + line, true)
}

/** Puts a labelled paragraph or heading behind a spot. */
export function insertBlock(
  after: Spot,
  { number, text }: NewEntry,
  { style, isTight }: { readonly style: LabelStyle; readonly isTight: boolean },
): Insertion {
  const indent = indentOf(after)
  const { line, below } = withLabel(style, number, text)
  const lines = [line, ...(below === undefined ? [] : ['', escapeStart(below)])]
  const indented = lines.map((one) => (one === '' ? one : indent + one)).join('\n')
  return insertAfter(after, indented, isTight && below === undefined)
}

/** Whether an item follows what is before it without an empty line. */
export function isTightItem(item: ItemSpot, spots: CaseSpots): boolean {
  const around = spots.inFileOf(item)
  const earlier = before(item, around)
  if (!earlier) return false
  return earlier.block.type === 'heading' ? isTightBelow(around) : !isApart(earlier, item)
}
