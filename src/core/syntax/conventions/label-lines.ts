/** Labelled lines that stand in one paragraph, for writers who leave no blank line between. */
import type { KindTable } from '../../model/kinds.ts'
import { lineAt, lineStarts } from '../../text/lines.ts'
import { cutInline, type Node, type Point, textOf } from '../tree.ts'
import { RE_CODE_LABEL } from './code-label.ts'
import type { Context } from './context.ts'
import { patternsOf } from './label-patterns.ts'

/** Makes a paragraph of each labelled line. */
export function splitLines(node: Node, { kinds }: Context): readonly Node[] {
  if (node.type !== 'paragraph') return [node]
  const text = textOf(node)
  const cuts = isLetteredThroughout(text) ? lineStarts(text).slice(1) : labelLines(text, kinds)
  if (cuts.length === 0) return [node]
  const { start, end } = node.position ?? {}
  const starts = lineStarts(text)
  const pointAt = (index: number): Point => {
    const line = (start?.line ?? 1) + lineAt(starts, index)
    return { line, column: index === 0 ? (start?.column ?? 1) : 1 }
  }
  let rest = node.children ?? []
  let done = 0
  const parts: Node[] = []
  for (const cut of [...cuts, text.length]) {
    const [head, tail] = cutInline(rest, cut - done)
    const until = cut === text.length && end ? end : pointAt(cut)
    parts.push({ ...node, children: head, position: { start: pointAt(done), end: until } })
    rest = tail
    done = cut
  }
  return parts
}

// Matches "(a) provide a path", "b) raise".
const RE_SIGN = /^\s*(?:\([a-z\d]{1,2}\)|[a-z]\))\s+\S/

/** Whether each line of several begins with a letter in brackets: they are paragraphs, as laws have them. */
function isLetteredThroughout(text: string): boolean {
  const lines = text.split('\n')
  return lines.length > 1 && lines.every((line) => RE_SIGN.test(line))
}

/** Indices after which a new labelled line starts; `[]` for most texts. */
function labelLines(text: string, kinds: KindTable): readonly number[] {
  const [, letters] = RE_CODE_LABEL.line.exec(text) ?? []
  const isOwn = (line: string): boolean => RE_CODE_LABEL.line.exec(line)?.[1] === letters
  return [...text.matchAll(patternsOf(kinds).line)]
    .filter(({ index, 1: word }) => word || (letters && isOwn(text.slice(index + 1))))
    .map((match) => match.index + 1)
}
