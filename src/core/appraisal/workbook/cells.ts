/** Sheets as plans of cells: what stands in each, and how it looks. */

/** How a cell looks. `input`: a number of the case, which may be changed. */
export type CellLook =
  | 'title'
  | 'head'
  | 'wrapped'
  | 'input'
  | 'money'
  | 'total'
  | 'share'
  | 'factor'

/** A cell: words, which are never a formula; a number; or a formula of ours with what it comes to. */
export interface SheetCell {
  readonly value?: string | number | undefined
  /** Without its `=`. No words of a case are in it. */
  readonly formula?: string
  readonly look?: CellLook
}

/** One sheet. */
export interface Sheet {
  readonly name: string
  /** Of columns, in letters; the last one holds for those behind it. */
  readonly widths: readonly number[]
  /** How many rows and columns stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number }
  readonly rows: readonly (readonly SheetCell[])[]
}

/** A cell of words. */
export function text(value: string, look?: CellLook): SheetCell {
  return { value, ...(look ? { look } : {}) }
}

/** A cell with a number; empty where there is none. */
export function number(value: number | undefined, look?: CellLook): SheetCell {
  return { value, ...(look ? { look } : {}) }
}

/** A cell with a formula, and what it comes to. */
export function sum(
  formula: string,
  value: string | number | undefined,
  look?: CellLook,
): SheetCell {
  return { formula, value, ...(look ? { look } : {}) }
}

/** The names of columns, in their first row. */
export function head(...names: readonly string[]): readonly SheetCell[] {
  return names.map((name) => text(name, 'head'))
}

/** So many cells without words. */
export function blanks(count: number, look?: CellLook): readonly SheetCell[] {
  return Array.from({ length: count }, () => text('', look))
}

/** `A`, `Z`, `AA`: the name of a column, from 0. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26)
  return `${rest > 0 ? letterOf(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`
}
