/** A decision record: a heading whose parts say status, context, decision and consequences, as one item. */
import { isLike } from '../../model/kinds.ts'
import { type Properties, propertyOf } from '../../model/properties.ts'
import type { FrontMatter } from '../../settings/front-matter.ts'
import { type Node, nodesBelow, textOf } from '../tree.ts'
import { asBoldLine } from './bold-line.ts'
import { readCode } from './code-label.ts'
import type { Context } from './context.ts'
import { phaseLength } from './heading.ts'
import { type Label, readLabel } from './label.ts'
import { RE_OUTLINE } from './label-patterns.ts'
import { linesOfTable, type PropertyLine, readPropertyLine } from './property-lines.ts'
import { FORMS, isPartOfRecord } from './record-parts.ts'
import { cellsOf } from './table.ts'

/** A record among the nodes of a file. */
export interface DecisionRecord {
  /** The heading, or the title from the front matter in its place. */
  readonly heading: Node
  /** What names it in front of its title; absent for a title alone. */
  readonly label: Omit<Label, 'id'> & { readonly id?: string }
  /** What stands below it, with bold lines for headings: a part of a record is no section of the case. */
  readonly nodes: readonly Node[]
  readonly properties: Properties
}

/** Nodes of a file, and the records among them by their heading; what belongs to a record stands in it alone. */
export function recordsIn(
  written: readonly Node[],
  context: Context,
  front: FrontMatter,
): readonly (Node | DecisionRecord)[] {
  const whole = recordOfFile(written, front)
  if (whole) return whole
  const nodes = withTitle(written, front)
  const found: (Node | DecisionRecord)[] = []
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] as Node // index is below the length
    const below = nodesBelow(nodes, index)
    const record = below && recordOf(node, below, context, front)
    found.push(record ?? node)
    if (record) index += below.length
  }
  return found
}

/**
 * The nodes with the title from the head of the file in front, where the text has none: no "#", and no
 * first heading that says the same. It stands where the head begins.
 */
function withTitle(nodes: readonly Node[], { title = '' }: FrontMatter): readonly Node[] {
  const headings = nodes.filter(({ type }) => type === 'heading')
  const isTold = headings.some(({ depth }) => depth === 1) || nodes.every(isMute)
  const [first] = headings
  if (isTold || title.trim() === '' || (first && titleOf(first) === titleOf(asText(title))))
    return nodes
  const head = nodes.find(({ type }) => type === 'yaml')
  const at = { line: 1, column: 2, offset: 1 }
  const children = [asText(title)]
  const heading: Node = {
    ...{ type: 'heading', depth: 1, children, isOfHead: true },
    position: { start: at, end: at },
  }
  return head ? [head, heading, ...nodes.filter((node) => node !== head)] : [heading, ...nodes]
}

function isMute({ type }: Node): boolean {
  return type === 'yaml' || type === 'mdxFlowExpression'
}

function asText(value: string): Node {
  return { type: 'text', value }
}

/** Whether it is a decision record, and no plain node. */
export function isRecord(one: Node | DecisionRecord): one is DecisionRecord {
  return 'heading' in one
}

function recordOf(
  heading: Node,
  below: readonly Node[],
  context: Context,
  front: FrontMatter,
): DecisionRecord | undefined {
  if (heading.type !== 'heading') return undefined
  const label = recordLabel(heading, context)
  if (label.length === 0 && phaseLength(textOf(heading)) > 0) return undefined
  const parts = partsOf(below, heading.depth === 1 ? front : {})
  const isForm = FORMS.some((form) => form.every((names) => names.some((name) => parts.has(name))))
  const hasStatus = [...parts].some((name) => propertyOf(name) === 'status')
  const isNamed = label.length > 0 && hasStatus
  const titles = below.filter(({ type }) => type === 'heading').map(titleOf)
  const known = titles.filter(isPartOfRecord).length
  if (!(isForm || (isNamed && known > 0)) || known * 2 < titles.length) return undefined
  // The title of several records is none itself.
  const isAround = below.some((one, index) => {
    const inner = nodesBelow(below, index)
    return inner !== undefined && recordOf(one, inner, context, {}) !== undefined
  })
  if (isAround) return undefined
  const isWhole = heading.depth === 1
  const properties = { ...headOf(saidIn(below)), ...(isWhole ? frontOf(front) : {}) }
  return { heading, label, nodes: below.map(asBoldLine), properties }
}

