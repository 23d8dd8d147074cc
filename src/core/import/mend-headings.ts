/** Mends headings as other tools write them: `## **Words** {#name}`, and bold lines where there are none. */
import { textOf } from '../syntax/tree.ts'
import { countWords } from '../text/sentences.ts'
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

/** Takes the names out of headings, and the bold that a heading has anyway; bold lines become headings where a file has no other. */
export function mendHeadings(given: ImportDraft): MendedHeadings {
  const draft = applyEdits(given, headingsByLooks(given.text))
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

// Matches "2.", "2.0" and "2.1" in front of the words of a heading.
const RE_NUMBER = /^(\d+)(?:\.(\d+))?(?:\.\d+)*[.)]?\s+\p{L}/u
/** Fewer bold lines are words that stand out. */
const FEWEST = 3
/** A longer line is no heading. */
const MOST_WORDS = 12

/** Edits that make headings of bold lines in a text that has none, as converters of Word leave it. */
function headingsByLooks(text: string): readonly Edit[] {
  const { children = [] } = readMarkdown(text)
  if (children.some(({ type }) => type === 'heading')) return []
  const lines = children.filter((node) => isBoldLine(node))
  const numbered = lines.filter((node) => RE_NUMBER.test(textOf(node)))
  if (lines.length < FEWEST || numbered.length < 2) return []
  let depth = 1
  return lines.flatMap((node, index): readonly Edit[] => {
    const [only] = node.children ?? []
    const [inner] = only?.children ?? []
    const last = only?.children?.at(-1)
    if (!only || !inner || !last) return []
    const [, , part = '0'] = RE_NUMBER.exec(textOf(node)) ?? []
    const isNumbered = numbered.includes(node)
    // Below a numbered one stands what has no number.
    const level = index === 0 && !isNumbered ? 1 : isNumbered ? (part === '0' ? 2 : 3) : depth + 1
    if (isNumbered) depth = level
    const note = `"${textOf(node)}": a heading by its looks`
    return [
      { start: startOf(node), end: startOf(inner), text: `${'#'.repeat(level)} `, note },
      { start: endOf(last), end: endOf(node), text: '', quiet: true },
    ]
  })
}

/** A paragraph of one line that is bold from end to end, and no sentence. */
function isBoldLine({ type, children: [only, ...others] = [] }: MarkdownNode): boolean {
  const isBold = type === 'paragraph' && only?.type === 'strong' && others.length === 0
  const words = isBold ? textOf(only).trim() : ''
  const isLine = words !== '' && !/\n/.test(words) && countWords(words) <= MOST_WORDS
  return isLine && !/[.!?:;,]$/.test(words) && !words.startsWith('#')
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
