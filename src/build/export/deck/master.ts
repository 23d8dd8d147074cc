/** The master and its layouts: all that slides take from them, so that a team can restyle a deck. */
import { escapeXml, XML } from '../office.ts'
import { DEEPER } from './fit.ts'
import { type Field, fieldsOf, type SlideLayout } from './layouts.ts'
import {
  emu,
  GROUP,
  holderXml,
  hundredths,
  NAMESPACES,
  NUMBER,
  numberText,
  ornament,
  transformOf,
} from './shapes.ts'

/** The thread runs through every slide. Its middle is 98 px from the edge. */
const THREAD = { x: 96, y: 0, w: 4, h: 720 }
const DOT = 24

const MASTER: Readonly<Record<'title' | 'body', Field>> = {
  title: { label: 'Title', x: 152, y: 104, w: 1032, h: 120, size: 54, bold: true },
  body: { label: 'Text', x: 87, y: 252, w: 1097, h: 388, size: 36, hang: 65 },
}

const FOOT: Field = { label: 'Footer', x: 152, y: 660, w: 880, h: 32, size: 20, colour: 'tx2' }

const MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'

/**
 * The part `slideMaster1.xml`.
 * @param layoutList `<p:sldLayoutIdLst>` as it stands in the file.
 */
export function masterXml(layoutList: string, language: string): string {
  const shapes = [
    ornament(2, 'Thread', THREAD),
    fieldXml(3, 'title', MASTER.title, language),
    fieldXml(4, 'body', MASTER.body, language),
    fieldXml(5, 'foot', FOOT, language),
    numberXml(6, language, NUMBER),
  ]
  return `${XML}<p:sldMaster ${NAMESPACES}><p:cSld>${background('bg1')}<p:spTree>${GROUP}${shapes.join('')}</p:spTree></p:cSld>${MAP}${layoutList}<p:txStyles><p:titleStyle>${levels(MASTER.title)}</p:titleStyle><p:bodyStyle>${levels(MASTER.body)}</p:bodyStyle><p:otherStyle>${levels({ ...FOOT, size: 24, colour: 'tx1' })}</p:otherStyle></p:txStyles></p:sldMaster>`
}

/** The part of one layout. */
export function layoutXml(layout: SlideLayout, language: string): string {
  const { name, type, dark, dot, rule } = layout
  const fields = fieldsOf(layout).map(([field, look], index) =>
    fieldXml(10 + index, field, look, language),
  )
  const shapes = [
    ...(dot === undefined ? [] : [ornament(2, 'Dot', dotAt(dot))]),
    ...(rule === undefined ? [] : [ornament(3, 'Rule', { x: 152, y: rule, w: 960, h: 2 })]),
    ...fields,
    numberXml(9, language, dark ? { ...NUMBER, colour: 'bg2' } : NUMBER),
  ]
  return `${XML}<p:sldLayout ${NAMESPACES} type="${type}" preserve="1" userDrawn="1"><p:cSld name="${escapeXml(name)}">${dark ? background('tx1') : ''}<p:spTree>${GROUP}${shapes.join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`
}

function dotAt(middle: number): { x: number; y: number; w: number; h: number; round: true } {
  return { x: 98 - DOT / 2, y: middle - DOT / 2, w: DOT, h: DOT, round: true }
}

function background(colour: string): string {
  return `<p:bg><p:bgPr><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>`
}

function fieldXml(
  id: number,
  name: Parameters<typeof holderXml>[0]['name'],
  field: Field,
  language: string,
): string {
  const words = `<a:p><a:r><a:rPr lang="${escapeXml(language)}"/><a:t>${escapeXml(field.label)}</a:t></a:r></a:p>`
  const text = `${bodyXml(field)}<a:lstStyle>${levels(field)}</a:lstStyle>${words}`
  return holderXml({ id, name, label: field.label, place: transformOf(field), text })
}

function numberXml(id: number, language: string, field: Field): string {
  const text = `${bodyXml(field)}<a:lstStyle>${levels(field, 'r')}</a:lstStyle>${numberText(language, '‹#›')}`
  return holderXml({ id, name: 'number', label: field.label, place: transformOf(field), text })
}

function bodyXml({ anchor = 't' }: Field): string {
  return `<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr>`
}

/** Three levels are more than a slide should have; the format knows nine. */
const DEPTHS = [0, 1, 2] as const

function levels(field: Field, align: 'l' | 'r' = 'l'): string {
  return DEPTHS.map((depth) => levelXml(field, { depth, align })).join('')
}

function levelXml(
  { size, bold, colour = 'tx1', hang = 0 }: Field,
  { depth, align }: { readonly depth: number; readonly align: string },
): string {
  const own = depth === 0 ? size : size * DEEPER
  const step = size * 0.9
  const margin = hang + depth * step
  const back = depth === 0 ? hang : step * 0.75
  const bullet =
    hang === 0
      ? '<a:buNone/>'
      : depth === 0
        ? '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buSzPct val="100000"/><a:buFont typeface="Arial"/><a:buChar char="●"/>'
        : '<a:buClr><a:schemeClr val="tx2"/></a:buClr><a:buSzPct val="100000"/><a:buFont typeface="Arial"/><a:buChar char="–"/>'
  const indent = hang === 0 ? 'marL="0" indent="0"' : `marL="${emu(margin)}" indent="-${emu(back)}"`
  const spacing = bold ? '90000' : '100000'
  return `<a:lvl${depth + 1}pPr ${indent} algn="${align}" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="${spacing}"/></a:lnSpc><a:spcBef><a:spcPts val="${depth === 0 ? hundredths(size * 0.5) : hundredths(size * 0.25)}"/></a:spcBef>${bullet}<a:defRPr sz="${hundredths(own)}" b="${bold ? 1 : 0}" kern="1200"><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill><a:latin typeface="${bold ? '+mj' : '+mn'}-lt"/><a:ea typeface="${bold ? '+mj' : '+mn'}-ea"/><a:cs typeface="${bold ? '+mj' : '+mn'}-cs"/></a:defRPr></a:lvl${depth + 1}pPr>`
}
