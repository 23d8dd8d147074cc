/** From the nodes of a sentence to runs: emphasis, links and citations. */
import { isKeptBack } from '../../core/audience/access.ts'
import { attributeOf, type Node, textOf } from '../../core/syntax/tree.ts'
import { destinationOf, type Lookups } from './lookups.ts'
import { type Run, tidy } from './text.ts'

type Style = Omit<Run, 'text'>

/** The runs of inline nodes, with white space tidied; `[]` where there are no words. */
export function runsOf(nodes: readonly Node[], lookups: Lookups): readonly Run[] {
  return tidy(nodes.flatMap((node) => runs(node, {}, lookups)))
}

/** What each mark adds to the words in it. */
const STYLES: Readonly<Record<string, Style>> = {
  strong: { bold: true },
  emphasis: { italic: true },
  delete: { strike: true },
}

function runs(node: Node, style: Style, lookups: Lookups): readonly Run[] {
  const inside = (more: Style = {}): readonly Run[] =>
    (node.children ?? []).flatMap((child) => runs(child, { ...style, ...more }, lookups))
  switch (node.type) {
    case 'text':
      return [{ ...style, text: node.value ?? '' }]
    case 'inlineCode':
      return [{ ...style, text: node.value ?? '', code: true }]
    case 'break':
      return [{ ...style, text: ' ' }]
    case 'image':
    case 'imageReference':
      return [{ ...style, text: node.alt ?? '' }]
    case 'link':
    case 'linkReference':
      return [...inside(linkOf(node, lookups)), ...keptBack(node, style, lookups)]
    case 'footnoteReference':
      return [{ ...style, text: '', note: `footnote:${node.identifier ?? ''}` }]
    default:
      if (node.name === 'Cite') return citationRuns(node, style, lookups)
      if (lookups.hidden.has(node.name ?? '')) return []
      return inside(STYLES[node.type])
  }
}

function linkOf(node: Node, lookups: Lookups): Style {
  const to = destinationOf(addressOf(node, lookups), lookups)
  return to ? { to } : {}
}

/** What stands behind the words of a link that readers can't open. */
function keptBack(node: Node, style: Style, lookups: Lookups): readonly Run[] {
  if (!isKeptBack(addressOf(node, lookups), lookups)) return []
  return [{ ...style, text: ' (not publicly available)' }]
}

function addressOf({ url, identifier }: Node, { definitions }: Lookups): string {
  return url ?? definitions.get(identifier ?? '') ?? ''
}

/** `(3a, O1)`, each id leading to its item; a bracket that the graph does not know stays words. */
function citationRuns(node: Node, style: Style, lookups: Lookups): readonly Run[] {
  const { graph, citations, drafts } = lookups
  const at = attributeOf(node, 'at') ?? ''
  const citation = citations.get(at)
  const cited = graph.cited.get(at)
  if (!citation || !cited) return [{ ...style, text: (node.children ?? []).map(textOf).join('') }]
  if (citation.draft && !drafts) return []
  const items = cited.flatMap((key) => graph.items.get(key) ?? [])
  const ids = citation.ids.flatMap((id, index): readonly Run[] => {
    const item = items.find((each) => each.id === id)
    const comma = index === 0 ? [] : [{ ...style, text: ', ' }]
    if (!item) return [...comma, { ...style, text: id }]
    const { key, kind } = item
    const note = kind === 'evidence' ? [{ ...style, text: '', note: key }] : []
    return [...comma, { ...style, text: id, kind, to: { key } }, ...note]
  })
  const open = citation.draft ? '(draft: ' : '('
  return [{ ...style, text: open }, ...ids, { ...style, text: ')' }]
}
