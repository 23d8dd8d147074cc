/** Readers turn a page between thoughts: not between a heading and its words, nor within a row. */
import type { OpenPdf } from '../read/open.ts'
import { flatten, pageOf, type StructureElement } from '../read/tree.ts'
import { failureAt, type PdfRule } from './rule.ts'

export const pageBreaks: PdfRule = {
  id: 'page-breaks',
  demand: 'No heading is left alone at the foot of a page, and no row of a table is cut in two',
  source: 'our own',
  needsTags: true,
  run: (pdf) =>
    badBreaks(pdf.elements).map(({ element, kind }) => {
      const words = wordsUnder(element, pdf.contents)
      const where = kind === 'row' ? `row "${words}" on two pages` : `heading "${words}" alone`
      const expected = kind === 'row' ? 'it on one' : 'what it heads on the same page'
      return failureAt(element, `Unexpected ${where}, expected ${expected}`)
    }),
}

/** Where a page ends too early. */
export interface BadBreak {
  readonly kind: 'heading' | 'row'
  readonly element: StructureElement
}

/** Of all tags, in the order of the tree. */
export function badBreaks(elements: readonly StructureElement[]): readonly BadBreak[] {
  return elements.flatMap((element, index): readonly BadBreak[] => {
    if (element.role === 'TR') {
      // Each page repeats the head.
      const isHead = element.elements.every(({ role }) => role === 'TH')
      return isHead || new Set(pagesOf(element)).size < 2 ? [] : [{ kind: 'row', element }]
    }
    if (!RE_HEADING.test(element.role)) return []
    const end = Math.max(...pagesOf(element))
    const next = elements
      .slice(index + flatten([element]).length)
      .find(({ contents }) => contents.length > 0)
    const page = next && pageOf(next)
    return page !== undefined && page > end && isHeadedBy(next, element)
      ? [{ kind: 'heading', element }]
      : []
  })
}

/** What a tag says, shortened; `''` for a picture. */
export function wordsUnder(element: StructureElement, contents: OpenPdf['contents']): string {
  const words = flatten([element])
    .flatMap(({ contents: own }) => own)
    .map(({ page, mcid }) => {
      const pieces = contents[(page ?? 0) - 1] ?? []
      return pieces.filter(({ marks }) => marks.some((mark) => mark.mcid === mcid))
    })
    .map((pieces) => pieces.map(({ text }) => text).join(''))
  return words.join(' ').replaceAll(/\s+/g, ' ').trim().slice(0, 60)
}

/** `H`, `H2` */
const RE_HEADING = /^H\d?$/

function pagesOf(element: StructureElement): readonly number[] {
  return flatten([element]).flatMap(({ contents }) =>
    contents.flatMap(({ page }) => (page === undefined ? [] : [page])),
  )
}

/** Whether what comes next is for a heading: words are; a deeper heading beside it is, and no other. */
function isHeadedBy(next: StructureElement | undefined, heading: StructureElement): boolean {
  for (let each = next; each; each = each.parent) {
    if (!RE_HEADING.test(each.role)) continue
    return each.role > heading.role && each.parent === heading.parent
  }
  return true
}
