/** What Mermaid says of a text that it can't draw, in one sentence and with the author's line. */
import type { Drawn } from '../../core/diagram/index.ts'

/** What was thrown while drawing `text`, as a value. The line is 1-based, within `text`. */
export function asFailure(error: unknown, text: string): Drawn {
  const message = error instanceof Error ? error.message : String(error)
  const plain = message.replace(/^page\.evaluate: /, '').replace(/^(?:\w*Error: )+/, '')
  const read = RE_LINE.exec(plain)?.[1]
  const line = read === undefined ? undefined : sourceLine(text, Number(read))
  return { ok: false, message: sentence(plain), ...(line !== undefined && { line }) }
}

/** `Parse error on line 2:`, `Lexer error on line 2, column 3:` */
const RE_LINE = /\bon line (\d+)/

/** `Expecting 'SQE', 'TAGEND', got 'PS'` */
const RE_EXPECTING = /Expecting (.+), got (.+)$/m

/** The picture of the place that stands in a message: `flowchart LR a --> [b\n-------^` */
const RE_POINTER = /\n(.*)\n-*\^/

function sentence(message: string): string {
  const near = RE_POINTER.exec(message)?.[1]
  const got = RE_EXPECTING.exec(message)?.[2]
  if (got !== undefined) return `Unexpected ${got}${near ? ` near “${near.trim()}”` : ''}`
  return (message.split('\n').find((line) => line.trim()) ?? 'It does not draw').trim()
}

/** Mermaid does not count front matter, comments and leading empty lines. */
function sourceLine(text: string, counted: number): number {
  const lines = text.split('\n')
  const start = lines[0]?.trim() === '---' ? lines.indexOf('---', 1) + 1 : 0
  const kept = lines.flatMap((line, index) =>
    index < start || line.trimStart().startsWith('%%') ? [] : [{ line, number: index + 1 }],
  )
  const first = kept.findIndex(({ line }) => line.trim() !== '')
  return kept[first + counted - 1]?.number ?? lines.length
}
