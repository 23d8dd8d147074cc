/** Objectives and what measures each, in lines: where the diagrams of both would take too many slides. */
import type { Graph } from '../graph/index.ts'
import { matrixOf } from '../register/matrix.ts'
import type { Measure } from '../text/measure.ts'
import { shorten } from '../text/phrases.ts'
import { fitList, headSize } from './fit.ts'
import { textPiece } from './piece.ts'
import { newSlide, type Slide } from './slide.ts'

const TITLE = 'What measures each objective'

/** Letters of an objective: its list, some slides before, has all of them. */
const LETTERS = 60

/** The slides below a section, of a line for each objective; drafts are called so. */
export function matrixSlides(
  graph: Pick<Graph, 'case' | 'kinds'>,
  section: string,
  measure: Measure,
): readonly Slide[] {
  const { rows, columns } = matrixOf(graph)
  const lines = rows.map(({ objective, cells }) => {
    const idsOf = (as: string) =>
      columns.flatMap(({ factor }, index) => (cells[index] === as ? factor.id : []))
    const drafts = idsOf('draft').map((id) => `${id} (draft)`)
    const ids = [...idsOf('measures'), ...drafts].join(', ')
    return `${objective.id} ${shorten(objective.text, LETTERS)}: ${ids || 'nothing yet'}`
  })
  return fitList(measure, {
    ...newSlide({ id: 'diagram-objectives', layout: 'list', title: TITLE, section }),
    headSize: headSize(measure, TITLE),
    body: lines.map(textPiece),
  })
}
