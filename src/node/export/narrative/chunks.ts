/** The narrative as a word processor takes it, one chunk below the other: its plan, laid out. */

import { COLUMNS, type ComparedOption, cellsOf } from '../../../core/appraisal/comparison.ts'
import { type EstimateWords, rangeLine } from '../../../core/appraisal/estimate-words.ts'
import { APPRAISAL, TURNS } from '../../../core/appraisal/sum-names.ts'
import { lookupOf } from '../../../core/graph/lookup.ts'
import type { LabelBracket } from '../../../core/import/own-lines.ts'
import type { DatedCase } from '../../../core/model/dated.ts'
import { rowOf } from '../../../core/model/kinds.ts'
import type { ListEntry } from '../../../core/narrative/heading-entry.ts'
import { type NarrativePlan, planNarrative } from '../../../core/narrative/index.ts'
import {
  type Block,
  type ElementBlock,
  type ItemBlock,
  isChart,
  type ListBlock,
  type TableBlock,
} from '../../../core/syntax/conventions/index.ts'
import { type LinkedText, plainText } from '../../../core/text/linked-text.ts'
import { entryOf, flowOf } from '../flow.ts'
import { runsOf } from '../inline.ts'
import { type Lookups, lookupsOf } from '../lookups.ts'
import { displayRuns, type Flow, type FormattedRun } from '../text.ts'
import type { Chunk, ParagraphRole } from './chunk.ts'

/** A narrative laid out for a file. */
interface LaidOut {
  readonly plan: NarrativePlan
  readonly chunks: readonly Chunk[]
  /** What the author's words in it mean. */
  readonly lookups: Lookups
  /** Chunks that the tool makes by itself of what authors wrote. */
  readonly own: ReadonlySet<Chunk>
  /** What authors wrote in the brackets of labels. */
  readonly brackets: readonly LabelBracket[]
}

/** The whole case: what its cover says, and below it all else. */
export function layOutNarrative(read: DatedCase): LaidOut {
  const lookup = lookupOf(read)
  const plan = planNarrative(lookup, { output: 'document' })
  const lookups = lookupsOf(lookup, 'narrative')
  const blocks = read.documents.flatMap((document) => document.blocks)
  const own = new Set<Chunk>()
  const brackets: LabelBracket[] = []
  const known = { plan, lookups, own, brackets }
  const { appraisal } = plan
  const chunks = blocks.flatMap((block) => [
    ...(appraisal?.place.before === block.at ? asOwn(appraisalChunks(appraisal), own) : []),
    ...chunksOf(block, known),
  ])
  const isLast = appraisal !== undefined && appraisal.place.before === undefined
  const last = isLast ? asOwn(appraisalChunks(appraisal), own) : []
  return { ...known, chunks: [...chunks, ...last] }
}

interface ChunkContext extends Pick<LaidOut, 'plan' | 'lookups'> {
  readonly own: Set<Chunk>
  readonly brackets: LabelBracket[]
}

/** The same chunks, kept as the tool's own. */
function asOwn(chunks: readonly Chunk[], own: Set<Chunk>): readonly Chunk[] {
  for (const chunk of chunks) own.add(chunk)
  return chunks
}

function chunksOf(block: Block, known: ChunkContext): readonly Chunk[] {
  const { lookups } = known
  switch (block.type) {
    case 'heading':
      return headingChunks(block, known)
    case 'item':
      return [...openedChunks(block, known), ...itemChunks(block, known)]
    case 'list':
      return listChunks(block, known)
    case 'gap':
    case 'lead-in':
      return inRole(flowOf([block.node], lookups), block.type)
    case 'rule':
      return [paragraph([{ text: '' }], 'rule')]
    case 'table':
      return [...flowOf([block.node], lookups), ...rowChunks(block, known)]
    case 'element': {
      if (lookups.hidden.has(block.name)) return []
      if (isChart(block)) return chartChunks(block, known)
      const isTransparent = block.blocks.some(({ type }) => type !== 'diagram')
      if (isTransparent) return block.blocks.flatMap((inner) => chunksOf(inner, known))
      return flowOf([block.node], lookups)
    }
    default:
      return block.at === lookups.graph.titleAt ? [] : flowOf([block.node], lookups)
  }
}

/** What the estimates in the rows of a table come to, below it. */
function rowChunks({ items = [] }: TableBlock, { plan }: ChunkContext): readonly Chunk[] {
  return items.flatMap(({ at }) => {
    const { worth, item } = plan.items.get(at) ?? {}
    return item && worth ? worthChunks(worth, item.id) : []
  })
}

