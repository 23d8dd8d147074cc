/** An author's words as office files take them: paragraphs of runs, tables, and pictures. */

import type { ChartPlan } from '../../core/chart/index.ts'
import type { FormulaNode } from '../../core/formula/tree.ts'
import type { BuiltInKind } from '../../core/model/kinds.ts'
import { runsFromRight } from '../../core/text/direction.ts'
import { displayText } from '../../core/text/display.ts'
import type { LinkedText } from '../../core/text/linked-text.ts'

/** Words that look alike and lead to one place. */
export interface FormattedRun extends LinkedText {
  /** Set where a new line begins: what a document shows in lines, slides have in one. */
  readonly isBreak?: true
  readonly italic?: true
  readonly strike?: true
  readonly code?: true
  /** Set where the words are the id of an item: they take its hue. */
  readonly kind?: BuiltInKind
  /** Key of evidence that is cited here, or the mark of a footnote of the author's own. */
  readonly note?: string
  /** Set for small signs that stand higher, and lower. */
  readonly raised?: true
  readonly lowered?: true
  /** Set where a picture stands among the words; its text is what it shows. */
  readonly picture?: WordPicture
  /** Set where the words are those of a formula. */
  readonly formula?: FormulaNode
  /** How many times as large as those around it, on a slide. */
  readonly scale?: number
}

/** A picture among words. */
export interface WordPicture extends Extract<Shown, { type: 'image' }> {
  /** Set where it is as high as the words. */
  readonly isSign?: true
}

/** A paragraph of an export. */
export interface Paragraph {
  readonly type: 'paragraph'
  readonly runs: readonly FormattedRun[]
  /** How deep it stands in lists, from 0. */
  readonly level: number
  readonly list?: 'bullet' | 'number'
  /** Its number, where it does not follow from the paragraph before. */
  readonly number?: number
  /** Set where it goes on with its list, whatever stands between. */
  readonly follows?: true
  readonly style?: 'heading' | 'quote' | 'by' | 'code'
  readonly align?: Align
  /** Of code, as its author names it. */
  readonly language?: string
}

/** How the author of a table sets a column that does not begin where lines begin. */
type Align = 'right' | 'center'

/** Cells row by row; the first row names the columns. */
export interface Table {
  readonly type: 'table'
  readonly rows: readonly (readonly (readonly FormattedRun[])[])[]
  /** By column. */
  readonly aligns: readonly (Align | undefined)[]
}

/** A diagram or an image, by what it is made of. */
export type Shown =
  /** Of several pictures one, from 1, or all that the place asks for. */
  | { readonly type: 'drawing'; readonly text: string; readonly part?: number }
  | { readonly type: 'placed'; readonly of: string }
  | { readonly type: 'image'; readonly url: string; readonly alt: string; readonly file: string }

/** A chart, native in its file. */
export interface ShownChart {
  readonly type: 'chart'
  readonly plan: ChartPlan
}

/** What follows one another on a page. */
export type Flow = Paragraph | Table | Shown | ShownChart

/** One paragraph of plain words. */
export function plain(text: string, more: Partial<Paragraph> = {}): Paragraph {
  return { type: 'paragraph', runs: [{ text }], level: 0, ...more }
}

/** One paragraph of runs. */
export function line(runs: readonly FormattedRun[], more: Partial<Paragraph> = {}): Paragraph {
  return { type: 'paragraph', runs, level: 0, ...more }
}

/** The words of runs, as read aloud. */
export function wordsOf(runs: readonly FormattedRun[]): string {
  return runs.map(({ text }) => text).join('')
}

/** Whether a paragraph runs from right to left: the id of an item before its words does not say so. */
export function isFromRight(runs: readonly FormattedRun[]): boolean {
  return runsFromRight(wordsOf(runs.filter(({ kind }) => kind === undefined)))
}

/** The runs as large type has them: quotes and arrows as in print, code as typed. */
export function displayRuns(runs: readonly FormattedRun[]): readonly FormattedRun[] {
  return runs.map((run, index) => {
    const before = runs[index - 1]?.text ?? ''
    return run.code || run.formula
      ? run
      : { ...run, text: displayText(run.text, [], before.slice(-1)) }
  })
}

/** The same with what stands from one letter to another in a paragraph of its own; empty ones are left out. */
export function cutRuns(
  runs: readonly FormattedRun[],
  [from, to]: readonly [number, number],
): readonly (readonly FormattedRun[])[] {
  const part = (start: number, end: number): readonly FormattedRun[] => {
    let at = 0
    return tidy(
      runs.flatMap((run) => {
        const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at))
        at += run.text.length
        return text === '' ? [] : [{ ...run, text }]
      }),
    )
  }
  const ends = [0, from, to, Number.POSITIVE_INFINITY]
  return ends.slice(1).map((end, index) => part(ends[index] ?? 0, end))
}

/** Whether it is a paragraph. */
export function isParagraph(flow: Flow): flow is Paragraph {
  return flow.type === 'paragraph'
}

/** White space as a reader sees it: one space between words, none at the ends. */
export function tidy(runs: readonly FormattedRun[]): readonly FormattedRun[] {
  const tidied: FormattedRun[] = []
  for (const run of runs) {
    const before = tidied.at(-1)
    const starts = before === undefined || /\s$/.test(before.text)
    const text = run.code ? run.text : run.text.replace(/[^\S\u00A0]+/g, ' ')
    const kept = starts ? text.replace(/^ +/, '') : text
    if (kept !== '' || isShown(run)) tidied.push({ ...run, text: kept })
  }
  const last = tidied.at(-1)
  if (last && !last.code) tidied[tidied.length - 1] = { ...last, text: last.text.trimEnd() }
  return tidied.filter((run) => run.text !== '' || isShown(run))
}

/** Whether a run shows something beside its words. */
function isShown({ note, picture }: FormattedRun): boolean {
  return note !== undefined || picture !== undefined
}

/** Programs break a line between a minus and what it stands before: "−" and "£34 million". */
export function withWholeAmounts(text: string): string {
  return text.replace(/−(?=\p{Sc})/gu, '−\u2060')
}
