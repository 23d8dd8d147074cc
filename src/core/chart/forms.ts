/** The forms of a chart, a closed set: how authors name each, and what it can show. */
import { distance } from '../text/nearest.ts'

interface Form {
  /** Other names for it. */
  readonly also: readonly string[]
  /** What it shows, for the manual and for messages. */
  readonly shows: string
  /** The most rows that can be read; of bars side by side, the most bars. */
  readonly most: number
  /** The most series that can be told apart: four, by the Government Analysis Function. */
  readonly series: number
  /** Set where lengths are compared, which start at nought. */
  readonly fromZero?: true
}

/** Every form; the order is that in which authors are told of them. */
export const FORMS = {
  bars: {
    also: ['bar', 'bar chart', 'horizontal bars', 'grouped bars', 'clustered bars'],
    shows: 'Amounts side by side, the longest name in full',
    ...{ most: 12, series: 3, fromZero: true },
  },
  columns: {
    also: ['column', 'column chart', 'vertical bars', 'histogram'],
    shows: 'Amounts at a few times',
    ...{ most: 12, series: 3, fromZero: true },
  },
  lines: {
    also: ['line', 'line chart', 'line graph', 'trend', 'time series'],
    shows: 'How amounts change over time',
    ...{ most: 120, series: 4 },
  },
  'stacked bars': {
    also: ['stacked', 'stacked bar', 'stacked bar chart', 'stacked columns', 'parts'],
    shows: 'The parts of wholes',
    ...{ most: 10, series: 4, fromZero: true },
  },
  range: {
    also: ['ranges', 'range chart', 'intervals'],
    shows: 'From where to where an amount may lie',
    ...{ most: 10, series: 1 },
  },
  dots: {
    also: ['dot', 'dot plot', 'dot chart', 'dumbbell'],
    shows: 'Two to four amounts of each row on one line',
    ...{ most: 10, series: 4 },
  },
} as const satisfies Readonly<Record<string, Form>>

/** The name of a form. */
export type ChartForm = keyof typeof FORMS

// The keys of the table itself.
/** The names of all forms, in that order. */
export const formNames = Object.keys(FORMS) as readonly ChartForm[]

/** The row of a form. */
export function formOf(form: ChartForm): Form {
  return FORMS[form]
}

/** What says that a chart is wanted, and not which: the table chooses. */
const ANY = new Set(['', 'chart', 'a chart', 'graph', 'a graph', 'plot'])

/** What people ask for and should not get, with what shows the same and can be read. */
const BETTER: Readonly<Record<string, ChartForm>> = {
  pie: 'bars',
  donut: 'bars',
  doughnut: 'bars',
  radar: 'dots',
  spider: 'dots',
  gauge: 'bars',
  funnel: 'bars',
  treemap: 'bars',
  bubble: 'dots',
  scatter: 'dots',
  area: 'lines',
  'stacked area': 'stacked bars',
  waterfall: 'bars',
  'box plot': 'range',
}

/** What an author asks for. */
export type Asked =
  | { readonly form?: ChartForm }
  /** A name that is none, with what is most likely meant. */
  | { readonly unknown: string; readonly nearest: ChartForm }

/** Reads the name of a form; undefined for words that name none and resemble none: `(as agreed)`. */
export function readForm(words: string): Asked | undefined {
  const name = words
    .trim()
    .toLowerCase()
    .replace(/^an?\s+/, '')
    .replace(/\s+/g, ' ')
  if (ANY.has(name)) return {}
  const form = formNames.find(
    (one) => one === name || formOf(one).also.some((also) => also === name),
  )
  if (form) return { form }
  const plain = name.replace(/\s*(?:chart|graph|plot|diagram)s?$/, '')
  const better = BETTER[plain] ?? BETTER[plain.replace(/s$/, '')]
  if (better) return { unknown: words.trim(), nearest: better }
  const [nearest = 'bars'] = formNames.toSorted((a, b) => distance(name, a) - distance(name, b))
  const isNear = distance(name, nearest, true) <= Math.max(1, Math.floor(nearest.length / 3))
  return isNear || plain !== name ? { unknown: words.trim(), nearest } : undefined
}
