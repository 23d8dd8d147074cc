/** From a file's text to its tree, or to the finding that says why there is none. */

import { mdxToMdast } from 'satteri'
import { findingOf } from '../findings/finding-of.ts'
import type { Place } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import { nearest } from '../text/nearest.ts'
import { VOCABULARY } from './conventions/index.ts'
import { type Node, walk } from './tree.ts'

/** The Markdown dialect: the same for the graph and the MDX compile. Punctuation stays as typed. */
export const dialect = { gfm: true, smartPunctuation: false } as const

/** Parses MDX. Every finding here means that the file can't be rendered. */
export function parse(
  text: string,
  file: string,
): { readonly tree?: Node; readonly findings: readonly Finding[] } {
  try {
    // Sätteri's tree has the shape of `Node`; its own types are unions too narrow to walk.
    const tree = mdxToMdast(text, { features: { ...dialect } }) as unknown as Node
    const findings = [
      ...unknownComponents(tree, file),
      ...unknownExpressions(tree, file),
      ...codeLines(tree, file),
    ]
    return findings.length > 0 ? { findings } : { tree, findings }
  } catch (error) {
    return { findings: [unreadable(text, file, error)] }
  }
}

// Matches "12:3: Unexpected character … (mdx-jsx:unexpected-character)".
const RE_PLACE = /^(\d+):(\d+)(?:-\d+:\d+)?:\s*([\s\S]*?)(?:\s*\([\w-]+:[\w-]+\))?$/

function unreadable(text: string, file: string, error: unknown): Finding {
  const message = error instanceof Error ? error.message : String(error)
  const match = RE_PLACE.exec(message)
  const place: Place = match ? { file, line: Number(match[1]), column: Number(match[2]) } : { file }
  const line = text.split(/\r?\n/)[(place.line ?? 1) - 1] ?? ''
  const found = line.slice((place.column ?? 1) - 1, (place.column ?? 1) + 23).trim()
  return findingOf('unreadable-mdx', {
    message: `Unexpected "${found}", expected ${mendOf(found, match?.[3] ?? message)}`,
    place,
  })
}

/** What to write instead, by what stands there. */
function mendOf(found: string, reason: string): string {
  if (found.startsWith('<!--')) return 'a comment in braces: write {/* … */}'
  if (/^<(?:https?:|mailto:|[\w.]+@)/.test(found))
    return 'a link with words: write [words](address)'
  if (found.startsWith('{')) return 'plain text: write \\{ for a brace'
  if (/^<[a-z]+[\s/>]/i.test(found))
    return `a closed element, or \\< for the sign itself (${firstClause(reason)})`
  if (found.startsWith('<')) return 'plain text: write \\< or &lt; for the sign'
  return `MDX that can be read: ${firstClause(reason)}`
}

function firstClause(reason: string): string {
  const clause = reason.split(/,? \(note:|\n/)[0] ?? reason
  return clause.charAt(0).toLowerCase() + clause.slice(1)
}

function unknownComponents(tree: Node, file: string): readonly Finding[] {
  const known: readonly string[] = VOCABULARY
  return [...walk(tree)]
    .filter((node) => node.type.startsWith('mdxJsx') && isComponent(node.name ?? ''))
    .filter((node) => !known.includes(node.name ?? ''))
    .map((node) =>
      findingOf('unknown-component', {
        message: `Unexpected component <${node.name}>, expected ${nearest(node.name ?? '', known, 3)
          .map((name) => `<${name}>`)
          .join(', ')}`,
        place: placeOf(node, file),
      }),
    )
}

/** In small letters too: `<notes>` would be an element of HTML, and everyone would see its words. */
function isComponent(name: string): boolean {
  if (/^[A-Z]/.test(name)) return true
  return VOCABULARY.some((known) => known !== 'Internal' && known.toLowerCase() === name)
}

/** Finds code. A case has none, since code can fail in ways that no place in the text explains. */
function codeLines(tree: Node, file: string): readonly Finding[] {
  return [...walk(tree)]
    .filter((node) => node.type === 'mdxjsEsm')
    .map((node) => {
      const found = (node.value ?? '').split('\n')[0]?.slice(0, 30) ?? ''
      const message = `Unexpected code "${found}", expected plain text: start the line with another word than import or export`
      return findingOf('unreadable-mdx', { message, place: placeOf(node, file) })
    })
}

// Matches a comment, a quoted string or a number: what an expression may hold without code around it.
const RE_HARMLESS = /^\s*(?:(?:\/\*[\s\S]*\*\/\s*)*|'[^']*'|"[^"]*"|`[^`$]*`|-?\d+(?:\.\d+)?)\s*$/

function unknownExpressions(tree: Node, file: string): readonly Finding[] {
  return [...walk(tree)]
    .filter((node) => node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
    .filter((node) => !RE_HARMLESS.test(node.value ?? ''))
    .map((node) =>
      findingOf('unreadable-mdx', {
        message: `Unexpected expression {${(node.value ?? '').slice(0, 20)}}, expected plain text: write \\{ for a brace`,
        place: placeOf(node, file),
      }),
    )
}

function placeOf(node: Node, file: string): Place {
  const start = node.position?.start
  return start ? { file, line: start.line, column: start.column } : { file }
}
