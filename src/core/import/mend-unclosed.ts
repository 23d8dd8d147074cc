/** Mends comments and scripts without an end, which would swallow the rest of the file. */
import { applyEdits, type Edit, type ImportDraft } from './draft.ts'
import { holdsBlocks, type MarkdownNode, readMarkdown, withParents } from './markdown.ts'
import { startOf } from './range.ts'

interface Opening {
  readonly opening: RegExp
  readonly closing: RegExp
}

/** How each starts, and how it would end. */
const OPENINGS: readonly Opening[] = [
  { opening: /^<!--/, closing: /^<!--(?:-?>|[\s\S]*?-->)/ },
  { opening: /^<\?/, closing: /\?>/ },
  { opening: /^<!\[CDATA\[/, closing: /\]\]>/ },
  { opening: /^<![A-Z]/i, closing: />/ },
  { opening: /^<script\b/i, closing: /<\/script\s*>/i },
  { opening: /^<style\b/i, closing: /<\/style\s*>/i },
  { opening: /^<pre\b/i, closing: /<\/pre\s*>/i },
  { opening: /^<textarea\b/i, closing: /<\/textarea\s*>/i },
]

/** Puts a backslash before each of them, so that the text after it is read. */
export function mendUnclosed(draft: ImportDraft): ImportDraft {
  const edits = [...withParents(readMarkdown(draft.text))]
    .filter(({ node, parent }) => node.type === 'html' && isUnclosed(node, parent))
    .map(({ node }): Edit => {
      const start = startOf(node)
      const note = 'never closed, so its words are shown'
      return { start, end: start + 1, text: '\\<', note }
    })
  return edits.length === 0 ? draft : mendUnclosed(applyEdits(draft, edits))
}

/** Only an unclosed block swallows the text after it; a tag inside a line does not. */
function isUnclosed({ value = '' }: MarkdownNode, parent: MarkdownNode | undefined): boolean {
  if (!parent || !holdsBlocks(parent)) return false
  const found = OPENINGS.find(({ opening }) => opening.test(value))
  return found !== undefined && !found.closing.test(value)
}
