/** Evidence that may hold no longer. */
import { monthsBetween } from '../text/age.ts'
import { inWords } from '../text/months.ts'
import type { Check } from './shared/check.ts'

/**
 * Reason: what users did years ago may have changed; an old source is attacked first.
 *
 * Wrong: `Evidence 3a (interview, March 2015): …` in a case of 2020.
 *
 * Right: newer evidence, or an entry under `accept` in `case.yaml` that says why it still holds.
 *
 * Age counts to the case's last update, and from the end of a month or year. What has no date is
 * not rated. `limits: { evidenceMonths: 36 }` in `case.yaml` lets evidence last longer.
 */
export const oldEvidence: Check = {
  id: 'old-evidence',
  severity: 'warning',
  rule: 'Evidence is recent enough to hold still, so that nobody decides on the past.',
  run: ({ graph, settings, outside: { asOf } }) => {
    const limit = settings.limits.evidenceMonths
    return graph.case.items.flatMap(({ kind, id, strength, place }) => {
      if (kind !== 'evidence' || !strength?.date || asOf === undefined) return []
      const age = monthsBetween(strength.date, asOf)
      if (age <= limit) return []
      return [
        {
          message: `Unexpected evidence ${id} from ${inWords(age)} ago, expected it to be at most ${inWords(limit)} old: ask again, or accept it in case.yaml with the reason why it still holds`,
          place,
        },
      ]
    })
  },
}
