/** The narrative as a document for people who comment in a word processor. */

import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import type { Browser } from 'playwright'
import { chartInWords } from '../../../core/chart/index.ts'
import { diagramProperties } from '../../../core/diagram/properties.ts'
import { ownProperties } from '../../../core/import/own-lines.ts'
import { heightOfPaper, type PaperMargins, widthOfPaper } from '../../../core/model/paper.ts'
import { cautionsOf, runningHead } from '../../../core/publish/page-margins.ts'
import { directionOf } from '../../../core/text/direction.ts'
import type { ReadCase } from '../../read/read-case.ts'
import { aboutOf } from '../about.ts'
import { logoPicture } from '../logo.ts'
import { describe, pack, unpack } from '../office.ts'
import { fontsOf, readPalette } from '../palette.ts'
import {
  diagramSource,
  type ExportPicture,
  type PictureSource,
  pictureSourcesOf,
} from '../pictures/index.ts'
import { rasterise } from '../pictures/rasterise.ts'
import type { WordPicture } from '../text.ts'
import { bodyOf } from './body.ts'
import { bookmarksOf } from './bookmarks.ts'
import { withCharts } from './charts.ts'
import type { Chunk } from './chunk.ts'
import { layOutNarrative } from './chunks.ts'
import { collectFootnotes } from './collect-footnotes.ts'
import { coverPage } from './cover.ts'
import { mendNarrative } from './mend.ts'
import { imageRun } from './picture.ts'
import { numberingsOf, stylesOf } from './styles.ts'

/**
 * The bytes of `narrative.docx`; the same case gives the same bytes. The diagrams have been drawn
 * before.
 * @param browser Asked for only where there is something to rasterise.
 */
export async function makeNarrative(
  read: ReadCase,
  browser: () => Promise<Browser>,
): Promise<Uint8Array> {
  const { plan, chunks, lookups, own, brackets } = layOutNarrative(read)
  const shown = await rasteriseAll(chunks, read, browser)
  const pictureOf = (picture: WordPicture) => {
    const made = shown.among.get(keyOf(picture))
    // One file may stand in several places, and mean another thing in each.
    return made && !('words' in made) ? { ...made, alt: picture.alt } : undefined
  }
  const palette = readPalette(read.settings.theme, 'paper')
  const fonts = fontsOf(read.settings.theme)
  const { footnote, written } = collectFootnotes(lookups)
  const page = pageOf(read)
  const look = {
    page: page.room,
    palette,
    bookmarks: bookmarksOf(chunks.flatMap((chunk) => ('key' in chunk && chunk.key) || [])),
    address: read.settings.address,
    footnote,
  }
  const picturesOf = (chunk: Chunk) => shown.alone.get(chunk) ?? []
  const diagrams = chunks.flatMap((chunk) =>
    chunk.type === 'drawing'
      ? picturesOf(chunk).map((picture, index) => ({
          alt: 'alt' in picture ? picture.alt : picture.words,
          text: index === 0 && (chunk.part ?? 1) === 1 ? chunk.text : '',
        }))
      : [],
  )
  const { language, title, author } = aboutOf(read)
  const isFromRight = directionOf(language) === 'rtl'
  const body = bodyOf(chunks, { ...look, isFromRight, pictureOf, picturesOf })
  const document = new Document({
    title,
    ...(author === undefined ? {} : { creator: author }),
    styles: stylesOf(palette, fonts, language),
    numbering: { config: numberingsOf(startsIn(chunks)) },
    footnotes: written(look),
    customProperties: [
      ...diagramProperties(diagrams),
      ...ownProperties([...own].map(lineOf), brackets),
    ],
    sections: [
      {
        properties: { page: { size: page.size, margin: page.margin }, titlePage: true },
        headers: { default: new Header({ children: [quiet(runningHead(read))] }) },
        footers: { default: footer(read), first: footer(read) },
        children: [
          ...logoLine(await logoPicture(read, 'paper')),
          ...coverPage(plan.cover, look, read.graph.code),
          ...body,
        ],
      },
    ],
  })
  const parts = mendNarrative(unpack(await Packer.toBuffer(document)), fonts)
  const plans = chunks.flatMap((chunk) => (chunk.type === 'chart' ? [chunk.plan] : []))
  const drawn = await withCharts(parts, plans, { palette, font: fonts.named, language, points: 11 })
  return pack(describe(drawn, aboutOf(read)))
}

