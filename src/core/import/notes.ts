/** Footnotes: `[^1]` becomes `(note 1)`, and the notes stand at the end of the file. */
import type { Edit } from './edit.ts'
import { nodesOf, type Written } from './markdown.ts'
import { behindLine, endOf, startOf } from './range.ts'

export interface Notes {
  /** Identifier → the number that readers see, in the order of the first call. */
  readonly numbers: ReadonlyMap<string, number>
  readonly definitions: readonly { readonly node: Written; readonly number: number }[]
}

/** The footnotes of a tree; those that nothing calls come last. */
export function notesOf(tree: Written): Notes {
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

/** Edits that make plain words of footnotes; the tree is that of the text. */
export function mendNotes(tree: Written, text: string, eol: string): readonly Edit[] {
  const { numbers, definitions } = notesOf(tree)
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
      end: node.position?.start.column === 1 ? behindLine(text, endOf(node)) : endOf(node),
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

/** A note's own text, without what makes it a note. */
function wordsAt(
  definition: Written,
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

/** Takes off the container's own signs, and the four spaces of a note. */
function dedent(line: string, indent: number): string {
  return line.replace(new RegExp(`^[ \\t>]{0,${indent}}`), '').replace(/^(?: {1,4}|\t)/, '')
}
