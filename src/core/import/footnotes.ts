/** Mends footnotes: `[^1]` becomes `(note 1)`, and the notes move to the end of the file. */
import type { Edit } from './draft.ts'
import { type MarkdownNode, nodesOf } from './markdown.ts'
import { afterLineEnd, endOf, startOf } from './range.ts'

export interface Footnotes {
  /** Identifier → the number that readers see. Numbers follow the order of the first calls. */
  readonly numbers: ReadonlyMap<string, number>
  readonly definitions: readonly { readonly node: MarkdownNode; readonly number: number }[]
}

/** The footnotes of a tree. Those that no text refers to come last. */
export function footnotesOf(tree: MarkdownNode): Footnotes {
  const definitions = nodesOf(tree, 'footnoteDefinition')
  const defined = new Set(definitions.map(({ identifier }) => identifier ?? ''))
  const numbers = new Map<string, number>()
  const calls = nodesOf(tree, 'footnoteReference')
  for (const { identifier = '' } of [...calls, ...definitions]) {
    if (defined.has(identifier) && !numbers.has(identifier))
      numbers.set(identifier, numbers.size + 1)
  }
  const seen = new Set<string>()
  let last = numbers.size
  const numbered = definitions.map((node) => {
    const identifier = node.identifier ?? ''
    const isAgain = seen.has(identifier)
    seen.add(identifier)
    if (isAgain) last += 1
    return { node, number: isAgain ? last : (numbers.get(identifier) ?? 0) }
  })
  return { numbers, definitions: numbered.toSorted((a, b) => a.number - b.number) }
}

/** Edits that turn footnotes into plain words. `tree` must be the tree of `text`. */
export function mendFootnotes(tree: MarkdownNode, text: string, eol: string): readonly Edit[] {
  const { numbers, definitions } = footnotesOf(tree)
  if (numbers.size === 0) return []
  const calls = nodesOf(tree, 'footnoteReference').map((node): Edit => {
    const start = startOf(node)
    const space = start === 0 || /\s/.test(text[start - 1] ?? '') ? '' : ' '
    const number = numbers.get(node.identifier ?? '') ?? 0
    return { start, end: endOf(node), text: `${space}(note ${number})` }
  })
  const moved = definitions.map(
    ({ node, number }): Edit => ({
      start: startOf(node),
      end: node.position?.start.column === 1 ? afterLineEnd(text, endOf(node)) : endOf(node),
      text: '',
      note: `moved to the end as "Note ${number}"`,
    }),
  )
  const body = definitions.map(
    ({ node, number }) => `Note ${number}: ${wordsAt(node, { text, calls, eol })}`,
  )
  const before = text.slice(0, Math.min(...moved.map(({ start }) => start))).trimEnd()
  const isRuled = (moved.at(-1)?.end ?? 0) >= text.trimEnd().length && RE_RULE_AT_END.test(before)
  const end: Edit = {
    start: text.length,
    end: text.length,
    text: [...(isRuled ? [''] : ['', '---']), ...body, ''].join(eol + eol).slice(0, -eol.length),
    quiet: true,
  }
  const inPlace = calls.filter(
    (call) => !moved.some(({ start, end: to }) => call.start >= start && call.end <= to),
  )
  return [...inPlace, ...moved, end]
}

// Matches "---" as the last line.
const RE_RULE_AT_END = /(?:^|[\r\n]\s*)(?:-[ \t]*){3,}$|(?:^|[\r\n]\s*)(?:\*[ \t]*){3,}$/

/** The text of a note, without its `[^1]:` and its indent. */
function wordsAt(
  definition: MarkdownNode,
  { text, calls, eol }: { text: string; calls: readonly Edit[]; eol: string },
): string {
  const [first] = definition.children ?? []
  if (!first) return ''
  const start = startOf(first)
  const end = endOf(definition)
  const inside = calls.filter((call) => call.start >= start && call.end <= end)
  let raw = ''
  let done = start
  for (const call of inside) {
    raw += text.slice(done, call.start) + call.text
    done = call.end
  }
  raw += text.slice(done, end)
  const indent = (definition.position?.start.column ?? 1) - 1
  const lines = raw
    .split(/\r\n|\n/)
    .map((line, index) => (index === 0 ? line : dedent(line, indent)))
  return first.type === 'paragraph' ? lines.join(eol) : eol + eol + lines.join(eol)
}

/** Removes the signs of the container (`>`) and the indent of a note (up to four spaces). */
function dedent(line: string, indent: number): string {
  return line.replace(new RegExp(`^[ \\t>]{0,${indent}}`), '').replace(/^(?: {1,4}|\t)/, '')
}
