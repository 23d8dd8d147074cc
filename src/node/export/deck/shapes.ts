/** Shapes of slides, layouts and master as PresentationML. Lengths are px on 1280×720. */
import { el } from '../xml.ts'
import type { Box, Field, FieldName } from './layouts.ts'

/** English Metric Units a px. */
const EMU = 9525

export const NAMESPACES = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
}

/** What stands before the shapes of every tree. */
export const GROUP = [
  el('p:nvGrpSpPr', {}, el('p:cNvPr', { id: 1, name: '' }), el('p:cNvGrpSpPr'), el('p:nvPr')),
  el('p:grpSpPr'),
].join('')

/** Points of a type size of px, in hundredths. */
export function hundredths(px: number): number {
  return Math.round(px * 75)
}

export function emu(px: number): number {
  return Math.round(px * EMU)
}

export function transformOf({ x, y, w, h }: Box): string {
  const off = el('a:off', { x: emu(x), y: emu(y) })
  return el('a:xfrm', {}, off, el('a:ext', { cx: emu(w), cy: emu(h) }))
}

/** How slide, layout and master name the same field. */
const HOLDERS: Readonly<Record<FieldName | 'number', string>> = {
  title: '<p:ph type="title"/>',
  foot: '<p:ph type="ftr" sz="quarter" idx="11"/>',
  number: '<p:ph type="sldNum" sz="quarter" idx="12"/>',
  body: '<p:ph type="body" idx="1"/>',
  right: '<p:ph type="body" idx="13"/>',
  kicker: '<p:ph type="body" sz="quarter" idx="14"/>',
  evidence: '<p:ph type="body" sz="quarter" idx="15"/>',
  caption: '<p:ph type="body" sz="quarter" idx="16"/>',
}

interface Holder {
  readonly id: number
  readonly name: FieldName | 'number'
  readonly label: string
  /** Absent where the layout's place holds. */
  readonly place?: string
  /** `<a:bodyPr>`, `<a:lstStyle>` and paragraphs. */
  readonly text: string
}

/** A placeholder with words in it. */
export function holderXml({ id, name, label, place = '', text }: Holder): string {
  const about = [
    el('p:cNvPr', { id, name: label }),
    el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: 1 })),
    el('p:nvPr', {}, HOLDERS[name]),
  ]
  return el(
    'p:sp',
    {},
    el('p:nvSpPr', {}, ...about),
    el('p:spPr', {}, place),
    el('p:txBody', {}, text),
  )
}

/** Where the number of a slide stands. */
export const NUMBER: Field = {
  label: 'Slide number',
  x: 1064,
  y: 660,
  w: 120,
  h: 32,
  size: 20,
  colour: 'tx2',
}

/** The field that programs fill with the number. */
export function numberText(language: string, n: number | '‹#›'): string {
  const field = { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' }
  const words = [el('a:rPr', { lang: language }), el('a:t', {}, String(n))]
  return el('a:p', {}, el('a:fld', field, ...words))
}

/** A fill in a colour of the theme. */
export function fillOf(val: string): string {
  return el('a:solidFill', {}, el('a:schemeClr', { val }))
}

/** A filled shape that says nothing: readers of screens pass it over. */
export function ornament(id: number, name: string, shape: Box & { readonly round?: true }): string {
  const about = [
    el('p:cNvPr', { id, name }, el('a:extLst', {}, DECORATIVE)),
    el('p:cNvSpPr'),
    el('p:nvPr', { userDrawn: 1 }),
  ]
  const look = [
    transformOf(shape),
    el('a:prstGeom', { prst: shape.round ? 'ellipse' : 'rect' }, el('a:avLst')),
    fillOf(name === 'Rule' ? 'bg2' : 'accent1'),
    el('a:ln', {}, el('a:noFill')),
  ]
  return el('p:sp', {}, el('p:nvSpPr', {}, ...about), el('p:spPr', {}, ...look))
}

const DECORATIVE = el(
  'a:ext',
  { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' },
  el('adec:decorative', {
    'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative',
    val: 1,
  }),
)
