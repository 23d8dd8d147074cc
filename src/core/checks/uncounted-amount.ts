/** Money in tables that compare options, of which no sum takes account. */
import { quantitiesIn } from '../estimates/quantities.ts'
import { isMoney } from '../estimates/unit.ts'
import type { Graph } from '../graph/index.ts'
import type { Found } from '../model/finding.ts'
import { keyOf } from '../model/ids.ts'
import { isLike } from '../model/kinds.ts'
import { isOfEstimate } from '../syntax/conventions/estimate.ts'
import { allBlocks, type ItemBlock, type TableBlock } from '../syntax/conventions/index.ts'
import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const uncountedAmount: Check = ({ documents, graph }) =>
  documents.flatMap(({ blocks }) =>
    [...allBlocks(blocks)].flatMap((block) =>
      block.type === 'table' ? foundIn(block, graph) : [],
    ),
  )

/** One finding for a table: its first amount, as the estimate that it may be. */
function foundIn({ rows, items = [], place }: TableBlock, graph: Graph): readonly Found[] {
  const options = items.filter(({ kind }) => isLike(kind, 'option', graph.kinds))
  const amounts = options.flatMap((option) =>
    cellsOf(option, rows).flatMap(({ header, text }) => {
      const told = quantitiesIn(text).find(({ unit, value }) => isMoney(unit) && value !== 0)
      return told && !RE_CITES.test(text) ? [{ option, header, text: told.text }] : []
    }),
  )
  const [first] = amounts
  if (!first) return []
  const parts = first.header.split(/[,;()]/).map((part) => part.trim())
  const said = [idOf(first.option, graph), ...parts.filter(isOfEstimate)]
  const words = parts.filter((part) => part !== '' && !isOfEstimate(part)).join(', ')
  const estimate = `Estimate 1 (${said.join(', ')}): ${shorten(words || first.header)}: ${first.text}`
  const others = amounts.length > 1 ? `, and ${amounts.length - 1} more` : ''
  return [
    {
      message: `Unexpected "${first.text}" in a table of options${others}, of which no sum takes account, expected an estimate for each, "${estimate}", and its id in the cell: "${first.text} (EST1)"`,
      place,
    },
  ]
}

const RE_CITES = /\bEST-?\d/i

/** What the table says of an option, each with the factor that it is said of. */
function cellsOf({ row = 0, column }: ItemBlock, rows: TableBlock['rows']) {
  const [headers = [], ...others] = rows
  if (row === 0)
    return others.map((cells) => ({ header: cells[0] ?? '', text: cells[column ?? 0] ?? '' }))
  return headers.slice(1).map((header, at) => ({ header, text: rows[row]?.[at + 1] ?? '' }))
}

function idOf({ at, kind, id }: ItemBlock, { keys, items, byBase, kinds }: Graph): string {
  const own = items.get(keys.get(at) ?? '') ?? byBase.get(keyOf(kind, id ?? '', kinds))?.[0]
  return own?.id ?? 'OPT2'
}
