/** Options that head the columns of a table, each held against what its rows say: `| | Do nothing | Option A |`. */
import { isLike, type KindTable } from '../../model/kinds.ts'
import { element, type Node, textOf } from '../tree.ts'
import type { Context } from './context.ts'
import { type Label, readLabel } from './label.ts'
import { kindCalled } from './table-columns.ts'

/** A table of which each option is a row. */
export interface TurnedTable {
  readonly header: Node
  /** By the column of the option, from 0. */
  readonly rows: ReadonlyMap<number, OptionRow>
}

interface OptionRow {
  readonly row: Node
  /** Absent for "Do nothing". */
  readonly label?: Label
  /** Set where the header is only a label: the option is told elsewhere, or in the row that describes it. */
  readonly isBare: boolean
}

// Matches the option that every comparison of options has, and no command.
export const RE_USUAL =
  /^(?:(?:option )?\S{1,3}[\s.:)–-]+)?(?:business as usual|bau|do (?:nothing|(?:the )?minimum)|status quo|as now|no change|(?:carry|go) on as|continue as|keep things as)\b/i
// Matches what stands behind the options: what the table is for, not one of them.
const RE_ASIDE =
  /^(?:(?:notes?|comments?|weight(?:ing)?|evidence|source|measure|why|max(?:imum)?|definition|description|questions?|threshold|total|unit|target|baseline|priority|rating|owner|status)\b.*|%.*)?$/i
// Matches what stands above the criteria by which options are weighed.
const RE_CRITERIA =
  /^(?:(?:assessment |evaluation |appraisal |key )?criteri(?:a|on)|(?:critical )?success factors?|csfs?|(?:spending |investment )?objectives?|factors?|attributes?|considerations?)(?:\s*\([^()]*\))?$/i

/** The table turned over, where options head its columns; `undefined` for any other. */
export function turnedOptions(node: Node, context: Context): TurnedTable | undefined {
  const [header, ...others] = node.children ?? []
  const cells = header?.children ?? []
  const named = cells.flatMap((cell, at) => {
    const words = textOf(cell).trim()
    return at === 0 || RE_ASIDE.test(words)
      ? []
      : [{ cell, at, words, label: optionIn(words, context.kinds) }]
  })
  const isLabelled = ({ label, words }: (typeof named)[number]) => label || RE_USUAL.test(words)
  const areNamed = named.some(({ label }) => label) && named.every(isLabelled)
  // Options without labels, by two of three: a section of options, criteria to the left, and the one that all
  // comparisons have.
  const signs = [
    context.within.includes('option'),
    RE_CRITERIA.test(textOf(cells[0] ?? { type: 'text' }).trim()),
    named.some(({ words }) => RE_USUAL.test(words)),
  ]
  const areWords =
    signs.filter(Boolean).length > 1 &&
    named.every(
      ({ words, label }) =>
        !label && /^\p{Lu}.*\p{L}/u.test(words) && kindCalled(words, context.kinds) === undefined,
    )
  if (named.length < 2 || others.length === 0 || !(areNamed || areWords)) return undefined
  const column = (at: number) =>
    others.flatMap((row) => row.children?.[at] ?? element('Cell', {}, []))
  const rows = named.map(({ cell, at, words, label }) => {
    const row = { ...cell, children: [cell, ...column(at)] }
    const isBare = label !== undefined && label.length >= words.length
    return [at, { row, ...(label ? { label } : {}), isBare }] as const
  })
  return {
    header: { ...header, children: [cells[0] ?? element('Cell', {}, []), ...column(0)] } as Node,
    rows: new Map(rows),
  }
}

// Matches "Option A " in "Option A Build", as a bold label or a line of its own leaves it.
const RE_BESIDE = /^(\p{L}+\s+(?:\d{1,2}|[A-Z]))\s+(?=\p{Lu}\p{Ll})/u

function optionIn(words: string, kinds: KindTable): Label | undefined {
  const [front = '', bare = ''] = RE_BESIDE.exec(words) ?? []
  const beside = readLabel(bare, kinds, true)
  const label =
    readLabel(words, kinds, true) ?? (beside ? { ...beside, length: front.length } : undefined)
  return label && isLike(label.kind, 'option', kinds) ? label : undefined
}
