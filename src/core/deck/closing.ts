/** The slide of what is still to be written. */
import { itemsLike } from '../graph/items.ts'
import type { Assembled } from '../model/assembled.ts'
import type { Gap } from '../model/case.ts'
import { nameOf } from '../model/ids.ts'
import { listed } from '../text/listed.ts'
import type { Measure } from '../text/measure.ts'
import { fitList, headSize } from './fit.ts'
import { textPiece } from './piece.ts'
import { newSlide, type Slide } from './slide.ts'

const GAPS_TITLE = 'Still to be written'

/** One line a gap; empty sprints and decisions without evidence share a line. `[]` where nothing is missing. */
function gapLines({ graph, settings }: Pick<Assembled, 'graph' | 'settings'>): readonly string[] {
  const { gaps } = graph.case
  const sectionOf = (gap: Gap) => graph.sections.get(gap.section)
  const sprints = gaps.flatMap((gap) =>
    gap.item === undefined ? (sectionOf(gap)?.sprint ?? []) : [],
  )
  const decisions = new Set(itemsLike('decision', graph).map(({ key }) => key))
  const isBare = ({ item = '' }: Gap) => decisions.has(item)
  const bare = gaps.filter(isBare).flatMap(({ item = '' }) => graph.items.get(item)?.id ?? [])
  const written = gaps.flatMap((gap) => {
    const item = graph.items.get(gap.item ?? '')
    if (isBare(gap) || (!item && sectionOf(gap)?.sprint !== undefined)) return []
    const name = item ? nameOf(item, graph.kinds) : sectionOf(gap)?.title
    const by = [gap.owner && `by ${gap.owner}`, gap.due]
    return [[name ?? 'A part of the case', ...by].filter(Boolean).join(', ')]
  })
  return [
    ...new Set(written),
    ...(sprints.length > 0 ? [`Decisions of sprint${plural(sprints)} ${listed(sprints)}`] : []),
    ...(bare.length > 0 ? [`Evidence for decision${plural(bare)} ${listed(bare)}`] : []),
    ...(settings.ask === undefined ? ['What we ask sponsors to decide'] : []),
  ]
}

/** The slide of gaps; `[]` where nothing is missing. */
export function gapSlides(
  assembled: Pick<Assembled, 'graph' | 'settings'>,
  measure: Measure,
): readonly Slide[] {
  const lines = gapLines(assembled)
  if (lines.length === 0) return []
  const slide = {
    ...newSlide({
      id: 'still-to-be-written',
      layout: 'gaps',
      title: GAPS_TITLE,
      headSize: headSize(measure, GAPS_TITLE),
      narrativeKey: 'contents-title',
    }),
    body: lines.map(textPiece),
  }
  return fitList(measure, slide)
}

function plural(words: readonly string[]): string {
  return words.length === 1 ? '' : 's'
}
