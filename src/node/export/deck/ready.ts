/** Sheets with their pictures developed: all that stands on each slide. */

import type { Browser } from 'playwright'
import { DRAFTS } from '../../../core/diagram/index.ts'
import type { ReadCase } from '../../read/read-case.ts'
import {
  codeSitter,
  diagramSitter,
  type ExportPicture,
  type Sitter,
  sittersOf,
} from '../pictures/index.ts'
import { develop } from '../pictures/rasterise.ts'
import { plain, type Table } from '../text.ts'
import { layoutOf } from './layouts.ts'
import type { PptxSlide, Thing } from './sheet.ts'

export interface ReadySheet extends PptxSlide {
  readonly pictures: readonly ExportPicture[]
  readonly tables: readonly Table[]
}

/**
 * Develops the pictures of all sheets.
 * @param browser Asked for only where there is something to develop.
 */
export async function readySheets(
  sheets: readonly PptxSlide[],
  read: ReadCase,
  browser: () => Promise<Browser>,
): Promise<readonly ReadySheet[]> {
  const sitters = sheets.map((sheet) => sittersOn(sheet, read))
  const sitting = sitters.flat().flatMap((one) => ('negative' in one ? [one] : []))
  const developed =
    sitting.length === 0
      ? []
      : await develop(
          await browser(),
          sitting.map(({ negative }) => negative),
        )
  const pictures = new Map<Sitter, ExportPicture>(
    sitting.map((one, index) => {
      const { negative, ...said } = one
      // As many come back as went in.
      return [one, { ...said, ...(developed[index] as (typeof developed)[number]) }]
    }),
  )
  return sheets.map((sheet, index) => readySheet(sheet, sitters[index] ?? [], pictures))
}

function readySheet(
  sheet: PptxSlide,
  sitters: readonly Sitter[],
  developed: ReadonlyMap<Sitter, ExportPicture>,
): ReadySheet {
  const pictures = sitters.flatMap((one) => developed.get(one) ?? [])
  const tables = sheet.things.flatMap((thing) => (thing.type === 'table' ? [thing] : []))
  const words = sitters.flatMap((one) => ('words' in one ? [plain(one.words)] : []))
  const captions = pictures.some(({ drafts }) => drafts) ? [plain(DRAFTS)] : []
  const isEmpty = sheet.layout === 'picture' && pictures.length + tables.length === 0
  const layout = isEmpty ? 'text' : sheet.layout
  const said = [...words, ...captions]
  const field = layoutOf(layout).fields.caption ? 'caption' : 'body'
  const fields =
    said.length === 0
      ? sheet.fields
      : { ...sheet.fields, [field]: [...(sheet.fields[field] ?? []), ...said] }
  return { ...sheet, layout, fields, pictures, tables }
}

function sittersOn({ things, code }: PptxSlide, read: ReadCase): readonly Sitter[] {
  const { address } = read.settings
  const own = code && address !== undefined ? codeSitter(address) : undefined
  return [...things.flatMap((thing) => sittersOfThing(thing, read)), ...(own ? [own] : [])]
}

function sittersOfThing(thing: Thing, read: ReadCase): readonly Sitter[] {
  if (thing.type === 'table') return []
  if (thing.type === 'diagram') return [diagramSitter(thing.diagram, read.graph.kinds)]
  return sittersOf(thing, { read, fit: 'slide' })
}
