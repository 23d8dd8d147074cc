/** What does not fit on a printed slide or page. Pages on paper are measured as those on screen are. */
import type { Page } from 'playwright'
import { findingOf } from '../../core/findings/finding-of.ts'
import type { Finding } from '../../core/model/finding.ts'
import { heightOfPaper, type PaperName, widthOfPaper } from '../../core/model/paper.ts'

import { placeOfSlide } from '../fit/findings.ts'
import type { WideBlock } from '../fit/in-page/sheet.ts'
import type { ReadCase } from '../read/read-case.ts'

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

/** What a sheet of paper leaves between its margins, px: as wide a page is measured, and its pictures chosen. */
export async function roomOn(
  tab: Page,
  paper: PaperName,
): Promise<{ width: number; height: number }> {
  const width = await tab.evaluate((of) => fit.roomBetweenMargins(of), widthOfPaper(paper) * MM)
  return { width: Math.round(width), height: Math.round(heightOfPaper(paper) * MM) }
}

/** What is said of a block that is too wide, at the line with its words or that of its section. */
export function tooWide(block: WideBlock, file: string, read: ReadCase): Finding {
  const key = block.ids.find((id) => read.graph.items.has(id) || read.graph.sections.has(id))
  const { kind, words, px } = block
  const what = words === '' ? `a ${kind}` : `${NAMED[kind]} "${words}"`
  const mm = Math.max(1, Math.round(px / MM))
  return findingOf('page-overflow', {
    message: `Unexpected ${what}, ${mm} mm too wide for the paper (${file}), expected all of it on the page: ${MENDS[kind]}`,
    place: placeOfWords(words, placeOfSlide(key, read), read),
  })
}

const NAMED = {
  table: 'table that begins',
  code: 'code',
  picture: 'picture',
  words: 'words',
} as const

/** What an author can do. */
const MENDS = {
  table: 'give it fewer columns, or cut it into two tables',
  code: 'break its long lines',
  picture: 'make it less wide',
  words: 'break what is too long for a line',
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
