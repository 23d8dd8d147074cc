/** Chunks as the library takes them: paragraphs, tables and pictures. */

import {
  Bookmark,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx'
import { runsFromRight } from '../../../core/text/direction.ts'
import { shareWidth, sizeWithRoom } from '../columns.ts'
import { colour } from '../palette.ts'
import type { ExportPicture, PictureSource } from '../pictures/index.ts'
import { type FormattedRun, type Table as TableWords, wordsOf } from '../text.ts'
import { chartMark } from './charts.ts'
import type { Chunk, ParagraphRole } from './chunk.ts'
import { imageRun } from './picture.ts'
import { childrenOf, type DocumentRunLook } from './runs.ts'
import { numbersFrom, TABLE_SIZES, tableStyle } from './styles.ts'

interface BodyLook extends DocumentRunLook {
  /** Between the margins of a page, px at 96 an inch. */
  readonly page: { readonly width: number; readonly height: number }
  /** What is shown in place of each picture. */
  readonly picturesOf: (
    chunk: Chunk,
  ) => readonly (ExportPicture | Extract<PictureSource, { words: string }>)[]
}

/** Beside the words of a cell, px. */
const CELL = 12

/** Twentieths of a point a px. */
const TWIPS = 15

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const

const STYLES: Readonly<Partial<Record<ParagraphRole, string>>> = {
  item: 'ItemName',
  words: 'ItemWords',
  quiet: 'Quiet',
  gap: 'Gap',
  'lead-in': 'LeadIn',
}

/** The children of the document. Numbered lists apart from each other start again. */
export function bodyOf(chunks: readonly Chunk[], look: BodyLook): FileChild[] {
  let instance = 0
  let start = 1
  let inList = false
  let charts = 0
  return chunks.flatMap((chunk, index): FileChild[] => {
    const opening = index === 0 ? ({ pageBreakBefore: true } as const) : {}
    const isEntry = chunk.type === 'paragraph' && chunk.list !== undefined
    if (isEntry && (!inList || chunk.number !== undefined)) {
      instance += 1
      start = chunk.number ?? 1
    }
    inList = isEntry || (chunk.type === 'paragraph' && chunk.level > 0)
    if (chunk.type === 'heading') return [headingOf(chunk, look, opening)]
    if (chunk.type === 'paragraph')
      return [paragraphOf(chunk, look, { instance, start, ...opening })]
    if (chunk.type === 'table') return [tableOf(chunk, look), new Paragraph({})]
    if (chunk.type === 'chart') {
      charts += 1
      return [new Paragraph({ text: chartMark(charts), style: 'Picture' })]
    }
    return look.picturesOf(chunk).flatMap((picture) => pictureOf(picture, look))
  })
}

/** Set on what comes first: the text starts on a page of its own. */
interface ParagraphOpening {
  readonly pageBreakBefore?: true
}

/** The list in which an entry stands. */
interface ListPlace {
  /** Which of all lists: each starts again. */
  readonly instance: number
  readonly start: number
}

function headingOf(
  { runs, depth, key }: Extract<Chunk, { type: 'heading' }>,
  look: BodyLook,
  opening: ParagraphOpening,
): Paragraph {
  const id = look.bookmarks.get(key) ?? key
  return new Paragraph({
    ...opening,
    // A depth is 1 or more; what is deeper than six is set like six.
    ...(runsFromRight(wordsOf(runs)) ? { bidirectional: true } : {}),
    heading: HEADINGS[Math.min(depth, 6) - 1] ?? HeadingLevel.HEADING_6,
    children: [new Bookmark({ id, children: childrenOf(runs, look, look.page) })],
  })
}

function paragraphOf(
  chunk: Extract<Chunk, { type: 'paragraph' }>,
  look: BodyLook,
  { instance, start, ...opening }: ParagraphOpening & ListPlace,
): Paragraph {
  const { runs, list, level, key, role } = chunk
  const words = childrenOf(runs, look, look.page)
  const id = key === undefined ? undefined : look.bookmarks.get(key)
  const children = id === undefined ? words : [new Bookmark({ id, children: words })]
  const style = styleOf(chunk)
  const depth = Math.min(level, 2)
  if (role === 'rule') {
    const line = {
      style: BorderStyle.SINGLE,
      size: 6,
      space: 1,
      color: colour(look.palette, 'rule'),
    }
    return new Paragraph({ border: { bottom: line } })
  }
  return new Paragraph({
    ...opening,
    children,
    ...(runsFromRight(wordsOf(runs)) ? { bidirectional: true } : {}),
    ...(style ? { style } : {}),
    ...(list === 'bullet' ? { numbering: { reference: 'bullets', level: depth } } : {}),
    ...(list === 'number'
      ? { numbering: { reference: numbersFrom(start), level: depth, instance } }
      : {}),
  })
}

function styleOf({ style, role, list }: Extract<Chunk, { type: 'paragraph' }>): string | undefined {
  if (style === 'quote') return 'QuoteWords'
  if (style === 'by') return 'QuoteBy'
  if (style === 'code') return 'Code'
  if (list) return undefined
  return role && STYLES[role]
}

/** Native, its first row the header of its columns, repeated on each page. */
function tableOf({ rows, aligns }: TableWords, look: BodyLook): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const line = (name: string) => ({
    style: BorderStyle.SINGLE,
    size: 8,
    color: colour(look.palette, name),
  })
  const room = { width: look.page.width * TWIPS, beside: CELL * TWIPS }
  const size = sizeWithRoom({ rows }, room, TABLE_SIZES)
  const widths = shareWidth({ rows }, room, size).map(Math.round)
  const isFromRight = (cells: readonly (readonly FormattedRun[])[]) =>
    runsFromRight(cells.map(wordsOf).join(' '))
  return new Table({
    // Where words run from right to left, so do columns.
    ...(isFromRight(rows.flat()) ? { visuallyRightToLeft: true } : {}),
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths,
    borders: { top: none, left: none, right: none, bottom: none, insideVertical: none },
    margins: { top: 60, bottom: 60, left: 0, right: 160 },
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index === 0,
          cantSplit: true,
          children: widths.map((width, column) => {
            const runs = (row[column] ?? []).map((run) =>
              index === 0 ? { ...run, bold: true as const } : run,
            )
            const paragraph = new Paragraph({
              children: childrenOf(runs, look, { ...look.page, width: width / TWIPS - CELL }),
              style: tableStyle(size),
              ...(isFromRight([runs]) ? { bidirectional: true } : {}),
              ...(aligns[column] ? { alignment: aligns[column] } : {}),
              // A head alone at the foot of a page names nothing.
              ...(index === 0 ? { keepNext: true } : {}),
            })
            return new TableCell({
              children: [paragraph],
              width: { size: width, type: WidthType.DXA },
              borders: {
                bottom: line(index === 0 ? 'ink' : 'rule'),
                top: none,
                left: none,
                right: none,
              },
            })
          }),
        }),
    ),
  })
}

function pictureOf(
  picture: ExportPicture | Extract<PictureSource, { words: string }>,
  { page }: BodyLook,
): FileChild[] {
  if ('words' in picture) return [new Paragraph({ text: picture.words, style: 'Caption' })]
  return [new Paragraph({ children: [imageRun(picture, page)], style: 'Picture' })]
}
