/** Mends reference links, `[words][name]` with `[name]: address` elsewhere in the file. */
import type { Edit } from './draft.ts'
import { escapeAddress } from './escape.ts'
import { type MarkdownNode, nodesOf } from './markdown.ts'
import { afterLineEnd, endOf, rawOf, startOf } from './range.ts'

/** Puts each address into its links, and removes the definition. */
export function mendReferences(tree: MarkdownNode, text: string): readonly Edit[] {
  const definitions = new Map<string, MarkdownNode>()
  const all = nodesOf(tree, 'definition')
  for (const node of all) {
    const name = node.identifier ?? ''
    if (!definitions.has(name)) definitions.set(name, node)
  }
  const references = nodesOf(tree, 'linkReference', 'imageReference')
  const used = new Set(
    references.flatMap(({ identifier }) => definitions.get(identifier ?? '') ?? []),
  )
  return [
    ...references.flatMap((node): readonly Edit[] => {
      const definition = definitions.get(node.identifier ?? '')
      return definition ? [inlineLink(node, definition, text)] : []
    }),
    ...all.flatMap((node) => (used.has(node) ? [takenOut(node, text)] : commentIn(node))),
  ]
}

function inlineLink(node: MarkdownNode, definition: MarkdownNode, text: string): Edit {
  const raw = rawOf(node, text)
  const start = startOf(node) + wordsEnd(node, raw)
  const title = definition.title
    ? ` "${definition.title.replace(/\s+/g, ' ').replace(/["\\]/g, '\\$&')}"`
    : ''
  return { start, end: endOf(node), text: `](${escapeAddress(definition.url ?? '')}${title})` }
}

/** Index of the bracket that closes the words of the link. */
function wordsEnd(node: MarkdownNode, raw: string): number {
  const last = node.children?.at(-1)
  if (last) return endOf(last) - startOf(node)
  const between = raw.lastIndexOf('][')
  return between === -1 ? raw.length - 1 : between
}

function takenOut(node: MarkdownNode, text: string): Edit {
  const note = 'its address stands in the links now'
  const isWhole = node.position?.start.column === 1
  const end = isWhole ? afterLineEnd(text, endOf(node)) : endOf(node)
  return { start: startOf(node), end, text: '', note }
}

/** `[//]: # (words)`, a common way to write a comment. */
function commentIn(node: MarkdownNode): readonly Edit[] {
  if ((node.url !== '#' && node.url !== '') || !node.title) return []
  const words = node.title.replace(/--|>/g, ' ')
  return [{ start: startOf(node), end: endOf(node), text: `<!-- ${words} -->`, quiet: true }]
}
