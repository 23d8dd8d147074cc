/**
 * The allow-list over the tree of a file. What it does not know becomes words, and a finding says where:
 * nothing that stands in a case runs, loads or styles anything.
 */
import { readFormula } from '../formula/read.ts'
import { formulaText } from '../formula/text.ts'
import type { Finding } from '../model/finding.ts'
import type { Source } from '../model/source.ts'
import { literalOf } from './literal.ts'
import { attributesOf, COMPONENTS, componentMeant, ELEMENTS, PLAIN_NODES } from './markup.ts'
import {
  codeIn,
  findingOfRefused,
  type Refused,
  unknownAttribute,
  unknownElement,
  unknownNode,
  unreadFormula,
} from './refusal.ts'
import { slicerOf } from './slice.ts'
import { type Attribute, element, inParagraphs, type Node, type Point } from './tree.ts'

/** The tree with nothing in it but what a case may hold: anything else is there as it was typed. */
export function allow(
  tree: Node,
  source: Source,
): { readonly tree: Node; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const slice = slicerOf(source.text)
  const refuse = (node: Node, refusal: Refused): void => {
    findings.push(findingOfRefused(node, refusal, { file: source.file, slice }))
  }
  return { tree: { ...tree, children: childrenOf(tree, { slice, refuse }) }, findings }
}

interface Reader {
  /** The text between two places. */
  readonly slice: (start: Point, end: Point) => string
  readonly refuse: (node: Node, refusal: Refused) => void
}

/** What stands in the place of a node. */
type Rule = (node: Node, reader: Reader) => readonly Node[]

const RULES: Readonly<Record<string, Rule>> = {
  math: (node, reader) => allowFormula(node, reader),
  inlineMath: (node, reader) => allowFormula(node, reader),
  mdxJsxFlowElement: allowElement,
  mdxJsxTextElement: allowElement,
  mdxFlowExpression: allowExpression,
  mdxTextExpression: allowExpression,
}

function childrenOf(node: Node, reader: Reader): readonly Node[] {
  const [first, ...others] = node.children ?? []
  const isAlone = node.type === 'paragraph' && first?.type === 'inlineMath' && others.length === 0
  if (isAlone) return allowFormula(first, reader, true)
  return (node.children ?? []).flatMap((child) => allowNode(child, reader))
}

function allowNode(node: Node, reader: Reader): readonly Node[] {
  if (PLAIN_NODES.has(node.type))
    return [node.children ? { ...node, children: childrenOf(node, reader) } : node]
  const rule = Object.hasOwn(RULES, node.type) ? RULES[node.type] : undefined
  if (rule) return rule(node, reader)
  reader.refuse(node, unknownNode(node))
  return asTyped(node, reader)
}

function allowElement(node: Node, reader: Reader): readonly Node[] {
  const typed = node.name ?? ''
  const known = attributesOf(typed, COMPONENTS, ELEMENTS)
  if (known) return [withKnown(node, known, reader)]
  reader.refuse(node, unknownElement(typed))
  const component = componentMeant(typed)
  if (!component) return tagsAsTyped(node, reader)
  // In small letters too, what it holds may be private, or is for one output alone.
  return [withKnown({ ...node, name: component }, COMPONENTS[component], reader)]
}

/** The element with the attributes that it may have, each once, with words for values. */
function withKnown(node: Node, known: readonly string[], reader: Reader): Node {
  const kept = new Map<string, Attribute>()
  // Before this list there are spreads among them, and values that are code.
  for (const attribute of (node.attributes ?? []) as readonly Attribute[]) {
    const value = wordsOf(attribute)
    const isKept = known.includes(attribute.name) && value !== undefined
    if (isKept && !kept.has(attribute.name)) kept.set(attribute.name, { ...attribute, value })
    else reader.refuse(node, unknownAttribute(node, attribute, known))
  }
  return { ...node, attributes: [...kept.values()], children: childrenOf(node, reader) }
}

/** `null` for an attribute without a value, `undefined` for one that is code or has it as a value. */
function wordsOf({ type, value }: Attribute): string | null | undefined {
  if (type !== 'mdxJsxAttribute') return undefined
  if (typeof value !== 'object' || value === null) return value ?? null
  return literalOf('value' in value ? String(value.value) : 'code')?.words
}

function allowExpression(node: Node, reader: Reader): readonly Node[] {
  const literal = literalOf(node.value ?? '')
  if (!literal) {
    reader.refuse(node, codeIn(node))
    return asTyped(node, reader)
  }
  // It stays, as nothing: what stands before it and behind it are still two things.
  return literal.words === '' ? [{ ...node, value: '' }] : asWords(node, literal.words)
}

/** A formula as a mark around its words, which is how it is read aloud and searched. */
function allowFormula(node: Node, reader: Reader, isAlone = false): readonly Node[] {
  const { type, value = '', position } = node
  const isBlock = type === 'math'
  const typed = position ? reader.slice(position.start, position.end) : ''
  if (!isBlock && !RE_FORMULA.test(value)) return asTyped(node, reader)
  const read = isClosed(typed) ? readFormula(value, isBlock || isAlone) : { why: UNCLOSED }
  if ('why' in read) {
    reader.refuse(node, unreadFormula(read.why))
    return asTyped(node, reader)
  }
  // It is not broken at the end of a line, so neither are its words where they are measured.
  const words: Node = { type: 'text', value: formulaText(read).replaceAll(' ', '\u00A0'), position }
  const attributes = { tex: value, alone: isBlock || isAlone ? '' : undefined }
  const formula = { ...element('Formula', attributes, [words], false), position }
  return isBlock ? [{ type: 'paragraph', children: [formula], position }] : [formula]
}

// Matches "x", "10\\%", "a + b", and not "100 and A" of "US$$100 and A$$200".
const RE_FORMULA = /^\S+$|[\\^_{}=<>+*/−-]/

const UNCLOSED = 'formula without an end'

function isClosed(typed: string): boolean {
  return /\${2,}\s*$/.test(typed) && typed.trim().length > 4
}

function asTyped(node: Node, { slice }: Reader): readonly Node[] {
  return node.position ? asWords(node, slice(node.position.start, node.position.end)) : []
}

// Matches the types of what stands among words.
const RE_AMONG_WORDS = /^(?:mdxText|inline)/

function asWords({ type, position }: Node, words: string): readonly Node[] {
  const text: Node = { type: 'text', value: words, position }
  return RE_AMONG_WORDS.test(type) ? [text] : inParagraphs([text])
}

/** The tags of an element as they were typed, and between them what it holds. */
function tagsAsTyped(node: Node, reader: Reader): readonly Node[] {
  const { position, type, children = [] } = node
  const inside = childrenOf(node, reader)
  if (!position) return inside
  const { start, end } = position
  const tag = (from: Point, to: Point): Node => {
    return {
      type: 'text',
      value: reader.slice(from, to).trim(),
      position: { start: from, end: to },
    }
  }
  const [first, last] = [children.at(0)?.position?.start, children.at(-1)?.position?.end]
  const typed = first && last ? [tag(start, first), ...inside, tag(last, end)] : [tag(start, end)]
  const nodes = typed.filter(({ value }) => value !== '')
  return type === 'mdxJsxTextElement' ? nodes : inParagraphs(nodes)
}
