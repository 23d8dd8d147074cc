/** Mends the links of a printed page: where they lead from a separate file, and what they say. */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRef,
  PDFString,
} from 'pdf-lib'
import { SITE_ORIGIN } from '../browser/built-site.ts'
import { idIn } from './pages.ts'
import type { Printed } from './printed.ts'

/** Where links to other pages of the site shall lead. */
interface LinkTargets {
  /** Path under which the page was printed, `/prototype/`. */
  readonly base: string
  /** Address of the published site; links to its pages are dropped if there is none. */
  readonly url?: string | undefined
  readonly linkNames: Printed['linkNames']
}

/**
 * Gives every link a description, turns links to the site's other pages into whole addresses, and
 * drops those that nobody could follow. What was a link then stays as plain text.
 */
export function mendLinks(document: PDFDocument, targets: LinkTargets): void {
  const dropped = new Set<PDFRef>()
  for (const page of document.getPages()) {
    for (const ref of linksOf(page)) {
      const link = document.context.lookup(ref, PDFDict)
      if (mendLink(link, targets)) continue
      page.node.removeAnnot(ref)
      document.context.delete(ref)
      dropped.add(ref)
    }
  }
  unlinkText(document, dropped)
}

const A = PDFName.of('A')
const CONTENTS = PDFName.of('Contents')
const DEST = PDFName.of('Dest')
const K = PDFName.of('K')
const OBJ = PDFName.of('Obj')
const S = PDFName.of('S')
const URI = PDFName.of('URI')

function linksOf(page: PDFPage): readonly PDFRef[] {
  const annotations = page.node.Annots()?.asArray() ?? []
  return annotations.filter((annotation) => annotation instanceof PDFRef)
}

/** Returns false if the link leads nowhere from a file of its own. */
function mendLink(link: PDFDict, { base, url, linkNames }: LinkTargets): boolean {
  const destination = link.get(DEST)
  if (destination instanceof PDFName) {
    const id = idIn(destination.decodeText())
    link.set(CONTENTS, PDFHexString.fromText(linkNames.get(`#${id}`) ?? id))
    return true
  }
  const action = link.lookupMaybe(A, PDFDict)
  const printed = action && textOf(action.get(URI))
  if (!action || printed === undefined) return true
  const address = publish(printed, base, url)
  if (address === undefined) return false
  action.set(URI, PDFHexString.of(Buffer.from(address, 'latin1').toString('hex')))
  link.set(CONTENTS, PDFHexString.fromText(linkNames.get(printed) ?? address))
  return true
}

/** `https://print.invalid/base/deck/` → `https://example.org/deck/`; other addresses stay. */
function publish(printed: string, base: string, url: string | undefined): string | undefined {
  if (!printed.startsWith(SITE_ORIGIN)) return printed
  const root = SITE_ORIGIN + base
  if (url === undefined || !printed.startsWith(root)) return undefined
  return new URL(printed.slice(root.length), url.endsWith('/') ? url : `${url}/`).href
}

function textOf(object: PDFObject | undefined): string | undefined {
  if (object instanceof PDFString || object instanceof PDFHexString) return object.decodeText()
  return undefined
}

/** Takes dropped links out of the structure: no tag points to one, or is a link without one. */
function unlinkText(document: PDFDocument, dropped: ReadonlySet<PDFRef>): void {
  for (const [, element] of document.context.enumerateIndirectObjects()) {
    if (!(element instanceof PDFDict) || !(element.get(S) instanceof PDFName)) continue
    const kids = element.lookup(K)
    if (kids instanceof PDFArray) dropKids(kids, dropped)
    if (element.get(S) !== PDFName.of('Link') || hasLink(kids)) continue
    element.set(S, PDFName.of('Span'))
  }
}

function dropKids(kids: PDFArray, dropped: ReadonlySet<PDFRef>): void {
  for (let index = kids.size() - 1; index >= 0; index -= 1) {
    const target = linkIn(kids.lookup(index))
    if (target && dropped.has(target)) kids.remove(index)
  }
}

function hasLink(kids: PDFObject | undefined): boolean {
  if (!(kids instanceof PDFArray)) return linkIn(kids) !== undefined
  return kids.asArray().some((_, index) => linkIn(kids.lookup(index)) !== undefined)
}

/** The annotation that a reference in the structure points at. */
function linkIn(kid: PDFObject | undefined): PDFRef | undefined {
  const target = kid instanceof PDFDict ? kid.get(OBJ) : undefined
  return target instanceof PDFRef ? target : undefined
}
