/**
 * The notes in the margin: evidence beside the words that cite it, in short. They are for eyes alone:
 * the citation beside them opens all of it, also for who listens.
 */
import { isWithheld, NOT_PUBLIC } from '../audience/access.ts'
import { sectionsAround } from '../graph/around.ts'
import type { Lookup } from '../graph/lookup.ts'
import { isOfEvidence } from '../graph/reasoning.ts'
import { strengthWords } from '../graph/strength-words.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import { calledOf } from '../model/ids.ts'
import { isLike } from '../model/kinds.ts'
import { type Block, type Citation, isChart } from '../syntax/conventions/index.ts'
import { listed } from '../text/listed.ts'
import { shorten } from '../text/phrases.ts'

/** A note. */
export interface MarginNote {
  readonly item: Item
  /** Its first words. */
  readonly words: string
  /** `Interview, March 2020 · restricted · supports decision 2`; `''` where nothing is known. */
  readonly about: string
}

/** By the `at` of the citation beside which they stand: the first of each evidence in each chapter. */
export function marginNotes(lookup: Lookup): ReadonlyMap<string, readonly MarginNote[]> {
  const { documents, graph } = lookup.assembled
  const notes = new Map<string, readonly MarginNote[]>()
  const noted = new Set<string>()
  for (const { citation, chapter, within } of documents.flatMap(({ blocks }) =>
    citationsIn(blocks, lookup),
  )) {
    const items = [...new Set(graph.cited.get(citation.at))]
      .filter((key) => lookup.standsUnder.get(key) !== within || within === undefined)
      .filter((key) => !noted.has(`${chapter} ${key}`))
      .flatMap((key) => graph.items.get(key) ?? [])
      .filter(({ kind }) => isLike(kind, 'evidence', graph.kinds))
    for (const { key } of items) noted.add(`${chapter} ${key}`)
    if (items.length > 0)
      notes.set(
        citation.at,
        items.map((item) => noteOf(item, lookup)),
      )
  }
  return notes
}

/** A citation in running text, beside which there is a margin. */
interface PlacedCitation {
  readonly citation: Citation
  /** Key of the outermost section around it. */
  readonly chapter: string | undefined
  /** Key of the item in whose words it stands. */
  readonly within: string | undefined
}

/** Not those in tables, rows of items and columns, which have none; those of a chart's headline and its source. */
function citationsIn(
  blocks: readonly Block[],
  lookup: Lookup,
  within?: string,
): readonly PlacedCitation[] {
  const { graph } = lookup.assembled
  return blocks.flatMap((block): readonly PlacedCitation[] => {
    const chapter = sectionsAround(graph.within.get(block.at), graph.sections).at(-1)?.key
    const placed = (citations: readonly Citation[], item = within) =>
      citations.map((citation) => ({ citation, chapter, within: item }))
    if (block.type === 'prose' || block.type === 'lead-in') return placed(block.words.citations)
    if (block.type === 'list')
      return block.entries.flatMap(({ type, words }) =>
        type === 'entry' ? placed(words.citations) : [],
      )
    if (block.type === 'element' && (block.name === 'Page' || isChart(block)))
      return citationsIn(block.blocks, lookup)
    if (block.type !== 'item' || block.how === 'entry' || block.how === 'row') return []
    const item = graph.keys.get(block.at)
    return [...placed(block.words.citations, item), ...citationsIn(block.blocks, lookup, item)]
  })
}

function noteOf(item: Item, { assembled, linksFrom }: Lookup): MarginNote {
  return {
    item,
    words: shorten(item.text, FIRST_WORDS),
    about: aboutOf(item, assembled, linksFrom.get(item.key) ?? []),
  }
}

/** Characters of evidence that a margin has room for. */
const FIRST_WORDS = 110

function aboutOf(
  { strength, addresses = [] }: Item,
  read: Checkable,
  links: Checkable['graph']['case']['links'],
): string {
  const rows = strengthWords(strength)
  const origin = rows.flatMap(({ term, words }) =>
    term === 'Kind' || term === 'Date' ? words : [],
  )
  const isClosed = addresses.some((address) => isWithheld(address, read))
  const access = strength?.access ?? (isClosed ? NOT_PUBLIC : undefined)
  const { items, kinds } = read.graph
  const claims = links.flatMap((link) => (isOfEvidence(link) ? (items.get(link.to) ?? []) : []))
  const verb = strength?.against ? 'speaks against' : 'supports'
  const about = [
    ...(origin.length > 0 ? [origin.join(', ')] : []),
    ...(access ? [access] : []),
    ...(claims.length > 0
      ? [`${verb} ${listed(claims.map((item) => calledOf(item, kinds)))}`]
      : []),
  ].join(' · ')
  return about.charAt(0).toUpperCase() + about.slice(1)
}
