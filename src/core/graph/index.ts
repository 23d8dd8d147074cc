/** From recognised files to the case: keys, ids, links and gaps. */

import type { Case, Item, Link, Section } from '../model/case.ts'
import type { KindTable } from '../model/kinds.ts'
import type { Settings } from '../settings/case-yaml.ts'
import type { Document, ItemBlock } from '../syntax/conventions/index.ts'
import { walk } from '../syntax/tree.ts'
import { codeIn } from '../text/display.ts'
import { resolveCitations, type SelfCitation, type UndefinedId } from './citations.ts'
import {
  type Estimates,
  estimateLinks,
  fromOption,
  readEstimates,
  type UnknownOfEstimate,
} from './estimates.ts'
import { type FilePlace, filePlaces } from './files.ts'
import { readGaps } from './gaps.ts'
import { type HiddenSums, hiddenSums, type SummedGraph } from './hidden-sums.ts'
import { homesOf, opposed, replacements, supports } from './item-links.ts'
import { completed, type Reuse, readItems, type UnclearId, type WholeGraph } from './items.ts'
import { byPlace } from './order.ts'
import { readOutline } from './outline.ts'
import type { Namesakes } from './scopes.ts'
import { tickedLinks } from './ticks.ts'

export { type Locate, locator } from './locate.ts'
export { slugOf } from './slug.ts'
export type { Reuse, SelfCitation, UnclearId, UndefinedId, WholeGraph }

/** The case, and what the outputs and checks need to find their way back to the text. */
export interface Graph {
  readonly case: Case
  /** What the case can have. */
  readonly kinds: KindTable
  readonly phase?: string
  /** `at` of a block → key of its section or item. Absent: a second definition. */
  readonly keys: ReadonlyMap<string, string>
  /** `at` of a decision record → key of the section that begins with it, of which no heading tells. */
  readonly opened: ReadonlyMap<string, string>
  /** `at` of a block → key of the section it stands in. */
  readonly within: ReadonlyMap<string, string>
  readonly items: ReadonlyMap<string, Item>
  /** Key of an item → its block. */
  readonly blocks: ReadonlyMap<string, ItemBlock>
  readonly sections: ReadonlyMap<string, Section>
  /** `at` of a citation → keys of what it cites. Absent: plain text. */
  readonly cited: ReadonlyMap<string, readonly string[]>
  /** `at` of a citation → for each of its ids, in their order, the key of what it cites. */
  readonly citedIds: ReadonlyMap<string, readonly (string | undefined)[]>
  /** Key of evidence → key of the decision whose number it has. */
  readonly homes: ReadonlyMap<string, string>
  /** Ids that could mean several items. */
  readonly unclear: readonly UnclearId[]
  /** Which items share an id, by the key that one alone would have. */
  readonly byBase: Namesakes['byBase']
  /** Citations in the item that they cite. */
  readonly selfCitations: readonly SelfCitation[]
  /** Links that a tick in a table makes: pages show the tick. */
  readonly ticked: ReadonlySet<Link>
  /** Ids in citations that nothing defines. */
  readonly undefinedIds: readonly UndefinedId[]
  readonly duplicates: readonly { readonly item: Item; readonly first: Item }[]
  /** `Evidence 10a: See above`, by `at`. */
  readonly reuses: ReadonlyMap<string, Reuse>
  /** Its estimates as read, by key. */
  readonly estimates: Estimates
  /** Ids in their brackets that nothing defines. */
  readonly unknownOfEstimates: readonly UnknownOfEstimate[]
  /** What of its sums these readers do not get. */
  readonly hidden: HiddenSums
  /** Where its files begin, by plain path: see `addresses/paths.ts`. */
  readonly files: ReadonlyMap<string, FilePlace>
  /** Code among the words, which stays as typed where the words are shown large. */
  readonly code: readonly string[]
  /** `at` of the first `#`. */
  readonly titleAt?: string
}

/**
 * Builds the graph of a whole case from its files in reading order.
 *
 * @param whole of which these files are a part: items keep their names, and citations what they mean
 */
export function buildGraph(
  documents: readonly Document[],
  settings: Settings,
  whole?: WholeGraph & SummedGraph,
): Graph {
  const inOrder = byPlace(documents.map(({ file }) => file))
  const { kinds } = settings
  const outline = readOutline(documents, settings)
  const found = readItems(documents, outline, {
    kinds,
    whole,
    aliases: settings.aliases,
  })
  const { homes, unclear } = homesOf(found, whole)
  const {
    links: citing,
    unclear: unclearCitations,
    ...citations
  } = resolveCitations(documents, {
    ...{ outline, found, kinds, whole },
  })
  const { cited } = citations
  const ticked = tickedLinks(documents, found, whole)
  const items = completed(found, cited, { documents, settings })
  const byKey = new Map(items.map((item) => [item.key, item]))
  const estimates = readEstimates(items, found)
  const { links: ofEstimates, unknown } = estimateLinks(items, estimates, found)
  const links = [
    ...supports(found, homes),
    ...replacements(found),
    ...ticked,
    ...[...citing, ...ofEstimates].map((link) => fromOption(link, byKey, found)),
  ]
    .map((link) => opposed(link, byKey, kinds))
    .sort(inOrder)
  const linked = withoutRepeats(links)
  return {
    case: {
      title: outline.title,
      sections: outline.sections,
      items,
      links: linked,
      gaps: [...readGaps(documents, { outline, found, links, kinds })].sort(inOrder),
    },
    kinds,
    ...(outline.phase ? { phase: outline.phase } : {}),
    keys: new Map([...outline.keys, ...found.keys]),
    opened: outline.opened,
    within: outline.within,
    items: byKey,
    estimates,
    unknownOfEstimates: unknown,
    hidden: hiddenSums({ case: { links: linked }, items: byKey, estimates, kinds }, whole),
    sections: new Map(outline.sections.map((section) => [section.key, section])),
    ...citations,
    ticked: new Set(ticked),
    blocks: found.blocks,
    homes,
    unclear: [...found.unclear, ...unclear, ...unclearCitations].sort(inOrder),
    byBase: found.byBase,
    duplicates: found.duplicates,
    reuses: found.reuses,
    files: filePlaces(documents, { outline, found, kinds }),
    code: codeIn(documents.flatMap(codeOf)),
    ...(outline.titleAt ? { titleAt: outline.titleAt } : {}),
  }
}

function codeOf({ blocks }: Document): readonly string[] {
  const nodes = blocks.flatMap(({ node }) => [...walk(node)])
  return nodes.flatMap(({ type, value }) => (type === 'inlineCode' ? (value ?? []) : []))
}

/** The same step told twice from the same holder is one link; a confirmed one wins over a draft. */
function withoutRepeats(links: readonly Link[]): readonly Link[] {
  const steps = new Map<string, Link>()
  for (const link of links) {
    const name = `${link.from} ${link.role} ${link.to}`
    const earlier = steps.get(name)
    if (!earlier || (earlier.draft && !link.draft)) steps.set(name, link)
  }
  return [...steps.values()]
}
