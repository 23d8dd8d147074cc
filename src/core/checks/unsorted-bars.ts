/** Bars that another order would make easier to compare. */
import { chartFaults } from './shared/chart-faults.ts'
import type { Check } from './shared/check.ts'

export const unsortedBars: Check = (checked) =>
  chartFaults(checked, ({ isOrder }) => isOrder === true)
