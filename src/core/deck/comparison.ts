/** Two alternatives side by side: which columns and tables are such a comparison, and how they fit. */
import type { Column } from '../syntax/conventions/index.ts'
import type { Measure } from '../text/measure.ts'
import { canvas, heightOf, keepsWords } from './canvas.ts'
import { headHeight } from './fit.ts'
import { fitTable, UPRIGHT } from './fit-table.ts'
import type { Slide } from './slide.ts'
import { belowHead, withHead } from './type-scale.ts'

/** Headers of two alternatives: each word on the left has its counterparts on the right. */
const PAIRS: readonly (readonly [string, readonly string[]])[] = [
  ['before', ['after']],
  ['today', ['tomorrow', 'later', 'soon', 'proposed', 'future', 'in future', 'with']],
  ['now', ['then', 'later', 'next', 'soon', 'future', 'in future', 'proposed']],
  ['as is', ['to be']],
  ['current', ['proposed', 'future', 'new']],
  ['currently', ['in future', 'proposed']],
  ['existing', ['proposed', 'new']],
  ['old', ['new']],
  ['without', ['with']],
  ['with', ['without']],
  ['for', ['against']],
  ['pros', ['cons']],
  ['advantages', ['disadvantages']],
  ['strengths', ['weaknesses']],
  ['do', ["don't", 'do not']],
  ['in scope', ['out of scope', 'not in scope']],
]

// Matches "Option A" and "Option 2": of two, only the last sign differs.
const RE_NUMBERED = /^(.*\S)\s+(?:\d|[a-z])$/

/**
 * Whether a table's first row names two alternatives: its two columns, or the last two of three whose
 * first one names what is compared.
 */
export function comparesRows(rows: readonly (readonly string[])[]): boolean {
  const header = (rows[0] ?? []).map(plain)
  const [left = '', right = ''] = header.slice(-2)
  if (header.length < 2 || header.length > 3 || rows.length < 2) return false
  return isPair(left, right)
}

/** Whether columns are two alternatives: two, each with its name above it. */
export function comparesColumns(columns: readonly Column[]): boolean {
  return columns.length === 2 && columns.every(({ label }) => label !== undefined)
}

/** Sets a table of alternatives; as any other table where it takes more than one slide. */
export function fitComparison(
  measure: Measure,
  slide: Slide,
  rows: readonly (readonly string[])[],
): readonly Slide[] {
  return withHead(measure, slide, (set) => fitBelow(measure, set, rows))
}

function fitBelow(
  measure: Measure,
  slide: Slide,
  rows: readonly (readonly string[])[],
): readonly Slide[] {
  const count = Math.max(...rows.map((row) => row.length))
  const width = canvas.width / count - CELL_GAP
  const room = canvas.height - headHeight(measure, slide) - ABOVE
  const height = (size: number): number =>
    rows.reduce((sum, row) => {
      const cells = row.map((text) => heightOf(measure, text, { size, width, as: 'body' }))
      return sum + Math.max(size * 1.28, ...cells) + CELL_PADDING
    }, 0)
  const keeps = (size: number): boolean =>
    size <= 36 ||
    rows
      .flat()
      .every((text) => keepsWords(measure, text, { size: size * UPRIGHT, width, as: 'columns' }))
  const few = rows.length < 4 ? [80, 74, 66, 60, 54, 50] : []
  const sizes = [...few, 46, 42, 40, 38, 36, 34, 32, 30, 28]
  const bodySize = belowHead(sizes, slide).find((size) => height(size) <= room && keeps(size))
  return bodySize
    ? [{ ...slide, bodySize }]
    : fitTable(measure, { ...slide, layout: 'table' }, rows)
}

/** As layouts/comparison.css sets them, px. */
const ABOVE = 44
const CELL_GAP = 32
const CELL_PADDING = 26

function isPair(left: string, right: string): boolean {
  const isNamed = PAIRS.some(
    ([one, others]) => startsWith(left, one) && others.some((other) => startsWith(right, other)),
  )
  if (isNamed || left === right) return isNamed
  const [kind, other] = [left, right].map((name) => RE_NUMBERED.exec(name)?.[1])
  return kind !== undefined && kind === other
}

/** "before the pilot" starts with "before"; "nowhere" does not start with "now". */
function startsWith(text: string, words: string): boolean {
  return text === words || text.startsWith(`${words} `)
}

/** Small letters, straight marks, one space, no sign at the end. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s-]+/g, ' ')
    .replace(/(?<![:.?])[:.?]+$/, '')
    .trim()
}
