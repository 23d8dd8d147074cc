/** Sums of what does not count the same. */
import type { Check } from './shared/check.ts'
import { entriesIn, unworkedBy } from './shared/of-estimates.ts'

/** Sums of two units, and what counts by the quarter and is multiplied by four. */
export const unitMismatch: Check = (checked) => [
  ...unworkedBy(['unit'])(checked),
  ...entriesIn(checked).flatMap(({ id, formula, period, perYear, inputs, restsOn, place }) =>
    period &&
    restsOn.length > 0 &&
    inputs.some(({ curve, central }) => curve === 'fixed' && central === perYear)
      ? [
          {
            message: `Unexpected "${formula}" of what counts each ${period} in ${id}, expected it without ${perYear}: what counts each ${period} is counted ${perYear} times a year`,
            place,
          },
        ]
      : [],
  ),
]
