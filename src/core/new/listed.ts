/** Where a new objective, option, risk and the like goes: behind the last one, or into its section. */
import { type Kind, type KindTable, rowOf, withinSentence } from '../model/kinds.ts'
import type { CaseSpots, ItemSpot } from './case-spots.ts'
import { type Insertion, isTightBelow, type Refusal } from './insertion.ts'
import { labelStyle, plainLabel } from './label.ts'
import { type Known, nextNumber } from './number.ts'
import { besides, isApart, type Spot } from './spot.ts'
import { insertBlock, insertEntry, insertFirstEntry, isTightItem, type NewEntry } from './write.ts'

export function placeListed(
  known: Known,
  { kind, text }: { readonly kind: Kind; readonly text: string },
  spots: CaseSpots,
): Insertion | Refusal {
  const { kinds } = known.graph
  const words: NewEntry = { kind, number: nextNumber(known, kind), text }
  const last = known.graph.case.items.findLast((item) => item.kind === kind)
  const example = last && spots.itemOf(last.key)
  if (example) return behind(example, words, { spots, kinds })
  const section = known.documents
    .flatMap(({ blocks }) => blocks)
    .find((block) => block.type === 'heading' && block.kind === kind)
  const heading = section && spots.headingOf(known.graph.keys.get(section.at) ?? '')
  return heading ? below(heading, words, { spots, kinds }) : { why: noSection(kind, kinds) }
}

interface CaseContext {
  readonly spots: CaseSpots
  readonly kinds: KindTable
}

function behind(last: ItemSpot, words: NewEntry, { spots, kinds }: CaseContext): Insertion {
  const style = labelStyle(last, rowOf(words.kind, kinds))
  if (last.block.how === 'entry') return insertEntry(last, words, { spots, style })
  const isTight = isTightItem(last, spots)
  return insertBlock(last, words, { style: style ?? plainLabel(rowOf(words.kind, kinds)), isTight })
}

/** The first list of the section holds the items: into it, or a list behind what stands there. */
function below(heading: Spot, words: NewEntry, { spots, kinds }: CaseContext): Insertion {
  const around = spots.inFileOf(heading)
  const labelled = { ...words, style: plainLabel(rowOf(words.kind, kinds)) }
  const next = besides(heading, around)
  const end = next.findIndex(({ block }) => block.type === 'heading' || block.type === 'rule')
  const own = end < 0 ? next : next.slice(0, end)
  const list = own.find(({ block }) => block.type === 'list')
  const entries = around.filter(({ inside }) => list && inside === list.block)
  const [last, earlier] = [entries.at(-1), entries.at(-2)]
  if (last) return insertFirstEntry(last, labelled, !earlier || !isApart(earlier, last))
  const after = own.at(-1) ?? heading
  return insertFirstEntry(after, labelled, after === heading && isTightBelow(around))
}

function noSection(kind: Kind, kinds: KindTable): string {
  const { label, plural } = rowOf(kind, kinds)
  return `Unexpected new ${withinSentence(label)} in a case that has no place for it, expected a section: write a heading "## ${plural}"`
}
