/** Lists and tables that may hold the items of which their heading speaks, and that nothing is made of. */

import type { Graph } from '../graph/index.ts'
import { itemsLike } from '../graph/items.ts'
import type { Found } from '../model/finding.ts'
import { keyOf, nameOf } from '../model/ids.ts'
import { isLike, rowOf } from '../model/kinds.ts'
import { allBlocks, type TableBlock } from '../syntax/conventions/index.ts'
import { kindCalled } from '../syntax/conventions/table-columns.ts'
import { foldLetters } from '../text/letters.ts'
import { listed } from '../text/listed.ts'
import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

/** Not where the section has such items anyway. */
export const unsureList: Check = ({ documents, graph }) => {
  const held = new Set(graph.case.items.map(({ kind, section }) => `${kind} ${section}`))
  return documents.flatMap(({ blocks }) =>
    [...allBlocks(blocks)].flatMap((block): readonly Found[] => {
      if (block.type === 'table') return unreadOptions(block, graph)
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

// Matches the sections that weigh options: "Options", "Long list", "Economic case".
const RE_WEIGHED = /\b(?:options?|long ?list|short ?list|economic|appraisal)\b/i

/** A table in which options stand in rows or in columns, and of which some are no options of the case. */
function unreadOptions({ rows, items, place, at }: TableBlock, graph: Graph): readonly Found[] {
  const section = graph.sections.get(graph.within.get(at) ?? '')
  const [header = [], ...others] = rows
  if (!RE_WEIGHED.test(section?.title ?? '')) return []
  const { kinds } = graph
  const options = itemsLike('option', graph)
  const known = options.map(({ text }) => foldLetters(text))
  const isKnown = (words: string) => known.some((text) => text.includes(foldLetters(words)))
  const heads = items?.filter((one) => one.row === 0) ?? []
  const lost = heads.filter(({ at: own, id, kind, words }) =>
    id === undefined
      ? !graph.keys.has(own) && !isKnown(words.text)
      : !graph.byBase.has(keyOf(kind, id, kinds)),
  )
  if (lost.length > 0)
    return lost.map(({ words, place: of }) => ({
      message: `Unexpected "${shorten(words.text)}" above a column, which is no option of the case, expected ${options.length > 0 ? `the id of one: ${listed(options.map(({ id }) => id))}` : 'words for it: "Option 1: We build"'}`,
      place: of,
    }))
  const subject = kindCalled(header[0] ?? '', kinds)
  const isUnread =
    !items &&
    subject !== undefined &&
    isLike(subject, 'option', kinds) &&
    others.every(([first = '']) => /^\p{Lu}/u.test(first)) &&
    !others.some(([first = '']) => isKnown(first))
  if (!isUnread) return []
  const label = `Option 1: ${shorten(others[0]?.[0] ?? '')}`
  return [
    {
      message: `Unexpected table of options that may be those of the case or not, expected a label in each row: "${label}"`,
      place,
    },
  ]
}
