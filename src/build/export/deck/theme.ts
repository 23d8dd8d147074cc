/** The theme: the colours and the font of the site, with the font that stands in for it. */
import { XML } from '../office.ts'
import { colour, FONTS, PANOSE, type Palette } from '../palette.ts'

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main'

/** Colours of the theme, and the tokens that they are. */
const COLOURS = [
  ['dk1', 'ink'],
  ['lt1', 'paper'],
  ['dk2', 'quiet'],
  ['lt2', 'rule'],
  ['accent1', 'thread'],
  ['accent2', 'objective'],
  ['accent3', 'success-factor'],
  ['accent4', 'evidence'],
  ['accent5', 'option'],
  ['accent6', 'question'],
  // Links look like the words around them, underlined, as they do on the site.
  ['hlink', 'ink'],
  ['folHlink', 'ink'],
] as const

/** The part `theme1.xml`. */
export function themeXml(palette: Palette): string {
  const colours = COLOURS.map(
    ([name, token]) => `<a:${name}><a:srgbClr val="${colour(palette, token)}"/></a:${name}>`,
  ).join('')
  const font = `<a:latin typeface="${FONTS.named}" panose="${PANOSE}"/><a:ea typeface=""/><a:cs typeface="${FONTS.fallback}"/>`
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
  const line = `<a:ln w="9525">${fill}</a:ln>`
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>'
  return `${XML}<a:theme xmlns:a="${DRAWING}" name="Throughline"><a:themeElements><a:clrScheme name="Throughline">${colours}</a:clrScheme><a:fontScheme name="Throughline"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="Throughline"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`
}
