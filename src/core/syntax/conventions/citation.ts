/**
 * `(12b, 12c)`, `[R-1]`, `(draft: O1)`: a bracket of ids is a candidate for a citation. So are ids that
 * fill a cell of a table.
 */

import { scopeBefore } from '../../graph/scopes.ts'
import type { Place } from '../../model/case.ts'
import { codeIn, isNumber, kindOfId } from '../../model/ids.ts'
import type { KindTable } from '../../model/kinds.ts'
import type { Source } from '../../model/source.ts'
import { element, type Node, type Point, textOf } from '../tree.ts'
import { readLabel } from './label.ts'
import { relatedIn } from './related-line.ts'
import { isIdColumn } from './table-columns.ts'

export interface Citation {
  /** `file:line:column`, by which the outputs find it again. */
  readonly at: string
  readonly ids: readonly string[]
  readonly draft?: true
  /** As written, with its brackets, or with the words that lead to it in a line of its own. */
  readonly raw: string
  /** Set where it fills a cell of a table, or the end of such a line. */
  readonly isCell?: true
  readonly place: Place
}

/** Words in front of ids in a bracket, which say no more than that they are cited. */
const LEADS =
  '(?:see(?: also)?|depends on|builds on|based on|relies on|follows|from|per|via|supports|meets|addresses|replaces|supersedes|linked to|relates to|needed for|required for|leads to|contributes to|serves|traces to|mitigates|for)'

// Matches "(12b, 12c)", "[R-1]", "()" and "(draft: O1; CSF2 and 3)" but not "(see below)".
const RE_BRACKET = new RegExp(
  `\\((draft:\\s*)?(${LEADS}\\s+)?([^()]{1,120})\\)|\\[([^[\\]]{1,120})\\]`,
  'gi',
)
// Matches what stands in front of the first id: "(", "(see ".
const RE_BEFORE_IDS = new RegExp(`^(?:\\[|\\((?:${LEADS}\\s+)?)`, 'i')

/** What stands in front of the ids of a citation; `''` in a cell. */
export function openingOf({ raw }: Pick<Citation, 'raw'>): string {
  return RE_BEFORE_IDS.exec(raw)?.[0] ?? ''
}

const RE_SEPARATOR = /\s*(?:,|;|&|\band\b)\s*/i
// Matches an opening bracket in the source, escaped or not, so that brackets here and in the tree
// have the same order. Matches any other escape too: in "\\(" the first backslash escapes the
// second one, and not the bracket.
const RE_OPENING = /\\[^\n]|&#(?:40|x28|91|x5b);|&(?:lpar|lsqb|lbrack);|[([]/gi

/**
 * Replaces each candidate in a tree by a `Cite` mark, and collects them. A bracket typed as `\(` is
 * no candidate. The tree does not show the backslash, so `source` is looked at.
 */
export function markCitations(
  node: Node,
  source: Source,
  kinds: KindTable,
): { readonly node: Node; readonly citations: readonly Citation[] } {
  const citations: Citation[] = []
  let lines: readonly string[] | undefined
  const related: RelatedContext = {
    file: source.file,
    linesOf() {
      lines ??= source.text.split('\n')
      return lines
    },
    ...{ kinds, citations },
  }
  const mark = (from: Node): Node => {
    if (from.type.startsWith('link') || from.type === 'code' || !from.children) return from
    if (from.type === 'table') return { ...from, children: markRows(from.children) }
    const children = from.children.flatMap((child, index, all) => {
      if (child.type !== 'text') return [mark(child)]
      const parts = from.type === 'paragraph' ? splitRelated(all, index, related) : [child]
      return parts.flatMap((part) =>
        part.type === 'text' ? splitText(part, source, { kinds, citations }) : [part],
      )
    })
    return { ...from, children }
  }
  const markRows = ([header, ...rows]: readonly Node[]): readonly Node[] => {
    const isId = (header?.children ?? []).map((cell) => isIdColumn(textOf(cell), kinds))
    const markCell = (cell: Node, column: number): Node =>
      (isId[column] ? undefined : markWhole(cell, source, { kinds, citations })) ?? mark(cell)
    const marked = rows.map((row) => ({ ...row, children: row.children?.map(markCell) ?? [] }))
    return header ? [mark(header), ...marked] : marked
  }
  return { node: mark(node), citations }
}

/** A cell that ids fill, as one citation; `undefined` for any other. A number alone says too little. */
function markWhole(
  cell: Node,
  { file }: Source,
  { kinds, citations }: { readonly kinds: KindTable; readonly citations: Citation[] },
): Node | undefined {
  const [words, ...others] = cell.children ?? []
  const raw = words?.value ?? ''
  if (words?.type !== 'text' || others.length > 0 || raw.length > MOST) return undefined
  const ids = readIds(raw, kinds)
  const { line, column } = words.position?.start ?? {}
  if (!ids || ids.some(isNumber) || line === undefined || column === undefined) return undefined
  const at = `${file}:${line}:${column}`
  citations.push({ at, ids, raw, isCell: true, place: { file, line, column } })
  return { ...cell, children: [element('Cite', { at }, [words], false)] }
}

/** Characters of a bracket or a cell of ids. */
const MOST = 120

/**
 * The ids in a bracket's text, or `undefined` where a part has no id's shape. `'12b, O1'` → `['12b', 'O1']`. What
 * names a document counts for those after it: `'payments: R1, R2'` → `['payments: R1', 'payments: R2']`.
 */
