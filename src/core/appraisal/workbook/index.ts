/** `figures.xlsx` as a plan: the sums of the case as formulas of a spreadsheet, for economists to check. */
import type { Ledger } from '../plan.ts'
import { basisSheet } from './basis-sheet.ts'
import type { Sheet } from './cells.ts'
import { estimatesSheet } from './estimates-sheet.ts'
import { totalsSheet } from './totals-sheet.ts'
import { yearsSheet } from './years-sheet.ts'

/** The sheets, in their order. */
export function figuresWorkbook(ledger: Ledger, title: string): readonly Sheet[] {
  const basis = basisSheet(ledger, title)
  const years = yearsSheet(ledger, basis.upliftRows)
  return [basis.sheet, estimatesSheet(ledger), years.sheet, totalsSheet(ledger, years.places)]
}
