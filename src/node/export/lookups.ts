/** What the words of a case mean, looked up by where they stand. */

import { leadsNowhere } from '../../core/addresses/dead-link.ts'
import { isWithheld } from '../../core/audience/access.ts'
import { keyOf, type Origin } from '../../core/deck/piece.ts'
import type { Graph } from '../../core/graph/index.ts'
import type { Lookup } from '../../core/graph/lookup.ts'
import type { Assembled } from '../../core/model/assembled.ts'
import type { Settings } from '../../core/settings/case-yaml.ts'
import {
  allBlocks,
  type Block,
  type Citation,
  type EntryBlock,
  type ListBlock,
} from '../../core/syntax/conventions/index.ts'
import { attributeOf, type Node, walk } from '../../core/syntax/tree.ts'
import type { Destination } from '../../core/text/linked-text.ts'

/** What the words of a case mean, by where they stand. */
export interface Lookups {
  readonly graph: Graph
  readonly settings: Settings
  readonly audience: Assembled['audience']
  /** Citations by `at`. */
  readonly citations: ReadonlyMap<string, Citation>
  /** Mermaid sources by `at`. */
  readonly drawings: ReadonlyMap<string, string>
  /** `at` of the lists that are numbered. */
  readonly numbered: ReadonlySet<string>
  /** Addresses of `[words][name]` by name. */
  readonly definitions: ReadonlyMap<string, string>
  /** Footnotes of the author's own, by name. */
  readonly footnotes: ReadonlyMap<string, Node>
  /** Components that are not shown, with all that stands in them. */
  readonly hidden: ReadonlySet<string>
  /** Whether draft citations are shown. */
  readonly drafts: boolean
}

/** What differs between the outputs: parts that are for the speaker or for another, and unfinished citations. */
const SHOWN = {
  slides: { hidden: new Set(['Notes', 'Page', 'Gap']), drafts: false },
  narrative: { hidden: new Set(['Notes', 'Slide']), drafts: true },
} as const satisfies Readonly<Record<string, Pick<Lookups, 'hidden' | 'drafts'>>>

/** What an export tells of. */
type LookupSource = Pick<Assembled, 'documents' | 'graph' | 'settings' | 'audience'>

/** Looks a case through once, for one of the outputs. */
export function lookupsOf(
  { assembled, citations }: Lookup<LookupSource>,
  output: keyof typeof SHOWN,
): Lookups {
  const { documents, graph, settings, audience } = assembled
  const blocks = documents.flatMap((document) => [...allBlocks(document.blocks)])
  const others = blocks.flatMap((block) => (block.type === 'other' ? [block.node] : []))
  const named = (type: string) => others.filter((node) => node.type === type)
  return {
    ...SHOWN[output],
    graph,
    settings,
    audience,
    citations,
    drawings: new Map(
      blocks.flatMap((block) => (block.type === 'diagram' ? [[block.at, block.text]] : [])),
    ),
    numbered: new Set(
      blocks
        .flatMap(listsOf)
        .filter(({ ordered }) => ordered)
        .map(({ at }) => at),
    ),
    definitions: new Map(
      named('definition').map(({ identifier, url }) => [identifier ?? '', url ?? ''] as const),
    ),
    footnotes: new Map(
      named('footnoteDefinition').map((node) => [node.identifier ?? '', node] as const),
    ),
  }
}

/** Where an address leads; undefined where nobody outside could follow it. */
export function destinationOf(url: string, lookups: Lookups): Destination | undefined {
  const { settings, graph } = lookups
  if (isWithheld(url, lookups) || leadsNowhere(url, lookups)) return undefined
  const to = settings.links[url]
  if (to !== undefined) return { key: to }
  const key = url.replace(/^#\/?/, '')
  if (url.startsWith('#')) return isKey(key, graph) ? { key } : undefined
  const web = url.startsWith('//') ? `https:${url}` : url
  return URL.canParse(web) ? { web } : undefined
}

/** What the case holds that slides may show, by the keys of pieces. */
export function piecesOf({ documents }: Pick<Assembled, 'documents'>): ReadonlyMap<string, Node> {
  const pieces = new Map<string, Node>()
  const blocks = documents.flatMap((document) => document.blocks)
  for (const node of blocks.flatMap((block) => [...walk(block.node)])) {
    const origin = originOf(node)
    if (origin && !pieces.has(keyOf(origin))) pieces.set(keyOf(origin), node)
  }
  return pieces
}

/** What a mark is as a piece; of those that are not named here all but citations are blocks. */
function originOf(node: Node): Origin | undefined {
  const at = attributeOf(node, 'at')
  const { name } = node
  if (at === undefined || !name || name === 'Cite') return undefined
  const numbered = NUMBERED[name]
  if (numbered) return { type: numbered, at, n: Number(attributeOf(node, 'n')) }
  return { type: WHOLE[name] ?? 'block', at }
}

const NUMBERED: Readonly<Record<string, 'sentence' | 'row'>> = { Sentence: 'sentence', Row: 'row' }

const WHOLE: Readonly<Record<string, 'entry' | 'lead-in' | 'quoted'>> = {
  Entry: 'entry',
  Item: 'entry',
  LeadIn: 'lead-in',
  Quoted: 'quoted',
}

function isKey(key: string, graph: Graph): boolean {
  return graph.items.has(key) || graph.sections.has(key)
}

function listsOf(block: Block | EntryBlock): readonly ListBlock[] {
  if (block.type === 'list') return [block]
  if (block.type !== 'entry' && block.type !== 'item') return []
  return (block.nested ?? []).flatMap((list) => [list, ...list.entries.flatMap(listsOf)])
}
