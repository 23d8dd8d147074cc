/** Where nodes stand in a text. */
import type { Node } from '../syntax/tree.ts'

/** 0-based offset of a node's first character. */
export function startOf(node: Node): number {
  return node.position?.start.offset ?? 0
}

/** 0-based offset behind a node's last character. */
export function endOf(node: Node): number {
  return node.position?.end.offset ?? 0
}

/** A node as written. */
export function rawOf(node: Node, text: string): string {
  return text.slice(startOf(node), endOf(node))
}

/**
 * What each further line of a block needs in front to stay in the quote and list around it:
 * `> ` stays, a list's marker becomes spaces.
 */
export function prefixAt(text: string, offset: number): string {
  return text.slice(lineStartOf(text, offset), offset).replace(/[^>\t ]/g, ' ')
}

/** Offset of the first character of the line. */
export function lineStartOf(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
}

/** Offset behind the line end that follows, if nothing else does; `end` otherwise. */
export function behindLine(text: string, end: number): number {
  const rest = /^[ \t]*(?:\r\n|\n)/.exec(text.slice(end, end + 200))
  return end + (rest?.[0].length ?? 0)
}

/** Whether a block starts its line, below an empty line or at the start of the text. */
export function isApart(text: string, start: number): boolean {
  return /^$|\n[ \t]*\r?\n$|^[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 200), start))
}
