/** A paragraph: an item, a gap, a figure, a lead-in, or prose with its sentences marked. */
import { kindsOfLetters } from '../../model/ids.ts'
import type { Kind } from '../../model/kinds.ts'
import { type Node, textOf } from '../tree.ts'
import type { Block, ItemBlock } from './block.ts'
import { type CodePlace, isSeriesOf, readCode } from './code-label.ts'
import { baseOf, type Context, mark } from './context.ts'
import { readFigure } from './figure.ts'
import { readGap } from './gap.ts'
import { itemOf } from './item.ts'
import { type Label, readLabel } from './label.ts'
import { RE_STORY } from './stated.ts'
import { readUnnumbered } from './unnumbered.ts'
import { markSentences, wordsOf } from './words.ts'

/** Reads one paragraph; `next` is the node after it, to which a lead-in leads. */
export function readParagraph(node: Node, next: Node | undefined, context: Context): Block {
  const base = baseOf(node, context)
  const inline = node.children ?? []
  const text = textOf(node)
  const label = labelOf(node, text, context)
  if (label) return itemOf(node, context, { ...label, how: 'label', inline })
  // Below the heading of a need it says that need.
  const isFree = !context.repeats && !context.isInItem
  const isOfNeeds = context.within.includes('user-need')
  const isStory = (context.isStories || isOfNeeds) && RE_STORY.test(text)
  if (isFree && (isStory || RE_WAY.test(text) || (isOfNeeds && RE_NEED.test(text))))
    return storyOf(node, context, { kind: 'user-need' })
  const unnumbered = readUnnumbered(node, context)
  if (unnumbered) return storyOf(node, context, unnumbered)
  const words = wordsOf([node], context.citations)
  const gap = context.repeats ? undefined : readGap(text)
  if (gap) return { ...base, type: 'gap', gap, words, node: mark('Gap', base.at, inline) }
  const figure = readFigure(node, context)
  if (figure) return figure
  if (/:\s*$/.test(text) && next && isLedTo(next)) {
    return { ...base, type: 'lead-in', words, node: mark('LeadIn', base.at, inline) }
  }
  const { nodes, quotation } = markSentences(inline, base.at)
  return {
    ...base,
    type: 'prose',
    words,
    ...(quotation ? { quotation } : {}),
    node: mark('Prose', base.at, [{ ...node, children: nodes }]),
  }
}

// Matches "Clerks need a way to find a record because callers forget its number".
const RE_WAY = /^\s*\p{Lu}[^.?!\n]{1,80}\bneeds? a way to\b[^?]{5,}\b(?:because|so that|since)\b/u
// Matches "I need to sign for my father so that he does not have to travel".
const RE_NEED = /^\s*(?:i|we) need\b[^?]*\bso (?:that|i|we)\b/iu

/** An item that is known by what it says, and not by a label. */
export function storyOf(
  node: Node,
  context: Context,
  { kind, length = 0, owner }: { kind: Kind; length?: number; owner?: string },
): ItemBlock {
  const inline = node.children ?? []
  const named = itemOf(node, context, { kind, id: '', length, how: 'label', inline })
  const { id: _, label: __, ...story } = named
  return owner === undefined ? story : { ...story, properties: { owner, ...story.properties } }
}

/** The label of a paragraph or an entry: `Risk R-1: …`, `**R-1** …`. */
export function labelOf(node: Node, text: string, context: Context): Label | undefined {
  if (context.repeats) return undefined
  const [first] = node.children ?? []
  const bold = first?.type === 'strong' ? textOf(first) : ''
  const read = readLabel(text, context.kinds)
  // "Option 3." answers, and says nothing of it.
  const isAnswer = read !== undefined && read.length >= text.length && /\.\s*$/.test(text)
  const label = isAnswer ? undefined : (read ?? lettered(bold, context))
  return label ?? readCode(text, { ...context, ...boldOf(bold, context) })
}

/** `**Option A – keep seven days**`: a letter is an id where it stands in bold with the words that it names. */
function lettered(bold: string, { kinds }: Context): Label | undefined {
  const label = RE_LETTER.test(bold) ? readLabel(bold, kinds, true) : undefined
  return label && label.length < bold.trim().length ? label : undefined
}

// Matches "Option A – keep", in front of bold words.
const RE_LETTER = /^\s*\p{L}[\p{L} ]+ [A-Z]\s*[–—-]\s+\S/u

// Matches an id that is all that stands in bold type, with the sign behind it: "R-1", "G1.".
const RE_BOLD = /^\s*[A-Z]{1,6}[-_–]?\d[\d.]*[a-z]?[:.]?\s*$/

// Matches an id in front of bold words: "NFR1 Availability", "CSF 1 Strategic fit".
const RE_BOLD_START = /^\s*([A-Z]{1,6})[-_– ]?\d[\d.]*[a-z]?\s+\S/

/** In front of other bold words an id is one below a heading that speaks of its kind. */
function boldOf(bold: string, { kinds, within }: Context): Pick<CodePlace, 'stands'> {
  if (RE_BOLD.test(bold)) return { stands: 'bold' }
  const letters = RE_BOLD_START.exec(bold)?.[1]
  if (letters === undefined) return {}
  const possible = kindsOfLetters(letters, kinds)
  const isOf = (kind: Kind) => possible.includes(kind) || isSeriesOf(letters, kind, kinds)
  return within.some(isOf) ? { stands: 'bold' } : {}
}

const LED_TO = new Set(['list', 'blockquote', 'table', 'code'])

/** Whether words that end in ":" can lead to a node. A `<Step>` counts as what it holds. */
function isLedTo({ type, name, children }: Node): boolean {
  const [first] = children ?? []
  return LED_TO.has(type) || (name === 'Step' && first !== undefined && isLedTo(first))
}
