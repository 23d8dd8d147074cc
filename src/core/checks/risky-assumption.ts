/** Assumptions for which there is little evidence, and on which much depends. */

import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const riskyAssumption: Check = ({ graph }) =>
  graph.case.items
    .filter(
      ({ kind, strength }) =>
        kind === 'assumption' &&
        strength?.quality?.colour === 'red' &&
        strength.impact?.colour === 'red',
    )
    .map(({ id, text, place }) => ({
      message: `Unexpected assumption ${id} of red quality and red impact ("${shorten(text)}"), expected evidence for it, or a plan that does not hang on it`,
      place,
    }))
