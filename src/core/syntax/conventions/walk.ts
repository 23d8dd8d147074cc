/** The walk through a file's nodes: each becomes a block, by what stands before it and after it. */
import type { Kind } from '../../model/kinds.ts'
import { cutInline, isMermaid, type Node, textOf } from '../tree.ts'
import type { Block, ItemBlock } from './block.ts'
import { headOfChart, isChart, isSource, withParts } from './chart-parts.ts'
import { readCode } from './code-label.ts'
import { baseOf, type Context, mark } from './context.ts'
import { readElement } from './element.ts'
import { isCaption, withCaption } from './figure.ts'
import { phaseLength, readHeading } from './heading.ts'
import { itemOf, withBlocks } from './item.ts'
import { type Label, readLabel } from './label.ts'
import { splitLines } from './label-lines.ts'
import { isLabelled, readList } from './list.ts'
import { heldBy, isLettered, type NamedAfter, namedIn, signLength } from './list-kind.ts'
import { readParagraph, storyOf } from './paragraph.ts'
import { splitPictures } from './picture.ts'
import { isOnlyProperties } from './property-lines.ts'
import { readQuote } from './quote.ts'
import { type DecisionRecord, isRecord } from './record.ts'
import { note, type Walk } from './remembered.ts'
import { isDecided, numberedBelow, runInBelow } from './series.ts'
import { aimBelow, isRequired } from './stated.ts'
import { readTable } from './table.ts'
import { headedWith } from './unnumbered.ts'
import { citationsIn, wordsOf } from './words.ts'

/**
 * Reads the nodes of a file, or of what holds them, in their order.
 *
 * @param startKind the kind whose items the first list holds
 */
export function readBlocks(
  nodes: readonly (Node | DecisionRecord)[],
  context: Context,
  startKind?: Kind,
): readonly Block[] {
  const blocks: Block[] = []
  const state: Walk = { kind: startKind, headings: [], lead: undefined, open: undefined }
  const close = (): void => {
    if (state.open) blocks.push(withBlocks(state.open.item, state.open.blocks, state.open.end))
    state.open = undefined
  }
  const records = new Map(nodes.filter(isRecord).map((record) => [record.heading, record]))
  const pieces = nodes.flatMap((one) => {
    if (isRecord(one)) return [one.heading]
    // On a slide that is set by hand they stand side by side.
    const lines = splitLines(one, context)
    return context.repeats ? lines : lines.flatMap(splitPictures)
  })
  const numbered = numberedBelow(pieces, context)
  const runIn = runInBelow(pieces, context)
  let labels: readonly NamedAfter[] | undefined
  const namedAfter = (index: number) => (): readonly NamedAfter[] => {
    labels ??= pieces.flatMap((piece, at) => namedIn(piece, at, context.kinds))
    return labels.filter(({ at }) => at > index)
  }
  for (let index = 0; index < pieces.length; index += 1) {
    const node = pieces[index] as Node // index is below the length
    const next = pieces[index + 1]
    const record = records.get(node)
    if (record) {
      close()
      blocks.push(readRecord(record, context))
      state.kind = undefined
      continue
    }
    const within = [...state.headings.flatMap(({ kinds }) => kinds).reverse(), ...context.within]
    const near = state.headings.at(-1)?.kinds ?? context.near
    const inItem = state.open ? { isInItem: true as const } : {}
    const here = { ...context, within, near, ...inItem }
    const block = readBlock(node, { next, named: namedAfter(index), numbered, runIn }, here, state)
    const endsItem = block.type === 'heading' || block.type === 'rule' || isLabelled(block)
    if (endsItem) close()
    note(block, node, state, context)
    if (block.type === 'item' && block.how === 'heading') {
      state.open = { item: block, blocks: [] }
      continue
    }
    if (block.type === 'item' && next && takesNext(block, next)) {
      const taken = readBlock(next, { named: () => [] }, here, { ...state, kind: undefined })
      blocks.push(withBlocks(block, [taken], next.position?.end))
      index += 1
      continue
    }
    const hasCaption = block.type === 'figure' && next !== undefined && isCaption(next)
    if (hasCaption) index += 1
    if (isChart(block)) {
      const around = state.open?.blocks ?? blocks
      // The words of an item are its own.
      const head = state.open ? undefined : headOfChart(around.at(-1))
      if (head) around.pop()
      const source =
        next && isSource(next) ? readBlock(next, { named: () => [] }, here, state) : undefined
      if (source) index += 1
      if (state.open) state.open.end = (source ? next : node)?.position?.end
      around.push(withParts(block, head, source))
      continue
    }
    if (state.open) state.open.end = (hasCaption ? next : node).position?.end
    ;(state.open?.blocks ?? blocks).push(hasCaption ? withCaption(block, next, context) : block)
  }
  close()
  return blocks
}

