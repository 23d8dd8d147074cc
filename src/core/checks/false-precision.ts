/** Digits that the range of an estimate does not bear. */
import type { Check } from './shared/check.ts'
import { byQuantity } from './shared/of-estimates.ts'

/** So many steps of the last digit a range has at most. */
const MOST_STEPS = 1000

export const falsePrecision: Check = byQuantity(({ low, high, place, text }) =>
  low !== undefined && high !== undefined && (high - low) / place > MOST_STEPS
    ? `Unexpected digits in "${text}", expected no finer ones than its range bears: two or three of them count`
    : undefined,
)
