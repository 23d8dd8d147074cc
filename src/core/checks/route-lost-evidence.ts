/** Decisions on the slides of a route whose evidence the route cuts. */

import { nameInText } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { choosingField, chosen, onEachRoute, shownOn } from './shared/each-route.ts'

/**
 * Reason: a decision without its evidence is an opinion, and that is what sponsors ask about first.
 *
 * Wrong: decisions in a list of one section, their evidence in a list of another, and a route of the
 * first alone. Evidence that stands right under its decision always goes with it.
 *
 * Right: a route of both sections.
 */
export const routeLostEvidence: Check = {
  id: 'route-lost-evidence',
  severity: 'error',
  rule: 'A decision in a route has the evidence that it has in the deck.',
  run: (checked) =>
    onEachRoute(checked, (planned) => {
      const { name, slides, whole } = planned
      const { items, case: theCase } = checked.graph
      const [inRoute, inDeck] = [shownOn(slides, checked), shownOn(whole, checked)]
      const lost = theCase.links.filter(
        ({ role, from, to }) =>
          role === 'supports' && inRoute(to) && inDeck(from) && !inRoute(from),
      )
      return lost.flatMap(({ from, to }) => {
        const [evidence, decision] = [items.get(from), items.get(to)]
        if (!evidence || !decision) return []
        const message = `Unexpected ${nameInText(decision)} without its ${nameInText(evidence)} in route ${name}, expected ${chosen(evidence.section, planned, checked)}`
        const related = [decision.place, evidence.place]
        return [{ message, field: choosingField(planned), related }]
      })
    }),
}
