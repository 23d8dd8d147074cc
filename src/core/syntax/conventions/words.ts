/** Marks inside a paragraph: its first sentence, the rest, a quoted sentence. */
import { oneLineOf } from '../../text/lines.ts'
import { shownSentences } from '../../text/quoted.ts'
import { attributeOf, cutInline, element, type Node, textOf, walk } from '../tree.ts'
import type { Words } from './block.ts'
import type { Citation } from './citation.ts'
import { readQuotation } from './quotation.ts'

export type Citations = ReadonlyMap<string, Citation>

/** The words of nodes, with the citations among them. */
export function wordsOf(nodes: readonly Node[], citations: Citations): Words {
  const text = nodes.map(linesOf).join('\n').trim()
  return {
    text,
    sentences: shownSentences(text),
    citations: citationsIn(nodes, citations),
    addresses: addressesIn(nodes),
  }
}

/** A paragraph is one line, however its source was wrapped; a nested list has a line for each entry. */
function linesOf(node: Node): string {
  const text = withPlainLines(textOf(node))
  return node.type === 'paragraph' ? oneLineOf(text) : text
}

/** Files from Windows end their lines with two characters; nobody who reads words should see that. */
function withPlainLines(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

/** The citations inside nodes, in order. */
export function citationsIn(nodes: readonly Node[], citations: Citations): readonly Citation[] {
  return nodes
    .flatMap((node) => [...walkPublic(node)])
    .filter((node) => node.name === 'Cite')
    .flatMap((node) => citations.get(attributeOf(node, 'at') ?? '') ?? [])
}

/** Every node but those in `<Notes>`. */
function walkPublic(node: Node): Generator<Node> {
  return walk(node, ({ name }) => name === 'Notes')
}

/** The addresses of links inside nodes, in order, each once. */
export function addressesIn(nodes: readonly Node[]): readonly string[] {
  const links = nodes.flatMap((node) => [...walkPublic(node)]).filter(({ type }) => type === 'link')
  return [...new Set(links.flatMap(({ url }) => url ?? []))]
}

/** Marks the sentences of a paragraph, numbered from `before` on, and the quotation among them. */
export function markSentences(
  nodes: readonly Node[],
  at: string,
  before = 0,
): { readonly nodes: readonly Node[]; readonly quotation?: { lead: string; text: string } } {
  const text = nodes.map(textOf).join('')
  const sentences = shownSentences(text)
  const quoted = inOneSentence(readQuotation(text), sentences)
  const marked = quoted ? markRange(nodes, quoted, element('Quoted', { at }, [], false)) : nodes
  const parts = cutSentences(marked, sentences, { at, before })
  if (!quoted) return { nodes: parts }
  const [lead, words] = [
    text.slice(quoted.sentence, quoted.start),
    text.slice(quoted.start, quoted.end),
  ].map(withPlainLines) as [string, string] // as many as went in
  return { nodes: parts, quotation: { lead: lead.trim(), text: words } }
}

function cutSentences(
  nodes: readonly Node[],
  sentences: readonly string[],
  name: { readonly at: string; readonly before: number },
): readonly Node[] {
  const parts: Node[] = []
  // The next node is the last: a paragraph may have very many.
  const rest = nodes.toReversed()
  let owed = 0
  for (const [index, sentence] of sentences.entries()) {
    // A link or citation that could not be cut went whole into an earlier sentence, so this
    // sentence starts after it.
    const wanted = sentence.length - owed
    const [head, tail] = cutInline(takeNodes(rest, wanted), wanted)
    for (const node of tail.toReversed()) rest.push(node)
    const taken = head.map(textOf).join('').length
    owed = Math.max(0, taken - (sentence.length - owed))
    const n = String(name.before + index + 1)
    parts.push(element('Sentence', { at: name.at, n }, head, false))
  }
  return [...parts, ...rest.toReversed()]
}

/** Takes off the end of a list the nodes that have so many characters, and one more, with the marks of footnotes. */
function takeNodes(rest: Node[], wanted: number): readonly Node[] {
  const nodes: Node[] = []
  for (let [left, next] = [wanted, rest.at(-1)]; next; next = rest.at(-1)) {
    if (left < 0 && next.name !== 'FootnoteMark') break
    nodes.push(next)
    rest.pop()
    left -= textOf(next).length
  }
  return nodes
}

/** The quotation, where no sentence ends inside it, and where its first sentence starts. */
function inOneSentence(
  quoted: { start: number; end: number } | undefined,
  sentences: readonly string[],
): { start: number; end: number; sentence: number } | undefined {
  let start = 0
  for (const sentence of sentences) {
    const end = start + sentence.length
    if (quoted && quoted.start >= start && quoted.end <= end) return { ...quoted, sentence: start }
    start = end
  }
  return undefined
}

function markRange(
  nodes: readonly Node[],
  range: { start: number; end: number },
  mark: Node,
): readonly Node[] {
  const [before, rest] = cutInline(nodes, range.start)
  const [inside, after] = cutInline(rest, range.end - range.start)
  return [...before, { ...mark, children: inside }, ...after]
}
