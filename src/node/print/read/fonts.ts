/** The fonts of a PDF, as its pages and the forms on them name them. */
import { type PDFDict, type PDFDocument, PDFName, PDFRef } from 'pdf-lib'
import { asDict, dictIn, entriesIn, nameIn } from './objects.ts'

/** A font and where it is first named. */
interface NamedFont {
  readonly font: PDFDict
  /** From 1. */
  readonly page: number
  /** Number in the file; undefined where it stands in the page's own object. */
  readonly object: number | undefined
}

/** Each font once, with the first page on which it stands. */
export function readFonts(document: PDFDocument): readonly NamedFont[] {
  const found = new Map<PDFDict, NamedFont>()
  const seen = new Set<PDFDict>()
  for (const [index, { node }] of document.getPages().entries()) {
    const resources = node.Resources()
    if (resources) gather(resources, { page: index + 1, found, seen })
  }
  return [...found.values()]
}

/** What describes a font; that of a composed font stands in the font below it. */
export function descriptorOf(font: PDFDict): PDFDict | undefined {
  const [below] = entriesIn(font, 'DescendantFonts')
  const inner = below && asDict(font.context.lookup(below))
  return dictIn(inner ?? font, 'FontDescriptor')
}

/** The name that it has, else its type. */
export function nameOfFont(font: PDFDict): string {
  const descriptor = descriptorOf(font)
  const name = nameIn(font, 'BaseFont') ?? (descriptor && nameIn(descriptor, 'FontName'))
  return name ?? `of type ${nameIn(font, 'Subtype') ?? 'unknown'}`
}

interface Gathering {
  readonly page: number
  readonly found: Map<PDFDict, NamedFont>
  readonly seen: Set<PDFDict>
}

function gather(resources: PDFDict, gathering: Gathering): void {
  const { page, found, seen } = gathering
  if (seen.has(resources)) return
  seen.add(resources)
  for (const [, entry] of dictIn(resources, 'Font')?.entries() ?? []) {
    const font = asDict(resources.context.lookup(entry))
    const object = entry instanceof PDFRef ? entry.objectNumber : undefined
    if (font && !found.has(font)) found.set(font, { font, page, object })
  }
  for (const [, entry] of dictIn(resources, 'XObject')?.entries() ?? []) {
    const form = asDict(resources.context.lookup(entry))
    const inner = form?.get(SUBTYPE) === FORM ? dictIn(form, 'Resources') : undefined
    if (inner) gather(inner, gathering)
  }
}

const SUBTYPE = PDFName.of('Subtype')
const FORM = PDFName.of('Form')