/** The words of a chunk in a row, as an import of the document reads them. */
function lineOf(chunk: Chunk): string {
  if (chunk.type === 'chart') return chartInWords(chunk.plan)
  const runs = chunk.type === 'table' ? chunk.rows.flat(2) : 'runs' in chunk ? chunk.runs : []
  return runs.map(({ text }) => text).join('')
}

/** px: a third of an inch high. */
const LOGO = { width: 220, height: 36 }

function logoLine(logo: ExportPicture | undefined): readonly Paragraph[] {
  if (!logo) return []
  return [new Paragraph({ children: [imageRun(logo, LOGO)], spacing: { after: 480 } })]
}

function startsIn(chunks: readonly Chunk[]): readonly number[] {
  return chunks.flatMap((chunk) => ('number' in chunk && chunk.number) || [])
}

/** Where no brand says it, mm. */
const MARGINS: PaperMargins = { top: 25, bottom: 25, left: 25, right: 25 }
/** Twentieths of a point a mm, and a px. */
const [TWIPS_A_MM, TWIPS_A_PX] = [1440 / 25.4, 15]

/** The sheets of the document in twentieths of a point, and the room on them in px. */
function pageOf({ settings: { paper }, outside: { margins = MARGINS } }: ReadCase) {
  const twips = (mm: number) => Math.round(mm * TWIPS_A_MM)
  const size = { width: twips(widthOfPaper(paper)), height: twips(heightOfPaper(paper)) }
  const margin = {
    top: twips(margins.top),
    right: twips(margins.right),
    bottom: twips(margins.bottom),
    left: twips(margins.left),
  }
  const room = {
    width: Math.floor((size.width - margin.left - margin.right) / TWIPS_A_PX),
    // A line of a caption stands below what fills a page.
    height: Math.floor((size.height - margin.top - margin.bottom) / TWIPS_A_PX) - CAPTION,
  }
  return { size, margin, room }
}

/** px */
const CAPTION = 113

function quiet(text: string): Paragraph {
  return new Paragraph({ text, style: 'Quiet' })
}

function footer(read: ReadCase): Footer {
  const before = cautionsOf(read).map((words) => new TextRun(`${words}. `))
  const page = new TextRun({
    children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
  })
  return new Footer({
    children: [
      new Paragraph({ children: [...before, page], style: 'Quiet', alignment: AlignmentType.LEFT }),
    ],
  })
}

type Shown = ExportPicture | Extract<PictureSource, { words: string }>

interface AllShown {
  /** In place of each chunk that is a picture. */
  readonly alone: ReadonlyMap<Chunk, readonly Shown[]>
  /** In place of each picture among words. */
  readonly among: ReadonlyMap<string, Shown>
}

/** What is shown in place of all pictures. */
async function rasteriseAll(
  chunks: readonly Chunk[],
  read: ReadCase,
  browser: () => Promise<Browser>,
): Promise<AllShown> {
  const alone = chunks.map((chunk) => [chunk, sourcesOn(chunk, read)] as const)
  const among = [...new Map(chunks.flatMap(picturesAmong).map((one) => [keyOf(one), one]))].map(
    ([key, picture]) => [key, pictureSourcesOf(picture, { read, fit: 'page' })] as const,
  )
  const sources = [...alone, ...among].flatMap(([, own]) => own)
  const toRasterise = sources.flatMap((one) => ('original' in one ? [one] : []))
  const rasterised = await rasterise(browser, toRasterise, {
    theme: read.settings.theme,
    on: 'paper',
  })
  const shownFor = (one: PictureSource): Shown => {
    if ('words' in one) return one
    const { original, ...rest } = one
    // As many come back as went in.
    return { ...rest, ...(rasterised[toRasterise.indexOf(one)] as (typeof rasterised)[number]) }
  }
  return {
    alone: new Map(alone.map(([chunk, own]) => [chunk, own.map(shownFor)])),
    among: new Map(among.flatMap(([key, own]) => own.map((one) => [key, shownFor(one)] as const))),
  }
}

function picturesAmong(chunk: Chunk): readonly WordPicture[] {
  const runs = chunk.type === 'table' ? chunk.rows.flat(2) : 'runs' in chunk ? chunk.runs : []
  return runs.flatMap(({ picture }) => picture ?? [])
}

function keyOf({ url, file }: WordPicture): string {
  return `${file} ${url}`
}

function sourcesOn(chunk: Chunk, read: ReadCase): readonly PictureSource[] {
  if (chunk.type === 'diagram') return [diagramSource(chunk.diagram, read)]
  if (chunk.type === 'drawing' || chunk.type === 'placed' || chunk.type === 'image')
    return pictureSourcesOf(chunk, { read, fit: 'page' })
  return []
}
