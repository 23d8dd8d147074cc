/** The master and its layouts: what slides take from them, so that a team can restyle a deck. */
import { el, escapeXml, XML } from '../xml.ts'
import { DEEPER } from './fit.ts'
import { type Field, type FieldName, fieldsOf, type SlideLayout } from './layouts.ts'
import {
  emu,
  fillOf,
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

/** Which colour of the theme programs take for paper, words and the rest. */
const MAP = el('p:clrMap', {
  ...{ bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2', hlink: 'hlink', folHlink: 'folHlink' },
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`accent${n}`, `accent${n}`])),
})

/**
 * The part `slideMaster1.xml`.
 * @param layoutList `<p:sldLayoutIdLst>` as it stands in the file.
 */
export function masterXml(layoutList: string, language: string): string {
  const shapes = [
    ornament(2, 'Thread', THREAD),
    fieldXml(3, 'title', { field: MASTER.title, language }),
    fieldXml(4, 'body', { field: MASTER.body, language }),
    fieldXml(5, 'foot', { field: FOOT, language }),
    numberXml(6, NUMBER, language),
  ]
  const styles = el(
    'p:txStyles',
    {},
    el('p:titleStyle', {}, levels(MASTER.title)),
    el('p:bodyStyle', {}, levels(MASTER.body)),
    el('p:otherStyle', {}, levels({ ...FOOT, size: 24, colour: 'tx1' })),
  )
  const tree = el('p:spTree', {}, GROUP, ...shapes)
  const slide = el('p:cSld', {}, background('bg1'), tree)
  return XML + el('p:sldMaster', NAMESPACES, slide, MAP, layoutList, styles)
}

/** The part of one layout. */
export function layoutXml(layout: SlideLayout, language: string): string {
  const { name, type, dark, dot, rule } = layout
  const shapes = [
    ...(dot === undefined ? [] : [ornament(2, 'Dot', dotAt(dot))]),
    ...(rule === undefined ? [] : [ornament(3, 'Rule', { x: 152, y: rule, w: 960, h: 2 })]),
    ...fieldsOf(layout).map(([own, field], index) =>
      fieldXml(10 + index, own, { field, language }),
    ),
    numberXml(9, dark ? { ...NUMBER, colour: 'bg2' } : NUMBER, language),
  ]
  const tree = el('p:spTree', {}, GROUP, ...shapes)
  const attributes = { ...NAMESPACES, type, preserve: 1, userDrawn: 1 }
  const slide = el('p:cSld', { name }, dark ? background('tx1') : '', tree)
  return XML + el('p:sldLayout', attributes, slide, el('p:clrMapOvr', {}, el('a:masterClrMapping')))
}

function dotAt(middle: number): { x: number; y: number; w: number; h: number; round: true } {
  return { x: 98 - DOT / 2, y: middle - DOT / 2, w: DOT, h: DOT, round: true }
}

function background(colour: string): string {
  return el('p:bg', {}, el('p:bgPr', {}, fillOf(colour), el('a:effectLst')))
}

function fieldXml(
  id: number,
  name: FieldName,
  { field, language }: { readonly field: Field; readonly language: string },
): string {
  const words = [el('a:rPr', { lang: language }), el('a:t', {}, escapeXml(field.label))]
  const prompt = el('a:p', {}, el('a:r', {}, ...words))
  const text = bodyXml(field) + el('a:lstStyle', {}, levels(field)) + prompt
  return holderXml({ id, name, label: field.label, place: transformOf(field), text })
}

function numberXml(id: number, field: Field, language: string): string {
  const style = el('a:lstStyle', {}, levels(field, 'r'))
  const text = bodyXml(field) + style + numberText(language, '‹#›')
  return holderXml({ id, name: 'number', label: field.label, place: transformOf(field), text })
}

function bodyXml({ anchor = 't' }: Field): string {
  const inset = { lIns: 0, tIns: 0, rIns: 0, bIns: 0 }
  const attributes = { vert: 'horz', wrap: 'square', ...inset, rtlCol: 0, anchor }
  return el('a:bodyPr', attributes, el('a:normAutofit'))
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
  const indent =
    hang === 0
      ? { marL: 0, indent: 0 }
      : { marL: emu(hang + depth * step), indent: -emu(depth === 0 ? hang : step * 0.75) }
  const fonts = ['latin', 'ea', 'cs'].map((script) =>
    el(`a:${script}`, { typeface: `+${bold ? 'mj' : 'mn'}-${script === 'latin' ? 'lt' : script}` }),
  )
  return el(
    `a:lvl${depth + 1}pPr`,
    { ...indent, algn: align, defTabSz: 914400, rtl: 0, eaLnBrk: 1, latinLnBrk: 0 },
    el('a:lnSpc', {}, el('a:spcPct', { val: bold ? 90_000 : 100_000 })),
    el('a:spcBef', {}, el('a:spcPts', { val: hundredths(size * (depth === 0 ? 0.5 : 0.25)) })),
    ...(hang === 0 ? [el('a:buNone')] : bulletOf(depth)),
    el('a:defRPr', { sz: hundredths(own), b: bold ? 1 : 0, kern: 1200 }, fillOf(colour), ...fonts),
  )
}

/** On the thread at first, then dashes. */
function bulletOf(depth: number): readonly string[] {
  const val = depth === 0 ? 'accent1' : 'tx2'
  return [
    el('a:buClr', {}, el('a:schemeClr', { val })),
    el('a:buSzPct', { val: 100_000 }),
    el('a:buFont', { typeface: 'Arial' }),
    el('a:buChar', { char: depth === 0 ? '●' : '–' }),
  ]
}
