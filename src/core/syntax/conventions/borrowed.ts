/**
 * What writers bring along from other tools, read as it is meant: `> [!NOTE]`, `:::note` and lists of
 * definitions become paragraphs that begin with a name in bold.
 */
import { cutInline, type Node, textOf, walk } from '../tree.ts'

/** Names of boxes, as GitHub, Docusaurus, Quarto and VitePress have them. */
const BOXES = 'note|info|tip|hint|important|warning|caution|danger|attention'

// Matches "[!NOTE]" at the start of a quote, with or without a title behind it.
const RE_ALERT = new RegExp(`^\\[!(${BOXES})\\][-+]?[^\\S\\n]*([^\\n]*)(?:\\r?\\n|$)`, 'i')
// Matches ":::note", "::: warning Mind the date" and ":::tip[Mind the date]".
const RE_OPEN = new RegExp(
  `^:{3,}[^\\S\\n]*(?:callout-)?(${BOXES})(?:\\[([^\\]\\n]+)\\]|[^\\S\\n]+([^\\n]+))?[^\\S\\n]*(?:\\r?\\n|$)`,
  'i',
)
// Matches ":::" at the end of a paragraph, and where it is all.
const RE_CLOSE = /(?:^|\r?\n):{3,}[^\S\n]*$/
// Matches "\n: " in "Term\n: What it means".
const RE_MEANING = /\r?\n:[^\S\n]+(?=\S)/
// Matches ": What it means", as a paragraph.
const RE_MEANING_ALONE = /^:[^\S\n]+(?=\S)/
// Matches "Caution:" in bold, of a box or as it was typed.
const RE_WARNING = /^(?:important|warning|caution|danger|attention)\s*:?$/i
/** The longest term, in characters. */
const TERM = 80

/** The same tree, in our own ways of writing. */
export function readBorrowed(node: Node): Node {
  if (!node.children || !HOLDERS.has(node.type)) return node
  const inner = withoutFences(node.children).map(readBorrowed)
  return { ...node, children: withMeanings(inner.flatMap(withoutAlert)) }
}

/** Whether a paragraph warns: what follows it says nothing without it. */
export function warns(paragraph: Node): boolean {
  const [name = ''] = textOf(paragraph)
    .trim()
    .split(/(?<=:)/)
  const isNamed = RE_WARNING.test(name) && name.endsWith(':')
  return (
    isNamed &&
    [...walk(paragraph)].some((one) => one.type === 'strong' && RE_WARNING.test(textOf(one).trim()))
  )
}

/** What holds blocks. */
const HOLDERS = new Set(['root', 'blockquote', 'list', 'listItem', 'mdxJsxFlowElement'])

function withoutAlert(node: Node): readonly Node[] {
  const [first, ...others] = node.children ?? []
  if (node.type !== 'blockquote' || first?.type !== 'paragraph') return [node]
  const match = RE_ALERT.exec(textOf(first))
  if (!match) return [node]
  const [, inside] = cutInline(first.children ?? [], match[0].length)
  const words = textOf({ type: 'paragraph', children: inside }).trim()
  const opening = words === '' ? [] : [{ ...first, children: inside }]
  return named(match[2]?.trim() || match[1] || '', [...opening, ...others])
}

/** Boxes between fences; one that is never closed stays as it is typed, and a check says so. */
function withoutFences(nodes: readonly Node[]): readonly Node[] {
  const shown: Node[] = []
  let index = 0
  while (index < nodes.length) {
    const node = nodes[index] as Node // index is below the length
    const open = node.type === 'paragraph' ? RE_OPEN.exec(textOf(node)) : null
    const end = open ? nodes.findIndex((one, at) => at >= index && isClosed(one, at === index)) : -1
    if (!open || end < 0) {
      shown.push(node)
      index += 1
      continue
    }
    const [, inside] = cutInline(node.children ?? [], open[0].length)
    const held = [{ ...node, children: inside }, ...nodes.slice(index + 1, end + 1)]
    const last = held.pop() as Node // the opening itself, or what follows it
    const words = [...held, ...withoutClose(last)].filter((one) => textOf(one).trim() !== '')
    shown.push(...named((open[2] ?? open[3])?.trim() || open[1] || '', words))
    index = end + 1
  }
  return shown
}

function isClosed(node: Node, opens: boolean): boolean {
  const text = textOf(node)
  return RE_CLOSE.test(opens ? text.replace(RE_OPEN, '\n') : text)
}

/** Without the fence at its end, however deep in it that stands: an entry of a list takes it in. */
function withoutClose(node: Node): readonly Node[] {
  if (node.value !== undefined) {
    const value = node.value.replace(RE_CLOSE, '')
    return value === '' ? [] : [{ ...node, value }]
  }
  const children = node.children ?? []
  const last = children.at(-1)
  if (!last) return [node]
  return [{ ...node, children: [...children.slice(0, -1), ...withoutClose(last)] }]
}

/** The blocks, with a name in bold before the first words; `Note` for `NOTE`. */
function named(name: string, blocks: readonly Node[]): readonly Node[] {
  const shown =
    name.charAt(0).toUpperCase() +
    (/[a-z]/.test(name) ? name.slice(1) : name.slice(1).toLowerCase())
  const [first, ...others] = blocks
  const label = bold(`${shown.replace(/[:.]$/, '')}:`)
  if (first?.type !== 'paragraph') {
    return [{ type: 'paragraph', children: [label], position: first?.position }, ...blocks]
  }
  const children = [label, { type: 'text', value: ' ' }, ...(first.children ?? [])]
  return [{ ...first, children }, ...others]
}

/** A paragraph for each meaning, behind its term. */
function withMeanings(nodes: readonly Node[]): readonly Node[] {
  const shown: Node[] = []
  for (const node of nodes) {
    const before = shown.at(-1)
    if (node.type !== 'paragraph') {
      shown.push(node)
      continue
    }
    const alone = RE_MEANING_ALONE.exec(textOf(node))
    if (alone && before && isTerm(before)) {
      const [, words] = cutInline(node.children ?? [], alone[0].length)
      shown.splice(-1, 1, meaning(before, words))
      continue
    }
    shown.push(...splitMeanings(node))
  }
  return shown
}

function splitMeanings(node: Node): readonly Node[] {
  const text = textOf(node)
  const match = RE_MEANING.exec(text)
  const [term, rest] = cutInline(node.children ?? [], match?.index ?? 0)
  const opening = { ...node, children: term }
  if (!match || !isTerm(opening)) return [node]
  const [, words] = cutInline(rest, match[0].length)
  // A second meaning of the same term goes on in the same paragraph, as the next sentence where the first is one.
  const again = words.map((one) =>
    one.value === undefined
      ? one
      : {
          ...one,
          value: one.value
            .replace(/(?<=[.!?…])\r?\n:[^\S\n]+/g, ' ')
            .replace(/\r?\n:[^\S\n]+/g, '; '),
        },
  )
  return [meaning(opening, again)]
}

function isTerm(node: Node): boolean {
  const text = textOf(node).trim()
  return node.type === 'paragraph' && text.length <= TERM && /^[^:\n]*[^:.!?\n]$/.test(text)
}

function meaning(term: Node, words: readonly Node[]): Node {
  const name = {
    type: 'strong',
    children: [...(term.children ?? []), { type: 'text', value: ':' }],
  }
  return { ...term, children: [name, { type: 'text', value: ' ' }, ...words] }
}

function bold(text: string): Node {
  return { type: 'strong', children: [{ type: 'text', value: text }] }
}
