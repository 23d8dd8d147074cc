/** Citations on the slides of a route of what the route cuts. */
import { leadsOf } from '../deck/references.ts'
import { nameInText } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { choosingField, chosen, onEachRoute, shownOn } from './shared/each-route.ts'

/**
 * Reason: "(12b)" opens its card all the same, but a sponsor who asks more finds no slide.
 *
 * Wrong: a slide that cites decision 3, in a route without the sprint of decision 3.
 *
 * Right: the section of what is cited is in the route too.
 */
export const routeCutReference: Check = {
  id: 'route-cut-reference',
  severity: 'warning',
  rule: 'What a slide of a route cites has a slide in the route.',
  run: (checked) =>
    onEachRoute(checked, (planned) => {
      const { name, slides, whole } = planned
      const [inRoute, inDeck] = [shownOn(slides, checked), shownOn(whole, checked)]
      const cut = leadsOf(slides, checked).filter(
        ({ how, to }) => how === 'citation' && inDeck(to) && !inRoute(to),
      )
      return [...Map.groupBy(cut, ({ to }) => to)].flatMap(([key, leads]) => {
        const item = checked.graph.items.get(key)
        if (!item) return []
        const message = `Unexpected citation of ${nameInText(item)} in route ${name}, which cuts its slide, expected ${chosen(item.section, planned, checked)}: until then only its card opens`
        return [
          { message, field: choosingField(planned), related: leads.map(({ place }) => place) },
        ]
      })
    }),
}
