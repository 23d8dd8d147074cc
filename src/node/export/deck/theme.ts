/** The theme: the colours and the font of the site, with the font that stands in for it. */

import { type BuiltInKind, builtInKinds, has } from '../../../core/model/kinds.ts'
import { el } from '../../../core/text/xml.ts'
import { colour, type Fonts, type Palette } from '../palette.ts'

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main'

/** A colour that the theme offers beside those of paper and words. */
export type Accent = `accent${number}`

/** The format has six accents: the thread, and kinds. */
const ACCENTS = ['thread', ...builtInKinds.keys()].filter(
  (token) => token === 'thread' || has(token as BuiltInKind, 'accent', builtInKinds),
)

/** Colours of the theme, and the tokens that they are. */
const COLOURS = {
  dk1: 'ink',
  lt1: 'paper',
  dk2: 'quiet',
  lt2: 'rule',
  ...Object.fromEntries(ACCENTS.map((token) => [accentOf(token), token])),
  // Links look like the words around them, underlined, as they do on the site.
  hlink: 'ink',
  folHlink: 'ink',
}

/** The accent that has the colour of the thread, or of a kind. */
export function accentOf(token: string): Accent {
  return `accent${ACCENTS.indexOf(token) + 1}`
}

/** The theme of slides and of notes. */
export function themeXml(palette: Palette, fonts: Fonts): string {
  const name = { name: 'Throughline' }
  const colours = Object.entries(COLOURS).map(([each, token]) =>
    el(`a:${each}`, {}, el('a:srgbClr', { val: colour(palette, token) })),
  )
  const font = ({ named, panose, fallback }: Fonts) => [
    el('a:latin', { typeface: named, panose }),
    el('a:ea', { typeface: '' }),
    el('a:cs', { typeface: fallback }),
  ]
  const [major, minor] = [font(fonts.headings ?? fonts), font(fonts)]
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
  // The format asks for three of each.
  const formats = [
    el('a:fillStyleLst', {}, fill.repeat(3)),
    el('a:lnStyleLst', {}, el('a:ln', { w: 9525 }, fill).repeat(3)),
    el('a:effectStyleLst', {}, '<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)),
    el('a:bgFillStyleLst', {}, fill.repeat(3)),
  ]
  const elements = [
    el('a:clrScheme', name, ...colours),
    el('a:fontScheme', name, el('a:majorFont', {}, ...major), el('a:minorFont', {}, ...minor)),
    el('a:fmtScheme', name, ...formats),
  ]
  const inside = el('a:themeElements', {}, ...elements)
  const others = '<a:objectDefaults/><a:extraClrSchemeLst/>'
  return el('a:theme', { 'xmlns:a': DRAWING, ...name }, inside, others)
}
