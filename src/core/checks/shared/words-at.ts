/** From words that a finding quotes to where they stand. */
import type { Place } from '../../model/case.ts'
import type { Source } from '../../model/source.ts'

/**
 * Where words stand in the paragraph that starts at a place, with their length; the place itself
 * where the source writes them otherwise. White space may differ, but not go over a line's end.
 */
export function placeOfWords(words: string, from: Place, sources: readonly Source[]): Place {
  const { file, line = 1, column = 1 } = from
  const source = sources.find((one) => one.file === file)
  const pattern = new RegExp(words.split(/\s+/).map(escaped).join('\\s+'))
  const lines = source ? linesOf(source).slice(line - 1, line - 1 + FARTHEST) : []
  for (const [index, whole] of lines.entries()) {
    if (index > 0 && whole.trim() === '') return from
    const start = index === 0 ? column - 1 : 0
    const match = pattern.exec(whole.slice(start))
    if (match) {
      const place = { file, line: line + index, column: start + match.index + 1 }
      return { ...place, length: match[0].length }
    }
  }
  return from
}

/** How many lines on words may stand. */
const FARTHEST = 200

// Many findings quote words of one file.
const known = new WeakMap<Source, readonly string[]>()

function linesOf(source: Source): readonly string[] {
  const lines = known.get(source) ?? source.text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  known.set(source, lines)
  return lines
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
