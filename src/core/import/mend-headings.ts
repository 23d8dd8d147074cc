/** Mends headings as Google Docs and Pandoc write them: `## **Words** {#name}`. */
import { textOf } from '../syntax/tree.ts'
import { applyEdits, type Edit, type ImportDraft } from './draft.ts'
import { type MarkdownNode, nodesOf, readMarkdown } from './markdown.ts'
import { endOf, rawOf, startOf } from './range.ts'

interface MendedHeadings {
  readonly draft: ImportDraft
  /** Name to which links lead → the words of its heading. */
  readonly anchors: ReadonlyMap<string, string>
}

// Matches " {#name}" or " {#name .class}" at the end of a heading.
const RE_ANCHOR = /(?<![ \t])[ \t]*\\?\{#([^\s{}]+)(?:\s[^{}]*)?\}[ \t]*$/

/** Takes the names out of headings, and the bold that a heading has anyway. */
export function mendHeadings(draft: ImportDraft): MendedHeadings {
  const anchors = new Map<string, string>()
  const edits: Edit[] = []
  for (const node of nodesOf(readMarkdown(draft.text), 'heading')) {
    const raw = rawOf(node, draft.text).split(/\r?\n/)[0] ?? ''
    const [found, name] = RE_ANCHOR.exec(raw) ?? []
    if (found !== undefined && name !== undefined) {
      const start = startOf(node) + raw.length - found.length
      const note = 'a name for links: they lead to the heading by its words'
      edits.push({ start, end: start + found.length, text: '', note })
      const words = textOf(node).replace(RE_ANCHOR, '').trim()
      if (!anchors.has(name)) anchors.set(name, words)
    }
    edits.push(...plainEdits(node, draft.text))
  }
  return { draft: applyEdits(draft, edits), anchors }
}

/** Edits that take the signs off a heading that is bold from end to end. */
function plainEdits(node: MarkdownNode, text: string): readonly Edit[] {
  const [first, ...others] = node.children ?? []
  const isRest = others.every(({ value = '' }) => value.replace(RE_ANCHOR, '').trim() === '')
  const [inner] = first?.children ?? []
  const last = first?.children?.at(-1)
  if (first?.type !== 'strong' || !inner || !last || !isRest) return []
  const note = 'a heading is bold anyway'
  if (text.slice(startOf(inner)).startsWith('#')) return []
  return [
    { start: startOf(first), end: startOf(inner), text: '', note },
    { start: endOf(last), end: endOf(first), text: '', quiet: true },
  ]
}