/** What it shows stands above a chart, and its numbers below. */
function chartChunks(block: ElementBlock, known: ChunkContext): readonly Chunk[] {
  const plan = known.lookups.charts.get(block.at)
  const { head, data } = block.chart ?? {}
  const { source } = block.chart ?? {}
  // Numbers of another file are no words of this one: they stand before their source.
  const isElsewhere = data !== undefined && !block.blocks.includes(data)
  const others = block.blocks.filter((inner) => !isElsewhere || inner !== source)
  const blocks = isElsewhere ? [...others, data, ...(source ? [source] : [])] : others
  return blocks.flatMap((inner): readonly Chunk[] => {
    const own = chunksOf(inner, known)
    if (!plan) return own
    if (inner === head) return inRole(flowOf([inner.node], known.lookups), 'lead-in')
    return inner === data ? [{ type: 'chart', plan }, ...own] : own
  })
}

function headingChunks(
  { at, node }: Extract<Block, { type: 'heading' }>,
  { plan, lookups }: ChunkContext,
): readonly Chunk[] {
  const entry = plan.headings.get(at)
  if (!entry) return []
  const { key, depth } = entry.section
  const runs = displayRuns(runsOf(node.children ?? [], lookups))
  return [{ type: 'heading', depth, runs, key }, ...gapIn(entry), ...diagramsIn(entry)]
}

/** The heading of the section that begins with it, where the author has none. */
function openedChunks({ at }: ItemBlock, { plan }: ChunkContext): readonly Chunk[] {
  const section = plan.headings.get(at)?.section
  if (!section) return []
  const { key, depth, title } = section
  return [{ type: 'heading', depth, runs: [{ text: title }], key }]
}

/** Its name, its words, and what is known of it. */
function itemChunks(
  { at, node, label }: ItemBlock,
  { plan, lookups, own, brackets }: ChunkContext,
): readonly Chunk[] {
  const words = inRole(flowOf(node.children ?? [], lookups), 'words')
  const entry = plan.items.get(at)
  if (!entry) return words
  const { item, name, id, sprint, setOut, stale, worth, against, strength, trace } = entry
  const behind = `${id === undefined ? '' : ` ${id}`}${sprint ? `, ${sprint.words}` : ''}`
  const { like: kind } = rowOf(item.kind, lookups.graph.kinds)
  const runs: readonly FormattedRun[] = [{ text: name, bold: true, kind }, { text: behind }]
  const head: Chunk = { type: 'paragraph', runs, level: 0, role: 'item' }
  if (label?.bracket) brackets.push({ name, words: label.bracket.words })
  const said: readonly Chunk[] = [
    ...(worth ? worthChunks(worth) : []),
    ...against.map((words) => paragraph(words, 'quiet')),
    ...(setOut ? [paragraph(setOut, 'quiet')] : []),
    ...(stale ? [paragraph([{ text: plainText(stale), bold: true }], 'quiet')] : []),
    ...(strength.length > 0
      ? [paragraph([{ text: strength.map(({ words }) => words).join(' ') }], 'quiet')]
      : []),
    ...(trace.length > 0 ? [paragraph(trace.flatMap(afterSpace), 'quiet')] : []),
  ]
  return [
    setOut ? head : { ...head, key: item.key },
    ...words,
    ...asOwn(said, own),
    ...gapIn(entry),
  ]
}

