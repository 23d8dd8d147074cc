/** Links in words: "Measures O1", "Rests on 3a", "Relied on by Strategic context". */

import type { Item, Link } from '../model/case.ts'
import type { Role } from '../model/kinds.ts'

/** Where the other end of a link stands: below the item, which rests on it, or above. */
export type Side = 'grounds' | 'claims'

interface Way {
  readonly words: string
  readonly side: Side
}

/** From the item to what it names. Evidence names what stands on it. */
const out: Record<Role, Way> = {
  measures: { words: 'Measures', side: 'grounds' },
  serves: { words: 'Serves', side: 'grounds' },
  meets: { words: 'Meets', side: 'grounds' },
  supports: { words: 'Supports', side: 'claims' },
  'shaped-by': { words: 'Shaped by', side: 'grounds' },
  'relies-on': { words: 'Relies on', side: 'grounds' },
}

/** From the item back to what names it. */
const back: Record<Role, Way> = {
  measures: { words: 'Measured by', side: 'claims' },
  serves: { words: 'Served by', side: 'claims' },
  meets: { words: 'Met by', side: 'claims' },
  supports: { words: 'Rests on', side: 'grounds' },
  'shaped-by': { words: 'Shaped', side: 'claims' },
  'relies-on': { words: 'Relied on by', side: 'claims' },
}

/** One line of an item's trace. */
export interface TraceLine {
  readonly words: string
  readonly side: Side
  readonly to: readonly { readonly key: string; readonly draft?: true }[]
}

/**
 * The links out of an item and those into it, a line for each role: first what the item rests on,
 * then what rests on the item. Evidence comes first on its side, and is not named again below where
 * a decision cites the evidence that it rests on anyway.
 */
export function traceLines(from: readonly Link[], to: readonly Link[]): readonly TraceLine[] {
  const lines = [
    ...linesOf(from, out, (link) => link.to),
    ...linesOf(to, back, (link) => link.from),
  ].toSorted((one, other) => orderOf(one) - orderOf(other))
  const told = new Set<string>()
  return lines.flatMap((line) => {
    const to = line.to.filter(({ key }) => !told.has(`${line.side} ${key}`))
    for (const { key } of to) told.add(`${line.side} ${key}`)
    return to.length > 0 ? [{ ...line, to }] : []
  })
}

function orderOf({ words, side }: TraceLine): number {
  const isEvidence = words === out.supports.words || words === back.supports.words
  return (side === 'grounds' ? 0 : 2) + (isEvidence ? 0 : 1)
}

function linesOf(
  links: readonly Link[],
  ways: Record<Role, Way>,
  end: (link: Link) => string,
): readonly TraceLine[] {
  const lines = new Map<Role, { key: string; draft?: true }[]>()
  for (const link of links) {
    const ends = lines.get(link.role) ?? []
    if (!ends.some(({ key }) => key === end(link)))
      ends.push({ key: end(link), ...(link.draft ? { draft: true as const } : {}) })
    lines.set(link.role, ends)
  }
  return [...lines].map(([role, ends]) => ({ ...ways[role], to: ends }))
}

/** Keys of evidence → key of the decision right above it, with nothing but evidence between. */
export function standsUnder(items: readonly Item[]): ReadonlyMap<string, string> {
  const above = new Map<string, string>()
  let last: Item | undefined
  for (const item of items) {
    if (item.kind !== 'evidence') last = item
    else if (last?.kind === 'decision' && last.section === item.section)
      above.set(item.key, last.key)
  }
  return above
}
