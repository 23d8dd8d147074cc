/** Footnotes in the order in which readers see their numbers. */
import { type MarkdownNode, nodesOf } from './markdown.ts'

export interface Footnotes {
  /** Identifier → the number that readers see. Numbers follow the order of the first calls. */
  readonly numbers: ReadonlyMap<string, number>
  readonly definitions: readonly { readonly node: MarkdownNode; readonly number: number }[]
}

/** The footnotes of a tree. Those that no text refers to come last. */
export function markdownFootnotes(tree: MarkdownNode): Footnotes {
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
