/** A list: of items where its section or its labels say so, else plain. */
import { kindsOfLetters } from '../../model/ids.ts'
import type { Kind } from '../../model/kinds.ts'
import { cutInline, element, type Node, textOf } from '../tree.ts'
import { setApart } from './apart.ts'
import type { Block, EntryBlock, ItemBlock, ListBlock, TableBlock } from './block.ts'
import { baseOf, type Context } from './context.ts'
import { readGap } from './gap.ts'
import { readLabelled } from './item.ts'
import { isReuse, type Label } from './label.ts'
import { labelOf } from './paragraph.ts'
import { brokenAtProperties, propertiesOf } from './property-lines.ts'
import { RE_STORY } from './stated.ts'
import { readTable } from './table.ts'
import { readUnnumbered } from './unnumbered.ts'
import { markSentences, wordsOf } from './words.ts'

/** What a list holds, as far as what stands around it says so. */
export interface Held {
  /** The kind of its items. */
  readonly kind?: Kind
  /** The kind of item that it may hold. */
  readonly doubt?: Kind
  /** Set where it holds something else than its heading says. */
  readonly other?: true
}

/** Reads a list. */
export function readList(
  node: Node,
  context: Context,
  { kind, doubt, other }: Held = {},
): ListBlock {
  const base = baseOf(node, context)
  const first = node.start ?? 1
  const codes = kind === undefined ? mixedCodes(node, context) : codesOf(node, kind, context)
  const entries = (node.children ?? []).map((entry, index) =>
    readEntry(entry, context, kind, codes[index]),
  )
  return {
    ...base,
    type: 'list',
    ordered: node.ordered === true,
    ...(doubt ? { doubt } : {}),
    ...(other ? { other } : {}),
    ...(node.ordered === true && first !== 1 ? { start: first } : {}),
    entries,
    node: element(
      'List',
      { at: base.at, n: node.ordered === true ? String(first) : undefined },
      entries.map((entry) => entry.node),
    ),
  }
}

// Matches "R1 A ticket can be opened", "CSF 1 Strategic fit".
const RE_CODE = /^\s*(([A-Z]{1,4})[-_– ]?\d{1,3})[.:)]?\s+(?=\S)/

/** The ids in front of all entries of a list of a kind, of one series, whatever their letters; `[]` without. */
function codesOf(node: Node, kind: Kind | undefined, { repeats }: Context): readonly Label[] {
  if (kind === undefined || repeats) return []
  const codes = (node.children ?? []).map((entry) => RE_CODE.exec(textOf(entry)))
  const letters = codes[0]?.[2]
  if (letters === undefined || !codes.every((code) => code?.[2] === letters)) return []
  return codes.map((code) => ({ kind, id: code?.[1] ?? '', length: code?.[0].length ?? 0 }))
}

// Matches "KR1: ", "Key result 2 – ".
const RE_KEY_RESULT = /^\s*(?:KR|key result)\s?\d/i

/** The same below a heading of several kinds, where the letters say which: "C1 The budget is fixed", "A1 Staff stay". */
function mixedCodes(node: Node, { near, kinds, repeats }: Context): readonly Label[] {
  if (repeats) return []
  const results = (node.children ?? []).map((entry) => RE_KEY_RESULT.exec(textOf(entry)))
  // Each objective counts its key results from 1 on: their order gives the ids.
  if (results.length > 0 && results.every(Boolean))
    return results.map(() => ({ kind: 'measure', id: '', length: 0 }))
  if (near.length < 2) return []
  const labels = (node.children ?? []).map((entry): Label | undefined => {
    const [whole, id = '', letters = ''] = RE_CODE.exec(textOf(entry)) ?? []
    const kind = kindsOfLetters(letters, kinds).find((one) => near.includes(one))
    return whole && kind ? { kind, id, length: whole.length } : undefined
  })
  return labels.every((label) => label !== undefined) ? labels : []
}

// Matches the number of a ticket in front of a story: "PORT-211 ".
const RE_TICKET = /^\s*[A-Z]{2,8}-\d+[:.]?\s+/

