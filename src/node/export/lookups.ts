/** What the words of a case mean, looked up by where they stand. */

import { leadsNowhere, ledTo } from '../../core/addresses/dead-link.ts'
import { isWithheld } from '../../core/audience/access.ts'
import { type ChartPlan, chartOf } from '../../core/chart/index.ts'
import { type FootnoteIndex, footnotesOf } from '../../core/graph/footnotes.ts'
import type { Graph } from '../../core/graph/index.ts'
import type { Lookup } from '../../core/graph/lookup.ts'
import type { Assembled } from '../../core/model/assembled.ts'
import type { Settings } from '../../core/settings/case-yaml.ts'
import { allBlocks, type Citation, isChart } from '../../core/syntax/conventions/index.ts'
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
  /** Charts that are drawn, by `at`. */
  readonly charts: ReadonlyMap<string, ChartPlan>
  /** Addresses of `[words][name]` by name. */
  readonly definitions: ReadonlyMap<string, string>
  /** FootnoteIndex of the author's own, by the `at` of what leads to them. */
  readonly footnotes: FootnoteIndex['leads']
  /** Components that are not shown, with all that stands in them. */
  readonly hidden: ReadonlySet<string>
  /** Whether draft citations are shown. */
  readonly drafts: boolean
  /** Whether the mark of a footnote is words; else the file has footnotes of its own. */
  readonly writesMarks: boolean
  /** Whether a chart stands without the table that it is drawn from. */
  readonly chartsAlone: boolean
  /** Whether a picture can stand among words. */
  readonly amongWords: boolean
}

/** What differs between the outputs: parts that are for the speaker or for another, and unfinished citations. */
const SHOWN = {
  slides: {
    ...{ hidden: new Set(['Notes', 'Page', 'Gap', 'Apart', 'ChartHead']), drafts: false },
    ...{ writesMarks: true, amongWords: false, chartsAlone: true },
  },
  narrative: {
    ...{ hidden: new Set(['Notes', 'Slide']), drafts: true },
    ...{ writesMarks: false, amongWords: true, chartsAlone: false },
  },
} as const satisfies Readonly<
  Record<string, Pick<Lookups, 'hidden' | 'drafts' | 'writesMarks' | 'amongWords' | 'chartsAlone'>>
>

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
    charts: new Map(
      blocks.filter(isChart).flatMap((block) => {
        const { plan } = chartOf(block)
        return plan ? [[block.at, plan] as const] : []
      }),
    ),
    definitions: new Map(
      named('definition').map(({ identifier, url }) => [identifier ?? '', url ?? ''] as const),
    ),
    footnotes: footnotesOf(documents).leads,
  }
}

/** Where an address leads; undefined where nobody outside could follow it. */
export function destinationOf(url: string, lookups: Lookups): Destination | undefined {
  const { settings, graph } = lookups
  if (isWithheld(url, lookups) || leadsNowhere(url, lookups)) return undefined
  const to = url.startsWith('#') ? settings.links[url] : ledTo(url, lookups)
  if (to !== undefined) return { key: to }
  const key = url.replace(/^#\/?/, '')
  if (url.startsWith('#')) return isKey(key, graph) ? { key } : undefined
  const web = url.startsWith('//') ? `https:${url}` : url
  return URL.canParse(web) ? { web } : undefined
}

function isKey(key: string, graph: Graph): boolean {
  return graph.items.has(key) || graph.sections.has(key)
}
