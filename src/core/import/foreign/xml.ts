/** Reads XML of documents as a tree. It has no entities but those of XML, and loads nothing. */
import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml'
import { DEEPEST, RefusedDocument } from './refused.ts'

/** An element. Names are asked for without their prefix. */
export type Xml = XmlElement

// Matches a tag: "<w:p", "</w:p>", "<w:b/>". What stands in between is of no interest here.
const RE_TAG = /<(\/?)[\p{L}_](?:"[^"]*"|'[^']*'|[^<>"'])*?(\/?)>/gu

/**
 * Reads a part of a document.
 *
 * @throws RefusedDocument for what is no XML, declares a document type, or is nested too deep
 */
export function readXml(text: string): Xml {
  if (/<!DOCTYPE/i.test(text))
    throw new RefusedDocument(
      'it declares entities of its own, as no program does that writes documents',
    )
  let depth = 0
  for (const [, end, alone] of text.matchAll(RE_TAG)) {
    if (end) depth -= 1
    else if (!alone) depth += 1
    if (depth > DEEPEST)
      throw new RefusedDocument(`its parts lie more than ${DEEPEST} deep in each other`)
  }
  try {
    const { root } = parseXml(text)
    if (root) return root
  } catch {
    // told below
  }
  throw new RefusedDocument('a part of it is damaged')
}

/** `w:p` → `p`. */
export function nameOf({ name }: Xml): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The value of an attribute, by its name with a prefix, or else without. */
export function attributeOf({ attributes }: Xml, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name]
  const found = Object.keys(attributes).find((each) => each.endsWith(`:${name}`))
  return found === undefined ? undefined : attributes[found]
}

/** The elements right below one, of some names if there are any. */
export function childrenOf(node: Xml | undefined, ...names: readonly string[]): readonly Xml[] {
  const found = (node?.children ?? []).filter((child): child is Xml => child instanceof XmlElement)
  return names.length === 0 ? found : found.filter((child) => names.includes(nameOf(child)))
}

/** The first element of a name right below one. */
export function childOf(node: Xml | undefined, name: string): Xml | undefined {
  return node && childrenOf(node, name)[0]
}

/** Every element of some names below one, in order. */
export function allBelow(node: Xml | undefined, ...names: readonly string[]): readonly Xml[] {
  const found: Xml[] = []
  const waiting = node ? [...childrenOf(node)].toReversed() : []
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (names.includes(nameOf(next))) found.push(next)
    waiting.push(...childrenOf(next).toReversed())
  }
  return found
}

/** All text in an element. */
export function textIn(node: Xml | undefined): string {
  return node?.text ?? ''
}

/** The text of a child that is no element; `undefined` for an element. */
export function plainText(child: unknown): string | undefined {
  return child instanceof XmlText ? child.text : undefined
}

/** Where the relations of a part lead: id → target. Those that lead out of the document are apart. */
export function relationsOf(text: string | undefined): ReadonlyMap<string, Relation> {
  const all = text === undefined ? [] : childrenOf(readXml(text), 'Relationship')
  return new Map(
    all.map((each) => [
      attributeOf(each, 'Id') ?? '',
      {
        type: (attributeOf(each, 'Type') ?? '').replace(/^.*\//, ''),
        target: attributeOf(each, 'Target') ?? '',
        isOutside: attributeOf(each, 'TargetMode') === 'External',
      },
    ]),
  )
}

/** What a part refers to. */
export interface Relation {
  /** `image`, `slide`, `hyperlink`. */
  readonly type: string
  readonly target: string
  readonly isOutside: boolean
}

/** The path of a part, from the part that refers to it: `('ppt/slides/s.xml', '../media/a.png')`. */
export function partPath(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = from.split('/').slice(0, -1)
  for (const step of target.split('/'))
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  return path.join('/')
}
