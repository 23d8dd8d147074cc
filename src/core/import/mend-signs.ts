/** Mends what is text in Markdown but syntax in MDX: `<`, `{`, `import`, deeply indented lines. */
import type { Edit } from './draft.ts'
import { escapeAddress, escapeLineStart, escapeWords, startsCode } from './escape.ts'
import { holdsBlocks, type MarkdownNode, withParents } from './markdown.ts'
import { codeRanges, type MendContext } from './mend-inline.ts'
import { endOf, rawOf, startOf } from './range.ts'

interface Range {
  readonly start: number
  readonly end: number
}

/** Puts a backslash before each `<` and `{` that is text. */
export function mendSigns(block: MarkdownNode, treatment: MendContext): readonly Edit[] {
  const { text } = treatment
  const kept = [...withParents(block)].flatMap(({ node }): readonly Range[] => [
    ...rangesKept(node, text),
    ...codeRanges(node, treatment),
  ])
  const sorted = kept.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const edits: Edit[] = []
  let done = startOf(block)
  for (const { start, end } of [...sorted, { start: endOf(block), end: endOf(block) }]) {
    if (start > done) edits.push(...signsIn(text, done, start))
    done = Math.max(done, end)
  }
  return edits
}

// Matches an escaped sign, or a sign that needs a backslash.
const RE_SIGN = /\\[!-/:-@[-`{-~]|[<{]/g

function signsIn(text: string, start: number, end: number): readonly Edit[] {
  return [...text.slice(start, end).matchAll(RE_SIGN)]
    .filter(([found]) => found.length === 1)
    .map(({ index, 0: found }) => ({
      start: start + index,
      end: start + index + 1,
      text: `\\${found}`,
    }))
}

/** The ranges of a node that take no backslash: code, tags, and the addresses of links. */
function rangesKept(node: MarkdownNode, text: string): readonly Range[] {
  const range = { start: startOf(node), end: endOf(node) }
  switch (node.type) {
    case 'code':
    case 'inlineCode':
    case 'html':
    case 'definition':
      return [range]
    case 'link': {
      const last = node.children?.at(-1)
      const isAutolink = text[range.start] !== '['
      return [isAutolink ? range : { start: last ? endOf(last) : range.start, end: range.end }]
    }
    case 'image': {
      const at = rawOf(node, text).lastIndexOf('](')
      return at === -1 ? [range] : [{ start: range.start + at, end: range.end }]
    }
    default:
      return []
  }
}

/** Turns `<https://a.uk>` and `https://a.uk/{id}` into links with the address as their words. */
export function mendAutolink(node: MarkdownNode, text: string): readonly Edit[] {
  const raw = rawOf(node, text)
  const isBare = !/^[<[]/.test(raw)
  if (raw.startsWith('[') || (isBare && !raw.includes('{'))) return []
  const words = isBare ? raw : raw.slice(1, -1)
  const link = `[${escapeWords(words)}](${escapeAddress(node.url ?? words)})`
  return [{ start: startOf(node), end: endOf(node), text: link }]
}

/** Puts a space before a block in the first column whose first word MDX would read as code. */
export function mendCodeWords(block: MarkdownNode, text: string): readonly Edit[] {
  const start = startOf(block)
  const line = text.slice(start, start + 20).split(/[\r\n]/)[0] ?? ''
  if (block.position?.start.column !== 1 || !startsCode(line)) return []
  const [word = ''] = line.split(/[^a-z]/)
  const note = 'a space, so that it is not read as code'
  return [{ start, end: start + word.length, text: ` ${word}`, note }]
}

// Matches a further line of a paragraph that is indented by four columns or more.
const RE_INDENTED = /(?:\r\n|\n|\r)([ \t>]*(?: {4}|\t))([^\s][^\r\n]*)/g

/**
 * Escapes the start of deeply indented lines. In Markdown such a line continues its paragraph; in
 * MDX it could start a list or the like.
 */
export function escapeIndentedLines(tree: MarkdownNode, text: string): readonly Edit[] {
  return [...withParents(tree)]
    .filter(({ node, parent }) => node.type === 'paragraph' && parent && holdsBlocks(parent))
    .flatMap(({ node }) =>
      [...rawOf(node, text).matchAll(RE_INDENTED)].flatMap((match): readonly Edit[] => {
        const [whole, , words = ''] = match
        const made = escapeLineStart(words)
        if (made === words) return []
        const sign = made.indexOf('\\')
        const start = startOf(node) + match.index + whole.length - words.length + sign
        return [{ start, end: start + 1, text: `\\${words[sign] ?? ''}` }]
      }),
    )
}
