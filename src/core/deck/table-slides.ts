/** The slides of tables: of those in a section, and of those in an item or an entry of a list. */
import {
  type EntryBlock,
  type ItemBlock,
  type TableBlock,
  tablesIn,
} from '../syntax/conventions/index.ts'
import { chartSlides, shownAs } from './chart-slides.ts'
import { fitComparison } from './comparison.ts'
import { contentOf } from './content.ts'
import { headSize } from './fit.ts'
import { fitTable, hasRoomForNumbers } from './fit-table.ts'
import { type Layout, suiting, traitsOf } from './layouts.ts'
import { cutRun } from './left-out.ts'
import type { Planning } from './planning.ts'
import { newSlide, type Slide } from './slide.ts'
import { columnsToShow, withColumns } from './table-columns.ts'

/** A slide in a layout. Above large words, the headline that another layout would have stands small. */
export function withLayout(slide: Slide, layout: Layout): Slide {
  const kicker = slide.head?.text ?? slide.title
  return { ...slide, layout, ...(traitsOf(layout).head === 'small' ? { kicker } : {}) }
}

/** A table that takes more slides shows its first rows alone, on so many; in `<Slide>` all of them. */
const MOST_SLIDES = 4
const FIRST_SLIDES = 2

/** The slides of one table: of a wide one some columns, of a long one its first rows. */
export function tableSlides(
  { at, rows: all, items = [] }: TableBlock,
  slide: Slide,
  {
    measure,
    assembled,
    said = '',
  }: Pick<Planning, 'measure' | 'assembled'> & { readonly said?: string },
): readonly Slide[] {
  const keys = new Map(
    items.toReversed().map((item) => [item.row, assembled.graph.keys.get(item.at)]),
  )
  const isWhole = slide.byAuthor || hasRoomForNumbers(measure, all)
  const columns = isWhole
    ? undefined
    : columnsToShow(all, `${slide.head?.text ?? ''} ${slide.title} ${said}`)
  const rows = withColumns(all, columns)
  const body = rows.map((row, n) => {
    const item = keys.get(n)
    const piece = { type: 'row' as const, at, n, text: row.join(' · ') }
    return item === undefined ? piece : { ...piece, item }
  })
  const shown = columns ? { tableColumns: { shown: columns, of: all[0]?.length ?? 0 } } : {}
  const setRows = traitsOf(slide.layout).sideBySide ? fitComparison : fitTable
  const slides = setRows(measure, { ...slide, body, ...shown }, rows)
  return slides.length > MOST_SLIDES && !slide.byAuthor ? cutRun(slides, FIRST_SLIDES) : slides
}

/** The slides of the tables in an item or an entry, each headed by the words of that. */
export function tablesBelow(
  of: ItemBlock | EntryBlock,
  { id, title: kicker, section }: Slide,
  { measure, assembled }: Pick<Planning, 'measure' | 'assembled'>,
): readonly Slide[] {
  const [words = ''] = (of.words.sentences[0] ?? '').trim().split('\n')
  const title = words || kicker
  return tablesIn(of)
    .map(shownAs)
    .flatMap((block) => {
      const layout = suiting(contentOf(block))[0] ?? 'table'
      const within = section === undefined ? {} : { section }
      const size = headSize(measure, title)
      const head = newSlide({ id, layout, title, kicker, headSize: size, ...within })
      const slide = withLayout(head, layout)
      if (block.type === 'element') return chartSlides(block, slide, measure)
      return block.type === 'table' ? tableSlides(block, slide, { measure, assembled }) : []
    })
}
