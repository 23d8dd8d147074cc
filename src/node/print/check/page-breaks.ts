/** Readers turn a page between thoughts: not between a heading and its words, nor within a row. */
import type { Mark } from '../read/content.ts'
import type { OpenPdf } from '../read/open.ts'
import { flatten, type StructureElement, type TaggedContent } from '../read/tree.ts'
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

/** The bad breaks of a document, of whose tags these are all, in the order of the tree. */
export function badBreaks(elements: readonly StructureElement[]): readonly BadBreak[] {
  const holders = elements
    .flatMap((element) => element.contents.map((content) => ({ element, ...content })))
    .toSorted((one, other) => one.place - other.place)
  return elements.flatMap((element): readonly BadBreak[] => {
    const contents = contentsOf(element)
    const pages = contents.flatMap(({ page }) => page ?? [])
    if (element.role === 'TR') {
      // Each page repeats the head.
      const isHead = element.elements.every(({ role }) => role === 'TH')
      return isHead || new Set(pages).size < 2 ? [] : [{ kind: 'row', element }]
    }
    const next = RE_HEADING.test(element.role)
      ? holders[(contents.at(-1)?.place ?? holders.length) + 1]
      : undefined
    const isAlone =
      next !== undefined &&
      (next.page ?? 0) > Math.max(...pages) &&
      isFor(next.element, element.role)
    return isAlone ? [{ kind: 'heading', element }] : []
  })
}

/** What a tag says, shortened; `''` for a picture. */
export function wordsUnder(element: StructureElement, contents: OpenPdf['contents']): string {
  const words = contentsOf(element).map(({ page, mcid, inForm }) => {
    const isIts = (mark: Mark) => mark.mcid === mcid && mark.inForm === inForm
    const pieces = contents[(page ?? 0) - 1]?.filter(({ marks }) => marks.some(isIts)) ?? []
    return pieces.map(({ text }) => text).join('')
  })
  return words.join(' ').replaceAll(/\s+/g, ' ').trim().slice(0, MOST)
}

/** The pages, from 1, on which something of a tag stands. */
export function pagesUnder(element: StructureElement): readonly number[] {
  return contentsOf(element).flatMap(({ page }) => page ?? [])
}

const MOST = 60

/** In the order of reading. */
function contentsOf(element: StructureElement): readonly TaggedContent[] {
  return flatten([element])
    .flatMap(({ contents }) => contents)
    .toSorted((one, other) => one.place - other.place)
}

/** `H`, `H2` */
const RE_HEADING = /^H\d?$/

/** Whether what comes next is for a heading: words are, and a heading that is deeper. */
function isFor({ role, parent }: StructureElement, heading: string): boolean {
  if (RE_HEADING.test(role)) return role > heading
  return parent === undefined || isFor(parent, heading)
}
