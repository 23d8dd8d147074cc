/** Words as DrawingML: paragraphs, runs, and where each leads. */

import type { Destination } from '../../../core/text/linked-text.ts'
import { el, escapeXml } from '../../../core/text/xml.ts'
import { CODE_FONT, hueOf, type Palette } from '../palette.ts'
import { type FormattedRun, isFromRight, type Paragraph, withWholeAmounts } from '../text.ts'
import { idOf } from './package.ts'
import { emu, fillOf, hundredths } from './shapes.ts'

/** Where words lead in the file: another slide, 1-based, or out of it. */
export type Leads = (
  to: Destination,
) => { readonly slide: number } | { readonly url: string } | undefined

/** What the words of one slide have in common. */
export interface SlideRunLook {
  readonly palette: Palette
  readonly language: string
  readonly leads: Leads
  /** Of the slide; links are added. */
  readonly relations: string[]
  /** Set for LibreOffice, which breaks no line in the words of one link: each word is one. */
  readonly wordwise?: boolean
  /** Set where words stand on ink or on the accent, and all of one colour. */
  readonly onGround?: boolean
}

/** How the words of a field or a cell are set. */
interface TextStyle {
  /** px. */
  readonly size: number
  /** px, of the layout: a size is said only where it differs. */
  readonly usual?: number
  /** Set where all words are bold: by the layout, or without one by themselves. */
  readonly bold?: true | undefined
  /** How far the bullets of the layout hang, px; absent where it has none. */
  readonly hang?: number | undefined
}

/** The paragraphs of a field or a cell. */
export function paragraphsXml(
  paragraphs: readonly Paragraph[],
  setting: TextStyle,
  look: SlideRunLook,
): string {
  const end = el('a:endParaRPr', { lang: look.language, sz: sizeIn(setting) })
  return paragraphs
    .map((paragraph) => {
      const { runs, style } = paragraph
      const words = runsIn(runs, look).map((run) => runXml(run, { style, ...setting }, look))
      return el('a:p', {}, propertiesOf(paragraph, setting), ...words, end)
    })
    .join('')
}

function runsIn(
  runs: readonly FormattedRun[],
  { leads, wordwise }: SlideRunLook,
): readonly FormattedRun[] {
  if (!wordwise) return runs
  return runs.flatMap((run) => {
    if (!run.to || !leads(run.to)) return [run]
    return (run.text.match(/\S+\s*/g) ?? [run.text]).map((text) => ({ ...run, text }))
  })
}

/** Thousandths of the size by which small signs stand higher, and lower. */
const RAISED = 30_000
const LOWERED = -25_000

/** The look of quiet words, of what they stand beside. */
const BY = 0.5
const LEAST_BY = 24

function runXml(
  { bold, italic, strike, code, kind, to, text, raised, lowered, scale }: FormattedRun,
  { style, ...setting }: TextStyle & { readonly style: Paragraph['style'] },
  look: SlideRunLook,
): string {
  const { size, usual } = setting
  const isBy = style === 'by'
  const isBold = bold || style === 'heading' || (setting.bold && usual === undefined)
  const small = { ...setting, size: Math.max(LEAST_BY, size * BY) }
  const link = to ? linkXml(to, look) : ''
  const attributes = {
    lang: look.language,
    sz: scale ? hundredths(size * scale) : sizeIn(isBy && size !== usual ? small : setting),
    b: isBold ? 1 : isBy && setting.bold ? 0 : undefined,
    i: italic ? 1 : undefined,
    u: link === '' ? undefined : 'sng',
    baseline: raised ? RAISED : lowered ? LOWERED : undefined,
    strike: strike ? 'sngStrike' : undefined,
  }
  const hue =
    kind &&
    !look.onGround &&
    el('a:solidFill', {}, el('a:srgbClr', { val: hueOf(look.palette, kind) }))
  const colour = hue || (isBy && !look.onGround ? fillOf('tx2') : '')
  const font = code ? el('a:latin', { typeface: CODE_FONT }) : ''
  const properties = el('a:rPr', attributes, colour, font, link)
  const shown = code ? text : withWholeAmounts(text)
  const lines = shown.split(/\r?\n/).map((words) => el('a:t', {}, escapeXml(words)))
  return lines.map((words) => el('a:r', {}, properties, words)).join(el('a:br', {}, properties))
}

function sizeIn({ size, usual }: TextStyle): number | undefined {
  return size === usual ? undefined : hundredths(size)
}

/** Links keep the colour of the words around them, as on the site. */
const PLAIN =
  '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'

function linkXml(to: Destination, { leads, relations }: SlideRunLook): string {
  const lead = leads(to)
  if (!lead) return ''
  const id = idOf(relations, 'url' in lead ? lead.url : `slide${lead.slide}.xml`)
  const action = 'url' in lead ? undefined : 'ppaction://hlinksldjump'
  return el('a:hlinkClick', { 'r:id': id, action }, PLAIN)
}

/** Of numbers, and of bullets where the layout has none, px. */
const HANGING_INDENT = 46

/** On the thread a number could not be read. */
const QUIET = '<a:buClr><a:schemeClr val="tx2"/></a:buClr>'
const BULLET = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'

/** Only what differs from the layout. */
function propertiesOf(
  { list, level, number = 1, runs, align }: Paragraph,
  { size, hang = 0 }: Pick<TextStyle, 'size' | 'hang'>,
): string {
  const lvl = Math.min(level, 2)
  const side = {
    ...(isFromRight(runs) ? { marR: hang ? emu(hang) : undefined, algn: 'r', rtl: 1 } : {}),
    ...(align ? { algn: align === 'right' ? 'r' : 'ctr' } : {}),
  }
  const own = (attributes: Parameters<typeof el>[1]): string =>
    Object.keys({ ...attributes, ...side }).length > 0
      ? el('a:pPr', { ...attributes, ...side })
      : ''
  if (list === undefined && hang === 0) return own({})
  if (list === undefined)
    return el(
      'a:pPr',
      { marL: emu(hang + lvl * HANGING_INDENT), lvl, indent: 0, ...side },
      '<a:buNone/>',
    )
  if (list === 'bullet' && hang > 0) return own(lvl > 0 ? { lvl } : {})
  const startAt = number === 1 ? undefined : number
  const numbers = `<a:buFont typeface="+mj-lt"/>${el('a:buAutoNum', { type: 'arabicPeriod', startAt })}`
  // A number stands apart from its words at any size.
  const digits = list === 'number' ? size * (0.6 * String(number).length + 0.5) : 0
  const more = Math.max(0, digits - HANGING_INDENT)
  const place = {
    marL: emu((hang || HANGING_INDENT) + lvl * HANGING_INDENT + more),
    lvl,
    indent: -emu(HANGING_INDENT + more),
    ...side,
  }
  return el('a:pPr', place, QUIET, list === 'number' ? numbers : BULLET)
}