/** A record as one item, with its parts in it. Options among these are not those of the case. */
function readRecord(
  { heading, label, nodes, properties }: DecisionRecord,
  context: Context,
): Block {
  const { id = '' } = label
  const inline = heading.children ?? []
  const { id: _, ...item } = itemOf(heading, context, { ...label, id, how: 'heading', inline })
  const blocks = readBlocks(nodes, { ...context, isRecord: true })
  const whole = {
    ...item,
    record: true as const,
    ...(id === '' ? {} : { id }),
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
  }
  return withBlocks(whole, blocks, nodes.at(-1)?.position?.end)
}

/** A labelled paragraph takes the table after it; if it ends in ":", or is its label alone, a list or quote. */
function takesNext(item: ItemBlock, next: Node): boolean {
  if (next.type === 'table' || next.name === 'Chart' || isSaid(next)) return true
  return /(?:^|:)\s*$/.test(item.words.text) && (next.type === 'list' || next.type === 'blockquote')
}

/** What stands behind a node. */
interface Following {
  readonly next?: Node | undefined
  /** The labelled nodes among all that stands behind it. */
  readonly named: () => readonly NamedAfter[]
  /** The headings that a number makes items: see `series.ts`. */
  readonly numbered?: ReadonlyMap<Node, Label>
  /** The paragraphs that are items by the heading and by what they begin with. */
  readonly runIn?: ReadonlyMap<Node, Kind>
}

/** Whether a paragraph or a list says who owns the item above it, how likely it is, and no more. */
function isSaid(node: Node): boolean {
  if (node.type === 'list')
    return (node.children ?? []).every((entry) => isOnlyProperties(textOf(entry)))
  return node.type === 'paragraph' && isOnlyProperties(textOf(node))
}

function readBlock(node: Node, following: Following, context: Context, state: Walk): Block {
  const base = baseOf(node, context)
  switch (node.type) {
    case 'heading':
      return readHeadingBlock(node, context, following.numbered?.get(node))
    case 'paragraph': {
      const kind =
        following.runIn?.get(node) ??
        (isLettered(node, state, context) ? state.kind : undefined) ??
        (isRequired(node, context) ? 'requirement' : undefined) ??
        aimBelow(node, state.headings.at(-1)?.title, context)
      return kind
        ? storyOf(node, context, { kind, length: signLength(node) })
        : readParagraph(node, following.next, context)
    }
    case 'list':
      return readList(
        node,
        context,
        isDecided(state.lead, context)
          ? { kind: 'decision' }
          : heldBy(node, following.named, {
              ...context,
              ...{ kind: state.kind, lead: state.lead, title: state.headings.at(-1)?.title },
            }),
      )
    case 'blockquote':
      return readQuote(node, context)
    case 'table':
      return readTable(node, context)
    case 'code':
      return isMermaid(node)
        ? { ...base, type: 'diagram', text: node.value ?? '', node: mark('Drawing', base.at, []) }
        : {
            ...base,
            type: 'code',
            words: wordsOf([node], context.citations),
            ...(node.lang ? { lang: node.lang } : {}),
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

function readHeadingBlock(node: Node, context: Context, numbered?: Label): Block {
  const base = baseOf(node, context)
  const text = textOf(node)
  const label = context.repeats
    ? undefined
    : (readLabel(text, context.kinds, true) ??
      readCode(text, { ...context, stands: 'heading' }) ??
      numbered ??
      (context.isRecord ? undefined : headedWith(text, context)))
  if (label) {
    const item = itemOf(node, context, { ...label, how: 'heading', inline: node.children ?? [] })
    const { id, label: _, ...plain } = item
    return id === '' ? plain : item
  }
  const level = node.depth ?? 1
  return {
    ...base,
    type: 'heading',
    level,
    ...readHeading(text, context.kinds, level),
    ...(node.isOfHead ? { isOfHead: true as const } : {}),
    citations: citationsIn([node], context.citations),
    node: context.repeats
      ? node
      : mark('Heading', base.at, cutInline(node.children ?? [], phaseLength(text, level))[1]),
  }
}
