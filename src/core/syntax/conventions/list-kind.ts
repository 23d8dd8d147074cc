/** Which items a list under a heading holds: those of its kind, or something else. */
import { type Kind, type KindTable, rowOf } from '../../model/kinds.ts'
import { foldLetters } from '../../text/letters.ts'
import { type Node, textOf } from '../tree.ts'
import { readLabel } from './label.ts'
import { leadsTo } from './lead-in.ts'
import type { Held } from './list.ts'

/** A labelled node that stands somewhere behind a list. */
export interface NamedAfter {
  readonly at: number
  readonly kind: Kind
  /** What it is called, with its label and without. */
  readonly titles: readonly string[]
}

/** What a node is called that has a label; `[]` for others. */
export function namedIn(node: Node, at: number, kinds: KindTable): readonly NamedAfter[] {
  const text = textOf(node)
  const label = readLabel(text, kinds, node.type === 'heading')
  if (!label) return []
  return [
    { at, kind: label.kind, titles: [foldLetters(text.slice(label.length)), foldLetters(text)] },
  ]
}

/** What a list under a heading holds, by its lead-in and by what follows. */
export function heldBy(
  node: Node,
  named: () => readonly NamedAfter[],
  { kind, lead, kinds }: ListContext,
): Held {
  if (kind === undefined) return {}
  const leads = lead === undefined ? 'items' : leadsTo(lead, rowOf(kind, kinds))
  if (leads !== 'items') return leads === 'unsure' ? { doubt: kind } : { other: true }
  return namesWhatFollows(node, named(), kind) ? { other: true } : { kind }
}

// Matches "(a) people can complain" and "ii. recover the cost": lists in law are paragraphs; so are lists with
// traffic lights, "🔴 Parts run out".
const RE_LETTERED = /^(?:\([a-z]\)|[ivx]{1,4}[.)]|[🔴🟠🟡🟢])\s+\S/u

/** Whether a paragraph is one of the list for which its section waits. */
export function isLettered(
  node: Node,
  { kind, lead }: Pick<ListContext, 'kind' | 'lead'>,
  { kinds, repeats }: { readonly kinds: KindTable; readonly repeats?: true },
): boolean {
  const text = textOf(node)
  if (kind === undefined || repeats || !RE_LETTERED.test(text) || /\s\([b-z]\)\s/.test(text))
    return false
  return lead === undefined || leadsTo(lead, rowOf(kind, kinds)) === 'items'
}

/** Whether entries are the names of items that have headings or labels of their own below. */
function namesWhatFollows(
  { children: entries = [] }: Node,
  named: readonly NamedAfter[],
  kind: Kind,
): boolean {
  const titles = named.flatMap((one) => (one.kind === kind ? one.titles : []))
  return entries.some((entry) => {
    const name = foldLetters(textOf(entry))
    return name !== '' && titles.some((title) => title === name || title.startsWith(`${name} `))
  })
}

interface ListContext {
  /** The kind of which the heading speaks. */
  readonly kind: Kind | undefined
  /** The words that lead to the list. */
  readonly lead: string | undefined
  readonly kinds: KindTable
}
