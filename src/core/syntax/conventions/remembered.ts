/** What the walk remembers of headings, lead-ins and lists for the blocks after them. */
import { isLike, type Kind } from '../../model/kinds.ts'
import { type Node, type Point, textOf } from '../tree.ts'
import type { Block, ItemBlock } from './block.ts'
import { isBoldLine, isItalicLine } from './bold-line.ts'
import type { Context } from './context.ts'
import {
  type HeadingKinds,
  headingKindsOf,
  isSort,
  RAID,
  RE_RANKED,
  readHeading,
} from './heading.ts'
import { kindLedTo } from './lead-in.ts'
import { isDecided } from './series.ts'
/** What the walk remembers between blocks. */
export interface Walk {
  /** The kind whose items the next list holds. */
  kind: Kind | undefined
  /** The headings around, outermost first, with the kinds of which they speak. */
  headings: (HeadingKinds & { readonly level: number; readonly title: string })[]
  /** The last paragraph above that ends in a colon, with nothing but prose behind it. */
  lead: string | undefined
  /** What the last list of its section held, and the last words that led to it. */
  taken?: { readonly kind: Kind; readonly tail: string } | undefined
  /** The heading item that takes in what follows. */
  open: { item: ItemBlock; blocks: Block[]; end?: Point | undefined } | undefined
}

/** Remembers what a block says of those after it. */
export function note(block: Block, node: Node, state: Walk, context: Context): void {
  const { kinds, repeats, isRecord } = context
  const { lead } = state

  // Prose between a lead-in and its list takes nothing back.
  const isProse = block.type === 'lead-in' || block.type === 'prose'
  if (!isProse) state.lead = undefined
  else if (/[:：]\s*$/.test(block.words.text)) state.lead = block.words.text
  const opened = openedBy(block, node, { ...state, kinds, repeats })
  if (opened) {
    while ((state.headings.at(-1)?.level ?? 0) >= opened.level) state.headings.pop()
    const said = saidBy(opened.title, state, context)
    const { kind } = said
    state.headings.push({ ...opened, ...said })
    const isOfRecord = (['option', 'decision'] as const).some(
      (like) => isRecord && kind !== undefined && isLike(kind, like, kinds),
    )
    state.kind = isOfRecord ? undefined : kind
  }
  if (block.type === 'heading') state.taken = undefined
  const isTaken = block.type === 'list' && block.entries.some(({ type }) => type === 'item')
  // "Actions agreed:" says as much as a heading does, where none speaks of its kind.
  const isFree = !repeats && !isRecord && !state.open
  const near = state.headings.at(-1)?.kinds ?? context.near
  if (isFree && isProse && state.lead === block.words.text) {
    const decided = isDecided(state.lead, { ...context, near }) ? ('decision' as const) : undefined
    const led = kindLedTo(state.lead, kinds)
    const like = tailOf(state.lead) === state.taken?.tail ? state.taken.kind : undefined
    state.kind = state.kind === undefined ? (decided ?? led ?? like) : (led ?? state.kind)
  }
  const [first] = block.type === 'list' ? block.entries : []
  if (lead !== undefined && first?.type === 'item' && first.id === undefined)
    state.taken = { kind: first.kind, tail: tailOf(lead) }
  // What stands under a heading's own items is about these.
  const isNamed = block.type === 'item' && (block.id !== undefined || block.how === 'heading')
  if (isTaken || holdsItems(block) || isNamed) state.kind = undefined
  if (block.type === 'list' && !isTaken && block.doubt === undefined && block.other === undefined)
    state.kind = undefined
}

/** The heading that a block is, or the line that stands for one; `undefined` for any other. */
function openedBy(
  block: Block,
  node: Node,
  {
    kind,
    lead,
    headings,
    kinds,
    repeats,
  }: Walk & Pick<Context, 'kinds'> & { readonly repeats: true | undefined },
): { readonly level: number; readonly title: string } | undefined {
  if (block.type === 'heading') return { level: block.level, title: block.title }
  if (repeats || block.type !== 'prose') return undefined
  const title = textOf(node).trim()
  const names = readHeading(title, kinds).kind !== undefined
  // "Clerks need to:" leads to a list, also with prose between; a question is asked of what its section holds.
  const isLead = kind !== undefined && lead === block.words.text && !isSort(title) && !names
  if ((isBoldLine(node) || isSort(title)) && !/\?\W*$/.test(title) && !isLead)
    return { level: BOLD_LEVEL + (node.depth ?? MOST_HASHES) / 10, title }
  const isSlanted = isItalicLine(node) && (names || headings.at(-1)?.level === ITALIC_LEVEL)
  return isSlanted ? { level: ITALIC_LEVEL, title } : undefined
}

/** Of which kinds a title speaks, by those around it too. */
function saidBy(title: string, { headings }: Walk, { kinds, isRanked }: Context): HeadingKinds {
  const said = headingKindsOf(title, headings.at(-1), kinds)
  const isRank = isRanked && said.kinds.length === 0 && RE_RANKED.test(title)
  const isRaid = headings.some((one) => /\braid\b/i.test(one.title))
  const named = isRank ? 'requirement' : isRaid ? RAID.get(title) : undefined
  return named ? { kinds: [named], kind: named } : said
}

/** The last words of a lead-in, which may lead to another list of the same kind: "Clerks need to:". */
function tailOf(lead: string): string {
  return lead
    .replace(/[\s:：*]+$/, '')
    .split(/\s+/)
    .slice(-2)
    .join(' ')
    .toLowerCase()
}

/** Deeper than any heading; a heading in a record is no section, and yet is below those with fewer hashes. */
const BOLD_LEVEL = 7
const MOST_HASHES = 6
/** A line in italics names a kind below a bold one, and ends where the next such line stands. */
const ITALIC_LEVEL = 8

/** Whether a component holds the list of items for which its section was waiting. */
function holdsItems(block: Block): boolean {
  return block.type === 'element' && block.blocks.some((inner) => inner.type === 'list')
}
