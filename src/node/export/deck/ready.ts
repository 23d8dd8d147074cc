/** Sheets with their pictures rasterised: all that stands on each slide. */

import type { Browser } from 'playwright'
import type { ChartPlan } from '../../../core/chart/index.ts'
import { DRAFTS } from '../../../core/diagram/index.ts'
import type { ReadCase } from '../../read/read-case.ts'
import {
  codeSource,
  diagramSource,
  type ExportPicture,
  type PictureSource,
  pictureSourcesOf,
} from '../pictures/index.ts'
import { rasterise } from '../pictures/rasterise.ts'
import { plain, type Table, wordsOf } from '../text.ts'
import { layoutOf } from './layouts.ts'
import type { PptxSlide, SlideObject } from './sheet.ts'

/** A sheet whose pictures are made. */
export interface ReadySheet extends PptxSlide {
  readonly pictures: readonly ExportPicture[]
  readonly tables: readonly Table[]
  readonly charts: readonly ChartPlan[]
}

/**
 * Rasterises the pictures of all slides.
 * @param browser Asked for only where there is something to rasterise.
 */
export async function readySheets(
  sheets: readonly PptxSlide[],
  read: ReadCase,
  browser: () => Promise<Browser>,
): Promise<readonly ReadySheet[]> {
  const sources = sheets.map((sheet) => sourcesOn(sheet, read))
  const toRasterise = sources.flat().flatMap((one) => ('original' in one ? [one] : []))
  const rasterised = await rasterise(browser, toRasterise, {
    theme: read.settings.theme,
    on: 'slides',
  })
  const pictures = new Map<PictureSource, ExportPicture>(
    toRasterise.map((one, index) => {
      const { original, ...rest } = one
      // As many come back as went in.
      return [one, { ...rest, ...(rasterised[index] as (typeof rasterised)[number]) }]
    }),
  )
  return sheets.map((sheet, index) => readySheet(sheet, sources[index] ?? [], pictures))
}

function readySheet(
  sheet: PptxSlide,
  sources: readonly PictureSource[],
  rasterised: ReadonlyMap<PictureSource, ExportPicture>,
): ReadySheet {
  const pictures = sources.flatMap((one) => rasterised.get(one) ?? [])
  const tables = sheet.objects.flatMap((object) => (object.type === 'table' ? [object] : []))
  const charts = sheet.objects.flatMap((object) => (object.type === 'chart' ? [object.plan] : []))
  const words = sources.flatMap((one) => ('words' in one ? [plain(one.words)] : []))
  const captions = pictures.some(({ drafts }) => drafts) ? [plain(DRAFTS)] : []
  const isEmpty =
    sheet.layout === 'picture' && pictures.length + tables.length + charts.length === 0
  const below = captionBelow(sheet, pictures)
  const bleeds = isPhotograph(sheet, pictures)
  const layout = isEmpty ? 'text' : bleeds ? 'photo' : below ? 'picture' : sheet.layout
  const paragraphs = [...words, ...captions]
  const field = layoutOf(layout).fields.caption ? 'caption' : 'body'
  const { body, ...others } = sheet.fields
  const own: PptxSlide['fields'] = below && !bleeds ? { ...others, caption: below } : sheet.fields
  const fields =
    paragraphs.length === 0 ? own : { ...own, [field]: [...(own[field] ?? []), ...paragraphs] }
  return { ...sheet, layout, fields, pictures, tables, charts }
}

/** Whether all that a slide shows is one photograph, as the deck knows one: large, and no panorama. */
function isPhotograph(
  { layout, objects }: PptxSlide,
  [picture, ...more]: readonly ExportPicture[],
): boolean {
  if (!picture || more.length > 0 || objects.length > 1) return false
  if ((layout !== 'picture' && layout !== 'both') || objects[0]?.type !== 'image') return false
  const { width, height, svg } = picture
  return svg === undefined && Math.max(width, height) >= 1000 && width < height * 1.9
}

/** Letters that have room on the line below a picture. */
const LINE = 90

/** The words beside a picture that is alone and wide, where they have room below it: beside them it would be small. */
function captionBelow(
  { layout, fields, objects }: PptxSlide,
  pictures: readonly ExportPicture[],
): PptxSlide['fields']['caption'] | undefined {
  const [picture, ...more] = pictures
  if (layout !== 'both' || !picture || more.length > 0 || objects.length > 1) return undefined
  const { body = [] } = fields
  const isShort = body.length === 1 && wordsOf(body[0]?.runs ?? []).length <= LINE
  return isShort && picture.width > picture.height * WIDE ? body : undefined
}

/** As much wider than high. */
const WIDE = 1.2

function sourcesOn({ objects, code }: PptxSlide, read: ReadCase): readonly PictureSource[] {
  const { address } = read.settings
  const own = code && address !== undefined ? codeSource(address) : undefined
  return [...objects.flatMap((object) => sourcesOfObject(object, read)), ...(own ? [own] : [])]
}

function sourcesOfObject(object: SlideObject, read: ReadCase): readonly PictureSource[] {
  if (object.type === 'table' || object.type === 'chart') return []
  if (object.type === 'diagram') return [diagramSource(object.diagram, read)]
  return pictureSourcesOf(object, { read, fit: 'slide' })
}
