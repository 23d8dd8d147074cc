/** What the reader of a format gives: words as HTML, and all that HTML has no place for. */

import type { CoverValues } from '../../settings/cover-fields.ts'

/** A document of another program, before it becomes a file of the case. */
export interface ForeignDocument {
  /**
   * Its words. Elements of our own: `<x-notes>` for private notes of a slide, `<x-internal why>` for
   * what was hidden, `<p data-title>` for the title, `data-size` (points) and `data-bold` for looks.
   */
  readonly html: string
  /** Its title, where the words do not have one. */
  readonly title?: string
  /** What it says of the whole case, for `case.yaml`. */
  readonly settings?: CoverValues
  /** Pictures inside the document, by the address that `html` has for them. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>
  readonly comments?: readonly DocumentComment[]
  readonly changes?: readonly TrackedChange[]
  /** What stands at the edge of its pages, and what its properties say. */
  readonly around?: readonly string[]
  /** What is not in `html`, a sentence each. */
  readonly notTaken?: readonly string[]
  /** What was read otherwise than it was marked, a sentence each. */
  readonly readAs?: readonly string[]
  /** Words that stand in the document, to be looked for in what was made of it. */
  readonly words?: readonly string[]
}

/** Gives the text of a part of a file, by its path; `undefined` for one that is not in it. */
export type ReadPart = (path: string) => string | undefined

/** Where in a document something stands. */
export interface DocumentPlace {
  /** The words of its paragraph, cell or slide; `''` where it stands in none. */
  readonly block: string
  /** The words of the headings around it, outermost first. */
  readonly headings: readonly string[]
  /** Names of the bookmarks in its block, or else the last one before it. */
  readonly bookmarks: readonly string[]
  /** The words of each cell of its row; absent where it stands in no table. */
  readonly row?: readonly string[]
}

/** A remark that somebody made beside the words. */
export interface DocumentComment extends DocumentPlace {
  readonly words: string
  /** The words to which it was put; absent where it was put to a point. */
  readonly quoted?: string
  /** Absent where the document does not say. */
  readonly by?: string
  /** ISO date. */
  readonly on?: string
  readonly isDone?: true
}

/** Words that somebody put in or took out, and that nobody has accepted. */
export interface TrackedChange extends DocumentPlace {
  readonly sort: 'inserted' | 'deleted'
  readonly words: string
  readonly by?: string
  readonly on?: string
}

/** Who wrote something, and on which day: `('A. Person', '2020-03-03T10:00:00Z')`. */
export function signed(
  by: string | undefined,
  date: string | undefined,
): Pick<DocumentComment, 'by' | 'on'> {
  const name = by?.trim()
  const on = /^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0]
  return { ...(name ? { by: name } : {}), ...(on === undefined ? {} : { on }) }
}

// Matches letters and digits in a row, and each sign that is no punctuation, such as a pound sign.
const RE_WORD = /[\p{L}\p{M}\p{N}]+|[\p{S}--[`^]]/gv

/** The words of a text, as they are counted: punctuation may stand by itself where it did not before. */
export function countedWords(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/\p{Cf}+/gu, '')
      .match(RE_WORD) ?? []
  )
}

/** Which words of some are not among others, each as often as it is missing. */
export function missingWords(
  words: readonly string[],
  among: readonly string[],
): readonly string[] {
  const counts = new Map<string, number>()
  for (const word of among) counts.set(word, (counts.get(word) ?? 0) + 1)
  return words.filter((word) => {
    const left = counts.get(word) ?? 0
    counts.set(word, left - 1)
    return left <= 0
  })
}
