/** Takes marked content out of the structure of a PDF. */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from 'pdf-lib'
import { asDict, entriesIn, numberIn } from './read/objects.ts'
import { readParents } from './read/parents.ts'

/**
 * Takes marks that are no longer in the streams out of the tree, and out of the lists that lead
 * from marks to tags. `dropped` holds them as `keyOf` names them.
 */
export function removeMarks(document: PDFDocument, dropped: ReadonlySet<string>): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const dict = asDict(object)
    if (dict?.get(PDFName.of('Type')) === PDFName.of('StructElem')) removeKids(dict, dropped)
  }
  removeParents(document, dropped)
}

/** Names a mark by the page or form that numbers it: `12 0 R 3`. */
export function keyOf(owner: PDFObject | undefined, mcid: number): string {
  return `${owner instanceof PDFRef ? owner.tag : ''} ${mcid}`
}

const K = PDFName.of('K')

function removeKids(element: PDFDict, dropped: ReadonlySet<string>): void {
  const kids = entriesIn(element, 'K')
  const left = kids.filter((kid) => !isDropped(element, kid, dropped))
  if (left.length === kids.length) return
  if (left.length === 0) element.delete(K)
  else element.set(K, element.context.obj(left))
}

/** Whether an entry of an element is a dropped mark. Its page is the one of the element, or its own. */
function isDropped(element: PDFDict, entry: PDFObject, dropped: ReadonlySet<string>): boolean {
  const kid = element.context.lookup(entry)
  const page = element.get(PG)
  if (kid instanceof PDFNumber) return dropped.has(keyOf(page, kid.asNumber()))
  const mcid = kid instanceof PDFDict ? numberIn(kid, 'MCID') : undefined
  if (!(kid instanceof PDFDict) || mcid === undefined) return false
  return dropped.has(keyOf(kid.get(STM) ?? kid.get(PG) ?? page, mcid))
}

const PG = PDFName.of('Pg')
const STM = PDFName.of('Stm')

/** For each page and form there is a list of tags, by the numbers of their marks. */
function removeParents(document: PDFDocument, dropped: ReadonlySet<string>): void {
  const lists = readParents(document)
  for (const key of dropped) {
    const [number = '', generation = '', , mcid = ''] = key.split(' ')
    const owner = asDict(document.context.lookup(PDFRef.of(Number(number), Number(generation))))
    const parents = owner && numberIn(owner, 'StructParents')
    const list = parents === undefined ? undefined : lists.get(parents)
    if (list instanceof PDFArray && Number(mcid) < list.size()) list.set(Number(mcid), PDFNull)
  }
}
