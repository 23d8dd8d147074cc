/** The slides of tables: of those in a section, and of those in an item or an entry of a list. */
import {
  type EntryBlock,
  type ItemBlock,
  type TableBlock,
  tablesIn,
} from '../syntax/conventions/index.ts'
import { fitComparison } from './comparison.ts'
import { contentOf } from './content.ts'
import { headSize } from './fit.ts'
import { fitTable } from './fit-table.ts'
import { type Layout, suiting, traitsOf } from './layouts.ts'
import type { Planning } from './planning.ts'
import { newSlide, type Slide } from './slide.ts'

/** A slide in a layout. Above large words, the headline that another layout would have stands small. */
export function withLayout(slide: Slide, layout: Layout): Slide {
  const kicker = slide.head?.text ?? slide.title
  return { ...slide, layout, ...(traitsOf(layout).head === 'small' ? { kicker } : {}) }
}

/** The slides of one table. */
export function tableSlides(
  { at, rows, items = [] }: TableBlock,
  slide: Slide,
  { measure, assembled }: Pick<Planning, 'measure' | 'assembled'>,
): readonly Slide[] {
  const keys = new Map(items.map((item) => [item.row, assembled.graph.keys.get(item.at)]))
  const body = rows.map((row, n) => {
    const item = keys.get(n)
    const piece = { type: 'row' as const, at, n, text: row.join(' · ') }
    return item === undefined ? piece : { ...piece, item }
  })
  const setRows = traitsOf(slide.layout).sideBySide ? fitComparison : fitTable
  return setRows(measure, { ...slide, body }, rows)
}

/** The slides of the tables in an item or an entry, each headed by the words of that. */
export function tablesBelow(
  of: ItemBlock | EntryBlock,
  { id, title: kicker, section }: Slide,
  { measure, assembled }: Pick<Planning, 'measure' | 'assembled'>,
): readonly Slide[] {
  const [words = ''] = (of.words.sentences[0] ?? '').trim().split('\n')
  const title = words || kicker
  return tablesIn(of).flatMap((table) => {
    const layout = suiting(contentOf(table))[0] ?? 'table'
    const within = section === undefined ? {} : { section }
    const size = headSize(measure, title)
    const head = newSlide({ id, layout, title, kicker, headSize: size, ...within })
    return tableSlides(table, withLayout(head, layout), { measure, assembled })
  })
}
