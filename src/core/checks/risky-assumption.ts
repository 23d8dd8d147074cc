/** Assumptions for which there is little evidence, and on which much depends. */
import { itemsLike } from '../graph/items.ts'
import { nameInText, shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const riskyAssumption: Check = ({ graph }) =>
  itemsLike('assumption', graph)
    .filter(
      ({ strength }) => strength?.quality?.colour === 'red' && strength.impact?.colour === 'red',
    )
    .map((item) => ({
      message: `Unexpected ${nameInText(item, graph.kinds)} of red quality and red impact ("${shorten(item.text)}"), expected evidence for it, or a plan that does not hang on it`,
      place: item.place,
    }))
