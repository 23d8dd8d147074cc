/** XMP is what archives, search and other programs read of a document. */
import type { PDFDocument } from 'pdf-lib'
import { unescapeXml } from '../../../core/text/xml.ts'
import { bytesIn } from '../read/objects.ts'
import type { PdfFailure, PdfRule } from './rule.ts'

export const metadata: PdfRule = {
  id: 'metadata',
  demand: 'XMP metadata says title, language, producer and, where there is one, the author',
  source: 'ISO 14289-1, 7.1; Matterhorn 06-001, 06-003; ISO 16684-1',
  run({ document }) {
    const bytes = bytesIn(document.catalog, 'Metadata')
    if (!bytes) return [{ message: 'Unexpected document without XMP, expected Metadata' }]
    const xmp = new TextDecoder().decode(bytes)
    return wanted(document).flatMap(([property, expected]) => faultsOf(xmp, property, expected))
  },
}

/** Each property, and what the document's older Info dictionary says of it. */
function wanted(document: PDFDocument): readonly (readonly [string, string | undefined])[] {
  const author = document.getAuthor()
  return [
    ['dc:title', document.getTitle()],
    ['dc:language', undefined],
    ['pdf:Producer', undefined],
    ...(author ? [['dc:creator', author] as const] : []),
  ]
}

function faultsOf(
  xmp: string,
  property: string,
  expected: string | undefined,
): readonly PdfFailure[] {
  const found = wordsOf(xmp, property)
  if (!found) return [{ message: `Unexpected XMP without ${property}, expected it` }]
  if (expected === undefined || found === expected.trim()) return []
  return [
    { message: `Unexpected ${property} "${found}" in XMP, expected "${expected}" as in Info` },
  ]
}

/** The words of an element, or of an attribute; undefined where there is neither. */
function wordsOf(xmp: string, property: string): string | undefined {
  const element = new RegExp(`<${property}\\b[^>]*>([\\s\\S]*?)</${property}>`).exec(xmp)?.[1]
  const attribute = new RegExp(`\\b${property}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(xmp)
  const words = element?.replaceAll(RE_TAG, '') ?? attribute?.[1] ?? attribute?.[2]
  return words === undefined ? undefined : unescapeXml(words).trim()
}

/** `<rdf:li xml:lang="x-default">` */
const RE_TAG = /<[^>]*>/g
