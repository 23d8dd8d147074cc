/** The table of a benchmark: amounts beside their budgets. */

/** One line of the table: what, and the amount with its budget where there is one. */
export interface Row {
  readonly what: string
  /** In the unit. */
  readonly amount?: number
  readonly unit?: Unit
  /** The most that the amount may be, in the unit. */
  readonly budget?: number
}

/** Units, with how many decimals are shown. */
const DECIMALS = { s: 2, ms: 0, kB: 1, MB: 0, nodes: 0, faults: 0, packages: 0, shift: 3 } as const

type Unit = keyof typeof DECIMALS

/** Aligned lines, with `pass` or `FAIL` where there is a budget. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [row.what, measured(row), budgeted(row), isMet(row)] as const)
  const width = (column: 0 | 1 | 2) => Math.max(...cells.map((row) => row[column].length))
  const [first, second, third] = [width(0), width(1), width(2)]
  const lines = cells.map(([what, amount, budget, met]) =>
    [what.padEnd(first), amount.padStart(second), budget.padStart(third), WORDS[String(met)]]
      .join('   ')
      .trimEnd(),
  )
  return lines.join('\n')
}

const WORDS: Readonly<Record<string, string>> = { true: 'pass', false: 'FAIL' }

function measured({ amount, unit }: Row): string {
  return amount === undefined || !unit ? '' : `${amount.toFixed(DECIMALS[unit])} ${unit}`
}

function budgeted({ budget, unit }: Row): string {
  return budget === undefined ? '' : `≤ ${budget} ${unit}`
}

/** Undefined where there is no budget. */
function isMet({ amount, budget }: Row): boolean | undefined {
  return amount === undefined || budget === undefined ? undefined : amount <= budget
}

/** `13 of 14 budgets met.` */
export function verdict(rows: readonly Row[]): string {
  const judged = rows.filter((row) => isMet(row) !== undefined)
  const missed = judged.filter((row) => isMet(row) === false)
  return `${judged.length - missed.length} of ${judged.length} budgets met.`
}

/** Of milliseconds. */
export function seconds(ms: number): Pick<Row, 'amount' | 'unit'> {
  return { amount: ms / 1000, unit: 's' }
}

/** Of bytes. */
export function kilobytes(bytes: number): Pick<Row, 'amount' | 'unit'> {
  return { amount: bytes / 1000, unit: 'kB' }
}

/** Of bytes. */
export function megabytes(bytes: number): Pick<Row, 'amount' | 'unit'> {
  // Where the system does not tell.
  return bytes === 0 ? {} : { amount: bytes / 1e6, unit: 'MB' }
}
