/** Sums that in the end rest on themselves. */
import type { Check } from './shared/check.ts'
import { unworkedBy } from './shared/of-estimates.ts'

export const formulaCycle: Check = unworkedBy(['cycle'])
