/** Links on the slides of a route to what the route cuts. */
import { leadsOf } from '../deck/references.ts'
import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { choosingField, chosen, onEachRoute, shownOn } from './shared/each-route.ts'
import { placeOfWords } from './shared/words-at.ts'

/**
 * Reason: a speaker who follows the link in front of sponsors leaves the talk, or arrives nowhere.
 *
 * Wrong: "as [the benefits](#benefits) show" in a section of a route without `benefits`.
 *
 * Right: the section that it leads to is in the route, or the text does without the link.
 */
export const routeDeadLink: Check = {
  id: 'route-dead-link',
  severity: 'error',
  rule: 'A link on a slide of a route leads to a slide of the route.',
  run: (checked) =>
    onEachRoute(checked, (planned) => {
      const { name, slides, whole } = planned
      const [inRoute, inDeck] = [shownOn(slides, checked), shownOn(whole, checked)]
      const dead = leadsOf(slides, checked).filter(
        ({ how, to }) => how === 'link' && inDeck(to) && !inRoute(to),
      )
      return dead.map(({ slide, to, words, place }) => ({
        message: `Unexpected link to "${to}" on slide "${shorten(slide.title)}" of route ${name}, which cuts it, expected ${chosen(to, planned, checked)}, or no link`,
        field: choosingField(planned),
        related: [placeOfWords(words, place, checked.sources)],
      }))
    }),
}
