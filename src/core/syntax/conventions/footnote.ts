/** Footnotes: `as we saw[^1]` and, anywhere in the same file, `[^1]: Where we saw it`. */
import { attributeOf, element, type Node, textOf, walk } from '../tree.ts'
import type { Footnote, FootnoteMark } from './block.ts'
import { baseOf } from './context.ts'
import { addressesIn } from './words.ts'

/** The footnotes of a file, what leads to them, and the tree with a mark in place of each. */
export function markFootnotes(
  root: Node,
  file: string,
): {
  readonly node: Node
  readonly footnotes: readonly Footnote[]
  readonly marks: readonly FootnoteMark[]
} {
  const places = placesIn(root, file)
  const footnotes: Footnote[] = []
  const marks: FootnoteMark[] = []
  const marked = (node: Node, isTold: boolean): Node => {
    const name = node.identifier ?? ''
    const of = places.get(name)
    if (node.type === 'footnoteReference' && of !== undefined) {
      const { at } = baseOf(node, { file })
      // A note in a note has no place to stand.
      if (isTold) marks.push({ at, of })
      return element('FootnoteMark', { at, of }, [], false)
    }
    const isNote = node.type === 'footnoteDefinition'
    const children = node.children?.map((child) =>
      marked(child, isTold && !isNote && node.name !== 'Notes'),
    )
    if (!isNote) return children ? { ...node, children } : node
    const { at } = baseOf(node, { file })
    if (at === of) footnotes.push({ at, text: wordsOf(node), addresses: addressesIn([node]), node })
    return { ...element('Footnote', { at }, children ?? []), position: node.position }
  }
  const node = marked(root, true)
  return { node, footnotes, marks }
}

/** Where each name is defined: of two with one name the first counts, as in Markdown. */
function placesIn(root: Node, file: string): ReadonlyMap<string, string> {
  const places = new Map<string, string>()
  for (const node of walk(root)) {
    const name = node.identifier ?? ''
    if (node.type === 'footnoteDefinition' && !places.has(name))
      places.set(name, baseOf(node, { file }).at)
  }
  return places
}

function wordsOf({ children = [] }: Node): string {
  return children.map(textOf).join(' ').replace(/\s+/g, ' ').trim()
}

/** The marks in a node, by where each stands. */
export function footnoteMarksIn(node: Node): readonly string[] {
  if (node.name === 'Notes' || node.name === 'Footnote') return []
  const at = node.name === 'FootnoteMark' ? attributeOf(node, 'at') : undefined
  return [...(at === undefined ? [] : [at]), ...(node.children ?? []).flatMap(footnoteMarksIn)]
}
