/** "H~2~O": one tilde strikes words out, and within a word it is meant as a sign that stands lower. */
import { slicerOf } from './slice.ts'
import { element, type Node, textOf } from './tree.ts'

// Matches what may stand lower: "2", "max", "2–".
const RE_LOW = /^[\p{L}\p{N}+−–-]{1,10}$/u
// Matches a text that ends within a word: "CO", "x)".
const RE_BEFORE = /[\p{L}\p{N})\]]$/u
// Matches a text that goes on within a word, as in "~20~30 people".
const RE_AFTER = /^[\p{L}\p{N}]/u

/** The tree in which these are subscripts, and what only looks like them is as it was typed. */
export function withSubscripts(tree: Node, text: string): Node {
  if (!text.includes('~')) return tree
  const slice = slicerOf(text)
  const isOfOne = ({ type, position }: Node): boolean =>
    type === 'delete' &&
    position !== undefined &&
    !slice(position.start, position.end).startsWith('~~')
  const lowered = (node: Node): Node => {
    const { children } = node
    if (!children) return node
    return {
      ...node,
      children: children.flatMap((child, index): readonly Node[] => {
        const { position, children: inner = [] } = child
        const [before, after] = [children[index - 1]?.value ?? '', children[index + 1]?.value ?? '']
        if (!isOfOne(child)) return [lowered(child)]
        if (RE_BEFORE.test(before) && RE_LOW.test(textOf(child)))
          return [{ ...element('sub', {}, inner, false), position }]
        const typed = { type: 'text', value: '~', position }
        return RE_AFTER.test(after) ? [typed, ...inner, typed] : [lowered(child)]
      }),
    }
  }
  return lowered(tree)
}
