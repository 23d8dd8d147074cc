/** What is in `<Notes>`: private words, for the speaker alone. Nobody else reads, counts or links them. */
import type { Place } from '../../model/case.ts'
import { attributeOf, type Node, textOf, walk } from '../tree.ts'
import type { Block, Document, EntryBlock } from './block.ts'

/** One `<Notes>` of an author. */
interface PrivateNote {
  /** `40-key.mdx:12:3`. */
  readonly at: string
  readonly text: string
}

/** Gives every `<Notes>`, however deep it stands, its place as the attribute `at`. */
export function placeNotes(node: Node, file: string): Node {
  const children = node.children?.map((child) => placeNotes(child, file))
  const inside = children ? { ...node, children } : node
  if (!isNotes(node)) return inside
  const { line, column } = node.position?.start ?? { line: 1, column: 1 }
  const at = { type: 'mdxJsxAttribute' as const, name: 'at', value: `${file}:${line}:${column}` }
  return { ...inside, attributes: [...(node.attributes ?? []), at] }
}

/** The tree with every `<Notes>` empty: for outputs that are for everyone. */
export function withoutNotes(node: Node): Node {
  if (isNotes(node)) return { ...node, children: [] }
  return node.children ? { ...node, children: node.children.map(withoutNotes) } : node
}

/** The private notes that a block is or holds, in order; `[]` if none. */
export function privateNotesIn(block: Block | EntryBlock): readonly PrivateNote[] {
  // A list may be made of items that stood one by one.
  const nodes = block.type === 'list' ? block.entries.map(({ node }) => node) : [block.node]
  return nodes.flatMap(notesIn).map((node) => ({
    at: attributeOf(node, 'at') ?? '',
    text: (node.children ?? []).map(textOf).join('\n').trim(),
  }))
}

/** Whether a block is `<Notes>` itself. */
export function isNotesBlock(block: Block | EntryBlock): boolean {
  return block.type === 'element' && block.name === 'Notes'
}

/** Says of a place whether it lies in `<Notes>`: what is found there must not be published. */
export function privatePlaces(documents: readonly Document[]): (place: Place) => boolean {
  const files = new Map(
    documents.map(({ file, blocks }) => [file, blocks.flatMap(({ node }) => notesIn(node))]),
  )
  return ({ file, line = 0, column = 1 }) =>
    (files.get(file) ?? []).some(({ position }) => {
      if (!position) return false
      const { start, end } = position
      const isAfterStart = line > start.line || (line === start.line && column >= start.column)
      const isBeforeEnd = line < end.line || (line === end.line && column < end.column)
      return isAfterStart && isBeforeEnd
    })
}

function notesIn(node: Node): readonly Node[] {
  return [...walk(node)].filter(isNotes)
}

function isNotes({ name }: Node): boolean {
  return name === 'Notes'
}
