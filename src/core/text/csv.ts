/** Tables as CSV, for spreadsheets. */
import { stringify } from 'csv-stringify/sync'
import { guardFormulas } from './formulas.ts'

// Matches either character of a record's end. A cell with one of them is quoted.
const RE_LINE_END = /[\r\n]/

/**
 * RFC 4180, with a byte order mark so that Excel reads it as UTF-8. A cell that a spreadsheet would
 * take for a formula, or a part of it where cells are parted by semicolons, has an apostrophe there.
 */
export function csvOf(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return stringify([...rows], {
    ...{ bom: true, record_delimiter: '\r\n', quoted_match: RE_LINE_END },
    cast: { string: guardFormulas },
  })
}
