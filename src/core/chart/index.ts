/** Charts: from the words that are there to what all outputs draw. */
import type { Block, ElementBlock } from '../syntax/conventions/block.ts'
import { linesOfNumbers } from '../syntax/conventions/charts.ts'
import { readForm } from './forms.ts'
import { type PlannedChart, planChart } from './plan.ts'
import { type ChartTable, readChartLines, readChartTable } from './table.ts'

export type { ChartFault } from './faults.ts'
export { type ChartForm, FORMS, formNames, formOf } from './forms.ts'
export { type ChartPlan, chartInWords, formInWords } from './plan.ts'
export type { Quantity } from './quantity.ts'
export { tickText } from './scale.ts'
export type { Series } from './table.ts'

/** What a chart of an author shows; its faults say what keeps it from being drawn. */
export function chartOf({ chart = {}, attributes }: ElementBlock): PlannedChart {
  const as = attributes['as'] ?? ''
  const asked = readForm(as) ?? { unknown: as, nearest: 'bars' as const }
  return planChart(tableIn(chart.data), asked, chart.head?.words.text ?? '')
}

function tableIn(data: Block | undefined): ChartTable | undefined {
  if (data?.type === 'table') return readChartTable(data.rows)
  if (data?.type === 'list')
    return readChartLines(data.entries.map(({ words }) => words.text.replace(/\s+/g, ' ')))
  const lines = data?.type === 'prose' ? linesOfNumbers(data.words.text) : undefined
  return lines && readChartLines(lines)
}
