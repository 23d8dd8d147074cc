/** Turns the blocks of a Markdown file into MDX, each at its own level. */
import { applyEdits, type Edit, type ImportDraft } from './draft.ts'
import { escapeEverySign } from './escape.ts'
import { holdsBlocks, type MarkdownNode, withParents } from './markdown.ts'
import { isIndented, mendHtml, mendIndentedCode } from './mend-block.ts'
import { type MendContext, mendInline } from './mend-inline.ts'
import { escapeIndentedLines, mendAutolink, mendCodeWords, mendSigns } from './mend-signs.ts'
import { endOf, rawOf, startOf } from './range.ts'

/**
 * How a block is mended. `full`: HTML tags become Markdown. `bare`: tags are removed, because their
 * Markdown signs would be shown as text. `literal`: every sign is shown as it was typed, because
 * words would be lost otherwise.
 */
export type MendLevel = 'full' | 'bare' | 'literal'

/** Mends each top-level block of the draft's tree. */
export function mendBody(
  draft: ImportDraft,
  tree: MarkdownNode,
  { eol, levels }: { eol: string; levels: readonly MendLevel[] },
): ImportDraft {
  const { text } = draft
  const edits = (tree.children ?? []).flatMap((node, index) => {
    const level = levels[index] ?? 'full'
    return level === 'literal'
      ? [mendLiterally(node, text, eol)]
      : mendTop(node, { text, eol, isBare: level === 'bare' })
  })
  return applyEdits(draft, [...edits, ...mendRule(text)])
}

/** A block that shows each sign as it was typed. */
function mendLiterally(node: MarkdownNode, text: string, eol: string): Edit {
  const note = 'shown as it was typed, sign by sign: nothing less kept its words'
  const made = `${eol}${escapeEverySign(rawOf(node, text), eol)}${eol}`
  return { start: startOf(node), end: endOf(node), text: made, note }
}

/** Changes `---` or `+++` in the first line, which would open front matter. */
function mendRule(text: string): readonly Edit[] {
  if (/^---[ \t]*(?:\r?\n|$)/.test(text)) return [{ start: 0, end: 3, text: '***' }]
  return /^\+\+\+[ \t]*(?:\r?\n|$)/.test(text) ? [{ start: 0, end: 1, text: '\\+' }] : []
}

/** Edits for one top-level block and everything inside it. */
function mendTop(node: MarkdownNode, treatment: MendContext): readonly Edit[] {
  const root: MarkdownNode = { type: 'root', children: [node] }
  const edits = [...withParents(root)].flatMap(({ node: inner }) => [
    ...mendChildren(inner, treatment),
    ...(holdsBlocks(inner) ? [] : mendInline(inner, treatment)),
  ])
  return [
    ...edits,
    ...mendSigns(node, treatment),
    ...mendCodeWords(node, treatment.text),
    ...escapeIndentedLines(root, treatment.text),
  ]
}

function mendChildren(parent: MarkdownNode, treatment: MendContext): readonly Edit[] {
  const { text } = treatment
  return (parent.children ?? []).flatMap((node): readonly Edit[] => {
    if (node.type === 'html' && holdsBlocks(parent)) return [mendHtml(node, treatment)]
    if (node.type === 'code' && isIndented(node, text)) return [mendIndentedCode(node, treatment)]
    return node.type === 'link' ? mendAutolink(node, text) : []
  })
}
