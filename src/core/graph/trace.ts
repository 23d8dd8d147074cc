/** An item's links out and back, as outputs tell them. */
import type { Checkable } from '../model/assembled.ts'
import type { Link } from '../model/case.ts'
import { nameOf } from '../model/ids.ts'
import type { Kind } from '../model/kinds.ts'
import type { LinkedText } from '../text/linked-text.ts'
import { amountOf, countInText } from '../text/phrases.ts'
import { type LinkSide, traceLines, traceSentence } from './links-in-words.ts'
import type { Lookup } from './lookup.ts'
import { isOfEvidence } from './reasoning.ts'

type TraceLookup = Lookup<Pick<Checkable, 'documents' | 'graph' | 'settings'>>

/** The links of an item in sentences; `[]` where there are none. */
export function traceOf(
  key: string,
  { linksFrom, linksTo, assembled }: TraceLookup,
): readonly (readonly LinkedText[])[] {
  return sentencesOf(linksFrom.get(key) ?? [], linksTo.get(key) ?? [], assembled.graph)
}

function sentencesOf(from: readonly Link[], to: readonly Link[], graph: Checkable['graph']) {
  return traceLines(from, to).map((line) => traceSentence(line, graph))
}

/** What stands around an item and is not said right there. */
interface UnsaidLinks {
  /** The links in sentences. */
  readonly trace: readonly (readonly LinkedText[])[]
  /** What they lead to, as counted: `5 success factors`; absent where all of it is said. */
  readonly counted?: string
}

/**
 * The links of an item that nothing says where it is set out: evidence stands right below its
 * decision, and what its own words cite is named in them.
 *
 * @param cited keys that its words name
 */
export function unsaidLinksOf(
  key: string,
  { linksFrom, linksTo, standsUnder, assembled }: TraceLookup,
  cited: ReadonlySet<string>,
): UnsaidLinks {
  const { graph } = assembled
  const isBeside = (link: Link) => isOfEvidence(link) && standsUnder.get(link.from) === link.to
  const from = (linksFrom.get(key) ?? []).filter((link) => !isBeside(link) && !cited.has(link.to))
  const to = (linksTo.get(key) ?? []).filter((link) => !isBeside(link))
  const ends = new Set([...from.map((link) => link.to), ...to.map((link) => link.from)])
  return {
    trace: sentencesOf(from, to, graph),
    ...(ends.size > 0 ? { counted: countedIn([...ends], graph) } : {}),
  }
}

/** Of one kind they are counted as such: `5 success factors`, `2 sections`; else `7 links`. */
function countedIn(keys: readonly string[], { items, kinds }: Checkable['graph']): string {
  const ends = keys.flatMap((key) => items.get(key) ?? [])
  if (ends.length === 0) return amountOf(keys.length, 'section')
  const isOne = ends.length === keys.length && new Set(ends.map(({ kind }) => kind)).size === 1
  return isOne ? countInText(ends, kinds) : amountOf(keys.length, 'link')
}

/** What an item rests on, and what rests on it; a side without links is left out. */
export type Neighbourhood = readonly {
  readonly side: LinkSide
  readonly lines: readonly { readonly words: string; readonly to: readonly Neighbour[] }[]
}[]

/** An item or section at the other end of a link. */
interface Neighbour {
  readonly key: string
  /** Absent for a section. */
  readonly kind?: Kind
  /** `Decision 5`, or the title of a section. */
  readonly name: string
  readonly draft?: true
}

/** The neighbourhood of an item; `[]` where it has no links. */
export function neighbourhoodOf(
  key: string,
  { linksFrom, linksTo, assembled }: TraceLookup,
): Neighbourhood {
  const from = linksFrom.get(key) ?? []
  const to = linksTo.get(key) ?? []
  const lines = traceLines(from, to).map(({ words, side, to }) => ({
    ...{ words, side },
    to: to.map((end) => ({ ...end, ...calledIn(end.key, assembled.graph) })),
  }))
  const sides = ['grounds', 'claims'] as const
  return sides
    .map((side) => ({ side, lines: lines.filter((line) => line.side === side) }))
    .filter(({ lines }) => lines.length > 0)
}

function calledIn(
  key: string,
  { items, sections, kinds }: Checkable['graph'],
): Pick<Neighbour, 'kind' | 'name'> {
  const item = items.get(key)
  if (!item) return { name: sections.get(key)?.title ?? key }
  return { kind: item.kind, name: nameOf(item, kinds) }
}
