/** Whether the page fits on its paper, and in which size. */

import type { Place } from '../model/case.ts'
import type { SheetFoot } from './foot.ts'
import {
  askHeight,
  columnOf,
  HEADING,
  heightOf,
  lineOf,
  partHeight,
  roomOf,
  type SheetContext,
  widthOf,
} from './heights.ts'
import type { OnePage, OnePagePart } from './part.ts'
import { worthWith } from './worth.ts'

/**
 * Sizes of words, pt, and how many pieces of evidence are shown with them. Evidence is left out
 * before words get smaller, down to one piece for each part; charts give way last.
 */
const SIZE_STEPS = [
  { size: 12, most: 3 },
  { size: 12, most: 2 },
  { size: 12, most: 1 },
  { size: 11.5, most: 1 },
  { size: 11, most: 1 },
  { size: 10.5, most: 1 },
  { size: 10, most: 1 },
  { size: 10, most: 1, isPlain: true },
] as const satisfies readonly SizeStep[]

interface SizeStep {
  readonly size: number
  readonly most: number
  /** Set where small charts are left out. */
  readonly isPlain?: true
}

/** How the page is set. */
interface SheetFit {
  readonly step: SizeStep
  /** Lines too many at the last step, at least 1; absent where it fits. */
  readonly over?: number
}

/** What takes most lines at a step. */
interface Longest {
  /** As a sentence names it: `success factors`. */
  readonly name: string
  readonly lines: number
  readonly place: Place
}

/** The largest step that fits. Where none does, the last step, and how many lines are too many. */
export function fitSheet(page: OnePage, foot: SheetFoot, on: SheetContext): SheetFit {
  const excess = (step: SizeStep) =>
    heightOf(atStep(page, step), foot, { ...on, size: step.size }) - roomOf(on)
  const step = SIZE_STEPS.find((one: SizeStep) => excess(one) <= 0)
  if (step) return { step }
  const last = SIZE_STEPS[SIZE_STEPS.length - 1] as SizeStep // it has steps
  return { step: last, over: Math.max(1, Math.ceil(excess(last) / lineOf(last))) }
}

/** The page with as much evidence as a step has room for. */
export function atStep(page: OnePage, { most, isPlain }: SizeStep): OnePage {
  const cut = (part: OnePagePart): OnePagePart => ({ ...part, lines: part.lines.slice(0, most) })
  const worth = page.worth && worthWith(page.worth, !isPlain)
  const cutting = { strongest: cut(page.strongest), weakest: cut(page.weakest) }
  return { ...page, ...(worth ? { worth } : {}), ...cutting }
}

/** The longest part, where shortening helps most. The number of pieces of evidence is small already. */
export function longestOf(page: OnePage, { step }: SheetFit, on: SheetContext): Longest {
  const set = { ...on, size: step.size }
  const heightIn = (part: OnePagePart, width: number) =>
    part.omitted ? 0 : partHeight(part, width, set)
  const [wide, narrow] = [widthOf(on), columnOf(on)]
  const parts = [
    { name: 'what we ask', part: page.ask, height: askHeight(page.ask, set) },
    { name: 'the problem', part: page.problem, height: heightIn(page.problem, wide) },
    { name: 'objectives', part: page.objectives, height: heightIn(page.objectives, narrow) },
    { name: 'success factors', part: page.factors, height: heightIn(page.factors, narrow) },
    { name: 'options', part: page.options, height: heightIn(page.options, wide) },
  ] as const
  const [first] = parts
  const { name, part, height } = parts.reduce<(typeof parts)[number]>(
    (most, one) => (one.height > most.height ? one : most),
    first,
  )
  const lines = Math.round((height - HEADING) / lineOf(step))
  return { name, lines, place: part.place ?? { file: 'case.yaml' } }
}
