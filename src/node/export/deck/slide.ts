/** One slide: words in the fields of its layout, pictures and tables on its stage. */
import type { Measure } from '../../../core/text/measure.ts'
import { el } from '../../../core/text/xml.ts'
import type { About } from '../office.ts'
import type { Palette } from '../palette.ts'
import type { ExportPicture } from '../pictures/index.ts'
import { chartPart } from './chart.ts'
import { sizeOf } from './fit.ts'
import { type Area, fieldsOf, layoutOf, layouts, type SlideLayout } from './layouts.ts'
import { notesPart } from './notes.ts'
import { idOf, type Media, type PackagePart } from './package.ts'
import { placePictures } from './place.ts'
import type { ReadySheet } from './ready.ts'
import { type Leads, paragraphsXml, type SlideRunLook } from './runs.ts'
import { FROM_MASTER, numberText, placeholderXml, slideXml, transformOf } from './shapes.ts'
import { tableXml } from './table.ts'

/** The ground of a layout by its name in the theme, or `''` for paper. */
type LogoGround = NonNullable<SlideLayout['ground']> | ''

/** What all slides of a deck share. */
export interface SlideLook {
  readonly about: About
  readonly palette: Palette
  readonly measure: Measure
  readonly leads: Leads
  /** Of the case's brand, for paper and for each ground: on the layouts that say whose the case is. */
  readonly logos?: Readonly<Partial<Record<LogoGround, ExportPicture | undefined>>>
  /** See `RunLook`. */
  readonly wordwise?: boolean
}

/**
 * The parts of slide `n`, 1-based: itself, and its notes where there are any.
 * @param media Gets its pictures.
 */
export function slideParts(
  sheet: ReadySheet,
  n: number,
  order: SlideOrder,
): readonly PackagePart[] {
  const { about, measure, media, ...look } = order
  const { language } = about
  const layout = Object.keys(layouts).indexOf(sheet.layout) + 1
  const relations = [`../slideLayouts/slideLayout${layout}.xml`]
  const { stage, bleeds, ground } = layoutOf(sheet.layout)
  const words: SlideRunLook = { ...look, language, relations, onGround: ground !== undefined }
  const boxes = stage ? placePictures(sheet.pictures, stage, bleeds) : []
  const pictures = boxes.map((box, index) => {
    const embed = (extension: string, bytes: Uint8Array): string => {
      const file = `image-${n}-${index + 1}.${extension}`
      media.set(`ppt/media/${file}`, bytes)
      return idOf(relations, `../media/${file}`)
    }
    // A box was made for each picture.
    return pictureXml(sheet.pictures[index] as ExportPicture, { id: 20 + index, box, embed })
  })
  const tables = sheet.tables.map((table, index) =>
    stage ? tableXml(table, { id: 60 + index, stage, measure }, words) : '',
  )
  const charts = sheet.charts.map((plan, index) =>
    chartPart(plan, { ...order, n, index, stage, relations }),
  )
  const fields = fieldsOf(layoutOf(sheet.layout)).map(([name, field], index) => {
    const { bold, hang, size: usual, label } = field
    const own = sheet.fields[name] ?? []
    const size = sizeOf(measure, own, { field, most: sheet.sizes[name] })
    const paragraphs =
      name === 'number'
        ? numberText(language, n)
        : paragraphsXml(own, { size, usual, bold, hang }, words)
    const text = `<a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>${paragraphs}`
    return paragraphs && placeholderXml({ id: 10 + index, name, label, text })
  })
  // Foot and number are read last.
  const shapes = fields.toSpliced(
    -2,
    0,
    ...pictures,
    ...charts.map(({ frame }) => frame),
    ...tables,
  )
  const notes = sheet.notes.length > 0 ? [notesPart(sheet.notes, n, language)] : []
  if (notes.length > 0) relations.push(`../notesSlides/notesSlide${n}.xml`)
  const xml = slideXml('p:sld', { shapes, after: [FROM_MASTER] })
  return [
    { path: `ppt/slides/slide${n}.xml`, xml, relations },
    ...notes,
    ...charts.map(({ part }) => part),
  ]
}

type SlideOrder = SlideLook & {
  readonly media: Media
  /** The font of words that stand in no field. */
  readonly font: string
}

interface Placed {
  readonly id: number
  readonly box: Area
  /** The id under which a file of this ending is found. */
  readonly embed: (extension: string, bytes: Uint8Array) => string
}

/** A bitmap, and the vector that programs show in its place where they can. */
export function pictureXml(
  { svg, bitmap, extension, alt }: ExportPicture,
  { id, box, embed }: Placed,
): string {
  const vector = svg === undefined ? '' : vectorXml(embed('svg', Buffer.from(svg)))
  const blip = el('a:blip', { 'r:embed': embed(extension, bitmap) }, vector)
  const lock = '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/>'
  return el(
    'p:pic',
    {},
    el('p:nvPicPr', {}, el('p:cNvPr', { id, name: `Picture ${id}`, descr: alt }), lock),
    el('p:blipFill', {}, blip, '<a:stretch><a:fillRect/></a:stretch>'),
    el('p:spPr', {}, transformOf(box), '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'),
  )
}

function vectorXml(id: string): string {
  return `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${id}"/></a:ext></a:extLst>`
}
