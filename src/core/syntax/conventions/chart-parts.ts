/** What a chart is made of: the sentence that says what it shows, the numbers, and where they are from. */
import { element, type Node, textOf } from '../tree.ts'
import type { Block, ChartParts, ElementBlock, EntryBlock, ProseBlock } from './block.ts'
import { warns } from './borrowed.ts'
import { linesOfNumbers } from './charts.ts'

/** Whether a block is a chart, or is to be one. */
export function isChart(
  block: Block | EntryBlock,
): block is ElementBlock & { readonly name: 'Chart' } {
  return block.type === 'element' && block.name === 'Chart'
}

const NO_WORDS = { text: '', sentences: [], citations: [], addresses: [] }

// Matches "Source: Telephone logs, March 2026".
const RE_SOURCE = /^\s*sources?\s*:/i

/** Whether a paragraph says where numbers are from. */
export function isSource(node: Node): boolean {
  return node.type === 'paragraph' && RE_SOURCE.test(textOf(node))
}

/** The paragraph before a chart that says what it shows: one sentence, which warns of nothing. */
export function headOfChart(before: Block | undefined): ChartParts['head'] {
  const isWords = before?.type === 'prose' || before?.type === 'lead-in'
  if (!isWords || before.words.sentences.length !== 1 || warns(before.node)) return undefined
  return RE_SOURCE.test(before.words.text) ? undefined : before
}

/** A chart with what its author typed inside. */
export function asChart(block: ElementBlock): ElementBlock {
  const data = block.blocks.find(isData)
  const at = data ? block.blocks.indexOf(data) : block.blocks.length
  const head = block.blocks
    .slice(0, at)
    .map(headOfChart)
    .findLast((one) => one !== undefined)
  const source = block.blocks.find(isSourceBlock)
  // The words of a file are no words of this text: its graph knows nothing of them.
  const isFrom = block.attributes['from'] !== undefined
  const blocks = isFrom ? block.blocks.filter((one) => one !== data) : block.blocks
  const parts = { ...(head && { head }), ...(data && { data }), ...(source && { source }) }
  return marked({ ...block, blocks, ...(isFrom ? { words: NO_WORDS } : {}) }, parts)
}

/** A chart with the paragraphs around it that belong to it. It begins where the first of them does. */
export function withParts(
  block: ElementBlock,
  before: ChartParts['head'],
  after: Block | undefined,
): ElementBlock {
  const { chart = {} } = block
  const head = chart.head ? undefined : before
  const source = !chart.source && after && isSourceBlock(after) ? after : undefined
  const parts = { ...chart, ...(head && { head }), ...(source && { source }) }
  const blocks = [...(before ? [before] : []), ...block.blocks, ...(after ? [after] : [])]
  const from = before ?? block
  return marked({ ...block, blocks, at: from.at, place: from.place }, parts)
}

function isData(block: Block): boolean {
  if (block.type === 'table' || block.type === 'list') return true
  return block.type === 'prose' && linesOfNumbers(block.words.text) !== undefined
}

function isSourceBlock(block: Block): block is ProseBlock {
  return block.type === 'prose' && RE_SOURCE.test(block.words.text)
}

/** The marks that outputs read, around the blocks of a chart in their order. */
function marked(block: ElementBlock, chart: ChartParts): ElementBlock {
  const { at, blocks } = block
  const names = new Map<Block | undefined, string>([
    [chart.head, 'ChartHead'],
    [chart.data, 'ChartBody'],
    [chart.source, 'ChartSource'],
  ])
  const { data } = chart
  const own = data && !blocks.includes(data) ? [data] : []
  const last = blocks.at(-1)
  const inOrder =
    last && last === chart.source ? [...blocks.slice(0, -1), ...own, last] : [...blocks, ...own]
  const children = inOrder.map((one) => {
    const name = names.get(one)
    return name === undefined ? one.node : element(name, { at }, [one.node])
  })
  return { ...block, chart, node: element('Chart', { at }, children) }
}
