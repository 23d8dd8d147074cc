/** Reads XML of documents as a tree. It has no entities but those of XML, and loads nothing. */
import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml'
import type { ReadPart } from './document.ts'
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

/** The tree of a part; `undefined` for one that is not in the file. */
export function xmlAt(part: ReadPart, path: string): Xml | undefined {
  const text = part(path)
  return text === undefined ? undefined : readXml(text)
}

/** `w:p` → `p`. */
export function nameOf({ name }: Xml): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The value of an attribute, by its name with a prefix, or else without. */
export function attributeOf(node: Xml | undefined, name: string): string | undefined {
  const attributes = node?.attributes ?? {}
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
  return childrenOf(node, name)[0]
}

/** Whether an attribute says yes. */
export function isSet(node: Xml | undefined, name: string): boolean {
  return /^(?:1|true)$/.test(attributeOf(node, name) ?? '')
}

/** Every element of some names below one, in order. */
export function allBelow(node: Xml | undefined, ...names: readonly string[]): readonly Xml[] {
  const found: Xml[] = []
  const waiting = node ? [...childrenOf(node)].toReversed() : []
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (names.includes(nameOf(next))) found.push(next)
    for (const child of childrenOf(next).toReversed()) waiting.push(child)
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
