/** Mends what the library (docx 9.15.2) leaves to chance: names in a file that has to repeat. */

import { el, XML } from '../../../core/text/xml.ts'
import type { Parts } from '../office.ts'
import type { Fonts } from '../palette.ts'

/** What the library draws by lot, or counts over all documents that it has made. */
const NAMES = [
  // Matches the name of a link's relationship: `rIdq3vJ-x2…`.
  { match: /\brId(?!\d+")[\w-]+(?=")/g, name: (n: number) => `rIdLink${n}` },
  // Matches the bookmark of a heading in the contents.
  { match: /\b_Toc\d+/g, name: (n: number) => `_Toc${n}` },
  // Matches the number of a bookmark, at its start and at its end.
  { match: /(?<=<w:bookmark(?:Start|End)\b[^>]* w:id=")\d+/g, name: String },
  // Matches the number of a picture.
  { match: /(?<=<wp:docPr\b[^>]* id=")\d+/g, name: String },
] as const

/** The same document; names are numbered in their order, and the font has one in its place. */
export function mendNarrative(parts: Parts, fonts: Fonts): Parts {
  const mended = new Map(parts)
  for (const { match, name } of NAMES) {
    const names = new Map<string, string>()
    const numbered = (lot: string): string => {
      const own = names.get(lot) ?? name(names.size + 1)
      names.set(lot, own)
      return own
    }
    for (const [path, part] of mended)
      if (typeof part === 'string') mended.set(path, part.replace(match, numbered))
  }
  return mended.set('word/fontTable.xml', fontTable(fonts))
}

/** What stands in where the font is not installed. */
function fontTable(fonts: Fonts): string {
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const all = [fonts, ...(fonts.headings ? [fonts.headings] : [])].flatMap(fontRows)
  return XML + el('w:fonts', { 'xmlns:w': space }, ...new Set(all))
}

/** A font, and the one in its place. */
function fontRows({ named, fallback, generic, panose }: Fonts): readonly string[] {
  const about = [
    el('w:panose1', { 'w:val': panose }),
    el('w:charset', { 'w:val': '00' }),
    el('w:family', { 'w:val': generic === 'serif' ? 'roman' : 'swiss' }),
    el('w:pitch', { 'w:val': 'variable' }),
  ]
  const other = el('w:altName', { 'w:val': fallback })
  return [
    el('w:font', { 'w:name': named }, other, ...about),
    el('w:font', { 'w:name': fallback }, ...about),
  ]
}
