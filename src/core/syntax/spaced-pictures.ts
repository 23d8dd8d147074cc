/** Pictures whose file has a space in its name: Markdown takes them for words, and their writers do not. */
import { slicerOf } from './slice.ts'
import type { Node, Point } from './tree.ts'

// Matches `![A map](maps/hall (1).png "Title")`, and neither "\![" nor an address on the web.
const RE_PICTURE =
  /(?<!\\)!\[([^[\]\r\n]*)\]\((?!\w+:)([^\s()<>"][^()<>"\r\n]*(?:\([^()<>"\r\n]*\)[^()<>"\r\n]*)*\.\w{2,5})(?:[ \t]+"([^"\r\n]*)")?[ \t]*\)/g

/** The tree in which these are pictures too. */
export function withSpacedPictures(tree: Node, text: string): Node {
  if (!text.includes('![')) return tree
  const slice = slicerOf(text)
  const taken = (node: Node): readonly Node[] => {
    if (node.type === 'text' && node.position && node.value?.includes('![')) {
      const { start, end } = node.position
      return picturesIn({ value: node.value, start, written: slice(start, end) }) ?? [node]
    }
    return [node.children ? { ...node, children: node.children.flatMap(taken) } : node]
  }
  return { ...tree, children: (tree.children ?? []).flatMap(taken) }
}

/** @param written the words as typed, where a sign that is escaped can be told from one that is not */
function picturesIn({
  value,
  start,
  written,
}: {
  readonly value: string
  readonly start: Point
  readonly written: string
}): readonly Node[] | undefined {
  const nodes: Node[] = []
  let done = 0
  let from = start
  for (const { index, 0: found, 1: alt = '', 2: url = '', 3: title } of written.matchAll(
    RE_PICTURE,
  )) {
    const at = value.indexOf(found, done)
    if (at < 0) continue
    const position = {
      start: pointIn(written, index, start),
      end: pointIn(written, index + found.length, start),
    }
    const before = { start: from, end: position.start }
    if (at > done) nodes.push({ type: 'text', value: value.slice(done, at), position: before })
    nodes.push({ type: 'image', url, alt, ...(title ? { title } : {}), position })
    done = at + found.length
    from = position.end
  }
  if (done === 0) return undefined
  const end = pointIn(written, written.length, start)
  const rest = { type: 'text', value: value.slice(done), position: { start: from, end } }
  return done < value.length ? [...nodes, rest] : nodes
}

function pointIn(written: string, index: number, start: Point): Point {
  const lines = written.slice(0, index).split(/\r\n|\n|\r/)
  const last = lines.at(-1)?.length ?? 0
  return lines.length === 1
    ? { line: start.line, column: start.column + last }
    : { line: start.line + lines.length - 1, column: last + 1 }
}
