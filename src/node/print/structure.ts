/** Makes the tags of a printed page repeatable and complete. */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from 'pdf-lib'
import { entriesIn } from './read/objects.ts'

/**
 * Mends four things. Chromium names table headers by numbers that differ from run to run: they get
 * new names in document order. It uses types of PDF 2.0 in a file of an older version: a map says
 * what they are there. It gives the body of a list entry no tag (ISO 32000-1, 14.8.4.3.3: an entry
 * holds a label and a body): it gets one. It makes one figure of a whole `<figure>`, so that nobody
 * hears its caption and list, but only the alternative text: now the drawing alone is a figure,
 * inside a group.
 */
export function normaliseStructure(document: PDFDocument): void {
  const fresh = new Map<string, string>()
  const named: (PDFString | PDFRef)[] = []
  for (const [ref, element] of elementsOf(document)) {
    if (element.get(S) === PDFName.of('LI')) tagBody(document, ref, element)
    if (element.get(S) === FIGURE) regroup(element)
    const id = element.get(ID)
    if (!(id instanceof PDFString)) continue
    const name = `node${String(fresh.size + 1).padStart(8, '0')}`
    fresh.set(id.asString(), name)
    named.push(PDFString.of(name), ref)
  }
  for (const [, element] of elementsOf(document)) {
    if (element.get(S) === FIGURE && isGrouping(element)) element.set(S, PDFName.of('Div'))
    rename(element, fresh)
  }
  replaceNames(document, named)
  mapRoles(document)
}

const ID = PDFName.of('ID')
const ID_TREE = PDFName.of('IDTree')
const ALT = PDFName.of('Alt')
const FIGURE = PDFName.of('Figure')
const K = PDFName.of('K')
const KIDS = PDFName.of('Kids')
const P = PDFName.of('P')
const S = PDFName.of('S')
const STRUCT_ELEM = PDFName.of('StructElem')

/** In the order of their numbers, which is that of the document. */
function elementsOf(document: PDFDocument): readonly [PDFRef, PDFDict][] {
  return document.context
    .enumerateIndirectObjects()
    .filter((entry): entry is [PDFRef, PDFDict] => entry[1] instanceof PDFDict)
    .filter(([, element]) => element.get(PDFName.of('Type')) === STRUCT_ELEM)
}

/** Renames inside the object itself; does not follow references to others. */
function rename(object: PDFObject, fresh: ReadonlyMap<string, string>): void {
  const entries = object instanceof PDFDict ? object.entries() : []
  for (const [key, value] of entries) {
    const name = value instanceof PDFString && fresh.get(value.asString())
    if (name && object instanceof PDFDict) object.set(key, PDFString.of(name))
    else rename(value, fresh)
  }
  if (!(object instanceof PDFArray)) return
  for (const [index, value] of object.asArray().entries()) {
    const name = value instanceof PDFString && fresh.get(value.asString())
    if (name) object.set(index, PDFString.of(name))
    else rename(value, fresh)
  }
}

/** Puts one flat list, sorted as the format asks, in place of the tree of old names. */
function replaceNames(document: PDFDocument, named: readonly (PDFString | PDFRef)[]): void {
  const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  if (!root?.has(ID_TREE)) return
  deleteTree(document, root.get(ID_TREE))
  root.set(ID_TREE, document.context.obj({ Names: [...named] }))
}

function deleteTree(document: PDFDocument, object: PDFObject | undefined): void {
  const node = document.context.lookup(object)
  const kids = node instanceof PDFDict ? node.lookupMaybe(KIDS, PDFArray) : undefined
  for (const kid of kids?.asArray() ?? []) deleteTree(document, kid)
  if (object instanceof PDFRef) document.context.delete(object)
}

/** ISO 32000-1, 14.7.3: other types are what the map says they are. */
function mapRoles(document: PDFDocument): void {
  const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  root?.set(PDFName.of('RoleMap'), document.context.obj(NEWER_TYPES))
}

/** What ISO 32000-2, 14.8.4, adds, in the words of ISO 32000-1. */
const NEWER_TYPES = {
  Aside: 'Div',
  Em: 'Span',
  FENote: 'Note',
  Strong: 'Span',
  Sub: 'Span',
  Title: 'P',
} as const

/** Puts one tag, the body, around all parts of an entry that are not its label. */
function tagBody(document: PDFDocument, ref: PDFRef, entry: PDFDict): void {
  const kids = entriesIn(entry, 'K')
  const tags = kids.filter((kid) => document.context.lookup(kid) instanceof PDFDict)
  const inside = tags.filter((kid) => !isRole(document.context.lookup(kid, PDFDict), 'Lbl'))
  const [only] = inside
  if (only === undefined) return
  const single = document.context.lookup(only, PDFDict)
  if (inside.length === 1 && isRole(single, 'NonStruct')) {
    single.set(S, PDFName.of('LBody'))
    return
  }
  const body = document.context.obj({ Type: 'StructElem', S: 'LBody', P: ref, K: inside })
  const bodyRef = document.context.register(body)
  for (const kid of inside) document.context.lookup(kid, PDFDict).set(P, bodyRef)
  entry.set(K, document.context.obj([...kids.filter((kid) => !inside.includes(kid)), bodyRef]))
}

function regroup(figure: PDFDict): void {
  const kids = entriesIn(figure, 'K').map((kid) => figure.context.lookup(kid))
  const drawing = kids.find(isGroup)
  const alternative = drawing?.get(ALT) ?? figure.get(ALT)
  const isAlone = kids.length === 1 && figure.has(ALT)
  if (!drawing || isAlone || alternative === undefined) return
  drawing.set(S, FIGURE)
  drawing.set(ALT, alternative)
  figure.set(S, PDFName.of('Div'))
  figure.delete(ALT)
}

/** A figure without an alternative is a group where it holds others, or where one around it speaks for it. */
function isGrouping(figure: PDFDict): boolean {
  if (figure.has(ALT)) return false
  let around = figure.lookup(P)
  while (around instanceof PDFDict && !isRole(around, 'Figure')) around = around.lookup(P)
  const isSpokenFor = around instanceof PDFDict && around.has(ALT)
  const kids = entriesIn(figure, 'K').map((kid) => figure.context.lookup(kid))
  return isSpokenFor || kids.some((kid) => kid instanceof PDFDict && kid.has(S))
}

/** A drawing with links in it is a group, one without is a figure itself. */
function isGroup(kid: PDFObject | undefined): kid is PDFDict {
  return kid instanceof PDFDict && (isRole(kid, 'Div') || isRole(kid, 'Figure'))
}

function isRole(element: PDFDict, role: string): boolean {
  return element.get(S) === PDFName.of(role)
}
