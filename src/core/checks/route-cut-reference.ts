/** Citations, on the slides of a route, of what has no slide there. */
import { leadsOf } from '../deck/references.ts'
import { nameInText } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { choosingField, chosen, onEachRoute, shownOn } from './shared/each-route.ts'

export const routeCutReference: Check = (checked) =>
  onEachRoute(checked, (planned) => {
    const { name, slides, whole } = planned
    const [inRoute, inDeck] = [shownOn(slides, checked), shownOn(whole, checked)]
    const cut = leadsOf(slides, checked).filter(
      ({ how, to }) => how === 'citation' && inDeck(to) && !inRoute(to),
    )
    return [...Map.groupBy(cut, ({ to }) => to)].flatMap(([key, leads]) => {
      const item = checked.graph.items.get(key)
      if (!item) return []
      const message = `Unexpected citation of ${nameInText(item, checked.graph.kinds)} in route ${name}, which cuts its slide, expected ${chosen(item.section, planned, checked)}: until then only its card opens`
      return [{ message, field: choosingField(planned), related: leads.map(({ place }) => place) }]
    })
  })
