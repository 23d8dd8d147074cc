/** What is wrong with a text however it is read: lost characters and links that no one can follow. */
import { proseOf } from '../checks/prose-of.ts'
import { mendEncoding } from '../checks/windows-1252.ts'
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

interface Shape {
  readonly pattern: RegExp
  readonly mend: (words: string, address: string) => string
}

const asLink = (words: string, address: string): string => `[${words}](${address})`

/** The shapes of the check "malformed-link" that hold an address; groups: words and address. */
const SHAPES: readonly Shape[] = [
  // "[x]((https://a.uk))"
  { pattern: /(?<!\\)\[([^[\]\r\n]*)\]\(\(([^\s()]*)\)\)/g, mend: asLink },
  {
    // "[x](https://a.uk/b c)", but not a title: "[x](https://a.uk "c")"
    pattern: /(?<!\\)\[([^[\]\r\n]*)\]\((https?:\/\/[^\s()]*[ \t]+(?!["'(])[^()\r\n]*)\)/g,
    mend: (words, address) => asLink(words, address.trim().replace(/\s+/g, '%20')),
  },
  // "[x] (https://a.uk)"
  { pattern: /(?<![\\\]])\[([^[\]\r\n]+)\][ \t]+\((https?:\/\/[^\s()]+)\)/g, mend: asLink },
  {
    // "[x](https://a.uk" and no bracket before the next space
    pattern:
      /(?<!\\)\[([^[\]\r\n]*)\]\((https?:\/\/[^\s()]*)(?=[ \t]*$|[ \t]+(?!["'(])[^()\r\n]*(?:$|\())/gm,
    mend: asLink,
  },
  // "(x)[https://a.uk]"
  { pattern: /(?<!\\)\(([^()\r\n]+)\)\[(https?:\/\/[^\s[\]]+)\](?!\()/g, mend: asLink },
]

function linksIn(text: string): readonly Edit[] {
  if (!text.includes('](') && !/\] +\(|\)\[/.test(text)) return []
  const prose = proseOf(text)
  return SHAPES.flatMap(({ pattern, mend }) =>
    [...prose.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      text: mend(match[1] ?? '', match[2] ?? ''),
    })),
  )
}
