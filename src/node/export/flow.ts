/** From marked nodes to what stands below each other: paragraphs, lists, tables, pictures. */
import { attributeOf, isMermaid, type Node } from '../../core/syntax/tree.ts'
import { filmRuns, imagesIn, runsOf } from './inline.ts'
import type { Lookups } from './lookups.ts'
import type { Flow, FormattedRun, Paragraph, Table } from './text.ts'

/** Where a node stands. */
interface Place {
  /** Depth in lists, from 0; -1 outside of any. */
  readonly level: number
  readonly style?: Paragraph['style']
  /** File of the nearest mark, from which addresses of images count. */
  readonly file: string
}

/** What nodes show, in order; words that stand in no paragraph of their own make one. */
export function flowOf(nodes: readonly Node[], lookups: Lookups, file = ''): readonly Flow[] {
  return flow(nodes, { level: -1, file }, lookups)
}

/** One entry by itself: its first words with a bullet, lists in it one step further in. */
export function entryOf(entry: Node, lookups: Lookups): readonly Flow[] {
  const file = (attributeOf(entry, 'at') ?? '').replace(/:\d+:\d+$/, '')
  return entryFlow(entry, { list: 'bullet' }, { level: -1, file }, lookups)
}

const INLINE = new Set([
  ...['text', 'strong', 'emphasis', 'delete', 'inlineCode', 'link', 'linkReference', 'break'],
  ...['image', 'imageReference', 'mdxJsxTextElement', 'mdxTextExpression'],
])

function flow(nodes: readonly Node[], place: Place, lookups: Lookups): readonly Flow[] {
  const flows: Flow[] = []
  let inline: Node[] = []
  const close = (): void => {
    for (const one of paragraphOf(inline, place, lookups)) flows.push(one)
    inline = []
  }
  for (const node of nodes) {
    if (INLINE.has(node.type)) {
      inline.push(node)
      continue
    }
    close()
    for (const one of flowNode(node, place, lookups)) flows.push(one)
  }
  close()
  return flows
}

/** Words, and the pictures that do not stand among them. */
function paragraphOf(
  nodes: readonly Node[],
  { level, style, file }: Place,
  lookups: Lookups,
): readonly Flow[] {
  const runs = runsOf(nodes, lookups)
  const isWords = runs.some(({ picture, text }) => !picture && text.trim() !== '')
  const shown = nodes.filter(({ name }) => name !== 'Sign')
  const pictures = isWords && lookups.amongWords ? [] : shownIn(shown, file, lookups)
  if (!isWords && pictures.length > 0) return pictures
  if (runs.length === 0) return []
  const looks = style ? { style } : {}
  return [{ type: 'paragraph', runs, level: Math.max(0, level), ...looks }, ...pictures]
}

/** The pictures in nodes; below each film, where it is. */
function shownIn(nodes: readonly Node[], file: string, lookups: Lookups): readonly Flow[] {
  return imagesIn(nodes, file).flatMap((image): readonly Flow[] => {
    const runs = filmRuns(image, lookups)
    return runs.length > 0 ? [image, { type: 'paragraph', runs, level: 0 }] : [image]
  })
}

