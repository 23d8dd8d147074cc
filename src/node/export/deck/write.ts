/** Writes a deck as slides that can be edited, by the library, and mends what it cannot say. */
import PptxGenJS from 'pptxgenjs'
import type { Measure } from '../../../core/text/measure.ts'
import { type About, describe, pack, unpack } from '../office.ts'
import type { Palette } from '../palette.ts'
import type { Picture } from '../pictures/index.ts'
import { sizeOf } from './fit.ts'
import { type Field, fieldsOf, layoutOf, layouts } from './layouts.ts'
import { mendDeck } from './mend.ts'
import { placePictures } from './place.ts'
import type { ReadySheet } from './ready.ts'
import { type Leads, textProps } from './runs.ts'
import { tableProps } from './table.ts'

export interface DeckOrder {
  readonly sheets: readonly ReadySheet[]
  readonly about: About
  readonly palette: Palette
  readonly measure: Measure
  readonly leads: Leads
  /** See `RunLook`. */
  readonly wordwise?: boolean
}

/** The bytes of the file; the same order gives the same bytes. */
export async function writeDeck(order: DeckOrder): Promise<Uint8Array> {
  const { sheets, about, palette } = order
  const library = new PptxGenJS()
  library.defineLayout({ name: 'wide', width: 1280 / INCH, height: 720 / INCH })
  library.layout = 'wide'
  for (const layout of Object.values(layouts)) defineLayout(library, layoutOf(nameOf(layout)))
  for (const sheet of sheets) writeSheet(library, sheet, order)
  // Asked for as such.
  const bytes = (await library.write({ outputType: 'uint8array' })) as Uint8Array
  const mended = mendDeck(unpack(bytes), { sheets, palette, language: about.language })
  return pack(describe(mended, about))
}

/** px an inch. */
const INCH = 96

type Layout = (typeof layouts)[keyof typeof layouts]

function nameOf(layout: Layout): keyof typeof layouts {
  // Every value of the table has its key.
  return Object.entries(layouts).find(([, each]) => each === layout)?.[0] as keyof typeof layouts
}

/** The library needs names and places; how they look stands in `master.ts`. */
function defineLayout(library: PptxGenJS, layout: ReturnType<typeof layoutOf>): void {
  library.defineSlideMaster({
    title: layout.name,
    objects: fieldsOf(layout).map(([name, field]) => ({
      placeholder: {
        options: { name, type: name === 'title' ? 'title' : 'body', ...inches(field) },
        text: '',
      },
    })),
  })
}

function writeSheet(library: PptxGenJS, sheet: ReadySheet, order: DeckOrder): void {
  const { measure } = order
  const look = { palette: order.palette, leads: order.leads, wordwise: order.wordwise ?? false }
  const layout = layoutOf(sheet.layout)
  const slide = library.addSlide({ masterName: layout.name })
  for (const [name, field] of fieldsOf(layout)) {
    const words = sheet.fields[name]
    if (!words) continue
    const size = sizeOf(measure, words, { field, most: sheet.sizes[name] })
    const own = size === field.size ? {} : { size }
    slide.addText(textProps(words, { ...look, ...own }), { placeholder: name })
  }
  const { stage } = layout
  if (stage) {
    for (const [index, box] of placePictures(sheet.pictures, stage).entries()) {
      // A box was made for each picture.
      const picture = sheet.pictures[index] as Picture
      slide.addImage({ data: dataOf(picture), altText: picture.alt, ...inches(box) })
    }
    for (const table of sheet.tables) {
      const props = tableProps(table, { stage, measure, look })
      slide.addTable(props.rows, props.options)
    }
  }
  if (sheet.notes.length > 0) slide.addNotes(sheet.notes.join('\n'))
}

function dataOf({ svg, bitmap, extension }: Picture): string {
  if (svg === undefined) return `image/${extension};base64,${toBase64(bitmap)}`
  return `image/svg+xml;base64,${toBase64(Buffer.from(svg))}`
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

function inches({ x, y, w, h }: Pick<Field, 'x' | 'y' | 'w' | 'h'>): {
  x: number
  y: number
  w: number
  h: number
} {
  return { x: x / INCH, y: y / INCH, w: w / INCH, h: h / INCH }
}
