/** What the words on slides and in their notes lead to: citations and links, with where they stand. */
import { ledTo } from '../addresses/dead-link.ts'
import type { Assembled } from '../model/assembled.ts'
import type { Place } from '../model/case.ts'
import { allBlocks, type Block, type EntryBlock, type Words } from '../syntax/conventions/index.ts'
import { flatten } from './index.ts'
import type { Origin } from './piece.ts'
import { originsOn, type Slide } from './slide.ts'

type ReferenceSource = Pick<Assembled, 'documents' | 'graph' | 'settings'>

/** One lead from a slide to something of the case. */
interface Lead {
  /** The slide, or the one above it where it lies below another. */
  readonly slide: Slide
  /** Key of an item or section, or a slide's address. */
  readonly to: string
  readonly how: 'citation' | 'link'
  /** As written: `3a`, `#benefits`. */
  readonly words: string
  /** Of a citation where it starts, of a link its paragraph. */
  readonly place: Place
}

/** All leads of some slides, evidence below them included. Draft citations show on no slide. */
export function leadsOf(slides: readonly Slide[], source: ReferenceSource): readonly Lead[] {
  const blocks = blocksByPlace(source)
  return slides.flatMap((slide) => {
    const places = flatten([slide]).flatMap(originsOn).flatMap(placeOf)
    const found = new Set(places.flatMap((at) => blocks.get(at) ?? []))
    return [...found].flatMap((block) =>
      leadsIn(block, source).map((lead) => ({ slide, place: block.place, ...lead })),
    )
  })
}

/** The place of a block; the tool's own words have none. */
function placeOf(origin: Origin): readonly string[] {
  return 'at' in origin ? [origin.at] : []
}

/** Blocks with words by `at`, each with those in it. */
function blocksByPlace({ documents }: ReferenceSource): ReadonlyMap<string, readonly WordsBlock[]> {
  const all = documents.flatMap(({ blocks }) => [...allBlocks(blocks)])
  return new Map(
    all.filter(hasWords).map((block) => {
      const inner = 'blocks' in block ? [...allBlocks(block.blocks)] : []
      return [block.at, [block, ...inner.filter(hasWords)]] as const
    }),
  )
}

type WordsBlock = Extract<Block | EntryBlock, { readonly words: Words }>

function hasWords(block: Block | EntryBlock): block is WordsBlock {
  return 'words' in block
}

function leadsIn(
  { words }: WordsBlock,
  source: ReferenceSource,
): readonly (Pick<Lead, 'to' | 'how' | 'words'> & { readonly place?: Place })[] {
  const { graph, settings } = source
  const cited = words.citations
    .filter(({ draft }) => !draft)
    .flatMap(({ at, place, raw }) =>
      (graph.cited.get(at) ?? []).map((to) => ({
        to,
        how: 'citation' as const,
        words: raw,
        place,
      })),
    )
  const linked = words.addresses.flatMap((address) => {
    const to = RE_ADDRESS.exec(address)?.[1] ?? ledTo(address, { settings, graph })
    if (to === undefined || to === 'deck') return []
    return [{ to, how: 'link' as const, words: address }]
  })
  return [...cited, ...linked]
}

// Matches "#benefits" and "#/benefits": addresses inside the case.
const RE_ADDRESS = /^#\/?(.+)$/
