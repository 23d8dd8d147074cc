/** A blockquote: what was said, sentence by sentence, and who said it. */
import { countWords } from '../../text/sentences.ts'
import { cutInline, element, type Node, textOf, walk } from '../tree.ts'
import type { QuoteBlock, Words } from './block.ts'
import { baseOf, type Context, mark } from './context.ts'
import { markSentences, wordsOf } from './words.ts'

// Matches "— Head of procurement, participant 3".
const RE_BY = /^\s*(?:[—–]|--?)\s*/
// Matches "— Hall manager" behind "… on Sundays.", and on a line of its own; not "We waited — nobody came".
const RE_TAIL = /(?<=\n|["”'’».!?…][ \t]*)(?:[—–]|--)[ \t]*(?=\S)[^\n—–.!?"“”]{2,60}\s*$/
/** A last paragraph without a full stop and of up to this many words names who spoke. */
const BY_WORDS = 8

/** A quote with one of these in it cannot be shown sentence by sentence. */
const NO_FLOW = new Set(['list', 'table', 'code', 'mdxJsxFlowElement'])

/** Reads a blockquote. One that holds a list or a table stays in one piece. */
export function readQuote(node: Node, context: Context): QuoteBlock {
  const base = baseOf(node, context)
  const children = apart(node.children ?? [])
  const last = children.at(-1)
  // A picture says nothing that somebody could have said.
  const hasWords = children.slice(0, -1).some((child) => textOf(child).trim() !== '')
  const by = hasWords && last?.type === 'paragraph' && namesSpeaker(textOf(last)) ? last : undefined
  const said = by ? children.slice(0, -1) : children
  let n = 0
  const markSaid = (child: Node): Node => {
    if (child.type === 'blockquote')
      return { ...child, children: (child.children ?? []).map(markSaid) }
    if (child.type !== 'paragraph') return child
    const { nodes } = markSentences(child.children ?? [], base.at, n)
    n += nodes.filter((part) => part.name === 'Sentence').length
    return { ...child, children: nodes }
  }
  const marked = said.map(markSaid)
  const speaker = by ? [element('QuotedBy', { at: base.at }, by.children ?? [])] : []
  const paragraphs = paragraphsOf(said, context)
  return {
    ...base,
    type: 'quote',
    words: {
      ...wordsOf(said, context.citations),
      sentences: paragraphs.flatMap(({ sentences }) => sentences),
    },
    paragraphStarts: openings(paragraphs),
    ...(by ? { by: named(wordsOf([by], context.citations)) } : {}),
    flows: said.flatMap((child) => [...walk(child)]).every((child) => !NO_FLOW.has(child.type)),
    node: mark('Quotation', base.at, [{ ...node, children: marked }, ...speaker]),
  }
}

/** Without the dash before a name: every output sets its own. */
function named(words: Words): Words {
  return { ...words, text: words.text.replace(RE_BY, '') }
}

/** The words that name who spoke as a paragraph of their own, where they end that of what was said. */
function apart(children: readonly Node[]): readonly Node[] {
  const last = children.at(-1)
  const before = children.at(-2)
  // "- Mary" below what was said begins a list.
  const [only, ...others] = last?.type === 'list' && !last.ordered ? (last.children ?? []) : []
  const said = before ? textOf(before) : ''
  if (last && only && others.length === 0 && RE_SAID.test(said) && namesSpeaker(textOf(only)))
    return [...children.slice(0, -1), ...(only.children ?? [])]
  if (last?.type !== 'paragraph') return children
  const at = RE_TAIL.exec(textOf(last))?.index ?? 0
  if (at === 0) return children
  const [words, [first, ...by]] = cutInline(last.children ?? [], at)
  const dashed = first?.value ? [{ ...first, value: first.value.replace(RE_BY, '— ') }] : []
  const speaker = { ...last, children: [...dashed, ...by] }
  return [...children.slice(0, -1), { ...last, children: words }, speaker]
}

// Matches "… on Sundays.", which somebody said.
const RE_SAID = /[.!?…]["'”’»)]*\s*$/

function namesSpeaker(text: string): boolean {
  return RE_BY.test(text) || (countWords(text) <= BY_WORDS && !RE_SAID.test(text))
}

/** Sentences as they are marked: none runs from one paragraph into the next. */
function paragraphsOf(said: readonly Node[], { citations }: Context): readonly Words[] {
  return said
    .flatMap((child) => [...walk(child)])
    .filter((child) => child.type === 'paragraph')
    .map((child) => wordsOf([child], citations))
}

function openings(paragraphs: readonly Words[]): readonly number[] {
  let n = 1
  const firsts = paragraphs.map(({ sentences }) => {
    n += sentences.length
    return n - sentences.length
  })
  return firsts.slice(1)
}
