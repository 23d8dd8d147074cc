/** What the page says where the case has nothing. */
import type { Checkable } from '../assemble.ts'
import { allBlocks } from '../conventions/index.ts'
import type { Kind } from '../kinds.ts'

/**
 * What the team still owes of a kind, in its own words: `To be written by Finance, 14 March`; `To be
 * written` where it says nothing.
 */
export function owedOf(kind: Kind, { graph, documents }: Checkable): string {
  const sections = documents.flatMap(({ blocks }) =>
    [...allBlocks(blocks)].flatMap((block) =>
      block.type === 'heading' && block.kind === kind ? (graph.keys.get(block.at) ?? []) : [],
    ),
  )
  const gap = graph.case.gaps.find(
    (one) => one.item === undefined && sections.includes(one.section),
  )
  const by = [gap?.owner && `by ${gap.owner}`, gap?.due].filter(Boolean).join(', ')
  return by ? `To be written ${by}` : 'To be written'
}
