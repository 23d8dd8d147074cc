/** From a file's text to its tree, or to the finding that says why there is none. */

import { mdxToMdast } from 'satteri'
import { findingOf } from '../findings/finding-of.ts'
import type { Place } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { Source } from '../model/source.ts'
import { allow } from './allow.ts'
import { findConflicts } from './conflicts.ts'
import { withHtmlBlocks } from './html-blocks.ts'
import { DEPTH, deepestIn, tooMuch } from './nesting.ts'
import { withSpacedPictures } from './spaced-pictures.ts'
import { withSubscripts } from './subscripts.ts'
import type { Node } from './tree.ts'

/**
 * The Markdown dialect: the same for the graph and the MDX compile. Punctuation stays as typed, and one
 * dollar is money.
 */
export const dialect = {
  gfm: true,
  smartPunctuation: false,
  math: { singleDollarTextMath: false },
} as const

/**
 * Parses MDX. The tree holds words and what is allowed around them; it is absent where nobody can tell
 * what stands where. Every finding here means that nothing is built.
 */
export function parse(
  text: string,
  file: string,
): { readonly tree?: Node; readonly findings: readonly Finding[] } {
  const conflicts = findConflicts(text, file)
  if (conflicts.length > 0) return { findings: conflicts }
  const much = tooMuch(text)
  if (much) return { findings: [unexpected(much.what, { file, ...much.at })] }
  try {
    // Sätteri's tree has the shape of `Node`; its own types are unions too narrow to walk.
    const tree = mdxToMdast(text, { features: { ...dialect } }) as unknown as Node
    const deepest = deepestIn(tree)
    if (deepest) return { findings: [unexpected(DEPTH, placeOf(deepest, file))] }
    const allowed = allow(withSubscripts(withSpacedPictures(tree, text), text), { file, text })
    return { ...allowed, tree: withHtmlBlocks(allowed.tree) }
  } catch (error) {
    return { findings: [unreadable(text, file, error)] }
  }
}

const read = new WeakMap<Source, ReturnType<typeof parse>>()

/** As `parse`, of a file that more than one reader asks for: it is parsed once. */
export function parseOnce(source: Source): ReturnType<typeof parse> {
  const parsed = read.get(source) ?? parse(source.text, source.file)
  read.set(source, parsed)
  return parsed
}

function unexpected(what: string, { file, line, column }: Place): Finding {
  const place = { file, ...(line === undefined ? {} : { line, column: column ?? 1 }) }
  return findingOf('unreadable-mdx', { message: `Unexpected ${what}`, place })
}

function placeOf({ position }: Node, file: string): Place {
  return position ? { file, line: position.start.line, column: position.start.column } : { file }
}

// Matches "12:3: Unexpected character … (mdx-jsx:unexpected-character)".
const RE_PLACE = /^(\d+):(\d+)(?:-\d+:\d+)?:\s*([\s\S]*?)(?:\s*\([\w-]+:[\w-]+\))?$/

function unreadable(text: string, file: string, error: unknown): Finding {
  const message = error instanceof Error ? error.message : String(error)
  const match = RE_PLACE.exec(message)
  const [at, column] = [Number(match?.[1] ?? 1), Number(match?.[2] ?? 1)]
  const line = text.split(/\r?\n/)[at - 1] ?? ''
  // The brace that opens code, and not the sign in it at which the reader of code gave up.
  const brace = /\bexpression\b/.test(message) ? line.lastIndexOf('{', column - 1) + 1 : 0
  const place: Place = match ? { file, line: at, column: brace || column } : { file }
  const found = line.slice((place.column ?? 1) - 1, (place.column ?? 1) + 23).trim()
  const [expected, mend] = mendOf(found, match?.[3] ?? message)
  return findingOf('unreadable-mdx', {
    message: `Unexpected "${found}", expected ${expected}`,
    ...(mend === undefined ? {} : { mend: `${mend}. It says: ${found}` }),
    place,
  })
}

/** Elements that HTML never closes. */
const VOID = new Set(['br', 'hr', 'img', 'wbr'])

/** What to write instead, by what stands there: as a program and as a person reads it. */
function mendOf(found: string, reason: string): readonly [expected: string, mend?: string] {
  if (found.startsWith('<!--'))
    return ['a comment in braces: write {/* … */}', 'Write {/* and */} round a comment']
  if (/^<(?:https?:|mailto:|[\w.]+@)/.test(found))
    return ['a link with words: write [words](address)', 'Write a link as [words](address)']
  if (/^\{[#.:]/.test(found))
    return ['nothing: headings have their addresses already', 'Delete what stands in { }']
  if (found.startsWith('{')) return ['plain text: write \\{ for a brace', 'Write \\{ in place of {']
  const name = /^<([a-z][\w-]*)[\s/>]/i.exec(found)?.[1]
  if (name !== undefined && VOID.has(name.toLowerCase()))
    return [`a slash at its end: <${name}/>`, `Write <${name}/> in place of <${name}>`]
  if (name !== undefined)
    return [
      `a closed element, or \\< for the sign itself (${firstClause(reason)})`,
      `Write </${name}> where <${name}> ends, or \\< in place of < if it is only a sign`,
    ]
  if (found.startsWith('<'))
    return ['plain text: write \\< or &lt; for the sign', 'Write \\< in place of <']
  return [`MDX that can be read: ${firstClause(reason)}`]
}

function firstClause(reason: string): string {
  const clause = reason.split(/,? \(note:|\n/)[0] ?? reason
  return clause.charAt(0).toLowerCase() + clause.slice(1)
}
