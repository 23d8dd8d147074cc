/** "H~2~O": one tilde strikes words out, and within a word it is meant as a sign that stands lower. */
import { slicerOf } from './slice.ts'
import { element, type Node, textOf } from './tree.ts'

// Matches what may stand lower: "2", "max", "2–".
const RE_LOW = /^[\p{L}\p{N}+−–-]{1,10}$/u
// Matches a text that ends within a word: "CO", "x)".
const RE_BEFORE = /[\p{L}\p{N})\]]$/u

/** The tree in which these are subscripts. */
export function withSubscripts(tree: Node, text: string): Node {
  if (!text.includes('~')) return tree
  const slice = slicerOf(text)
  const isLow = (node: Node, before: Node | undefined): boolean =>
    node.type === 'delete' &&
    before?.type === 'text' &&
    RE_BEFORE.test(before.value ?? '') &&
    RE_LOW.test(textOf(node)) &&
    node.position !== undefined &&
    !slice(node.position.start, node.position.end).startsWith('~~')
  const lowered = (node: Node): Node => {
    const { children } = node
    if (!children) return node
    return {
      ...node,
      children: children.map((child, index) =>
        isLow(child, children[index - 1])
          ? { ...element('sub', {}, child.children ?? [], false), position: child.position }
          : lowered(child),
      ),
    }
  }
  return lowered(tree)
}
