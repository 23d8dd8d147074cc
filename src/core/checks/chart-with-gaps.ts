/** Charts that are drawn, and lack something. */
import { chartFaults } from './shared/chart-faults.ts'
import type { Check } from './shared/check.ts'

export const chartWithGaps: Check = (checked) =>
  chartFaults(checked, ({ isDrawn, isOrder }) => isDrawn && !isOrder)
