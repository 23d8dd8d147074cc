/** From planned slides to sheets: which layout, which words in which field, which pictures. */

import { staleOf } from '../../../core/changes/stale.ts'
import { staleWords } from '../../../core/changes/stale-sentence.ts'
import type { Slide } from '../../../core/deck/index.ts'
import { traitsOf } from '../../../core/deck/layouts.ts'
import { keyOf } from '../../../core/deck/piece.ts'
import { flowOf } from '../flow.ts'
import type { Lookups } from '../lookups.ts'
import { isParagraph, line, type Paragraph, plain, wordsOf } from '../text.ts'
import { FILLS } from './fills.ts'
import { type LayoutName, layoutOf } from './layouts.ts'
import { lineOf, type PieceSource } from './pieces.ts'
import type { PptxSlide } from './sheet.ts'

/** The sheet of one slide. */
export function sheetOf(slide: Slide, words: PieceSource): PptxSlide {
  const { layout = 'text', things = [], fields = {}, code } = FILLS[slide.layout](slide, words)
  const title = fields.title ?? [
    line(slide.head ? lineOf(slide.head, words) : [{ text: slide.title }]),
  ]
  return {
    id: slide.id,
    layout,
    fields: filled({
      title,
      kicker: slide.kicker === undefined ? [] : [plain(slide.kicker)],
      foot: footOf(slide, words.lookups),
      ...fields,
    }),
    sizes: sizesOf(slide, layout),
    things,
    ...(code ? { code } : {}),
    notes: notesOf(slide, words),
  }
}

/** Where the slide stands in the case, leading there where it is published. */
function footOf(slide: Slide, { graph, settings, notice }: Lookups): readonly Paragraph[] {
  const section = graph.sections.get(slide.section ?? '')
  const parent = graph.sections.get(section?.parent ?? '')
  const names = [parent && !parent.part ? parent.title : undefined, section?.title]
  const where = names.filter((name) => name !== undefined && name !== slide.title).join(': ')
  const part = slide.part ? `(${slide.part.n} of ${slide.part.of})` : ''
  const key = slide.item ?? slide.section
  const { address, caveat } = settings
  const web = address && (key === undefined ? address : `${address.replace(/#.*$/, '')}#${key}`)
  const read = web && key === undefined ? 'Read the whole case' : where
  const to = web ? { to: { web } } : {}
  const links = [
    ...(traitsOf(slide.layout).role === 'opens' && caveat
      ? [{ text: `${caveat}${read ? '. ' : ''}` }]
      : []),
    ...(read ? [{ text: read, ...to }] : []),
    ...(part ? [{ text: read ? ` ${part}` : part }] : []),
  ]
  const stop = links.length > 0 ? '. ' : ''
  const runs = [...(notice ? [{ text: `${notice}${stop}` }] : []), ...links]
  return runs.length > 0 ? [line(runs)] : []
}

function notesOf(slide: Slide, { pieces, lookups }: PieceSource): readonly string[] {
  const nodes = slide.notes.flatMap((origin) => pieces.get(keyOf(origin)) ?? [])
  const said = flowOf(nodes, lookups)
    .filter(isParagraph)
    .map(({ runs }) => wordsOf(runs))
  const isFirst = (slide.part?.n ?? 1) === 1
  const stale = isFirst && slide.item !== undefined ? staleOf(slide.item, lookups) : undefined
  return [...(stale ? [staleWords(stale)] : []), ...said]
}

function sizesOf({ headSize, bodySize }: Slide, layout: LayoutName): PptxSlide['sizes'] {
  const body = bodySize > 0 ? { body: bodySize, right: bodySize } : {}
  return layoutOf(layout).smallTitle ? body : { title: headSize, ...body }
}

function filled(fields: PptxSlide['fields']): PptxSlide['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([, words]) => words.length > 0))
}
