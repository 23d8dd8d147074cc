/** What the page says where the case has nothing. */
import { TO_BE_WRITTEN } from '../graph/gaps-in-words.ts'
import type { Checkable } from '../model/assembled.ts'
import { type BuiltInKind, isLike } from '../model/kinds.ts'
import { allBlocks } from '../syntax/conventions/index.ts'

/** Keys of the sections that are to hold items of a kind. */
export function sectionsFor(like: BuiltInKind, { graph, documents }: Checkable): readonly string[] {
  return documents.flatMap(({ blocks }) =>
    [...allBlocks(blocks)].flatMap((block) =>
      block.type === 'heading' && block.kind && isLike(block.kind, like, graph.kinds)
        ? (graph.keys.get(block.at) ?? [])
        : [],
    ),
  )
}

/**
 * What is still to be written of a kind, in the team's own words: `To be written by Finance, 14
 * March`; `To be written` where the team says nothing.
 */
export function gapWordsOf(kind: BuiltInKind, checked: Checkable): string {
  const sections = sectionsFor(kind, checked)
  const gap = checked.graph.case.gaps.find(
    (one) => one.item === undefined && sections.includes(one.section),
  )
  const by = [gap?.owner && `by ${gap.owner}`, gap?.due].filter(Boolean).join(', ')
  return by ? `${TO_BE_WRITTEN} ${by}` : TO_BE_WRITTEN
}