/** A file that says in its front matter that it is a record, and has its title there. */
function recordOfFile(
  nodes: readonly Node[],
  front: FrontMatter,
): readonly (Node | DecisionRecord)[] | undefined {
  const number = front.rfc ?? front.adr
  const { title, status } = front
  const [, id] = /0*(\d+)/.exec(number ?? '') ?? []
  if (id === undefined || title === undefined || status === undefined) return undefined
  const at = nodes.findIndex(({ type }) => type !== 'yaml')
  const first = nodes[at]
  const isTold = nodes.some((node) => node.type === 'heading' && textOf(node).includes(title))
  if (!first || isTold) return undefined
  const heading: Node = {
    type: 'heading',
    depth: 1,
    children: [{ type: 'text', value: title }],
    position: first.position,
  }
  const label = { kind: 'decision' as const, id: String(Number(id)), length: 0 }
  const below = nodes.slice(at)
  const properties = frontOf(front)
  return [...nodes.slice(0, at), { heading, label, nodes: below.map(asBoldLine), properties }]
}

/** `ADR 4: Log as JSON`, `5. Log as JSON`; else the number in the file's name. */
function recordLabel(heading: Node, context: Context): DecisionRecord['label'] {
  const text = textOf(heading)
  const { kinds, file } = context
  const label = readLabel(text, kinds, true) ?? readCode(text, { ...context, stands: 'heading' })
  if (label && isLike(label.kind, 'decision', kinds)) return label
  const numbered = RE_NUMBERED.exec(text)
  if (numbered?.[1]) {
    return { kind: 'decision', id: String(Number(numbered[1])), length: numbered[0].length }
  }
  // "PROP-12: A sandbox" has letters of its own.
  const [whole = '', code] = RE_CODED.exec(text) ?? []
  if (code) return { kind: 'decision', id: code, length: whole.length }
  const [said] = RE_SAID.exec(text) ?? []
  if (said) return { kind: 'decision', length: said.length }
  const named = heading.depth === 1 ? RE_FILE.exec(file)?.[1] : undefined
  return { kind: 'decision', length: 0, ...(named ? { id: String(Number(named)) } : {}) }
}

// Matches "5. ", "0005: " and "0005 " in front of a title.
const RE_NUMBERED = /^\s*(\d{1,5}(?=[.:)]|\s[-–—])|0\d{2,4}(?=\s))(?:[.:)]|\s[-–—])?\s+/
// Matches "PROP-12: " in front of a title.
const RE_CODED = /^\s*([A-Z]{2,6}-\d{1,5})(?:[.:]|\s[-–—])?\s+/
// Matches "Decision record: " in front of a title.
const RE_SAID = /^\s*(?:architectur\p{L}+ )?decision record\s*(?::|[-–—]\s)\s*(?=\S)/iu
// Matches "0005-use-flags.mdx", "ADR-12_flags.mdx", "decisions/12-flags.mdx"; not "2026-03-14-flags.mdx" and
// "30-flags.mdx", where numbers are dates and the order of files.
const RE_FILE =
  /(?:^|\/)(?!\d{4}[-_]\d\d[-_])(?:(?:adr|rfc)[-_]?0*|0+(?=\d{2})|(?<=\b(?:adrs?|rfcs?|decisions?|records?)\/)0*)(\d{1,5})[-_ ][^/]*$/i

function titleOf(node: Node): string {
  return textOf(node)
    .toLowerCase()
    .replace(/[:*?]/g, '')
    .replace(/['’]s\b/g, ' is')
    .trim()
    .replace(RE_OUTLINE, '')
}

/** The names of the parts: headings, and words in front of a colon where there are no headings yet. */
function partsOf(below: readonly Node[], { status }: FrontMatter): ReadonlySet<string> {
  const titles = below.filter(({ type }) => type === 'heading').map(titleOf)
  const ofFront = status === undefined ? [] : ['status']
  return new Set([...ofFront, ...titles, ...saidIn(below).map(({ name }) => name)])
}

/** Lines `Name: words` in paragraphs and lists, and the words below headings. */
function saidIn(below: readonly Node[]): readonly PropertyLine[] {
  return below.flatMap((node, index): readonly PropertyLine[] => {
    if (node.type === 'heading') {
      const next = below[index + 1]
      return next?.type === 'paragraph' ? [{ name: titleOf(node), says: textOf(next) }] : []
    }
    if (node.type === 'table') return linesOfTable(cellsOf(node))
    const lines = node.type === 'list' ? (node.children ?? []).map(textOf) : [textOf(node)]
    if (node.type !== 'list' && node.type !== 'paragraph') return []
    return lines.flatMap((text) => text.split('\n')).flatMap((line) => readPropertyLine(line) ?? [])
  })
}

/** Only what stands in front of the words themselves: status, date and who decided. */
const HEAD = new Set(['owner', 'date', 'status'])

function headOf(said: readonly PropertyLine[]): Properties {
  const pairs = said.flatMap(({ name, says }) => {
    const property = propertyOf(name)
    return property && HEAD.has(property) ? [[property, says.replace(/\s+/g, ' ').trim()]] : []
  })
  return Object.fromEntries(pairs.toReversed())
}

function frontOf(front: FrontMatter): Properties {
  return headOf(
    Object.entries(front).map(([name, says]) => {
      return { name, says: Array.isArray(says) ? says.join(', ') : String(says) }
    }),
  )
}