/** What the options cost and bring: a table, what is said of each, charts, where the case turns. */
function appraisalChunks({
  place,
  comparison,
}: NonNullable<NarrativePlan['appraisal']>): readonly Chunk[] {
  const { options, basis, likelihood, charts, turns } = comparison
  const entry = (runs: readonly FormattedRun[]): Chunk => ({
    ...{ type: 'paragraph', level: 0, list: 'bullet' },
    runs,
  })
  const nameOf = ({ key, id, title }: ComparedOption): readonly FormattedRun[] => [
    { text: id, bold: true, kind: 'option', to: { key } },
    { text: ` ${title}` },
  ]
  return [
    { type: 'heading', depth: place.section.depth, runs: [{ text: APPRAISAL }], key: place.key },
    paragraph([{ text: `${basis}. ${likelihood}.` }], 'quiet'),
    {
      type: 'table',
      rows: [
        Object.values(COLUMNS).map((text) => [{ text }]),
        ...options.map((option) => [nameOf(option), ...cellsOf(option).map((text) => [{ text }])]),
      ],
      aligns: [],
    },
    ...options.flatMap((option) => {
      const { marks, notes } = option
      const said = notes.flatMap(({ term, words }) => [
        { text: ` ${term}: ` },
        ...words,
        { text: '.' },
      ])
      const names = marks.length > 0 ? [{ text: ` (${marks.join(', ')}).` }] : [{ text: '.' }]
      return marks.length + notes.length > 0 ? [entry([...nameOf(option), ...names, ...said])] : []
    }),
    ...Object.values(charts).flatMap((plan): readonly Chunk[] => [
      paragraph([{ text: plan.headline }], 'lead-in'),
      { type: 'chart', plan },
    ]),
    ...(turns.length > 0 ? [paragraph([{ text: `${TURNS}:` }], 'lead-in')] : []),
    ...turns.map(({ then, at, says }) =>
      entry([
        { text: `${then} ` },
        { text: at, bold: true },
        { text: '. ' },
        ...says,
        { text: '.' },
      ]),
    ),
  ]
}

/** The number, its range, and how it came about. */
function worthChunks(worth: EstimateWords, id?: string): readonly Chunk[] {
  const [number, range] = [worth.central ?? '', rangeLine(worth)]
  const runs = [
    ...(id ? [{ text: `${id}  ` }] : []),
    ...[{ text: number, bold: true as const }, { text: range && `  ${range}` }],
  ]
  return [
    ...(number ? [paragraph(runs, 'words')] : []),
    paragraph(worth.sentences.flatMap(afterSpace), 'quiet'),
  ]
}

/** Entries, each with the id of the item that it is. */
function listChunks(block: ListBlock, { plan, lookups }: ChunkContext): readonly Chunk[] {
  const { kinds } = lookups.graph
  const list = block.ordered ? 'number' : 'bullet'
  const { note, diagrams } = plan.lists.get(block.at) ?? { diagrams: [] }
  let hasBegun = false
  const entries = block.entries.flatMap((entry, at) => {
    const { item, worth } = plan.items.get(entry.at) ?? {}
    const id: readonly FormattedRun[] = item
      ? [{ text: ' ' }, { text: item.id, bold: true, kind: rowOf(item.kind, kinds).like }]
      : []
    const isGap = entry.type === 'entry' && entry.gap !== undefined
    const flows = entryOf(entry.node, lookups)
    const first = flows.findIndex(({ type }) => type === 'paragraph')
    const follows = hasBegun
    hasBegun ||= first >= 0
    const words = flows.map((flow, index): Chunk => {
      if (flow.type !== 'paragraph' || index !== first) return flow
      return {
        ...flow,
        list,
        ...(follows ? { follows } : { number: (block.start ?? 1) + at }),
        runs: [...flow.runs, ...id],
        ...(item ? { key: item.key } : {}),
        ...(isGap ? { role: 'gap' as const } : {}),
      }
    })
    return [...words, ...(worth ? worthChunks(worth) : [])]
  })
  const below = note === undefined ? [] : [paragraph([{ text: note }], 'quiet')]
  return [...entries, ...below, ...diagramsIn({ diagrams })]
}

function gapIn({ gap }: { readonly gap?: string }): readonly Chunk[] {
  return gap === undefined ? [] : [paragraph([{ text: gap }], 'gap')]
}

function diagramsIn({ diagrams }: Pick<ListEntry, 'diagrams'>): readonly Chunk[] {
  return diagrams.map((diagram) => ({ type: 'diagram', diagram }))
}

/** A sentence as it stands after others. */
function afterSpace(sentence: readonly LinkedText[], index: number): readonly LinkedText[] {
  const [first, ...others] = sentence
  return index === 0 || !first ? sentence : [{ ...first, text: ` ${first.text}` }, ...others]
}

/** Paragraphs in a role; entries of lists keep their own look. */
function inRole(flows: readonly Flow[], role: ParagraphRole): readonly Chunk[] {
  return flows.map((flow) =>
    flow.type === 'paragraph' && flow.list === undefined ? { ...flow, role } : flow,
  )
}

/** One paragraph of the tool's own words. */
function paragraph(runs: readonly FormattedRun[], role: ParagraphRole): Chunk {
  return { type: 'paragraph', runs, level: 0, role }
}
