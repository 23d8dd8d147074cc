/** Links, on the slides of a route, to what has no slide there. */
import { leadsOf } from '../deck/references.ts'
import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { choosingField, chosen, onEachRoute, shownOn } from './shared/each-route.ts'
import { placeOfWords } from './shared/words-at.ts'

export const routeDeadLink: Check = (checked) =>
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
  })
