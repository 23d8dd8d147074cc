/**
 * The one recogniser: from a file's tree to blocks and marks. The graph reads the blocks, the MDX
 * compile takes the marked tree; both come from the same walk, so they can't disagree.
 */
import { siteLinksIn, unsafeLinksIn, withoutUnsafeLinks } from '../../addresses/safe.ts'
import type { Kind, KindTable } from '../../model/kinds.ts'
import type { Source } from '../../model/source.ts'
import { cutInline, type Node, type Point, textOf } from '../tree.ts'
import type { Block, Document, ItemBlock } from './block.ts'
import { readBorrowed } from './borrowed.ts'
import { markCitations } from './citation.ts'
import { baseOf, type Context, mark } from './context.ts'
import { readElement } from './element.ts'
import { isCaption, withCaption } from './figure.ts'
import { markFootnotes } from './footnote.ts'
import { readHeading } from './heading.ts'
import { itemOf, withBlocks } from './item.ts'
import { readLabel } from './label.ts'
import { isLabelled, readList } from './list.ts'
import { placeNotes } from './notes.ts'
import { readParagraph, splitLines } from './paragraph.ts'
import { markPictures, splitPictures } from './picture.ts'
import { readQuote } from './quote.ts'
import { readTable } from './table.ts'
import { citationsIn, wordsOf } from './words.ts'

export { tablesIn } from './apart.ts'
export type * from './block.ts'
export { allBlocks } from './block.ts'
export type { Citation } from './citation.ts'
export { footnoteMarksIn } from './footnote.ts'
export { isNotesBlock, privateNotesIn, privatePlaces, withoutNotes } from './notes.ts'

/**
 * Recognises one file.
 *
 * @param tree the Markdown engine's tree, with positions
 * @param source the text the positions count in
 * @param kinds what the case can have
 */
export function recognise(
  tree: Node,
  { file, text }: Source,
  kinds: KindTable,
): { readonly document: Document; readonly tree: Node } {
  // The engine does not count a byte order mark.
  const unsafe = unsafeLinksIn(tree).map(({ url, scheme, node }) => {
    return { url, scheme, place: baseOf(node, { file }).place }
  })
  const siteLinks = siteLinksIn(tree).map(({ url, node }) => {
    return { url, place: baseOf(node, { file }).place }
  })
  const safe = markPictures(withoutUnsafeLinks(readBorrowed(tree)), file)
  const cited = markCitations(
    placeNotes(safe, file),
    { file, text: text.replace(/^\uFEFF/, '') },
    kinds,
  )
  const citations = new Map(cited.citations.map((citation) => [citation.at, citation]))
  const { node, footnotes, marks } = markFootnotes(cited.node, file)
  const blocks = readBlocks(node.children ?? [], { file, citations, kinds })
  return {
    document: {
      file,
      blocks,
      citations: cited.citations,
      ...(footnotes.length > 0 ? { footnotes, footnoteMarks: marks } : {}),
      ...(unsafe.length > 0 ? { unsafe } : {}),
      ...(siteLinks.length > 0 ? { siteLinks } : {}),
    },
    tree: { ...tree, children: blocks.map((block) => block.node) },
  }
}

/** What the walk remembers between blocks. */
interface Walk {
  /** The kind whose items the next list holds. */
  kind: Kind | undefined
  /** The heading item that takes in what follows. */
  open: { item: ItemBlock; blocks: Block[]; end?: Point | undefined } | undefined
}

function readBlocks(nodes: readonly Node[], context: Context, startKind?: Kind): readonly Block[] {
  const blocks: Block[] = []
  const state: Walk = { kind: startKind, open: undefined }
  const close = (): void => {
    if (state.open) blocks.push(withBlocks(state.open.item, state.open.blocks, state.open.end))
    state.open = undefined
  }
  const pieces = nodes.flatMap((node) =>
    // On a slide that is set by hand they stand side by side.
    context.repeats ? splitLines(node, context) : splitLines(node, context).flatMap(splitPictures),
  )
  for (let index = 0; index < pieces.length; index += 1) {
    const node = pieces[index] as Node // index is below the length
    const next = pieces[index + 1]
    const block = readBlock(node, next, context, state)
    const endsItem = block.type === 'heading' || block.type === 'rule' || isLabelled(block)
    if (endsItem) close()
    if (block.type === 'heading') state.kind = block.kind
    if (block.type === 'list' || holdsItems(block)) state.kind = undefined
    if (block.type === 'item' && block.how === 'heading') {
      state.open = { item: block, blocks: [] }
      continue
    }
    if (block.type === 'item' && next && takesNext(block, next)) {
      const taken = readBlock(next, undefined, context, { ...state, kind: undefined })
      blocks.push(withBlocks(block, [taken], next.position?.end))
      index += 1
      continue
    }
    const hasCaption = block.type === 'figure' && next !== undefined && isCaption(next)
    if (hasCaption) index += 1
    if (state.open) state.open.end = (hasCaption ? next : node).position?.end
    ;(state.open?.blocks ?? blocks).push(hasCaption ? withCaption(block, next, context) : block)
  }
  close()
  return blocks
}

/** Whether a component holds the list of items for which its section was waiting. */
function holdsItems(block: Block): boolean {
  return block.type === 'element' && block.blocks.some((inner) => inner.type === 'list')
}

/** A labelled paragraph takes the table after it; if it ends in ":", or is its label alone, a list or quote. */
function takesNext(item: ItemBlock, next: Node): boolean {
  if (next.type === 'table') return true
  return /(?:^|:)\s*$/.test(item.words.text) && (next.type === 'list' || next.type === 'blockquote')
}

function readBlock(node: Node, next: Node | undefined, context: Context, state: Walk): Block {
  const base = baseOf(node, context)
  switch (node.type) {
    case 'heading':
      return readHeadingBlock(node, context)
    case 'paragraph':
      return readParagraph(node, next, context)
    case 'list':
      return readList(node, context, state.kind)
    case 'blockquote':
      return readQuote(node, context)
    case 'table':
      return readTable(node, context)
    case 'code':
      return node.lang === 'mermaid'
        ? { ...base, type: 'diagram', text: node.value ?? '', node: mark('Drawing', base.at, []) }
        : {
            ...base,
            type: 'code',
            words: wordsOf([node], context.citations),
            node: mark('Code', base.at, [node]),
          }
    case 'thematicBreak':
      return { ...base, type: 'rule', node: mark('Rule', base.at, [node]) }
    case 'mdxJsxFlowElement':
      if (node.name === 'Footnote') return { ...base, type: 'other', node }
      return readElement(node, context, (nodes, within) =>
        readBlocks(nodes, within, within.repeats ? undefined : state.kind),
      )
    default:
      return { ...base, type: 'other', node }
  }
}

function readHeadingBlock(node: Node, context: Context): Block {
  const base = baseOf(node, context)
  const text = textOf(node)
  const label = context.repeats ? undefined : readLabel(text, context.kinds, true)
  if (label) return itemOf(node, context, { ...label, how: 'heading', inline: node.children ?? [] })
  return {
    ...base,
    type: 'heading',
    level: node.depth ?? 1,
    ...readHeading(text, context.kinds),
    citations: citationsIn([node], context.citations),
    node: context.repeats
      ? node
      : mark('Heading', base.at, cutInline(node.children ?? [], phaseLength(text))[1]),
  }
}

function phaseLength(text: string): number {
  return /^\s*\[[^\]]{1,30}\]\s*/.exec(text)?.[0].length ?? 0
}
