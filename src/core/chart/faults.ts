/** What a chart would hide or say wrongly, and the form that says it better. */

import { oneOf } from '../text/phrases.ts'
import { type Asked, type ChartForm, formNames, formOf } from './forms.ts'
import { allValues, type ChartTable, RE_FOREIGN } from './table.ts'
import { missingSteps } from './times.ts'
import { measuresOf, unitsOf } from './units.ts'

/** One thing to mend. */
export interface ChartFault {
  readonly message: string
  /** What to do, in one sentence. */
  readonly mend: string
  /** False where the table stands in its place. */
  readonly isDrawn: boolean
  /** Set where nothing is missing, and another order would show more. */
  readonly isOrder?: true
  /** The row of the table of which it is said, from 1; absent for all of it. */
  readonly row?: number
}

/** The faults of a chart in a form, or of one whose form is not known. */
export function faultsIn(
  table: ChartTable | undefined,
  form: ChartForm | Asked,
): readonly ChartFault[] {
  if (typeof form === 'object') return 'unknown' in form ? [unknownForm(form)] : []
  if (!table) return [withoutNumbers]
  const faults: ChartFault[] = []
  for (const find of FAULTS) {
    const fault = find(table, form)
    // What keeps it from being drawn comes first: the others may go with it.
    if (fault && !fault.isDrawn) return [fault]
    if (fault) faults.push(fault)
  }
  return faults
}

function unknownForm({ unknown, nearest }: Extract<Asked, { unknown: string }>): ChartFault {
  return {
    message: `Unexpected form "${unknown}" of a chart, expected ${oneOf(formNames)}: ${nearest} shows this best`,
    mend: `Write (as ${nearest}): ${formOf(nearest).shows.toLowerCase()}`,
    isDrawn: false,
  }
}

const withoutNumbers: ChartFault = {
  message: 'Unexpected chart of words alone, expected a column of numbers beside a column of names',
  mend: 'Give each row a name and a number, such as "North" and "6", or delete the words "(as …)"',
  isDrawn: false,
}

/** So many times as large is another scale, where no unit says that it is the same. */
const APART = 50

/** Per cent by which rounded parts may miss their whole. */
const ROUNDED = 1.5

type Find = (table: ChartTable, form: ChartForm) => ChartFault | undefined

