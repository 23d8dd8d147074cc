/** Decisions in a route whose evidence has no slide there. */
import { isOfEvidence } from '../graph/reasoning.ts'
import { nameInText } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { choosingField, chosen, onEachRoute, shownOn } from './shared/each-route.ts'

export const routeLostEvidence: Check = (checked) =>
  onEachRoute(checked, (planned) => {
    const { name, slides, whole } = planned
    const { items, kinds, case: theCase } = checked.graph
    const [inRoute, inDeck] = [shownOn(slides, checked), shownOn(whole, checked)]
    const lost = theCase.links.filter(
      (link) => isOfEvidence(link) && inRoute(link.to) && inDeck(link.from) && !inRoute(link.from),
    )
    return lost.flatMap(({ from, to }) => {
      const [evidence, decision] = [items.get(from), items.get(to)]
      if (!evidence || !decision) return []
      const message = `Unexpected ${nameInText(decision, kinds)} without its ${nameInText(evidence, kinds)} in route ${name}, expected ${chosen(evidence.section, planned, checked)}`
      const related = [decision.place, evidence.place]
      return [{ message, field: choosingField(planned), related }]
    })
  })