function flowNode(node: Node, outer: Place, lookups: Lookups): readonly Flow[] {
  const at = attributeOf(node, 'at')
  const place = at === undefined ? outer : { ...outer, file: at.replace(/:\d+:\d+$/, '') }
  const children = node.children ?? []
  const name = node.name ?? node.type
  if (lookups.hidden.has(name)) return []
  switch (name) {
    case 'Drawing': {
      const text = lookups.drawings.get(at ?? '')
      return text === undefined ? [] : [{ type: 'drawing', text }]
    }
    case 'ChartBody': {
      const plan = lookups.charts.get(at ?? '')
      const numbers = plan && lookups.chartsAlone ? [] : flow(children, place, lookups)
      return [...(plan ? [{ type: 'chart' as const, plan }] : []), ...numbers]
    }
    case 'Diagram':
      return [{ type: 'placed', of: attributeOf(node, 'of') ?? 'objectives' }]
    case 'List':
    case 'list': {
      const first = at === undefined ? (node.ordered ? '1' : undefined) : attributeOf(node, 'n')
      return listFlow(
        children,
        { first: first === undefined ? undefined : Number(first), place },
        lookups,
      )
    }
    case 'table':
    case 'Table':
      return [
        tableOf(children, node, lookups),
        ...(lookups.amongWords ? [] : shownIn(children, place.file, lookups)),
      ]
    case 'Row':
    case 'tableRow':
      return [tableOf([node], node, lookups)]
    case 'code':
      return codeFlow(node, place)
    case 'heading':
      return flow(children, { ...place, style: 'heading' }, lookups)
    case 'blockquote':
    case 'Quotation':
    case 'Quote':
      return [
        ...flow(children, { ...place, style: 'quote' }, lookups),
        ...byOf(node).map((text) => ({ ...byParagraph, runs: [{ text }] })),
      ]
    case 'QuotedBy':
      return flow(children, { ...place, style: 'by' }, lookups)
    case 'definition':
    case 'Footnote':
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
    case 'thematicBreak':
      return []
    default:
      return flow(children, place, lookups)
  }
}

const byParagraph = { type: 'paragraph', level: 0, style: 'by' } as const

function byOf(node: Node): readonly string[] {
  const by = attributeOf(node, 'by')
  return by === undefined ? [] : [by]
}

/** Entries with bullets, or with numbers from `first` on. The first that has words says its number, where that is not 1. */
function listFlow(
  entries: readonly Node[],
  { first, place }: { readonly first: number | undefined; readonly place: Place },
  lookups: Lookups,
): readonly Flow[] {
  let hasBegun = false
  return entries.flatMap((entry, index) => {
    const number = first === undefined ? 1 : first + index
    const begins = number === 1 ? {} : { number }
    const mark = { list: first === undefined ? 'bullet' : 'number', ...begins } as const
    const flows = entryFlow(
      entry,
      hasBegun ? { list: mark.list, follows: true } : mark,
      place,
      lookups,
    )
    hasBegun ||= flows.some(({ type }) => type === 'paragraph')
    return flows
  })
}

/** The first words of an entry take its bullet; what follows them stands as far in. */
function entryFlow(
  entry: Node,
  mark: Pick<Paragraph, 'list' | 'follows' | 'number'>,
  outer: Place,
  lookups: Lookups,
): readonly Flow[] {
  const flows = flow(entry.children ?? [], { ...outer, level: outer.level + 1 }, lookups)
  const first = flows.findIndex(({ type }) => type === 'paragraph')
  return flows.map((each, index) =>
    index === first && each.type === 'paragraph' && each.list === undefined
      ? { ...each, ...mark }
      : each,
  )
}

function tableOf(rows: readonly Node[], { align }: Node, lookups: Lookups): Table {
  const aligns = (rows[0]?.children ?? []).map((cell, column) => {
    const own = attributeOf(cell, 'align') ?? align?.[column]
    return own === 'right' || own === 'center' ? own : undefined
  })
  return { type: 'table', rows: rows.map((row) => cellsOf(row, lookups)), aligns }
}

function cellsOf(row: Node, lookups: Lookups): readonly (readonly FormattedRun[])[] {
  return (row.children ?? []).map((cell) => {
    const runs = runsOf(cell.children ?? [], lookups)
    const pad = attributeOf(cell, 'pad')
    return pad === undefined ? runs : [...runs, { text: asSpaces(pad) }]
  })
}

/** As wide as digits and their point, and unseen. */
function asSpaces(pad: string): string {
  return pad.replaceAll('.', '\u2008').replaceAll('0', '\u2007')
}

/** One paragraph of several lines: blocks that follow each other stay two. */
function codeFlow({ value = '', ...node }: Node, { level }: Place): readonly Flow[] {
  if (isMermaid(node)) return [{ type: 'drawing', text: value }]
  const runs = [{ text: value, code: true }] as const
  const language = node.lang ? { language: node.lang } : {}
  return [{ type: 'paragraph', runs, level: Math.max(0, level), style: 'code', ...language }]
}
