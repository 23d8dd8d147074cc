/** Letters without a Unicode value can be seen, but not heard, searched or copied. */

import { nameOfFont, readFonts } from '../read/fonts.ts'
import { bytesIn, nameIn, objectIn } from '../read/objects.ts'
import type { OpenPdf } from '../read/open.ts'
import type { PdfFailure, PdfRule } from './rule.ts'

export const unicode: PdfRule = {
  id: 'unicode',
  demand: 'Every font says which letters its signs are, and every sign on a page is one',
  source: 'ISO 14289-1, 7.21.7; Matterhorn 10-001, 31-027',
  run: (pdf) => [...fontFaults(pdf), ...letterFaults(pdf)],
}

function fontFaults({ document }: OpenPdf): readonly PdfFailure[] {
  return readFonts(document).flatMap(({ font, page, object }) => {
    const map = Buffer.from(bytesIn(font, 'ToUnicode') ?? []).toString('latin1')
    const encoding = objectIn(font, 'Encoding')
    const isKnown = nameIn(font, 'Subtype') !== 'Type0' && RE_LATIN.test(String(encoding))
    if (RE_MAPPING.test(map) || isKnown) return []
    const name = nameOfFont(font)
    return [{ message: `Unexpected font ${name} without ToUnicode, expected a map`, page, object }]
  })
}

/** Encodings whose letters the standard itself names. */
const RE_LATIN = /^\/(?:MacRoman|MacExpert|WinAnsi)Encoding$/

/** `beginbfchar <03> <0041>` */
const RE_MAPPING = /\bbeginbf(?:char|range)\s*</

function letterFaults({ contents }: OpenPdf): readonly PdfFailure[] {
  return contents.flatMap((pieces, index): readonly PdfFailure[] => {
    const count = pieces.reduce((sum, { text }) => sum + text.split('\uFFFD').length - 1, 0)
    if (count === 0) return []
    const signs = count === 1 ? 'a sign' : `${count} signs`
    const message = `Unexpected text with ${signs} of no known letter, expected Unicode values`
    return [{ message, page: index + 1 }]
  })
}
