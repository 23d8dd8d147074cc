/** What is wrong with a text however it is read: lost characters and links that no one can follow. */
import { LINK_SHAPES } from '../checks/shared/link-shapes.ts'
import { proseOf } from '../checks/shared/prose-of.ts'
import { mendEncoding } from '../text/windows-1252.ts'
import { type Draft, type Edit, edited } from './edit.ts'

/** The draft with mojibake and malformed links mended, in prose only. */
export function mendPhrases(draft: Draft): Draft {
  const readable = edited(draft, mojibakeIn(draft.text))
  return mendLinks(readable, 0)
}

function mojibakeIn(text: string): readonly Edit[] {
  return [...proseOf(text).matchAll(/[^ \t\r\n]+/g)].flatMap(({ index, 0: word }) => {
    const made = mendEncoding(word)
    // Half of a character may be lost; then the author types it again.
    if (made === word || made.includes('\uFFFD')) return []
    return [{ start: index, end: index + word.length, text: made, note: 'saved as UTF-8' }]
  })
}

/** Links may stand in the mended words of links, so it may take more than one turn. */
function mendLinks(draft: Draft, turn: number): Draft {
  const edits = linksIn(draft.text)
  return edits.length === 0 || turn === 5 ? draft : mendLinks(edited(draft, edits), turn + 1)
}

function linksIn(text: string): readonly Edit[] {
  if (!text.includes('](') && !/\] +\(|\)\[/.test(text)) return []
  const prose = proseOf(text)
  return LINK_SHAPES.flatMap(({ pattern, mend }) =>
    [...prose.matchAll(pattern)].flatMap(({ index, 0: found, 1: words = '', 2: address = '' }) =>
      mend ? [{ start: index, end: index + found.length, text: mend(words, address) }] : [],
    ),
  )
}
