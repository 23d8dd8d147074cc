/** Numbers of which nobody says how far off they may be. */
import { isCurrency } from '../estimates/unit.ts'
import type { Check } from './shared/check.ts'
import { byQuantity } from './shared/of-estimates.ts'

export const estimateWithoutRange: Check = byQuantity((quantity, { formula, confidence }) => {
  const { low, high, isTurned, isAbout, bound, text, unit } = quantity
  // "£5 to £5 million" is one number.
  const isRange = low !== undefined && low !== high
  if (isRange || isTurned || (formula !== undefined && !isAbout && !bound)) return undefined
  if (bound)
    return `Unexpected one end of a range, "${text}", expected the other too: write "${bound === 'lower' ? `${text} to …` : `… to ${text}`}"`
  const isMoney = unit.over.some(isCurrency) && confidence !== 'high'
  return isAbout || isMoney
    ? `Unexpected "${text}" without a range, expected how far off it may be: write "${text}, … to …"`
    : undefined
})
