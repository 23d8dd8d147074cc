/** Lists that may hold the items of which their heading speaks, and that nothing is made of. */
import type { Found } from '../model/finding.ts'
import { nameOf } from '../model/ids.ts'
import { rowOf } from '../model/kinds.ts'
import { allBlocks } from '../syntax/conventions/index.ts'
import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

/** Not where the section has such items anyway. */
export const unsureList: Check = ({ documents, graph }) => {
  const held = new Set(graph.case.items.map(({ kind, section }) => `${kind} ${section}`))
  return documents.flatMap(({ blocks }) =>
    [...allBlocks(blocks)].flatMap((block): readonly Found[] => {
      if (block.type !== 'list' || block.doubt === undefined) return []
      const { doubt: kind, entries, place } = block
      if (held.has(`${kind} ${graph.within.get(block.at)}`)) return []
      const { plural, prefix } = rowOf(kind, graph.kinds)
      const several = plural.toLowerCase()
      const label = nameOf({ kind, id: `${prefix}1` }, graph.kinds)
      const [first] = entries[0]?.words.text.split('\n') ?? []
      return [
        {
          message: `Unexpected list below ${several} that may hold them or not, expected it to say so: "The ${several} are:" above it, or "${label}: ${shorten(first ?? '')}" in it`,
          place,
        },
      ]
    }),
  )
}
