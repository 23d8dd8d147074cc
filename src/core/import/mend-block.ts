/** HTML and indented code that stand as blocks of their own. */
import type { Edit } from './edit.ts'
import { fenced } from './emphasis.ts'
import { escapeWords } from './escape.ts'
import { linesOfHtml } from './html-block.ts'
import { childrenOf, type Html, isElement, isHidden, namesIn, readHtml } from './html-tree.ts'
import type { Written } from './markdown.ts'
import type { Treatment } from './mend-inline.ts'
import { isPlaceholder, PLACEHOLDER } from './placeholder.ts'
import { behindLine, endOf, isApart, lineStartOf, prefixAt, rawOf, startOf } from './range.ts'
import { isKnown } from './tags.ts'

/** A block of HTML as Markdown in the same place. */
export function mendHtml(node: Written, { text, eol }: Treatment): Edit {
  const html = node.value ?? ''
  const lines = linesOf(html)
  const start = startOf(node)
  const prefix = prefixAt(text, start)
  const blank = prefix.trimEnd()
  const [first = '', ...others] = lines
  // What was cut at the end of the text may hold its last line end.
  const end = start + rawOf(node, text).trimEnd().length
  const made = [
    ...(lines.length > 0 && needsLineBefore(text, start) ? ['', prefix + first] : [first]),
    ...others.map((line) => (line === '' ? blank : prefix + line)),
    ...(lines.length > 0 && needsLineAfter(text, end) ? [blank] : []),
  ]
  const note = isPlaceholder(html) ? PLACEHOLDER : noteOf(readHtml(html))
  const isGone = lines.length === 0 && isApart(text, start)
  return {
    start,
    end: isGone ? behindLine(text, end) : end,
    text: made.join(eol),
    ...(note ? { note } : {}),
  }
}

function linesOf(html: string): readonly string[] {
  if (isPlaceholder(html)) return [escapeWords(html.trim()).replace(/\s+/g, ' ')]
  return linesOfHtml(html)
}

/** Code that only its indent makes code: MDX reads none, so it gets a fence. */
export function mendIndentedCode(node: Written, { text, eol }: Treatment): Edit {
  const start = startOf(node)
  const prefix = prefixAt(text, start)
  const lines = fenced(node.value ?? '')
  const made = lines.map((line, index) => (index === 0 ? line : prefix + line))
  const note = 'indented code, which needs a fence'
  return { start, end: endOf(node), text: made.join(eol), note }
}

/** Whether code has no fence. */
export function isIndented(node: Written, text: string): boolean {
  return /^[ \t]/.test(rawOf(node, text))
}

/** Whether the line before holds words, so that the block would run on from it. */
function needsLineBefore(text: string, start: number): boolean {
  const lineStart = lineStartOf(text, start)
  if (/[^ \t>]/.test(text.slice(lineStart, start)) || lineStart === 0) return false
  const before = text.slice(lineStartOf(text, lineStart - 1), lineStart)
  return /[^\s>]/.test(before)
}

/** Whether words stand in the line after; HTML makes an empty line of its own. */
function needsLineAfter(text: string, end: number): boolean {
  return /^[ \t]*(?:\r\n|\n|\r)[ \t>]*[^\s><]/.test(text.slice(end, end + 2000))
}

function noteOf(nodes: readonly Html[]): string | undefined {
  const hidden = [...new Set(hiddenIn(nodes))]
  const unknown = namesIn(nodes).filter((name) => !isKnown(name))
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
