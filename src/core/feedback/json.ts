/** Places in the text of a JSON file. */
import type { Place } from '../model/case.ts'

/** The place of a 0-based offset. */
export function placeAt(text: string, file: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n')
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

// Matches an escape, a quotation mark, a bracket, a comma, and what stands between these. A whole
// string is no match of a pattern, since one of a few megabytes would be too much for any.
const RE_SIGN = /\\[\s\S]|["[\]{},]|[^\s"\\[\]{},]+/g

/** Where an entry of the outermost list starts; the text is JSON, and has that entry. */
export function entryAt(text: string, index: number): number {
  let depth = 0
  let entry = 0
  let isInString = false
  for (const { 0: sign, index: at } of text.matchAll(RE_SIGN)) {
    if (depth === 1 && !isInString && sign !== ',' && entry === index) return at
    if (sign === '"') isInString = !isInString
    else if (isInString) continue
    else if (sign === '[' || sign === '{') depth += 1
    else if (sign === ']' || sign === '}') depth -= 1
    else if (sign === ',' && depth === 1) entry += 1
  }
  return 0
}

/** Where a text that is no JSON stops being JSON, or where it ends too early. */
export function brokenAt(text: string): number {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isBroken(text.slice(0, middle + 1))) high = middle
    else low = middle + 1
  }
  return low
}

/** Whether a text cannot be the start of any JSON. */
function isBroken(text: string): boolean {
  try {
    JSON.parse(text)
    return false
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    if (/end of JSON|Unterminated/.test(message)) return false
    const at = /at position (\d+)/.exec(message)?.[1]
    return at === undefined || Number(at) < text.length
  }
}
