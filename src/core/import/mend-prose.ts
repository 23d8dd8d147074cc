/** Mends faults of the prose: wrongly encoded characters (mojibake) and malformed links. */
import { LINK_SHAPES } from '../syntax/link-shapes.ts'
import { proseOf } from '../syntax/prose-of.ts'
import { mendEncoding } from '../text/windows-1252.ts'
import { applyEdits, type Edit, type ImportDraft } from './draft.ts'

/** Mends mojibake and malformed links, but not inside code. */
export function mendProse(draft: ImportDraft): ImportDraft {
  const readable = applyEdits(draft, mojibakeIn(draft.text))
  return mendLinks(readable, 0)
}

function mojibakeIn(text: string): readonly Edit[] {
  return [...proseOf(text).matchAll(/[^ \t\r\n]+/g)].flatMap(({ index, 0: word }) => {
    const made = mendEncoding(word)
    // A part of the character is lost: the author has to type it again.
    if (made === word || made.includes('\uFFFD')) return []
    return [{ start: index, end: index + word.length, text: made, note: 'saved as UTF-8' }]
  })
}

/** A mended link may contain another faulty link, so this repeats up to 5 times. */
function mendLinks(draft: ImportDraft, turn: number): ImportDraft {
  const edits = linksIn(draft.text)
  return edits.length === 0 || turn === 5 ? draft : mendLinks(applyEdits(draft, edits), turn + 1)
}

function linksIn(text: string): readonly Edit[] {
  if (!text.includes('](') && !/\] +\(|\)\[/.test(text)) return []
  const prose = proseOf(text)
  return LINK_SHAPES.flatMap(({ pattern, mend }) =>
    [...prose.matchAll(pattern)].flatMap(({ index, 0: found, 1: words = '', 2: address = '' }) => {
      const text = mend(words, address)
      return text === undefined ? [] : [{ start: index, end: index + found.length, text }]
    }),
  )
}
