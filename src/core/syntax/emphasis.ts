/** The words of a note with their emphasis, as HTML: lists and cards show notes outside the text. */
import { el, escapeXml } from '../text/xml.ts'
import { isFlow, type Node, textOf } from './tree.ts'

/** The element of each sort of emphasis. */
const ELEMENTS: Readonly<Record<string, string>> = {
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  inlineCode: 'code',
  sup: 'sup',
  sub: 'sub',
}

/** Words and emphasis alone: what leads somewhere is words, and paragraphs follow one another. */
export function emphasisedHtml({ children = [] }: Pick<Node, 'children'>): string {
  return children.map(htmlOf).join(' ').replace(/\s+/g, ' ').trim()
}

/** Entries of a list stand apart, as paragraphs do. */

function htmlOf(node: Node): string {
  const inside =
    node.children?.map(htmlOf).join(node.children.some(isFlow) ? ' ' : '') ??
    escapeXml(textOf(node))
  const name = ELEMENTS[node.name ?? node.type]
  return name && inside !== '' ? el(name, {}, inside) : inside
}
