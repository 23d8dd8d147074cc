/** The Markdown tree as conventions see it: plain nodes, read and rebuilt, never changed in place. */

import { shifted } from '../text/shifted.ts'

/** Any node of the tree that the Markdown engine gives; offsets are 0-based, lines and columns 1-based. */
export interface Node {
  readonly type: string
  readonly children?: readonly Node[]
  readonly value?: string
  readonly name?: string | null
  readonly depth?: number
  readonly url?: string
  readonly alt?: string | null
  readonly title?: string | null
  /** The name of a definition: on the definition, and on what refers to it. */
  readonly identifier?: string
  readonly lang?: string | null
  readonly ordered?: boolean | null
  /** The first number of a list. */
  readonly start?: number | null
  /** Of a table: how its columns are set. */
  readonly align?: readonly ('left' | 'right' | 'center' | null)[] | null
  /** Whether a task is done; `null` for an entry that is no task. */
  readonly checked?: boolean | null
  readonly attributes?: readonly Attribute[]
  /** Of a heading: set for the title in the head of a file. */
  readonly isOfHead?: true
  readonly position?: { readonly start: Point; readonly end: Point } | undefined
}

export interface Attribute {
  /** The other one spreads code over an element: no tree that was parsed has it. */
  readonly type: 'mdxJsxAttribute' | 'mdxJsxExpressionAttribute'
  readonly name: string
  readonly value?: string | null | object
}

export interface Point {
  readonly line: number
  readonly column: number
  readonly offset?: number | undefined
}

/**
 * The words of a node and all below it, but for those in `<Notes>`, which are private, and those of
 * footnotes, which stand apart. Line breaks inside a paragraph stay `\n`; `''` when empty.
 */
export function textOf(node: Node): string {
  if (node.type === 'break') return '\n'
  if (node.name === 'Notes' || node.name === 'Footnote') return ''
  if (node.value !== undefined && isWord(node)) return node.value
  const glue = node.children?.some(isFlow) ? '\n' : ''
  const text = node.children?.map(textOf).join(glue) ?? ''
  return node.name === 'sup' || node.name === 'sub' ? shifted(text, node.name) : text
}

// Matches what a fence calls a diagram, in any letters: "mermaid", "mmd", "{.mermaid}", "mermaid-js".
const RE_MERMAID = /^\{?\.?(?:mermaid|mmd)(?:[-_.]?js)?(?![\w-])/i

/** Whether code in a language is drawn. */
export function isMermaid({ lang }: Pick<Node, 'lang'>): boolean {
  return RE_MERMAID.test(lang ?? '')
}

/**
 * Every node below this one, and itself, parents first.
 *
 * @param isLeftOut whether a node is left out with all below it
 */
export function* walk(node: Node, isLeftOut?: (node: Node) => boolean): Generator<Node> {
  // A generator within a generator would cost each node as much as it is deep.
  const open = [node]
  for (let next = open.pop(); next; next = open.pop()) {
    if (isLeftOut?.(next)) continue
    yield next
    const { children = [] } = next
    for (let at = children.length - 1; at >= 0; at -= 1) open.push(children[at] as Node) // within its bounds
  }
}

/** The nodes below a heading, up to one that is no deeper; undefined for what is no heading. */
export function nodesBelow(nodes: readonly Node[], index: number): readonly Node[] | undefined {
  const { type, depth = 1 } = nodes[index] ?? { type: '' }
  if (type !== 'heading') return undefined
  const rest = nodes.slice(index + 1)
  const end = rest.findIndex((one) => one.type === 'heading' && (one.depth ?? 1) <= depth)
  return end < 0 ? rest : rest.slice(0, end)
}

/** A JSX element of the vocabulary around nodes; `attributes` with an empty value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: readonly Node[],
  flow = true,
): Node {
  return {
    type: flow ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
    name,
    attributes: Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined ? [] : [{ type: 'mdxJsxAttribute' as const, name: key, value }],
    ),
    children,
  }
}

/** The value of an author's attribute, where it is plain text. */
export function attributeOf(node: Node, name: string): string | undefined {
  const value = node.attributes?.find((attribute) => attribute.name === name)?.value
  return typeof value === 'string' ? value : undefined
}

/**
 * Cuts inline nodes at an index of their text. What can't be cut (a link, a citation) goes whole
 * into the first half, and so does the mark of a footnote behind the last word.
 */
export function cutInline(
  nodes: readonly Node[],
  index: number,
): readonly [readonly Node[], readonly Node[]] {
  const before: Node[] = []
  let left = index
  for (const [place, node] of nodes.entries()) {
    const text = textOf(node)
    if (left >= text.length && left > 0) {
      before.push(node)
      left -= text.length
      continue
    }
    if (left <= 0 && node.name === 'FootnoteMark' && before.length > 0) {
      before.push(node)
      continue
    }
    if (left <= 0) return [before, nodes.slice(place)]
    const rest = nodes.slice(place + 1)
    if (node.type === 'text') {
      const [head, tail] = [text.slice(0, left), text.slice(left)]
      return [
        [...before, { ...node, value: head }],
        [{ type: 'text', value: tail }, ...rest],
      ]
    }
    if (isMark(node)) {
      const [head, tail] = cutInline(node.children ?? [], left)
      return [
        [...before, { ...node, children: head }],
        [{ ...node, children: tail }, ...rest],
      ]
    }
    return [[...before, node], rest]
  }
  return [before, []]
}

/** Words that stand among blocks, in paragraphs of their own. */
export function inParagraphs(nodes: readonly Node[]): readonly Node[] {
  const blocks: Node[] = []
  let inline: Node[] = []
  const close = (): void => {
    const [start, end] = [inline[0]?.position?.start, inline.at(-1)?.position?.end]
    const position = start && end ? { start, end } : undefined
    if (inline.length > 0) blocks.push({ type: 'paragraph', children: inline, position })
    inline = []
  }
  for (const node of nodes) {
    if (!BLOCKS.has(node.type)) {
      inline.push(node)
      continue
    }
    close()
    blocks.push(node)
  }
  close()
  return blocks
}

function isWord(node: Node): boolean {
  return node.type === 'text' || node.type === 'inlineCode' || node.type === 'code'
}

function isMark(node: Node): boolean {
  return node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete'
}

const FLOW = new Set([
  ...['paragraph', 'heading', 'list', 'listItem', 'blockquote', 'table'],
  ...['tableRow', 'tableCell', 'code', 'thematicBreak', 'mdxJsxFlowElement'],
])

/** With what shows nothing where it stands. */
const BLOCKS = new Set([...FLOW, 'mdxFlowExpression', 'definition', 'footnoteDefinition', 'yaml'])

/** Whether a node stands among blocks, and not among words. */
export function isFlow(node: Node): boolean {
  return FLOW.has(node.type)
}
