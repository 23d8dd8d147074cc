/** What does not fit on a printed slide or page. Pages on paper are measured as those on screen are. */
import type { Page } from 'playwright'
import { findingOf } from '../../core/findings/finding-of.ts'
import type { Finding } from '../../core/model/finding.ts'
import { heightOfPaper, type PaperName, widthOfPaper } from '../../core/model/paper.ts'

import { placeOfSlide } from '../fit/findings.ts'
import type { OverBlock } from '../fit/in-page/sheet.ts'
import type { ReadCase } from '../read/read-case.ts'
import { type BadBreak, pagesUnder, wordsUnder } from './check/page-breaks.ts'
import { readPages } from './read/open.ts'
import { pageOf } from './read/tree.ts'

/** A slide that holds too much. */
export interface Overflow {
  /** Its address. */
  readonly id: string
  readonly title: string
  /** Key of the item or section that it tells of; absent for those that the tool adds. */
  readonly key?: string
  /** How much too much, px on the 1280×720 canvas. */
  readonly px: number
}

/** Every slide of an opened deck with something clipped, outside, or in the line at its foot. */
export async function findOverflows(tab: Page): Promise<readonly Overflow[]> {
  const slides = await tab.evaluate(() => fit.measureSlides(false))
  return slides
    .map(({ id, title, key, boxes }) => ({
      id,
      title,
      ...(key === undefined ? {} : { key }),
      px: Math.max(0, ...boxes.map(({ px }) => px)),
    }))
    .filter(({ px }) => px > 0)
}

/** px a mm. */
const MM = 96 / 25.4

/** What a sheet of paper leaves between its margins, px; `turned` is its width where the page turns sheets. */
interface Room {
  readonly width: number
  readonly height: number
  readonly turned?: number
}

/** The room on the paper: as wide a page is measured, and its pictures chosen. */
export async function roomOn(tab: Page, paper: PaperName): Promise<Room> {
  const [width, height] = [widthOfPaper(paper) * MM, heightOfPaper(paper) * MM]
  return tab.evaluate(
    (sheet) => {
      const room = fit.roomBetweenMargins(sheet) ?? sheet
      const turned = fit.roomBetweenMargins({ width: sheet.height, height: sheet.width }, 'wide')
      return {
        width: Math.round(room.width),
        height: Math.round(room.height),
        ...(turned ? { turned: Math.round(turned.width) } : {}),
      }
    },
    { width, height },
  )
}

/** Lays out the tables of a page as its paper has room for them, and finds what has none. */
export function fitPaper(tab: Page, room: Room): Promise<readonly OverBlock[]> {
  return tab.evaluate(({ turned, height }) => {
    fit.fitTables(turned)
    return fit.overBlocks(height)
  }, room)
}

/** A block that the paper has no room for, or that a page cuts off from what it belongs to. */
export type PaperBlock = OverBlock | CutBlock

/** A heading without its words, or half a row. */
interface CutBlock {
  readonly kind: BadBreak['kind']
  readonly words: string
  /** From 1. */
  readonly page: number
}

/** What the pages of a PDF cut, but for rows that no page is high enough for. */
export async function cutBlocks(
  bytes: Uint8Array,
  breaks: readonly BadBreak[],
  over: readonly OverBlock[],
): Promise<readonly CutBlock[]> {
  if (breaks.length === 0) return []
  const pages = new Set(breaks.flatMap(({ element }) => pagesUnder(element)))
  const contents = await readPages(bytes, pages)
  // What the page says has its spaces elsewhere.
  const letters = (words: string) => words.replaceAll(/\s+/g, '').slice(0, 20)
  const high = new Set(over.filter(({ isHigh }) => isHigh).map(({ words }) => letters(words)))
  return breaks
    .map(({ kind, element }) => {
      const words = wordsUnder(
        kind === 'row' ? (element.elements[0] ?? element) : element,
        contents,
      )
      return { kind, words, page: pageOf(element) ?? 1 }
    })
    .filter(({ kind, words }) => kind !== 'row' || !high.has(letters(words)))
}

/** What is said of a block that is too wide or too high, at the line with its words or that of its section. */
export function tooLarge(block: PaperBlock, file: string, read: ReadCase): Finding {
  if ('page' in block) return cutOff(block, file, read)
  const key = block.ids.find((id) => read.graph.items.has(id) || read.graph.sections.has(id))
  const { kind, words, px } = block
  const what = words === '' ? `a ${kind}` : `${NAMED[kind]} "${words}"`
  const mm = Math.max(1, Math.round(px / MM))
  const how = block.isHigh ? 'higher than a page' : 'too wide for the paper'
  const mend = block.isHigh && kind === 'picture' ? 'make it less high' : MENDS[kind]
  return findingOf('page-overflow', {
    message: `Unexpected ${what}, ${mm} mm ${how} (${file}), expected all of it on the page: ${mend}`,
    place: placeOfWords(words, placeOfSlide(key, read), read),
  })
}

function cutOff({ kind, words, page }: CutBlock, file: string, read: ReadCase): Finding {
  const [what, expected] =
    kind === 'row'
      ? [`row that begins "${words}" cut in two`, 'all of it on one: shorten its cells']
      : [`heading "${words}" alone`, 'what it heads below it: shorten what stands before it']
  const place = read.sources
    .map(({ file }) => placeOfWords(words, { file }, read))
    .find(({ line }) => line !== undefined)
  return findingOf('page-break', {
    message: `Unexpected ${what} at the foot of page ${page} (${file}), expected ${expected}`,
    place: place ?? placeOfSlide(undefined, read),
  })
}

const NAMED = {
  table: 'table that begins',
  code: 'code',
  picture: 'picture',
  words: 'words',
  row: 'row that begins',
} as const

/** What an author can do. */
const MENDS = {
  table: 'give it fewer columns, or cut it into two tables',
  code: 'break its long lines',
  picture: 'make it less wide',
  words: 'break what is too long for a line',
  row: 'shorten its cells, or cut it into two rows',
} as const

/** The line with these words from that place on, else the place. */
function placeOfWords(
  words: string,
  place: Finding['place'],
  { sources }: ReadCase,
): Finding['place'] {
  const text = sources.find(({ file }) => file === place.file)?.text
  if (text === undefined || words === '') return place
  const lines = text.split(/\r?\n/)
  const from = (place.line ?? 1) - 1
  const index = lines.findIndex((line, at) => at >= from && line.includes(words))
  if (index < 0) return place
  const column = (lines[index]?.indexOf(words) ?? 0) + 1
  return { file: place.file, line: index + 1, column, length: words.length }
}
