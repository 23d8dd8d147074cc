/** A file's blocks as MDX, each with as much care as it needs. */
import { type Draft, type Edit, edited } from './edit.ts'
import { literal } from './escape.ts'
import { holdsBlocks, readMdx, type Written, withParents } from './markdown.ts'
import { isIndented, mendHtml, mendIndentedCode } from './mend-block.ts'
import { mendInline, type Treatment } from './mend-inline.ts'
import { mendAutolink, mendCodeWords, mendDeepLines, mendSigns } from './mend-signs.ts'
import { mendNotes } from './notes.ts'
import { endOf, rawOf, startOf } from './range.ts'

/**
 * How a block is mended. `full`: tags become Markdown. `bare`: tags go, in case their signs would
 * be shown. `literal`: every sign is shown as it was typed, in case words would be lost.
 */
export type Care = 'full' | 'bare' | 'literal'

/** Mends each top-level block of the draft's tree, then the footnotes. */
export function mendBody(
  draft: Draft,
  tree: Written,
  { eol, cares }: { eol: string; cares: readonly Care[] },
): Draft {
  const { text } = draft
  const edits = (tree.children ?? []).flatMap((node, index) => {
    const care = cares[index] ?? 'full'
    return care === 'literal'
      ? [mendLiterally(node, text, eol)]
      : mendTop(node, { text, eol, isBare: care === 'bare' })
  })
  const mended = edited(draft, [...edits, ...mendRule(text)])
  if (!mended.text.includes('[^')) return mended
  try {
    return edited(mended, mendNotes(readMdx(mended.text), mended.text, eol))
  } catch {
    return mended // can't be read: the caller finds out where, and takes more care
  }
}

/** A stretch that shows each sign as it was typed. */
function mendLiterally(node: Written, text: string, eol: string): Edit {
  const note = 'shown as it was typed, sign by sign: nothing less kept its words'
  const made = `${eol}${literal(rawOf(node, text), eol)}${eol}`
  return { start: startOf(node), end: endOf(node), text: made, note }
}

/** `---` and `+++` as the first line would open front matter. */
function mendRule(text: string): readonly Edit[] {
  if (/^---[ \t]*(?:\r?\n|$)/.test(text)) return [{ start: 0, end: 3, text: '***' }]
  return /^\+\+\+[ \t]*(?:\r?\n|$)/.test(text) ? [{ start: 0, end: 1, text: '\\+' }] : []
}

/** Edits for one block of the file and all in it. */
function mendTop(node: Written, treatment: Treatment): readonly Edit[] {
  const root: Written = { type: 'root', children: [node] }
  const edits = [...withParents(root)].flatMap(({ node: inner }) => [
    ...mendChildren(inner, treatment),
    ...(holdsBlocks(inner) ? [] : mendInline(inner, treatment)),
  ])
  return [
    ...edits,
    ...mendSigns(node, treatment),
    ...mendCodeWords(node, treatment.text),
    ...mendDeepLines(root, treatment.text),
  ]
}

function mendChildren(parent: Written, treatment: Treatment): readonly Edit[] {
  const { text } = treatment
  return (parent.children ?? []).flatMap((node): readonly Edit[] => {
    if (node.type === 'html' && holdsBlocks(parent)) return [mendHtml(node, treatment)]
    if (node.type === 'code' && isIndented(node, text)) return [mendIndentedCode(node, treatment)]
    return node.type === 'link' ? mendAutolink(node, text) : []
  })
}
