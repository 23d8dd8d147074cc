/** Parts of a diagram that come step by step: `<Step show="Triage, Payment" />` below it. */
import { attributeOf, isMermaid, type Node } from '../tree.ts'

// Matches "%% step: Triage, Payment", as the drawing is told.
const RE_STEP = /^%% step: (.*)$/gm

/** The same tree, with what each step shows as a last line of its diagram, where Mermaid reads nothing. */
export function readDiagramSteps(node: Node): Node {
  if (!node.children) return node
  const nodes: Node[] = []
  for (const child of node.children) {
    const last = nodes.at(-1)
    const shown = showOf(child)
    if (shown !== undefined && last && isMermaid(last))
      nodes[nodes.length - 1] = { ...last, value: `${last.value ?? ''}\n%% step: ${shown}` }
    else nodes.push(readDiagramSteps(child))
  }
  return { ...node, children: nodes }
}

/** What each step of a diagram shows, by the words in its boxes or their names. */
export function stepsIn(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(RE_STEP)].map(([, names = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )
}

function showOf(node: Node): string | undefined {
  const isEmpty = node.name === 'Step' && (node.children ?? []).length === 0
  return isEmpty ? attributeOf(node, 'show')?.replace(/\s+/g, ' ') : undefined
}
