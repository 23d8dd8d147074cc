/** Shapes of slides, layouts and master as PresentationML. Lengths are px on 1280×720. */
import { escapeXml } from '../office.ts'
import type { Box, Field, FieldName } from './layouts.ts'

/** English Metric Units a px. */
const EMU = 9525

export const NAMESPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'

/** What stands before the shapes of every tree. */
export const GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'

/** Points of a type size of px, in hundredths. */
export function hundredths(px: number): number {
  return Math.round(px * 75)
}

export function emu(px: number): number {
  return Math.round(px * EMU)
}

export function transformOf({ x, y, w, h }: Box): string {
  return `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm>`
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
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escapeXml(label)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${HOLDERS[name]}</p:nvPr></p:nvSpPr><p:spPr>${place}</p:spPr><p:txBody>${text}</p:txBody></p:sp>`
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
  return `<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="${escapeXml(language)}"/><a:t>${n}</a:t></a:fld></a:p>`
}

/** A filled shape that says nothing: readers of screens pass it over. */
export function ornament(id: number, name: string, shape: Box & { readonly round?: true }): string {
  const form = shape.round ? 'ellipse' : 'rect'
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${transformOf(shape)}<a:prstGeom prst="${form}"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="${name === 'Rule' ? 'bg2' : 'accent1'}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>`
}
