/** How a writer types labels: taken from one that stands there, for the next one. */
import type { KindRow } from '../model/kinds.ts'
import type { Spot } from './spot.ts'

/** A label's looks. */
export interface LabelStyle {
  /** `- `, `1. `, `### ` or nothing. */
  readonly marker: string
  /** What stands around the number, marks of bold type included: `**Decision ` and `:** `. */
  readonly front: string
  readonly back: string
  /** Marks of bold type that close behind the text. */
  readonly close: string
  /** True for a heading that is the label alone; its text is a paragraph. */
  readonly isBare: boolean
}

/** What a label looks like where nothing shows how the team types it. */
export function plainLabel({ label }: KindRow): LabelStyle {
  return { marker: '', front: `${label} `, back: ': ', close: '', isBare: false }
}

/** The looks of an item's label; `undefined` for an item by order, which has none. */
export function labelStyle(
  { source, start, end }: Pick<Spot, 'source' | 'start' | 'end'>,
  row: KindRow,
): LabelStyle | undefined {
  const text = source.text.slice(start, end)
  const marker = RE_MARKER.exec(text)?.[0] ?? ''
  const match = labelPattern(row).exec(text.slice(marker.length))
  if (!match) return undefined
  const [whole, front = '', , closing = '', separator = '', closed = ''] = match
  const open = RE_BOLD.exec(front)?.[0] ?? ''
  const rest = text.slice(marker.length + whole.length)
  const isBare = marker.startsWith('#') && (separator === '' || /^[ \t]*(?:[\r\n]|$)/.test(rest))
  const back = `${closing}${separator}${closed}`
  return {
    marker,
    front,
    back: isBare ? back : `${back} `,
    close: closing + closed === '' ? open : '',
    isBare,
  }
}

/** The same looks, with the label of another kind. */
export function relabelled(style: LabelStyle, from: KindRow, to: KindRow): LabelStyle {
  const words = new RegExp(from.label.replaceAll(' ', '\\s+'), 'i')
  return { ...style, front: style.front.replace(words, to.label) }
}

/** A labelled text: its first line, and the paragraph below it where the label stands alone. */
export function withLabel(
  style: LabelStyle,
  number: string,
  text: string,
): { readonly line: string; readonly below?: string } {
  const label = `${style.marker}${style.front}${number}${style.back}`
  return style.isBare
    ? { line: label.trimEnd(), below: text }
    : { line: label + text + style.close }
}

/** What opens a list entry or a heading: "- ", "12. ", "### ". */
export const RE_MARKER = /^(?:(?:[-*+]|\d+[.)])[ \t]+|#{1,6}[ \t]+)/

// Matches the marks of bold and italic type at the start of "**Decision ".
const RE_BOLD = /^[*_]+/

// Matches "**Decision 3:** ", "Evidence 3a (interview) - ", "Objective O2. ".
function labelPattern({ label, prefix }: KindRow): RegExp {
  const words = `(?:critical\\s+)?${label.replaceAll(' ', '\\s+')}`
  const front = `([*_]*${words}\\s+(?:${prefix})?)`
  return new RegExp(
    `^${front}(\\d+[a-z]{0,2})(?:[ \\t]*\\([^()\\n]*\\))?([*_]*)([ \\t]*[:：.–—-])?([*_]*)[ \\t]*`,
    'i',
  )
}
