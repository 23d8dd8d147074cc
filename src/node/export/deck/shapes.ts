/** Shapes of slides, layouts and master as PresentationML. Lengths are px on 1280×720. */
import { el } from '../../../core/text/xml.ts'
import { type Area, HOLDERS } from './layouts.ts'

/** English Metric Units a px. */
const EMU = 9525

/** The names that every part of the format declares. */
export const NAMESPACES = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
}

/** What stands before the shapes of every tree. */
const GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'

/** Points of a type size of px, in hundredths. */
export function hundredths(px: number): number {
  return Math.round(px * 75)
}

/** px of the canvas in the units of the format. */
export function emu(px: number): number {
  return Math.round(px * EMU)
}

/** Where a shape stands; frames name the element by a word of their own. */
export function transformOf({ x, y, w, h }: Area, name = 'a:xfrm'): string {
  const off = el('a:off', { x: emu(x), y: emu(y) })
  return el(name, {}, off, el('a:ext', { cx: emu(w), cy: emu(h) }))
}

/** A slide, or what is made like one: its shapes, and what is said after them. */
export function slideXml(
  element: string,
  { shapes, after, paper, name }: Slide,
  attributes: Readonly<Record<string, string | number>> = {},
): string {
  const fill = paper && el('p:bgPr', {}, fillOf(paper), '<a:effectLst/>')
  const tree = el('p:spTree', {}, GROUP, ...shapes)
  const slide = el('p:cSld', { name }, fill ? el('p:bg', {}, fill) : '', tree)
  return el(element, { ...NAMESPACES, ...attributes }, slide, ...after)
}

interface Slide {
  readonly shapes: readonly string[]
  readonly after: readonly string[]
  /** Colour of the paper, by its name in the theme, where it is not that of the master. */
  readonly paper?: string | undefined
  readonly name?: string
}

/** The mark of a slide or a layout that has the colours of its master. */
export const FROM_MASTER = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>'

interface Holder {
  readonly id: number
  readonly name: keyof typeof HOLDERS
  readonly label: string
  /** Absent where the layout's place holds. */
  readonly place?: string
  /** `<a:bodyPr>`, `<a:lstStyle>` and paragraphs; absent in a picture of a slide. */
  readonly text?: string
}

/** A placeholder with words in it. */
export function placeholderXml({ id, name, label, place = '', text = '' }: Holder): string {
  const about = el('p:cNvPr', { id, name: label })
  const lock = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
  const body = text === '' ? '' : el('p:txBody', {}, text)
  const named = el('p:nvSpPr', {}, about, lock, el('p:nvPr', {}, HOLDERS[name]))
  return el('p:sp', {}, named, el('p:spPr', {}, place), body)
}

/** The field that programs fill with the number. */
export function numberText(lang: string, n: number | '‹#›'): string {
  const field = { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' }
  return el('a:p', {}, el('a:fld', field, el('a:rPr', { lang }), el('a:t', {}, String(n))))
}

/** A fill in a colour of the theme. */
export function fillOf(val: string): string {
  return el('a:solidFill', {}, el('a:schemeClr', { val }))
}

/** Shapes that say nothing, by name: their form, and their fill in colours of the theme. */
const ORNAMENTS = {
  Thread: ['rect', fillOf('accent1')],
  Dot: ['ellipse', fillOf('accent1')],
  'Light thread': ['rect', fillOf('bg1')],
  'Light dot': ['ellipse', fillOf('bg1')],
  Diamond: ['diamond', fillOf('tx1')],
  Rule: ['rect', fillOf('bg2')],
  Ground: [
    'rect',
    el(
      'a:solidFill',
      {},
      el('a:schemeClr', { val: 'bg2' }, '<a:lumMod val="40000"/><a:lumOff val="60000"/>'),
    ),
  ],
} as const

/** A filled shape that says nothing: readers of screens pass it over. */
export function ornament(id: number, name: keyof typeof ORNAMENTS, shape: Area): string {
  const about = el('p:cNvPr', { id, name }, DECORATIVE)
  const [prst, fill] = ORNAMENTS[name]
  const look = [
    transformOf(shape),
    el('a:prstGeom', { prst }, '<a:avLst/>'),
    fill,
    '<a:ln><a:noFill/></a:ln>',
  ]
  const named = el('p:nvSpPr', {}, about, '<p:cNvSpPr/><p:nvPr userDrawn="1"/>')
  return el('p:sp', {}, named, el('p:spPr', {}, ...look))
}

const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
