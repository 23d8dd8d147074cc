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
import { codeBookmark } from '../../../core/code/bookmark.ts'
import { shareWidth, sizeWithRoom } from '../columns.ts'
import { colour } from '../palette.ts'
import type { ExportPicture, PictureSource } from '../pictures/index.ts'
import { isFromRight, type Table as TableWords } from '../text.ts'
import { chartMark } from './charts.ts'
import type { Chunk, ParagraphRole } from './chunk.ts'
import { imageRun } from './picture.ts'
import { childrenOf, type DocumentRunLook } from './runs.ts'
import { barAtRight, numbersFrom, TABLE_SIZES, tableStyle } from './styles.ts'

interface BodyLook extends DocumentRunLook {
  /** Between the margins of a page, px at 96 an inch. */
  readonly page: { readonly width: number; readonly height: number }
  /** Set where the case is in a language that runs from right to left. */
  readonly isFromRight: boolean
  /** What is shown in place of each picture. */
  readonly picturesOf: (
    chunk: Chunk,
  ) => readonly (ExportPicture | Extract<PictureSource, { words: string }>)[]
}

/** Beside the words of a cell, px; and where there are many columns. */
const [CELL, CLOSE_CELL] = [12, 6]
const MANY_COLUMNS = 8

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

/** Words of the tool's own, which run as the case does. */
const OF_TOOL: ReadonlySet<ParagraphRole | undefined> = new Set(['item', 'quiet', 'gap'])

/** The children of the document. Each numbered list starts again, at its own number. */
export function bodyOf(chunks: readonly Chunk[], look: BodyLook): FileChild[] {
  const lists: ListPlace[] = []
  let instances = 0
  let charts = 0
  let codes = 0
  return chunks.flatMap((chunk, index): FileChild[] => {
    const next = chunks[index + 1]
    const opening = {
      ...(index === 0 ? { pageBreakBefore: true } : {}),
      ...(holdsNext(chunk, next) ? { keepNext: true } : {}),
    }
    if (chunk.type === 'heading') return [headingOf(chunk, look, opening)]
    if (chunk.type === 'paragraph') {
      const { list, level, follows, number: start = 1 } = chunk
      if (list !== undefined && !follows) {
        instances += 1
        lists[level] = { instance: instances, start }
      }
      if (chunk.language) codes += 1
      const code = chunk.language ? codeBookmark(chunk.language, codes) : undefined
      return [paragraphOf(chunk, look, { ...opening, code, place: lists[level] })]
    }
    if (chunk.type === 'table') return [tableOf(chunk, look), new Paragraph({})]
    if (chunk.type === 'chart') {
      charts += 1
      return [new Paragraph({ ...opening, text: chartMark(charts), style: 'Picture' })]
    }
    return look.picturesOf(chunk).flatMap((picture) => pictureOf(picture, look, opening))
  })
}

/**
 * A picture stays with the words below it, a chart with its numbers. What leads in to the next one belongs to
 * that: else whole pages of pictures would hang together, and break where nobody chose.
 */
function holdsNext({ type }: Chunk, next?: Chunk): boolean {
  if (type === 'chart')
    return next?.type === 'table' || (next?.type === 'paragraph' && next.role !== 'lead-in')
  return next?.type === 'paragraph' && !HELD_BY_STYLE.has(type)
}

const HELD_BY_STYLE: ReadonlySet<Chunk['type']> = new Set(['paragraph', 'heading', 'table'])

/** Where a paragraph stands on its page. */
interface ParagraphOpening {
  /** Set on what comes first: the text starts on a page of its own. */
  readonly pageBreakBefore?: boolean
  readonly keepNext?: boolean
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
    ...(isFromRight(runs) ? { bidirectional: true } : {}),
    heading: HEADINGS[Math.min(depth, 6) - 1] ?? HeadingLevel.HEADING_6,
    children: [new Bookmark({ id, children: childrenOf(runs, look, look.page) })],
  })
}

function paragraphOf(
  chunk: Extract<Chunk, { type: 'paragraph' }>,
  look: BodyLook,
  {
    place,
    code,
    ...opening
  }: ParagraphOpening & {
    readonly place?: ListPlace | undefined
    /** A name around code, which says its language. */
    readonly code?: string | undefined
  },
): Paragraph {
  const { runs, list, level, key, role } = chunk
  const words = childrenOf(runs, look, look.page)
  const id = key === undefined ? code : look.bookmarks.get(key)
  const children = id === undefined ? words : [new Bookmark({ id, children: words })]
  const style = styleOf(chunk)
  const depth = Math.min(level, 2)
  const turned = isFromRight(runs) || (look.isFromRight && OF_TOOL.has(role))
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
    ...(turned ? { bidirectional: true } : {}),
    ...(turned && (role === 'item' || role === 'words') ? barAtRight(look.palette) : {}),
    ...(style ? { style } : {}),
    ...(list === 'bullet' ? { numbering: { reference: 'bullets', level: depth } } : {}),
    ...(list === 'number' && place
      ? {
          numbering: {
            reference: numbersFrom(place.start),
            level: depth,
            instance: place.instance,
          },
        }
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
  const cell = aligns.length >= MANY_COLUMNS ? CLOSE_CELL : CELL
  const room = { width: look.page.width * TWIPS, beside: cell * TWIPS }
  const size = sizeWithRoom({ rows }, room, TABLE_SIZES)
  const widths = shareWidth({ rows }, room, size).map(Math.round)
  return new Table({
    // Where words run from right to left, so do columns.
    ...(isFromRight(rows.flat(2)) ? { visuallyRightToLeft: true } : {}),
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths,
    borders: { top: none, left: none, right: none, bottom: none, insideVertical: none },
    margins: { top: 60, bottom: 60, left: 0, right: (cell - 2) * TWIPS },
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
              children: childrenOf(runs, look, { ...look.page, width: width / TWIPS - cell }),
              style: tableStyle(size),
              ...(isFromRight(runs) ? { bidirectional: true } : {}),
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
  opening: ParagraphOpening,
): FileChild[] {
  if ('words' in picture) return [new Paragraph({ text: picture.words, style: 'Caption' })]
  return [new Paragraph({ ...opening, children: [imageRun(picture, page)], style: 'Picture' })]
}
