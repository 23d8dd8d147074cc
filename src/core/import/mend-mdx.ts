/** Mends faulty MDX: each fault where the parser finds it. Everything else stays. */

import { readFrontMatter } from '../settings/front-matter.ts'
import { parse } from '../syntax/parse.ts'
import { applyEdits, type Edit, type ImportDraft } from './draft.ts'
import { commentOf } from './escape.ts'
import { readForeignFrontMatter } from './front-matter.ts'
import { nodesOf, readMdx } from './markdown.ts'
import { endOf, startOf } from './range.ts'

/** With more faults than this, a file is read as plain Markdown instead. */
const MOST_FAULTS = 500

/** Mends the file. Returns `undefined` where it still can't be read afterwards. */
export function mendMdx(
  given: ImportDraft,
  reads: (text: string) => boolean,
): ImportDraft | undefined {
  let draft = withFrontMatter(given)
  for (let count = 0; count < MOST_FAULTS; count += 1) {
    if (reads(draft.text)) return draft
    const edits = mendFirst(draft.text)
    if (edits.length === 0) return undefined
    draft = applyEdits(draft, edits)
  }
  return undefined
}

function withFrontMatter(draft: ImportDraft): ImportDraft {
  const eol = draft.text.includes('\r\n') ? '\r\n' : '\n'
  if (readFrontMatter(draft.text, '').findings.length === 0) return draft
  const front = readForeignFrontMatter(draft.text, eol)
  return front ? applyEdits(draft, [{ start: 0, end: front.end, text: front.text }]) : draft
}

function mendFirst(text: string): readonly Edit[] {
  const [fault] = parse(text, '').findings
  if (fault?.place.line === undefined) return []
  const start = offsetOf(text, fault.place.line, fault.place.column ?? 1)
  if (fault.check !== 'unreadable-mdx') return withoutTags(text, start)
  const rest = text.slice(start)
  const comment = /^<!--([\s\S]*?)-->/.exec(rest)
  if (comment) return [{ start, end: start + comment[0].length, text: commentOf(comment[1] ?? '') }]
  const address = /^<((?:https?:|mailto:)[^\s<>]+)>/.exec(rest)
  if (address) {
    const link = `[${address[1]}](${address[1]})`
    return [{ start, end: start + address[0].length, text: link }]
  }
  if (/^(?:import|export)\b/.test(rest)) return [{ start, end: start, text: ' ' }]
  const sign = /^[<{]/.exec(rest)?.[0]
  return sign ? [{ start, end: start + 1, text: `\\${sign}` }] : []
}

/** Removes the tags of an element that is unknown, or has what is unknown in it, and keeps its content. */
function withoutTags(text: string, start: number): readonly Edit[] {
  // The innermost one: of those that begin before the place, the last.
  const node = nodesOf(readMdx(text), 'mdxJsxFlowElement', 'mdxJsxTextElement')
    .filter((element) => startOf(element) <= start && start < endOf(element))
    .at(-1)
  if (!node) return []
  const what = /^[A-Z]/.test(node.name ?? '') ? 'component' : 'element'
  const note = `unknown ${what} <${node.name}>; its words stay`
  const [first, last] = [node.children?.at(0), node.children?.at(-1)]
  if (!first || !last) return [{ start, end: endOf(node), text: '', note }]
  return [
    { start, end: startOf(first), text: '', note },
    { start: endOf(last), end: endOf(node), text: '', note },
  ]
}

/** Offset of a 1-based line and column. */
function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n').slice(0, line - 1)
  return lines.reduce((sum, each) => sum + each.length + 1, 0) + column - 1
}