function readEntry(
  node: Node,
  context: Context,
  kind: Kind | undefined,
  code: Label | undefined,
): ItemBlock | EntryBlock {
  const base = baseOf(node, context)
  const [first, ...others] = node.children ?? []
  const text = first ? textOf(first) : ''
  const isLabel = first?.type === 'paragraph' && !context.repeats
  const label = isLabel ? (labelOf(first, text, context) ?? code) : undefined
  const unnumbered = isLabel && !label ? readUnnumbered(first, context) : undefined
  const gap = label || context.repeats ? undefined : readGap(text)
  const whole = (first?.type === 'paragraph' ? first.children : first && [first]) ?? []
  const labelled = label
    ? readLabelled(whole, label, context)
    : { inline: cutInline(whole, unnumbered?.length ?? 0)[1] }
  const { inline: labelledWords, ...said } = labelled
  const inline = [...boxOf(node), ...brokenAtProperties(labelledWords)]
  const lists = new Map(others.map((other) => [other, readInside(other, context)]))
  const blocks = [...lists.values()].filter((block) => block !== undefined).filter(standsApart)
  const ownWords = others.filter((other) => !blocks.some((block) => block === lists.get(other)))
  const words = wordsOf([{ type: 'paragraph', children: inline }, ...ownWords], context.citations)
  const inside = others.map((other) => lists.get(other)?.node ?? other)
  const plain = [...lists.values()].filter((block) => block?.type === 'list')
  const nested = plain.length === others.length && blocks.length === 0 ? { nested: plain } : {}
  const sentences = markSentences(inline, base.at).nodes
  // An empty entry is one that its writer has not come to yet.
  const isStory = isLabel && !context.isRecord && RE_STORY.test(text.replace(RE_TICKET, ''))
  const of = label?.kind ?? unnumbered?.kind ?? kind ?? (isStory ? 'user-need' : undefined)
  if (of === undefined || gap || (words.text === '' && !label)) {
    const node = element('Entry', { at: base.at }, [...sentences, ...inside])
    return { ...base, type: 'entry', words, blocks, ...nested, ...(gap ? { gap } : {}), node }
  }
  const reuse = isReuse(of, words.text, context.kinds)
  const { owner } = unnumbered ?? {}
  const properties = { ...(owner ? { owner } : {}), ...propertiesOf(inline.map(textOf).join('')) }
  return {
    ...base,
    type: 'item',
    kind: of,
    ...(label && label.id !== '' ? { id: label.id, label } : {}),
    ...(node.position ? { end: node.position.end } : {}),
    ...said,
    ...(reuse ? { reuse } : {}),
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    how: 'entry',
    words,
    blocks,
    ...nested,
    node: element('Item', { at: base.at }, [...sentences, ...inside]),
  }
}

/** The box of a task, as a sign that all outputs have. */
function boxOf({ checked }: Node): readonly Node[] {
  return typeof checked === 'boolean' ? [{ type: 'text', value: checked ? '☑ ' : '☐ ' }] : []
}

/** What is more than words in an entry: a list, a table. */
function readInside(node: Node, context: Context): ListBlock | TableBlock | undefined {
  if (node.type === 'list') return readList(node, context)
  // A table is one that is set apart.
  return node.type === 'table' ? (setApart(readTable(node, context)) as TableBlock) : undefined
}

/** Whether its words are not those of the entry. */
function standsApart(block: ListBlock | TableBlock): boolean {
  return block.type === 'table' || holdsLabels(block)
}

/** Whether a nested list has labelled items anywhere in it. */
function holdsLabels(list: ListBlock): boolean {
  return isLabelled(list) || list.entries.some(({ blocks }) => blocks.length > 0)
}

/** Whether a block is a labelled item, or a list with one. */
export function isLabelled(block: Block): boolean {
  if (block.type === 'item') return true
  return block.type === 'list' && block.entries.some((entry) => entry.type === 'item' && entry.id)
}
