/** Slides with nothing below their heading. */
import { STATEMENT_WORDS } from '../deck/content.ts'
import { flatten, type Slide } from '../deck/index.ts'
import { roleOf } from '../deck/layouts.ts'
import { planTalkDeck } from '../deck/routes.ts'
import type { Check } from './shared/check.ts'

export const bareSlide: Check = (checked) => {
  const { graph } = checked
  return flatten(planTalkDeck(checked))
    .filter(isBare)
    .flatMap(({ title, section }) => {
      const place = graph.sections.get(section ?? '')?.place
      if (!place) return []
      const message = `Unexpected slide "${title}" with nothing below its heading, expected a first sentence of up to ${STATEMENT_WORDS} words, a list or a picture there`
      return [{ message, place }]
    })
}

/** What divides is a heading by its nature, and a decision is its own sentence. */
function isBare(slide: Slide): boolean {
  const { body, diagram, chart, options, item } = slide
  return (
    roleOf(slide) === 'tells' &&
    item === undefined &&
    body.length === 0 &&
    [diagram, chart, options].every((picture) => picture === undefined)
  )
}
