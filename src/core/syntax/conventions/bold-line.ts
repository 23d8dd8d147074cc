/** A line that is all bold: a heading by its looks, and what a heading becomes that opens no section. */
import { countWords } from '../../text/sentences.ts'
import { type Node, textOf, walk } from '../tree.ts'

/** A longer line is no headline. */
const MOST_WORDS = 14

/**
 * Whether a paragraph is such a line.
 *
 * @param text what of its words counts
 */
export function isBoldLine(node: Node, text = textOf(node)): boolean {
  const line = text.trim()
  if (line === '' || line.includes('\n') || countWords(line) > MOST_WORDS) return false
  // A sentence is said, and opens nothing.
  if (/[.!]["'”’]?$/.test(line)) return false
  return [...walk(node)].some((one) => isBold(one) && plain(textOf(one)) === plain(line))
}

/** Whether a paragraph is a short line all in italics: `*Risks*`. */
export function isItalicLine({ children = [] }: Node): boolean {
  const [only, ...others] = children
  return only?.type === 'emphasis' && others.length === 0 && countWords(textOf(only)) < 5
}

function isBold({ type, name }: Node): boolean {
  return type === 'strong' || name === 'strong' || name === 'b'
}

function plain(text: string): string {
  return text.replace(/(?<![\s:])[\s:]+$/, '').trim()
}

/** A heading as such a line; any other node as it is. */
export function asBoldLine(node: Node): Node {
  if (node.type !== 'heading') return node
  const bold: Node = { type: 'strong', children: node.children ?? [] }
  const depth = node.depth === undefined ? {} : { depth: node.depth }
  return { type: 'paragraph', children: [bold], position: node.position, ...depth }
}
