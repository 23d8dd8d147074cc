/** Mends HTML blocks and indented code. */
import type { Edit } from './draft.ts'
import { fencedCode } from './emphasis.ts'
import { escapeWords } from './escape.ts'
import { linesOfHtml } from './html-block.ts'
import { childrenOf, type Html, isElement, isHidden, namesIn, readHtml } from './html-tree.ts'
import type { MarkdownNode } from './markdown.ts'
import type { MendContext } from './mend-inline.ts'
import { isPlaceholder, PLACEHOLDER } from './placeholder.ts'
import {
  afterLineEnd,
  containerPrefixAt,
  endOf,
  followsBlankLine,
  lineStartOf,
  rawOf,
  startOf,
} from './range.ts'
import { isKnownTag } from './tags.ts'

/** Replaces a block of HTML with Markdown. */
export function mendHtml(node: MarkdownNode, { text, eol }: MendContext): Edit {
  const html = node.value ?? ''
  const lines = linesOf(html)
  const start = startOf(node)
  const prefix = containerPrefixAt(text, start)
  const blank = prefix.trimEnd()
  const [first = '', ...others] = lines
  // The last block of a text may include the line end.
  const end = start + rawOf(node, text).trimEnd().length
  const made = [
    ...(lines.length > 0 && needsLineBefore(text, start) ? ['', prefix + first] : [first]),
    ...others.map((line) => (line === '' ? blank : prefix + line)),
    ...(lines.length > 0 && needsLineAfter(text, end) ? [blank] : []),
  ]
  const note = isPlaceholder(html) ? PLACEHOLDER : noteOf(readHtml(html))
  const isGone = lines.length === 0 && followsBlankLine(text, start)
  return {
    start,
    end: isGone ? afterLineEnd(text, end) : end,
    text: made.join(eol),
    ...(note ? { note } : {}),
  }
}

function linesOf(html: string): readonly string[] {
  if (isPlaceholder(html)) return [escapeWords(html.trim()).replace(/\s+/g, ' ')]
  return linesOfHtml(html)
}

/** Puts indented code into a fence, because MDX does not read an indent as code. */
export function mendIndentedCode(node: MarkdownNode, { text, eol }: MendContext): Edit {
  const start = startOf(node)
  const prefix = containerPrefixAt(text, start)
  const lines = fencedCode(node.value ?? '')
  const made = lines.map((line, index) => (index === 0 ? line : prefix + line))
  const note = 'indented code, which needs a fence'
  return { start, end: endOf(node), text: made.join(eol), note }
}

/** Whether a code block is indented, without a fence. */
export function isIndented(node: MarkdownNode, text: string): boolean {
  return /^[ \t]/.test(rawOf(node, text))
}

/** Whether the line before has words. Then the block needs an empty line between. */
function needsLineBefore(text: string, start: number): boolean {
  const lineStart = lineStartOf(text, start)
  if (/[^ \t>]/.test(text.slice(lineStart, start)) || lineStart === 0) return false
  const before = text.slice(lineStartOf(text, lineStart - 1), lineStart)
  return /[^\s>]/.test(before)
}

/** Whether the line after has words. HTML there makes its own empty line. */
function needsLineAfter(text: string, end: number): boolean {
  return /^[ \t]*(?:\r\n|\n|\r)[ \t>]*[^\s><]/.test(text.slice(end, end + 2000))
}

function noteOf(nodes: readonly Html[]): string | undefined {
  const hidden = [...new Set(hiddenIn(nodes))]
  const unknown = namesIn(nodes).filter((name) => !isKnownTag(name))
  const notes = [
    ...hidden.map((name) => `what <${name}> holds is no text and was left out`),
    ...unknown.map((name) => `unknown tag <${name}>; its words stay`),
  ]
  return notes.length === 0 ? undefined : notes.join('; ')
}

function hiddenIn(nodes: readonly Html[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return []
    return isHidden(node) ? [node.tagName] : hiddenIn(childrenOf(node))
  })
}