/** Those that keep a chart from being drawn stand first. */
const FAULTS: readonly Find[] = [
  ({ words }) => {
    const [first] = words
    if (first && RE_FOREIGN.test(first.text))
      return {
        message: `Unexpected digits "${first.text.slice(0, 40)}" among the numbers of a chart, expected commas between thousands and one point before decimals`,
        mend: `Write "${first.text.slice(0, 40)}" as numbers are written in English: 1,204,500 and 12.5`,
        isDrawn: false,
        row: first.row,
      }
    return (
      first && {
        message: `Unexpected words "${first.text.slice(0, 40)}" among the numbers of a chart, expected a number, a range such as "3 to 5", or "n/a"`,
        mend: `Write a number in the place of "${first.text.slice(0, 40)}", or n/a where none is known`,
        isDrawn: false,
        row: first.row,
      }
    )
  },
  (table) => {
    const counted = unitsOf(table).map((unit) => unit || 'a bare number')
    const units = counted.length > 1 ? counted : measuresOf(table)
    return units.length > 1
      ? {
          message: `Unexpected ${units.slice(0, 3).join(' and ')} on one scale of a chart, expected one unit: two scales in one chart show a relation that is not there`,
          mend: 'Make a table and a chart for each unit, one below the other',
          isDrawn: false,
        }
      : undefined
  },
  (table) => {
    const sizes = table.series.map((one) =>
      allValues([one]).reduce((most, { value }) => Math.max(most, Math.abs(value)), 0),
    )
    const isBare = unitsOf(table).every((unit) => unit === '')
    return isBare && table.series.length > 1 && Math.max(...sizes) > APART * Math.min(...sizes)
      ? {
          message: `Unexpected numbers of very different size in "${table.series.map(({ name }) => name).join('" and "')}", on one scale of a chart, expected columns that count the same: the small ones can't be seen`,
          mend: 'Make a table and a chart for each, or write in the names of the columns what they count, such as "Cost, £m"',
          isDrawn: false,
        }
      : undefined
  },
  ({ rows, series }, form) => {
    const { most, fromZero } = formOf(form)
    const isGrouped = fromZero && form !== 'stacked bars' && series.length > 1
    if (isGrouped && series.length <= formOf(form).series && rows.length * series.length > most)
      return {
        message: `Unexpected ${rows.length * series.length} bars in a chart as ${form}, expected at most ${most}, which people can compare`,
        mend: 'Write (as dots), which puts the numbers of a row on one line, or make a chart for each column',
        isDrawn: false,
      }
    return rows.length > most
      ? {
          message: `Unexpected ${rows.length} rows in a chart as ${form}, expected at most ${most}, which people can compare`,
          mend: `Keep the ${most - 1} rows that matter most and put the others together as "Other", or leave the table without a chart`,
          isDrawn: false,
        }
      : tooMany(series.length, form)
  },
  ({ rows, series }, form) =>
    form !== 'range' && rows.length * series.length === 1
      ? {
          message: 'Unexpected chart of one number, expected two or more to compare',
          mend: 'Say the number in a sentence, and delete the words "(as …)"',
          isDrawn: false,
        }
      : undefined,
  ({ times }, form) =>
    form === 'lines' && !times
      ? {
          message:
            'Unexpected lines between rows that are no times in their order, expected times such as 2026 or March 2026: a line says that what lies between is there too',
          mend: 'Write (as bars), or put the times in order, the earliest first',
          isDrawn: false,
        }
      : undefined,
  ({ series }, form) => {
    const isLess = allValues(series).some(({ value }) => value < 0)
    const hasRanges = allValues(series).some(({ low }) => low !== undefined)
    if (form !== 'stacked bars') return undefined
    const why =
      series.length < 2
        ? 'single column of numbers'
        : isLess
          ? 'a number below nought'
          : hasRanges
            ? 'ranges'
            : undefined
    return why === undefined
      ? undefined
      : {
          message: `Unexpected ${why} in stacked bars, expected two or more parts of a whole`,
          mend: 'Write (as bars), which shows each amount from nought',
          isDrawn: false,
        }
  },
  (table, form) => {
    const { rows, series } = table
    if (form !== 'stacked bars' || unitsOf(table).join() !== '%') return undefined
    const sums = rows.map((_, row) =>
      series.reduce((all, one) => all + (one.values[row]?.value ?? 0), 0),
    )
    const isOver = sums.some((sum) => sum > 100 + ROUNDED)
    const row = sums.findIndex((sum) => (isOver ? sum > 100 + ROUNDED : sum < 100 - ROUNDED))
    return row < 0
      ? undefined
      : {
          message: `Unexpected parts of "${rows[row]}" that come to ${Number(sums[row]?.toFixed(1))}%, expected 100%${isOver ? ': they overlap, and a bar of parts hides that' : ''}`,
          mend: isOver
            ? 'Write (as bars), which shows each share from nought'
            : 'Add a column for the rest, such as "Other" or "No answer", or say below the chart what is left out',
          isDrawn: !isOver,
          row: row + 1,
        }
  },
  ({ series }, form) =>
    form === 'range' && allValues(series).some(({ low }) => low === undefined)
      ? {
          message:
            'Unexpected single numbers in a chart as range, expected a range such as "3 to 5" in each row',
          mend: 'Write (as bars), or give each row its range: "17 (13 to 23)"',
          isDrawn: false,
        }
      : undefined,
  ({ missing }) =>
    missing > 0
      ? {
          message: `Unexpected ${missing === 1 ? 'cell' : `${missing} cells`} without a number in a chart, expected all of them: a gap stands there`,
          mend: 'Say below the chart why no number is known, or give it',
          isDrawn: true,
        }
      : undefined,
  ({ times }, form) => {
    const left = times && form !== 'stacked bars' ? missingSteps(times) : 0
    return left > 0
      ? {
          message: `Unexpected ${left === 1 ? 'time' : `${left} times`} left out of a series, expected each: the chart leaves a gap, and no line leads over it`,
          mend: 'Add a row for each time that is left out, with n/a where no number is known',
          isDrawn: true,
        }
      : undefined
  },
  ({ rows, series }, form) => {
    const row = rows.findIndex((name) => /^(?:grand |sub-?)?total$|^all$|^sum$/i.test(name))
    const isAmount = allValues(series).every(({ unit }) => unit !== '%')
    return row >= 0 && isAmount && formOf(form).fromZero
      ? {
          message: `Unexpected "${rows[row]}" beside its parts in a chart, expected the parts alone: beside a total all of them look small`,
          mend: 'Say the total in the sentence above, and delete its row',
          isDrawn: true,
          row: row + 1,
        }
      : undefined
  },
  // The Government Analysis Function asks for bars by size, but for categories with an order of their own. No
  // program knows all of these: bars stay in the order of their table, which stands beside them.
  ({ rows, series: [one, ...others], times }, form) => {
    const sizes = one?.values.flatMap((value) => value?.value ?? []) ?? []
    const isCompared =
      form === 'bars' && others.length === 0 && !times && sizes.length >= LEAST_TO_SORT
    if (!isCompared || rows.some((name) => RE_ORDERED.test(name))) return undefined
    const main = RE_REST.test(rows.at(-1) ?? '') ? sizes.slice(0, -1) : sizes
    const falls = main.toSorted((a, b) => b - a)
    if ([falls, falls.toReversed()].some((way) => way.every((size, at) => size === main[at])))
      return undefined
    return {
      message: 'Unexpected order of bars, expected the longest first: people compare neighbours',
      mend: 'Put the rows of the table in the order of their numbers. Where they have an order of their own, such as steps of a process, leave them, and accept this in case.yaml',
      isDrawn: true,
      isOrder: true,
    }
  },
]

/** Of fewer bars people see the order anyway. */
const LEAST_TO_SORT = 4

// Matches "16 to 24", "Year 3" and "Band B", "Very low", "Strongly agree", "Before", "As now": names in an order of their own.
const RE_ORDERED =
  /\d|^(?:very|strongly|somewhat|low|lower|lowest|medium|middle|high|higher|highest|small|large|never|rarely|sometimes|often|always|agree|disagree|neither|poor|fair|good|excellent|first|second|third|last|before|after|today|now|as now|green|amber|red)\b|^(?:band|grade|level|stage|step|phase|group|class|tier) \S{1,3}$/i

// Matches what stands last whatever its size.
const RE_REST = /^(?:all )?(?:other|others|rest|unknown|none|not known|don[’']t know)\b/i

function tooMany(count: number, form: ChartForm): ChartFault | undefined {
  const { series: most } = formOf(form)
  if (count <= most) return undefined
  const better: ChartForm | undefined =
    form !== 'dots' && count <= formOf('dots').series ? 'dots' : undefined
  const columns = `Unexpected ${count} columns of numbers in a chart as ${form}, expected at most ${most}, which people can tell apart`
  return {
    message: columns,
    mend: better
      ? `Write (as ${better}), or make a chart for each column`
      : 'Make a table and a chart for each column that matters, or leave the table without a chart',
    isDrawn: false,
  }
}
