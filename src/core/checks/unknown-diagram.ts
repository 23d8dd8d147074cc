/** `<Diagram of="…">` of something that the case does not have, and diagrams where none is drawn. */
import { diagramsOf } from '../diagram/index.ts'
import type { Found } from '../model/finding.ts'
import { allBlocks } from '../syntax/conventions/index.ts'
import { isMermaid, type Node } from '../syntax/tree.ts'
import { nearest } from '../text/nearest.ts'
import { oneOf } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

const VIEWS = ['objectives', 'decisions', 'served'] as const

export const unknownDiagram: Check = ({ documents, graph }) => {
  const sprints = graph.case.sections.flatMap(({ sprint }) => (sprint ? [`sprint ${sprint}`] : []))
  const views = VIEWS.filter((of) => diagramsOf(graph, of).length > 0)
  const unlinked = new Set<string>(VIEWS.filter((of) => !views.includes(of)))
  const known = [...views, ...sprints, ...graph.case.items.map(({ id }) => id)]
  const unknown = documents
    .flatMap(({ blocks }) => [...allBlocks(blocks)])
    .flatMap((block) => {
      if (block.type !== 'element' || block.name !== 'Diagram') return []
      const of = block.attributes['of'] ?? 'objectives'
      if (diagramsOf(graph, of).length > 0) return []
      const message = unlinked.has(of)
        ? `Unexpected diagram of "${of}" of which none is joined to another, expected some that cite others, such as "Success factor 1: … (O1)"`
        : `Unexpected diagram of "${of}", expected ${oneOf(nearest(of, known))}`
      return [{ message, place: block.place }]
    })
  const undrawn = documents.flatMap(({ file, blocks }) =>
    blocks.flatMap(({ type, node }) => undrawnIn(node, type)).map((one) => undrawnAt(one, file)),
  )
  return [...unknown, ...undrawn]
}

/** A diagram of which nothing is made, and what holds it. */
interface Undrawn {
  readonly node: Node
  /** Type of the nearest block around it. */
  readonly holder: string
}

/** What holds a diagram and draws none, in words. */
const HOLDERS: Readonly<Record<string, string>> = {
  list: 'a list',
  quote: 'a quote',
  blockquote: 'a quote',
  table: 'a table',
  heading: 'a heading',
  footnoteDefinition: 'a footnote',
  Footnote: 'a footnote',
}

/** What recognition left as it was: a block of Mermaid is a drawing by then, a component knows its place. */
function undrawnIn(node: Node, holder: string): readonly Undrawn[] {
  const { type, name, children = [], attributes = [] } = node
  const isComponent = name === 'Diagram' && !attributes.some((one) => one.name === 'at')
  const isShown =
    type === 'code' && RE_PLAIN.test(node.lang ?? '') && RE_MERMAID.test(node.value ?? '')
  const isInline = type === 'inlineCode' && /^mermaid\s/i.test(node.value ?? '')
  if (isComponent || isMermaid(node) || isShown || isInline) return [{ node, holder }]
  const own = [name ?? '', type].find((one) => Object.hasOwn(HOLDERS, one))
  return children.flatMap((child) => undrawnIn(child, own ?? holder))
}

// Matches the language of code that may be a diagram by its lines: none, "text", "flowchart".
const RE_PLAIN =
  /^(?:te?xt|plain(?:text)?|(?:flowchart|graph|gantt|mindmap|timeline|(?:sequence|class|state|er).*))?$/i
// Matches the first line of a diagram: "flowchart LR", "sequenceDiagram".
const RE_MERMAID =
  /^\s*(?:%%[^\n]*\n\s*)*(?:(?:flowchart|graph)\s+(?:TB|TD|BT|RL|LR)\b|(?:sequence|class|state|er|requirement)Diagram(?:-v2)?\b|(?:gantt|mindmap|journey|gitGraph|quadrantChart|timeline)[ \t]*\n)/

function undrawnAt({ node, holder }: Undrawn, file: string): Found {
  const { line = 1, column = 1 } = node.position?.start ?? {}
  const place = { file, line, column }
  if (node.type === 'code' && !isMermaid(node))
    return {
      message:
        'Unexpected Mermaid in a block of code, expected ```mermaid in its first line, which draws it',
      mend: 'Write ```mermaid in the first line of this block, which draws it',
      place,
    }
  const what = node.name === 'Diagram' ? '<Diagram>' : 'diagram'
  const where = HOLDERS[holder] ?? 'a sentence'
  return {
    message: `Unexpected ${what} in ${where}, where none is drawn, expected it in lines of its own, outside`,
    mend: `Put the ${what} into lines of its own, outside: in ${where} none is drawn`,
    place,
  }
}
