/** The slide that counts what a long deck leaves out of a chapter. */
import { sectionsAround } from '../graph/around.ts'
import type { Assembled } from '../model/assembled.ts'
import type { Measure } from '../text/measure.ts'
import { headSize } from './fit.ts'
import { isDivider } from './layouts.ts'
import { textPiece } from './piece.ts'
import { newSlide, type Slide } from './slide.ts'
import { runsIn } from './slide-runs.ts'

/** As many parts that are left out are named. */
const NAMED = 6

/** What it is planned with. */
export interface MoreContext {
  readonly assembled: Pick<Assembled, 'graph'>
  readonly measure: Measure
}

/** `And 12 more, in the narrative`, with the first parts in which they stand: `Costs: 3`. */
export function moreSlide(
  first: Slide,
  leftOut: readonly Slide[],
  { assembled, measure }: MoreContext,
): Slide {
  const runs = runsIn(leftOut)
  const title = `And ${inFigures(runs.length)} more, in the narrative`
  const parts = [...Map.groupBy(runs, ([slide]) => partOf(slide, first, assembled))]
  const lines = parts.map(([name, own]) =>
    own.length === 1 ? name : `${name}: ${inFigures(own.length)}`,
  )
  const others = lines.length - NAMED + 1
  const named =
    others > 1 ? [...lines.slice(0, NAMED - 1), `${inFigures(others)} other parts`] : lines
  return newSlide({
    // Two hyphens stand in no key.
    id: `${first.id}--more`,
    layout: 'more',
    title,
    headSize: headSize(measure, title),
    body: named.map(textPiece),
    bodySize: 28,
    ...(first.section === undefined ? {} : { section: first.section }),
    ...(first.narrativeKey === undefined ? {} : { narrativeKey: first.narrativeKey }),
    leftOut,
  })
}

/** The part of a chapter in which a slide stands; the slide's own name where it stands in none. */
function partOf(
  slide: Slide | undefined,
  chapter: Slide,
  { graph }: MoreContext['assembled'],
): string {
  const within = isDivider(chapter) ? chapter.section : undefined
  const section = sectionsAround(slide?.section, graph.sections).find(
    ({ parent }) => parent === undefined || parent === within,
  )
  return section && section.key !== within ? section.title : (slide?.kicker ?? slide?.title ?? '')
}

function inFigures(count: number): string {
  return count.toLocaleString('en-GB')
}
