/** Words to put into a file behind a block, in the file's own way of leaving lines empty. */
import type { Source } from '../model/source.ts'
import { RE_MARKER } from './label.ts'
import { besides, isApart, type Spot } from './spot.ts'

/** One stretch of new text. Nothing else of the file changes. */
export interface Insertion {
  readonly source: Source
  /** 0-based, in the source's text. */
  readonly offset: number
  readonly text: string
}

/** Why nothing can be written, in one line. */
export interface Refusal {
  readonly why: string
  /** What to type instead, behind the name of the program: `new sprint`. */
  readonly command?: string
}

/** Puts lines behind a spot, with an empty line between or not. */
export function insertAfter(spot: Spot, lines: string, isTight: boolean): Insertion {
  const { source, end } = spot
  const eol = eolOf(source)
  const offset = end + (/^[ \t]*/.exec(source.text.slice(end))?.[0].length ?? 0)
  // A line that follows at once would go on with the new text.
  const isPressed = !isTight && /^\r?\n[ \t]*\S/.test(source.text.slice(offset))
  const text = `${isTight ? '' : eol}${eol}${inLines(lines, eol)}${isPressed ? eol : ''}`
  return { source, offset, text }
}

/** Puts lines before a spot, with an empty line between. */
export function insertBefore({ source, start }: Spot, lines: string): Insertion {
  const eol = eolOf(source)
  return { source, offset: start, text: `${inLines(lines, eol)}${eol}${eol}` }
}

/** The text with the new words in it. */
export function applied({ source, offset, text }: Insertion): string {
  return source.text.slice(0, offset) + text + source.text.slice(offset)
}

/** 1-based line of the first new word. */
export function lineOf({ source, offset, text }: Insertion): number {
  const before = source.text.slice(0, offset) + (/^[\r\n]*/.exec(text)?.[0] ?? '')
  return before.split(/\r\n|\n|\r/).length
}

/** The entry after a list entry: the same bullet, or the next number. */
export function nextMarker(spot: Spot, spots: readonly Spot[]): string {
  const marker = markerOf(spot)
  const number = /^\d+/.exec(marker)?.[0]
  if (number === undefined) return marker
  const first = spots.find(({ inside, block }) => inside === spot.inside && block !== spot.block)
  // A list of which every entry is 1. is numbered when it is shown.
  const isCounted = first === undefined || !markerOf(first).startsWith(number)
  return isCounted ? marker.replace(number, String(Number(number) + 1)) : marker
}

/** `- `, `3. `, `### ` or nothing. */
export function markerOf({ source, start }: Spot): string {
  return RE_MARKER.exec(source.text.slice(start))?.[0] ?? ''
}

/** The white space before a spot on its line. */
export function indentOf({ source, start }: Spot): string {
  return /(?<![ \t])[ \t]*$/.exec(source.text.slice(0, start))?.[0] ?? ''
}

/** Whether text follows headings without an empty line, by the headings of the file. */
export function isTightBelow(spots: readonly Spot[]): boolean {
  const pairs = spots.flatMap((spot) => {
    const next = spot.block.type === 'heading' ? besides(spot, spots)[0] : undefined
    return next && next.block.type !== 'heading' ? [isApart(spot, next)] : []
  })
  return pairs.filter((apart) => !apart).length > pairs.length / 2
}

function inLines(lines: string, eol: string): string {
  return lines.replaceAll('\n', eol)
}

function eolOf({ text }: Source): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n'
}
