/** Items in single cells: a logical framework, one item as names and values, rows with a label each. */
import { codeIn } from '../../model/ids.ts'
import type { Kind } from '../../model/kinds.ts'
import { propertyOf } from '../../model/properties.ts'
import { countWords } from '../../text/sentences.ts'
import { element, type Node, textOf } from '../tree.ts'
import type { ItemBlock } from './block.ts'
import { baseOf, type Context } from './context.ts'
import { readLabel } from './label.ts'
import { linesOfTable, propertiesOf } from './property-lines.ts'
import { columnOf, type TableColumn } from './table-columns.ts'
import { wordsOf } from './words.ts'

/** Where an item stands in a table: its row, from 0 for the header, and its column. */
interface CellPlace {
  readonly row: Node
  readonly index: number
  readonly at: number
}

/** A cell as an item, with the id that its reader found. */
export function itemInCell(
  { row, index, at }: CellPlace,
  context: Context,
  { kind, id, length = 0, properties = {} }: CellItem,
): ItemBlock {
  const cell = row.children?.[at] ?? row
  const words = wordsOf([{ type: 'paragraph', children: cell.children ?? [] }], context.citations)
  return {
    ...baseOf(cell, context),
    type: 'item',
    kind,
    ...(id ? { id } : {}),
    ...(row.position ? { end: row.position.end } : {}),
    ...{ how: 'row', row: index, column: at, beside: words.citations },
    words: { ...words, text: words.text.slice(length) },
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...{ blocks: [], node: element('Row', {}, []) },
  }
}

interface CellItem extends Pick<ItemBlock, 'id' | 'kind' | 'properties'> {
  /** How many characters in front of the words are its label's; 0 where it has none. */
  readonly length?: number
}

/** The items of a table in which single cells are items; `[]` for a table of anything else. */
export function itemsInCells(node: Node, context: Context): readonly ItemBlock[] {
  const rows = node.children ?? []
  return [framework, nameAndValues, labelledRows]
    .map((read) => read(rows, context))
    .reduce((found, next) => (found.length > 0 ? found : next), [])
}

/** Rows that all begin with a label and its words: "Objective 1: Decide in ten days | ✓". */
function labelledRows([, ...rows]: readonly Node[], context: Context): readonly ItemBlock[] {
  const items = rows.flatMap((row, before) => {
    const text = textOf(row.children?.[0] ?? row)
    const label = readLabel(text, context.kinds)
    return label && label.length < text.trim().length
      ? [itemInCell({ row, index: before + 1, at: 0 }, context, label)]
      : []
  })
  return rows.length > 1 && items.length === rows.length ? items : []
}

// Match the columns of a logical framework.
const RE_INDICATOR = /^(?:(?:objectively )?verifiable )?indicators?\b|^ovis?$/i
const RE_VERIFIED = /^(?:means?|sources?) of verification|^(?:movs?|data sources?)$/i
const RE_GIVEN = /\bassumptions?\b/i
/** The levels of such a framework that are items of a case, by other names too. */
const LEVELS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['goal', 'goal'],
  ['overall goal', 'goal'],
  ['objective', 'objective'],
  ['overall objective', 'objective'],
  ['specific objective', 'objective'],
  ['purpose', 'outcome'],
  ['outcome', 'outcome'],
])

/** What is aimed at, how it is measured and what is assumed, level by level. */
function framework([header, ...rows]: readonly Node[], context: Context): readonly ItemBlock[] {
  const headers = (header?.children ?? []).map((cell) => textOf(cell).trim())
  const find = (form: RegExp) => headers.findIndex((text) => form.test(text))
  const [measured, verified, given] = [find(RE_INDICATOR), find(RE_VERIFIED), find(RE_GIVEN)]
  const isChain = headers.filter((text) => RE_CHAIN.test(text)).length > 2
  if (!isChain && (measured < 1 || (verified < 0 && given < 0))) return []
  return rows.flatMap((row, before) => {
    const cell = (at: number) => textOf(row.children?.[at] ?? row).trim()
    const taken = (at: number, of: Kind | undefined, length = 0): readonly ItemBlock[] =>
      of === undefined || at < 0 || countWords(cell(at).slice(length)) < 2
        ? []
        : [itemInCell({ row, index: before + 1, at }, context, { kind: of, length })]
    if (isChain) return taken(find(/^outcomes?\b/i), 'outcome')
    // "Specific objective 2: Girls ride safely", or these words in the next cell.
    const [level = '', name = ''] = RE_LEVEL.exec(cell(0)) ?? []
    const kind = LEVELS.get(name.toLowerCase())
    return [
      ...(level.length === cell(0).length ? taken(1, kind) : taken(0, kind, level.length)),
      ...taken(measured, kind && 'measure'),
      ...taken(given, 'assumption'),
    ]
  })
}

// Matches the columns of a theory of change.
const RE_CHAIN = /^(?:inputs?|activit(?:y|ies)|outputs?|outcomes?|impacts?)\b/i
// Matches "Outcome 1", "Overall objective: ".
const RE_LEVEL = /^\s*(\p{L}[\p{L} ]{0,40}?)\s*\d*\s*(?::\s*|$)/u

// Matches what else such a table says of an item.
const RE_FIELD =
  /^(?:rationale|priority|source|originator|type|category|fit criterion|acceptance criteria|dependencies|notes?|reasons?)\b/i

/** `| Benefit | Fewer calls |`, `| Owner | Ann |`: one item, with a name for each thing that is said of it. */
function nameAndValues(rows: readonly Node[], context: Context): readonly ItemBlock[] {
  if (
    context.isInItem ||
    context.isRecord ||
    rows.some(({ children = [] }) => children.length !== 2)
  )
    return []
  const cells = rows.map(({ children = [] }) => children.map(textOf) as [string, string])
  const lines = linesOfTable(cells)
  const properties = propertiesOf(lines.map(({ name, says }) => `${name}: ${says}`).join('\n'))
  const columns = cells.map(([name]) => columnOf(name, context.kinds))
  const known = lines.filter(({ name }) => propertyOf(name) !== undefined || RE_FIELD.test(name))
  const find = (type: TableColumn['type']) => columns.findIndex((one) => one.type === type)
  const id = find('id')
  const own = find('kind')
  const at = own < 0 ? find('words') : own
  const named = columns[own < 0 ? id : own]
  const kind = named && 'kind' in named ? named.kind : undefined
  const row = rows[at]
  if (kind === undefined || !row || known.length < 2 || countWords(cells[at]?.[1] ?? '') < 2)
    return []
  const code = cells[id]?.[1].trim() ?? ''
  return [
    itemInCell({ row, index: at, at: 1 }, context, {
      ...{ kind, properties },
      ...(codeIn(code) ? { id: code } : {}),
    }),
  ]
}
