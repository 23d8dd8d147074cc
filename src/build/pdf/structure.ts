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

/**
 * Chromium names table headers after running numbers that differ from run to run: names them anew,
 * in document order. And it leaves the body of a list entry without its tag (ISO 32000-1,
 * 14.8.4.3.3: an entry holds a label and a body): adds it.
 */
export function settleStructure(document: PDFDocument): void {
  const fresh = new Map<string, string>()
  const named: (PDFString | PDFRef)[] = []
  for (const [ref, element] of elementsOf(document)) {
    if (element.get(S) === PDFName.of('LI')) tagBody(element)
    const id = element.get(ID)
    if (!(id instanceof PDFString)) continue
    const name = `node${String(fresh.size + 1).padStart(8, '0')}`
    fresh.set(id.asString(), name)
    named.push(PDFString.of(name), ref)
  }
  for (const [, element] of elementsOf(document)) rename(element, fresh)
  replaceNames(document, named)
}

const ID = PDFName.of('ID')
const ID_TREE = PDFName.of('IDTree')
const K = PDFName.of('K')
const KIDS = PDFName.of('Kids')
const S = PDFName.of('S')
const STRUCT_ELEM = PDFName.of('StructElem')

/** In the order of their numbers, which is that of the document. */
function elementsOf(document: PDFDocument): readonly [PDFRef, PDFDict][] {
  return document.context
    .enumerateIndirectObjects()
    .filter((entry): entry is [PDFRef, PDFDict] => entry[1] instanceof PDFDict)
    .filter(([, element]) => element.get(PDFName.of('Type')) === STRUCT_ELEM)
}

/** Goes through what stands in the object itself, not through references to others. */
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

/** One flat list, sorted as readers need it, takes the place of the tree of old names. */
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

function tagBody(entry: PDFDict): void {
  const kids = entry.lookup(K)
  if (!(kids instanceof PDFArray)) return
  for (const [index] of kids.asArray().entries()) {
    const kid = kids.lookup(index)
    if (!(kid instanceof PDFDict) || kid.get(S) !== PDFName.of('NonStruct')) continue
    kid.set(S, PDFName.of('LBody'))
  }
}
