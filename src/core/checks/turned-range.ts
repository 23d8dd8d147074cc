/** Ranges from the larger to the smaller end, and years from the later to the earlier one. */
import type { Check } from './shared/check.ts'
import { byQuantity, entriesIn } from './shared/of-estimates.ts'

export const turnedRange: Check = (checked) => [
  ...turnedQuantity(checked),
  ...entriesIn(checked).flatMap(({ id, years, place }) =>
    years && years.from > years.to
      ? [
          {
            message: `Unexpected years ${years.from} to ${years.to} in ${id}, expected the earlier one first`,
            mend: `No sum counts ${id}, since its years end before they begin. Write the earlier year first`,
            place,
          },
        ]
      : [],
  ),
]

const turnedQuantity: Check = byQuantity(({ isTurned, text }) =>
  isTurned
    ? `Unexpected range "${text}" from the larger to the smaller end, expected the smaller one first`
    : undefined,
)
