/** Cells of tables that a spreadsheet would take for formulas. */

// Matches where a cell begins: at its start, and behind semicolons, tabs and line ends, which part cells in
// spreadsheets of some countries, whatever quotation marks stand around them.
const BEGINS = '(?:^|[;\\t\\r\\n])[\\s"]*'
// Matches what a formula begins with, in Japanese letters too.
const SIGN = '[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]'
const RE_FORMULA = new RegExp(`(?<=${BEGINS}'*)${SIGN}`, 'g')
const RE_GUARDED = new RegExp(`(?<=${BEGINS}'*)'(?=${SIGN})`, 'g')

/** With an apostrophe before what would begin a formula, as spreadsheets mark words themselves. */
export function guardFormulas(cell: string): string {
  return cell.replace(RE_FORMULA, "'$&")
}

/** As it was before `guardFormulas`. */
export function unguardFormulas(cell: string): string {
  return cell.replace(RE_GUARDED, '')
}