function readIds(text: string, kinds: KindTable): readonly string[] | undefined {
  let scope: string | undefined
  const ids: string[] = []
  for (const part of text.trim().split(RE_SEPARATOR)) {
    const { before, id: written } = scopeBefore(part)
    const id = normalise(written)
    const isId = kindOfId(id, kinds) !== undefined || codeIn(id) !== undefined
    if (!isId && !isName(id, kinds)) return undefined
    scope = before ?? scope
    ids.push(scope === undefined ? id : `${scope}: ${id}`)
  }
  return ids
}

/** Whether it is the whole name of an item: `Goal 1`, `Option B`. */
function isName(words: string, kinds: KindTable): boolean {
  return /^\p{Lu}/u.test(words) && readLabel(words, kinds, true)?.length === words.length
}

/** `12B` → `12b`, `03` → `3`. */
function normalise(part: string): string {
  const plain = part.replace(/^0+(?=\d)/, '')
  return /^\d+[A-Z]{1,2}$/.test(plain) ? plain.toLowerCase() : plain
}

/** The same text with the ids in lines such as "Depends on: REQ-003" as citations. */
function splitRelated(
  siblings: readonly Node[],
  place: number,
  { file, linesOf, kinds, citations }: RelatedContext,
): readonly Node[] {
  const node = siblings[place]
  if (!node) return []
  const found = relatedIn(siblings, place).flatMap((one) => {
    const ids = readIds(one.raw, kinds)
    return ids && !ids.some(isNumber) ? [{ ...one, ids }] : []
  })
  const { start } = node.position ?? {}
  if (found.length === 0 || !start) return [node]
  const lines = linesOf()
  const value = node.value ?? ''
  const parts = found.flatMap(({ index, raw, whole, line, ids }, at): readonly Node[] => {
    const own = start.line + line
    // What is escaped in the source has no place of its own: the line's start stands for it.
    const column = Math.max(0, lines[own - 1]?.lastIndexOf(raw) ?? 0) + 1
    const name = `${file}:${own}:${column}`
    citations.push({ at: name, ids, raw: whole, isCell: true, place: { file, line: own, column } })
    const last = found[at - 1]
    const from = last ? last.index + last.raw.length : 0
    return [
      { ...node, value: value.slice(from, index) },
      element('Cite', { at: name }, [{ type: 'text', value: raw }], false),
    ]
  })
  const last = found.at(-1)
  const rest = value.slice((last?.index ?? 0) + (last?.raw.length ?? 0))
  return rest === '' ? parts : [...parts, { ...node, value: rest }]
}

interface RelatedContext {
  readonly file: string
  /** The lines of the file: it has many such lines, or none. */
  readonly linesOf: () => readonly string[]
  readonly kinds: KindTable
  readonly citations: Citation[]
}

function splitText(
  node: Node,
  { file, text: source }: Source,
  { kinds, citations }: { readonly kinds: KindTable; readonly citations: Citation[] },
): Node[] {
  const text = node.value ?? ''
  const nodes: Node[] = []
  let done = 0
  const found = [...text.matchAll(RE_BRACKET)].flatMap((match) => {
    const ids = readIds(match[3] ?? match[4] ?? '', kinds)
    // "[1]" is a note of somebody's own, and "(see 3)" may be a page.
    const isNote = (match[4] ?? match[2]) !== undefined && ids?.some(isNumber)
    return ids && !isNote ? [{ match, ids }] : []
  })
  // All at once: a paragraph may have thousands.
  const points = found.length > 0 ? openingsOf(node, source) : []
  let brackets = 0
  let counted = 0
  for (const { match, ids } of found) {
    brackets += text.slice(counted, match.index).split(/[([]/).length - 1
    counted = match.index
    const from = points[brackets]
    if (!from) continue
    const citation: Citation = {
      at: `${file}:${from.line}:${from.column}`,
      ids,
      ...(match[1] ? { draft: true as const } : {}),
      raw: match[0].replaceAll('\r\n', '\n'),
      place: { file, line: from.line, column: from.column },
    }
    citations.push(citation)
    if (match.index > done) nodes.push({ ...node, value: text.slice(done, match.index) })
    const words = { type: 'text', value: match[0] }
    nodes.push(element('Cite', { at: citation.at }, [words], false))
    done = match.index + match[0].length
  }
  if (done === 0) return [node]
  if (done < text.length) nodes.push({ ...node, value: text.slice(done) })
  return nodes
}

/** Where each bracket, round or square, that opens in a text stands in the source, in order; `undefined` where it is escaped. */
function openingsOf({ position }: Node, source: string): readonly (Point | undefined)[] {
  const { start, end } = position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return []
  const raw = source.slice(start.offset, end.offset)
  let { line, column } = start
  let from = 0
  return [...raw.matchAll(RE_OPENING)].flatMap(({ index, 0: sign }) => {
    if (sign.startsWith('\\') && !/[([]$/.test(sign)) return []
    const lines = raw.slice(from, index).split(/\r\n|\n|\r/)
    const last = lines.at(-1) ?? ''
    line += lines.length - 1
    column = lines.length === 1 ? column + last.length : last.length + 1
    from = index
    return [sign === '(' || sign === '[' ? { line, column } : undefined]
  })
}
