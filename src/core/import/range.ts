/** Offsets and lines of nodes in a text. */
import type { Node } from '../syntax/tree.ts'

/** 0-based offset of a node's first character. */
export function startOf(node: Node): number {
  return node.position?.start.offset ?? 0
}

/** 0-based offset after a node's last character. */
export function endOf(node: Node): number {
  return node.position?.end.offset ?? 0
}

/** The source text of a node. */
export function rawOf(node: Node, text: string): string {
  return text.slice(startOf(node), endOf(node))
}

/**
 * The characters that each further line of a block needs at its start to stay inside its quote or
 * list: `> ` stays, the marker of a list becomes spaces.
 */
export function containerPrefixAt(text: string, offset: number): string {
  return text.slice(lineStartOf(text, offset), offset).replace(/[^>\t ]/g, ' ')
}

/** Offset of the first character of the line at `offset`. */
export function lineStartOf(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
}

/** Offset after the next line end, if only spaces stand before it; otherwise `end`. */
export function afterLineEnd(text: string, end: number): number {
  const rest = /^[ \t]*(?:\r\n|\n)/.exec(text.slice(end, end + 200))
  return end + (rest?.[0].length ?? 0)
}

/** Whether a block starts its line, and the line before is empty or does not exist. */
export function followsBlankLine(text: string, start: number): boolean {
  return /^$|\n[ \t]*\r?\n$|^[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 200), start))
}
