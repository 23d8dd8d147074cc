/** Bookmarks are the way through a long document, on screen and for those who hear it. */
import type { PDFDict } from 'pdf-lib'
import { dictIn, objectIn, textIn } from '../read/objects.ts'
import type { OpenPdf } from '../read/open.ts'
import { findTarget } from '../read/targets.ts'
import type { PdfFailure, PdfRule } from './rule.ts'

export const bookmarks: PdfRule = {
  id: 'bookmarks',
  demand: 'A document of several pages has bookmarks, and each leads to a page',
  source: 'ISO 14289-1, 7.17; WCAG 2.2, technique PDF2',
  run(pdf) {
    const outlines = dictIn(pdf.document.catalog, 'Outlines')
    const first = outlines && dictIn(outlines, 'First')
    if (first) return chainFaults(first, pdf, new Set())
    if (pdf.document.getPageCount() < 2) return []
    return [{ message: 'Unexpected document without bookmarks, expected one for each heading' }]
  },
}

/** Faults of a bookmark, of those inside it, and of those that follow it. */
function chainFaults(first: PDFDict, pdf: OpenPdf, seen: Set<PDFDict>): readonly PdfFailure[] {
  const faults: PdfFailure[] = []
  for (
    let each: PDFDict | undefined = first;
    each && !seen.has(each);
    each = dictIn(each, 'Next')
  ) {
    seen.add(each)
    const name = textIn(each, 'Title')
    if (!name) faults.push({ message: 'Unexpected bookmark without title, expected the heading' })
    if (!leads(each, pdf)) {
      faults.push({
        message: `Unexpected bookmark "${name ?? ''}" that leads nowhere, expected a page`,
      })
    }
    const inner = dictIn(each, 'First')
    if (inner) faults.push(...chainFaults(inner, pdf, seen))
  }
  return faults
}

function leads(bookmark: PDFDict, { document }: OpenPdf): boolean {
  const action = dictIn(bookmark, 'A')
  const target = objectIn(bookmark, 'Dest') ?? (action && objectIn(action, 'D'))
  return target !== undefined && findTarget(document, target) !== undefined
}
