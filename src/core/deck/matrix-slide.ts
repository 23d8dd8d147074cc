/** Who measures what, as a matrix: where lines would cross too often to be followed, or cut words off. */
import { crossings, type Diagram } from '../diagram/index.ts'
import { OBJECTIVES } from '../diagram/views.ts'
import type { Graph } from '../graph/index.ts'
import { matrixOf } from '../register/matrix.ts'
import type { Measure } from '../text/measure.ts'
import { shorten } from '../text/phrases.ts'
import { canvas, highest, plainHeight, sum } from './canvas.ts'
import { headHeight, headSize } from './fit.ts'
import { textPiece } from './piece.ts'
import { newSlide, type Slide } from './slide.ts'

/** Lines that cross more often are not followed. */
const MOST_CROSSINGS = 4

/** As layouts/matrix.css sets it, px; words are as large as in drawings. */
const SIZES = [34, 32, 30, 28, 26, 24, 22] as const
const PADDING = 10
const BESIDE = 28
const ABOVE = 20
const CLOSE = 34
/** More of the slide is theirs than of others. */
const ROOM = canvas.height + 14
/** Its headline gives way before the whole is told by pictures. */
const SMALLER_HEADS = [46, 40] as const
const HEAD = { size: 20, id: 34, beside: 12 } as const
/** Of an objective: how wide its column is, and how many letters of its words stand there. */
const WAYS = [
  { column: 172, letters: 60 },
  { column: 140, letters: 40 },
  { column: 120, letters: 30 },
  { column: 84, letters: 0 },
] as const

/** Its headline. Its title is that of its picture, since both have one address. */
const HEADLINE = 'What each success factor measures'
const DRAFTS = 'Dashed boxes are the team’s draft, to be confirmed.'

/** The slide in place of pictures of all objectives; undefined where one picture says it, or the matrix is too large. */
export function matrixSlide(
  diagrams: readonly Diagram[],
  {
    graph,
    after,
    measure,
  }: { readonly graph: Graph; readonly after: string; readonly measure: Measure },
): Slide | undefined {
  const [first] = diagrams
  const isCut = first?.nodes.some(({ label }) => label.endsWith('…'))
  // With more lines than boxes, the eye has to follow each: rows and columns say it at once.
  const isSparse = first && first.edges.length <= first.nodes.length
  const isClear = isSparse && diagrams.length === 1 && !isCut
  if (isClear && crossings(first.nodes, first.edges) <= MOST_CROSSINGS) return undefined
  const { rows: objectives, columns } = matrixOf(graph)
  const rows = columns.map(({ factor: { key, id, text } }, index) => ({
    ...{ key, id, text },
    cells: objectives.map(({ cells }) => cells[index]),
  }))
  const isDraft = rows.some(({ cells }) => cells.includes('draft'))
  const largest = newSlide({
    id: 'diagram-objectives',
    layout: 'matrix',
    title: OBJECTIVES,
    head: textPiece(HEADLINE),
    headSize: headSize(measure, HEADLINE),
    section: after,
    ...(isDraft ? { close: textPiece(DRAFTS) } : {}),
  })
  const height = (text: string, size: number, width: number): number =>
    plainHeight(measure, text, { size, width, as: 'body' })
  const ways = [largest.headSize, ...SMALLER_HEADS].flatMap((headSize) => {
    const slide = { ...largest, headSize }
    const room = ROOM - headHeight(measure, slide) - ABOVE - (isDraft ? CLOSE : 0)
    return WAYS.map((way) => ({ ...way, slide, room }))
  })
  for (const { column, letters, slide, room } of ways) {
    const heads = objectives.map(({ objective: { key, id, text } }) => ({
      ...{ key, id },
      text: letters > 0 ? shorten(text, letters) : '',
    }))
    const width = canvas.width - column * heads.length - BESIDE
    if (width < canvas.width / 3) continue
    const head = highest(heads.map(({ text }) => height(text, HEAD.size, column - HEAD.beside)))
    const body = (size: number): number =>
      sum(rows.map(({ id, text }) => height(`${id} ${text}`, size, width) + PADDING))
    const bodySize = SIZES.find((size) => head + HEAD.id + PADDING + body(size) <= room)
    if (bodySize) return { ...slide, bodySize, matrix: { heads, rows, column } }
  }
  return undefined
}
