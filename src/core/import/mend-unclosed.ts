/** Comments and scripts that are never closed: they would take the rest of the file with them. */
import { type Draft, type Edit, edited } from './edit.ts'
import { holdsBlocks, readMarkdown, type Written, withParents } from './markdown.ts'
import { startOf } from './range.ts'

interface Opening {
  readonly opening: RegExp
  readonly closing: RegExp
}

/** What opens such a stretch, and what would close it. */
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

/** The draft with a backslash before each of them, so that what follows is read. */
export function mendUnclosed(draft: Draft): Draft {
  const edits = [...withParents(readMarkdown(draft.text))]
    .filter(({ node, parent }) => node.type === 'html' && isUnclosed(node, parent))
    .map(({ node }): Edit => {
      const start = startOf(node)
      const note = 'never closed, so its words are shown'
      return { start, end: start + 1, text: '\\<', note }
    })
  return edits.length === 0 ? draft : mendUnclosed(edited(draft, edits))
}

/** A tag inside a line is a piece of its own; only as a block it takes what follows. */
function isUnclosed({ value = '' }: Written, parent: Written | undefined): boolean {
  if (!parent || !holdsBlocks(parent)) return false
  const found = OPENINGS.find(({ opening }) => opening.test(value))
  return found !== undefined && !found.closing.test(value)
}
