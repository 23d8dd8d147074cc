/** A font that is not in the file is replaced: then words move or disappear. */
import { PDFName } from 'pdf-lib'
import { descriptorOf, nameOfFont, readFonts } from '../read/fonts.ts'
import type { PdfRule } from './rule.ts'

export const fonts: PdfRule = {
  id: 'fonts',
  demand: 'Every font is in the file',
  source: 'ISO 14289-1, 7.21.4.1; Matterhorn 31-009',
  run: ({ document }) =>
    readFonts(document).flatMap(({ font, page, object }) => {
      const descriptor = descriptorOf(font)
      const isIn = descriptor?.keys().some((key) => /^\/FontFile[23]?$/.test(key.asString()))
      if (isIn || font.has(CHAR_PROCS)) return []
      const name = nameOfFont(font)
      return [{ message: `Unexpected font ${name} without its program, expected it`, page, object }]
    }),
}

/** A font of type 3 holds its drawings itself. */
const CHAR_PROCS = PDFName.of('CharProcs')
