/** Lists and tables that may hold the items of which their heading speaks, and that nothing is made of. */

import type { Graph } from '../graph/index.ts'
import { itemsLike } from '../graph/items.ts'
import type { Found } from '../model/finding.ts'
import { nameOf } from '../model/ids.ts'
import { isLike, rowOf } from '../model/kinds.ts'
import { allBlocks, type TableBlock } from '../syntax/conventions/index.ts'
import { readLabel } from '../syntax/conventions/label.ts'
import { kindCalled } from '../syntax/conventions/table-columns.ts'
import { foldLetters } from '../text/letters.ts'
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

/** A table in which options stand in rows or in columns, and of which none is an option of the case. */
function unreadOptions({ rows, items, place, at }: TableBlock, graph: Graph): readonly Found[] {
  const section = graph.sections.get(graph.within.get(at) ?? '')
  const [header = [], ...others] = rows
  if (items || !RE_WEIGHED.test(section?.title ?? '')) return []
  const { kinds } = graph
  const isOption = (words: string) => {
    const label = readLabel(words, kinds, true)
    return label !== undefined && isLike(label.kind, 'option', kinds) && label.length < words.length
  }
  const known = itemsLike('option', graph).map(({ text }) => foldLetters(text))
  const isKnown = (words: string) => known.some((text) => text.includes(foldLetters(words)))
  const subject = kindCalled(header[0] ?? '', kinds)
  const inRows =
    subject !== undefined &&
    isLike(subject, 'option', kinds) &&
    others.every(([first = '']) => /^\p{Lu}/u.test(first)) &&
    !others.some(([first = '']) => isKnown(first))
  const columns = header.slice(1).filter(isOption)
  const inColumns = columns.length > 1 && known.length === 0
  if (!inRows && !inColumns) return []
  const name = (inRows ? others[0]?.[0] : columns[0]) ?? ''
  const label = inRows ? `Option 1: ${shorten(name)}` : shorten(name)
  return [
    {
      message: inRows
        ? `Unexpected table of options that may be those of the case or not, expected a label in each row: "${label}"`
        : `Unexpected options in the columns of a table, expected them in a list above it: "- ${label}"; the table then says what each meets`,
      place,
    },
  ]
}
