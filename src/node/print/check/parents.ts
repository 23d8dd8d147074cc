/** A screen reader finds the tag of words on a page by a list, which must agree with the tree. */
import { PDFArray, type PDFObject, PDFRef } from 'pdf-lib'
import { asDict, numberIn } from '../read/objects.ts'
import type { OpenPdf } from '../read/open.ts'
import { readParents } from '../read/parents.ts'
import type { StructureElement } from '../read/tree.ts'
import { failureAt, type PdfFailure, type PdfRule } from './rule.ts'

export const parents: PdfRule = {
  id: 'parents',
  demand: 'From everything tagged on a page a way leads back to its tag',
  source: 'ISO 32000-1, 14.7.4.4',
  needsTags: true,
  run(pdf) {
    const lists = readParents(pdf.document)
    return pdf.elements.flatMap((element): readonly PdfFailure[] => {
      const lost = lostContents(element, pdf, lists) + lostAnnotations(element, pdf, lists)
      if (lost === 0) return []
      const what = lost === 1 ? 'content' : `${lost} pieces of content`
      return [
        failureAt(element, `Unexpected ${what} without a way back, expected it in ParentTree`),
      ]
    })
  },
}

type Lists = ReturnType<typeof readParents>

function lostContents({ contents }: StructureElement, { document }: OpenPdf, lists: Lists): number {
  return contents.filter(({ owner, mcid, holder }) => {
    const numbering = asDict(owner && document.context.lookup(owner))
    const key = numbering && numberIn(numbering, 'StructParents')
    const list = key === undefined ? undefined : lists.get(key)
    return !(list instanceof PDFArray) || list.size() <= mcid || list.lookup(mcid) !== holder
  }).length
}

function lostAnnotations(
  { annotations }: StructureElement,
  { document }: OpenPdf,
  lists: Lists,
): number {
  return annotations.filter(({ ref, holder }) => {
    const annotation = asDict(document.context.lookup(ref))
    const key = annotation && numberIn(annotation, 'StructParent')
    const parent: PDFObject | undefined = key === undefined ? undefined : lists.get(key)
    return !(parent instanceof PDFRef) || document.context.lookup(parent) !== holder
  }).length
}
