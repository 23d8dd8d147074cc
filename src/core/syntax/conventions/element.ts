/** A component that an author typed: its content becomes blocks of the case, or stays as it is. */
import { isMermaid, type Node } from '../tree.ts'
import {
  allBlocks,
  type Block,
  type DiagramBlock,
  type ElementBlock,
  type EntryBlock,
} from './block.ts'
import { asChart } from './chart-parts.ts'
import { columnsOf, markColumn, withBoldHeadings } from './columns.ts'
import { baseOf, type Context } from './context.ts'
import { wordsOf } from './words.ts'

/** Components whose children are ordinary blocks of the case. */
const TRANSPARENT = new Set(['Internal', 'Page', 'Columns', 'Step', 'Chart'])

/** Reads the blocks among nodes, as the walk around the component would. */
type ReadBlocks = (nodes: readonly Node[], context: Context) => readonly Block[]

/** Reads a component with what stands in it. */
export function readElement(node: Node, context: Context, read: ReadBlocks): ElementBlock {
  const base = baseOf(node, context)
  const name = node.name ?? ''
  const typed = node.children ?? []
  const children = name === 'Columns' ? withBoldHeadings(typed, context) : typed
  const isSlide = name === 'Slide'
  const inner = isSlide
    ? read(children, { ...context, repeats: true })
    : read(TRANSPARENT.has(name) ? children : children.filter(isDrawn), context)
  const columns = name === 'Columns' ? columnsOf(children, inner, context) : undefined
  const at = { type: 'mdxJsxAttribute' as const, name: 'at', value: base.at }
  const block: ElementBlock = {
    ...base,
    type: 'element',
    name,
    // What is private has no words for anyone to read or count.
    words: wordsOf(name === 'Notes' ? [] : typed, context.citations),
    // A slide repeats what stands elsewhere in the case, but its own diagrams have to be drawn.
    blocks: isSlide ? [...allBlocks(inner)].filter(isDiagram) : inner,
    attributes: attributesOf(node),
    ...(isSlide ? { parts: inner } : {}),
    ...(columns ? { columns } : {}),
    node: {
      ...node,
      attributes: [...(node.attributes ?? []).filter(({ name }) => name !== 'at'), at],
      children: columns?.map(markColumn) ?? markInside(name, inner, children),
    },
  }
  return name === 'Chart' ? asChart(block) : block
}

/** Whether a node is a diagram or a chart, which is drawn wherever it stands. */
function isDrawn(node: Node): boolean {
  return DRAWN.has(node.name ?? '') || isMermaid(node)
}

function isDiagram(block: Block | EntryBlock): block is DiagramBlock | ElementBlock {
  return block.type === 'diagram' || (block.type === 'element' && DRAWN.has(block.name))
}

const DRAWN = new Set(['Diagram', 'Chart'])

/** The children with their marks, but without the heading at the start of a slide: its headline. */
function markInside(
  name: string,
  blocks: readonly Block[],
  children: readonly Node[],
): readonly Node[] {
  if (name === 'Slide')
    return blocks
      .filter(({ type }, index) => index > 0 || type !== 'heading')
      .map(({ node }) => node)
  if (TRANSPARENT.has(name) && blocks.length > 0) return blocks.map(({ node }) => node)
  const drawn = new Map(blocks.map((block) => [placeOf(block.place), block.node]))
  return children.map((child) => drawn.get(placeOf(child.position?.start ?? {})) ?? child)
}

function placeOf({ line, column }: { line?: number; column?: number }): string {
  return `${line}:${column}`
}

function attributesOf(node: Node): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (node.attributes ?? []).flatMap(({ name, value }) => {
      const text = value ?? ''
      return typeof text === 'string' ? [[name, text]] : []
    }),
  )
}
