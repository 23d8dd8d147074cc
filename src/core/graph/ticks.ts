/** Ticks in tables of two kinds: one in the row of an option, below a success factor, says that it meets that. */
import type { Link, Place } from '../model/case.ts'
import { codeIn, isNumber } from '../model/ids.ts'
import { isLike, type Kind, type KindTable, meaningOf, rowOf } from '../model/kinds.ts'
import { properties } from '../model/properties.ts'
import {
  allBlocks,
  type Document,
  type ItemBlock,
  type TableBlock,
} from '../syntax/conventions/index.ts'
import { type Node, walk } from '../syntax/tree.ts'
import { isTick, RE_NO } from '../text/answers.ts'
import { foldLetters } from '../text/letters.ts'
import type { FoundItems, WholeGraph } from './items.ts'
import { itemsNamed } from './named.ts'

interface End {
  readonly key: string
  readonly kind: Kind
}

/** An item by the words of a cell; `undefined` for words that name none, or could name several. */
type FindNamed = (words: string, file: string) => End | undefined

/** The links that ticks make, whichever of two kinds has the rows. */
export function tickedLinks(
  documents: readonly Document[],
  found: FoundItems,
  whole?: WholeGraph,
): readonly Link[] {
  const { kinds } = found
  const items = new Map(found.items.map((item): [string, End] => [item.key, item]))
  // What could be one of several in the whole case is no clearer in a part of it.
  const named = namedBy(whole ?? found)
  const find: FindNamed = (words, file) => items.get(named(words, file)?.key ?? '')
  const tables = documents.flatMap(({ blocks }) =>
    [...allBlocks(blocks)].filter((block) => block.type === 'table'),
  )
  return tables.flatMap((table) => {
    const { file } = table.place
    const isMet = isTick(table.rows.slice(1).flat())
    const itemAt = (row: number, column?: number) => {
      const { at } = table.items?.find((one) => one.row === row && one.column === column) ?? {}
      return at && items.get(found.keys.get(at) ?? found.rows.get(at) ?? '')
    }
    const columns = (table.rows[0] ?? []).map((words, at) => itemAt(0, at) || find(words, file))
    return table.rows.flatMap((cells, row): readonly Link[] => {
      const met = cells.flatMap((words, column) => (isMet(words) ? [column] : []))
      if (row === 0 || met.length === 0) return []
      const own = itemAt(row)
      const ofRow = own || find(cells[0] ?? '', file) || find(cells[1] ?? '', file)
      return met.flatMap((column) => {
        const link = linkOf(ofRow, columns[column], kinds)
        return link ? [{ ...link, place: placeOf(table, row, column) }] : []
      })
    })
  })
}

/** Keys of items in tables that say no of them: who says that an option does not meet something has tested it. */
export function refusedIn(
  documents: readonly Document[],
  keys: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const tables = documents.flatMap(({ blocks }) =>
    [...allBlocks(blocks)].flatMap((block) => (block.type === 'table' ? block : [])),
  )
  const refused = tables.flatMap((table) =>
    (table.items ?? []).filter((item) =>
      saidOf(item, table).some((cell) => RE_NO.test(cell) && /\p{L}|[✗✘❌]/u.test(cell)),
    ),
  )
  return new Set(refused.flatMap(({ at }) => keys.get(at) ?? []))
}

/** The cells that say something of an item, in its row or in its column. */
function saidOf({ row = 0, column = 0 }: ItemBlock, { rows }: TableBlock): readonly string[] {
  const cells = row === 0 ? rows.slice(1).map((one) => one[column]) : (rows[row] ?? []).slice(1)
  return cells.map((cell = '') => cell.trim())
}

/** The link between two items of which one kind means something for the other; `undefined` for others. */
function linkOf(
  one: End | undefined,
  other: End | undefined,
  kinds: KindTable,
): Omit<Link, 'place'> | undefined {
  if (!one || !other) return undefined
  const [there, back] = [
    meaningOf(one.kind, other.kind, kinds),
    meaningOf(other.kind, one.kind, kinds),
  ]
  if (there ?? isMet(one, other, kinds))
    return { from: one.key, to: other.key, role: there ?? 'meets' }
  if (back ?? isMet(other, one, kinds))
    return { from: other.key, to: one.key, role: back ?? 'meets' }
  return undefined
}

/** What an option may be held against beside success factors: a citation of it only says that it has to do with it. */
const MET: ReadonlySet<string> = new Set(['objective', 'requirement', 'user-need'])

function isMet(option: End, other: End, kinds: KindTable): true | undefined {
  const { like } = rowOf(other.kind, kinds)
  const isOne = isLike(option.kind, 'option', kinds) && (MET.has(other.kind) || MET.has(like))
  return isOne || undefined
}

function namedBy(graph: FoundItems | WholeGraph): FindNamed {
  const items = [...graph.items.values()]
  const named = items.flatMap((item) =>
    shortsOf(graph.blocks.get(item.key)?.words.text ?? '').map((words) => ({ words, item })),
  )
  const byWords = Map.groupBy(named, ({ words }) => words)
  return (words, file) => {
    const ids = idsIn(words)
    const [only, ...others] =
      ids.map((id) => itemsNamed(id, graph, file)).find((found) => found.length > 0) ??
      (byWords.get(plainOf(words)) ?? []).map(({ item }) => item)
    return others.length > 0 ? undefined : only
  }
}

/** What of the words may be an id: all, what stands before a colon or a dash, a code in front, a bracket at the end. */
function idsIn(words: string): readonly string[] {
  const text = words.trim()
  const [before = ''] = text.split(/:|\s[-–—]\s/)
  const [front = ''] = text.split(/[\s:.]/)
  const [, behind = ''] = /[([]([^()[\]]+)[)\]]$/.exec(text) ?? []
  const code = codeIn(front) ? front : ''
  // "1. Do nothing" is no decision.
  return [text, before, code, behind].filter((one) => one !== '' && !isNumber(one))
}

// Matches what is said of an item on a line below it: "Measure: homes".
const RE_PROPERTY = new RegExp(
  `\\s(?:${Object.values(properties)
    .map(({ label }) => label)
    .join('|')}): `,
)

/** Words by which an item is known: all of them, and those before a colon, a dash or the end of a sentence. */
function shortsOf(text: string): readonly string[] {
  const [own = ''] = text.split(RE_PROPERTY)
  const [short = ''] = own.split(/:\s|\s[-–—]\s|[.!?]\s/)
  return [...new Set([plainOf(text), plainOf(short)])].filter((one) => one !== '')
}

/** Words without what stands in brackets. */
function plainOf(text: string): string {
  return foldLetters(text.replace(/\([^()]*\)|\[[^[\]]*\]/g, ''))
}

function placeOf({ node, place }: TableBlock, row: number, column: number): Place {
  const cell: Node | undefined = node.children?.[row]?.children?.[column]
  const start = cell && [...walk(cell)].find(({ position }) => position)?.position?.start
  return start ? { ...place, line: start.line, column: start.column } : place
}
