/** Links in words: "Measures O1", "Rests on 3a", "Relied on by Strategic context". */

import type { Item, Link } from '../model/case.ts'
import { isNumber } from '../model/ids.ts'
import { type Role, rowOf } from '../model/kinds.ts'
import { joined, type LinkedText } from '../text/linked-text.ts'
import type { Graph } from './index.ts'
import { citedAs } from './scopes.ts'

/** Where the other end of a link stands: below the item, which rests on it, or above. */
export type LinkSide = 'grounds' | 'claims'

interface LinkWords {
  readonly words: string
  readonly side: LinkSide
}

/** From the item to what it names. Evidence names what stands on it. */
const out: Record<Role, LinkWords> = {
  measures: { words: 'Measures', side: 'grounds' },
  serves: { words: 'Serves', side: 'grounds' },
  meets: { words: 'Meets', side: 'grounds' },
  supports: { words: 'Supports', side: 'claims' },
  opposes: { words: 'Speaks against', side: 'claims' },
  'shaped-by': { words: 'Shaped by', side: 'grounds' },
  replaces: { words: 'Replaces', side: 'grounds' },
  'relies-on': { words: 'Relies on', side: 'grounds' },
}

/** In front of what relies on an item. */
export const RELIED_ON_BY = 'Relied on by'

/** In front of the item under which evidence is set out, where it is used again. */
export const SET_OUT_UNDER = 'Set out under'

/** From the item back to what names it. */
const back: Record<Role, LinkWords> = {
  measures: { words: 'Measured by', side: 'claims' },
  serves: { words: 'Served by', side: 'claims' },
  meets: { words: 'Met by', side: 'claims' },
  supports: { words: 'Rests on', side: 'grounds' },
  opposes: { words: 'Against it:', side: 'grounds' },
  'shaped-by': { words: 'Shaped', side: 'claims' },
  replaces: { words: 'Superseded by', side: 'claims' },
  'relies-on': { words: RELIED_ON_BY, side: 'claims' },
}

/** What lines of a trace begin with. */
export const LINK_WORDS: readonly string[] = [out, back].flatMap((ways) =>
  Object.values(ways).map(({ words }) => words),
)

/** One line of an item's trace. */
interface TraceLine {
  readonly words: string
  readonly side: LinkSide
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
  const seen = new Set<string>()
  return lines.flatMap((line) => {
    const to = line.to.filter(({ key }) => !seen.has(`${line.side} ${key}`))
    for (const { key } of to) seen.add(`${line.side} ${key}`)
    return to.length > 0 ? [{ ...line, to }] : []
  })
}

function orderOf({ words, side }: TraceLine): number {
  const isEvidence = words === out.supports.words || words === back.supports.words
  return (side === 'grounds' ? 0 : 2) + (isEvidence ? 0 : 1)
}

function linesOf(
  links: readonly Link[],
  ways: Record<Role, LinkWords>,
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

/** A line as a sentence: `Rests on 3a (draft), 3b.` */
export function traceSentence({ words, to }: TraceLine, known: LinkEnds): readonly LinkedText[] {
  const drafts = draftMarks(to)
  const ends = to.map((end): readonly LinkedText[] => [
    { text: endName(end.key, known), to: { key: end.key } },
    ...runsOf(drafts.behind(end)),
  ])
  return [
    { text: `${words} ` },
    ...joined(ends, { text: ', ' }),
    ...runsOf(drafts.atEnd),
    { text: '.' },
  ]
}

function runsOf(text: string): readonly LinkedText[] {
  return text === '' ? [] : [{ text }]
}

type LinkEnds = Pick<Graph, 'items' | 'sections'>

/** How the other end of a link is called in a line: `decision 5`, `3a`, `CSF2`, or a section's title. */
function endName(key: string, { items, sections }: LinkEnds): string {
  const item = items.get(key)
  return item ? idInText(item) : (sections.get(key)?.title ?? key)
}

/** An item by its id, where that says what it is: `decision 5`, `3a`, `CSF2`. */
export function idInText({ id, scope }: Pick<Item, 'id' | 'scope'>): string {
  return citedAs({ id: isNumber(id) ? `decision ${id}` : id, ...(scope ? { scope } : {}) })
}

/** Said behind a link that the team has to confirm. */
export const DRAFT = ' (draft)'

/**
 * That links are drafts, said once where it is true of all: what stands behind each of them, and at
 * the end; `''` for nothing.
 *
 * @param ofAll what stands at the end where all are drafts
 */
export function draftMarks(
  ends: readonly Draftable[],
  ofAll = DRAFT,
): { readonly behind: (end: Draftable) => string; readonly atEnd: string } {
  const areAll = ends.every(({ draft }) => draft)
  return {
    behind: ({ draft }) => (draft && !areAll ? DRAFT : ''),
    atEnd: areAll ? ofAll : '',
  }
}

interface Draftable {
  readonly draft?: true
}

/** Keys of evidence → key of the decision right above it, with nothing but evidence between. */
export function standsUnder({
  case: { items },
  kinds,
}: Pick<Graph, 'case' | 'kinds'>): ReadonlyMap<string, string> {
  const above = new Map<string, string>()
  let decision: Item | undefined
  for (const item of items) {
    const { like } = rowOf(item.kind, kinds)
    if (like !== 'evidence') decision = like === 'decision' ? item : undefined
    else if (decision?.section === item.section) above.set(item.key, decision.key)
  }
  return above
}
