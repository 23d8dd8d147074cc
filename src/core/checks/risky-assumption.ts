/** Assumptions that are badly founded and on which much hangs. */

import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

/**
 * Reason: "Which assumption sinks it?" is what a sponsor asks; this one would.
 *
 * Wrong: `Assumption 2 (quality red, impact red): Services will share their rules.`
 *
 * Right: evidence for it, and then another colour; or a plan that does not hang on it.
 */
export const riskyAssumption: Check = {
  id: 'risky-assumption',
  severity: 'warning',
  rule: 'Nothing that much hangs on rests on opinion alone, so that no assumption sinks the case.',
  run: ({ graph }) =>
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
      })),
}
