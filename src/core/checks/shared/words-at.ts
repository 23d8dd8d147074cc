/** From words that a finding quotes to where they stand. */

import type { Place } from '../../model/case.ts'
import type { Source } from '../../model/source.ts'

/**
 * Where words stand in the paragraph that starts at a place, with their length; the place itself
 * where the source writes them otherwise. White space may differ, but not go over a line's end.
 */
export function placeOfWords(words: string, from: Place, sources: readonly Source[]): Place {
  const { file, line = 1, column = 1 } = from
  const text = sources.find((source) => source.file === file)?.text.replace(/^\uFEFF/, '') ?? ''
  const pattern = new RegExp(words.split(/\s+/).map(escaped).join('\\s+'))
  const lines = text.split(/\r\n|\n|\r/).slice(line - 1)
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

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
