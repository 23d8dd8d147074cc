/** Where the appraisal of options stands: right after the section in which the case weighs them. */
import { isWithin, sectionsAround } from '../graph/around.ts'
import { itemsLike } from '../graph/items.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Section } from '../model/case.ts'

/** The place of what is told after the options. */
export interface AppraisalPlace {
  /** Its own key: no section has two hyphens in its. */
  readonly key: string
  /** The section that it follows. */
  readonly section: Section
  /** Key of the last section in that, which may be itself. */
  readonly last: string
  /** The `at` of the block before which it stands; absent at the end of the case. */
  readonly before?: string
}

// Matches "Options", "Options considered", "Long list", "The economic case".
const RE_OPTIONS = /\b(?:options?|long ?list|short ?list|economic|appraisal)\b/i

/** The place in these documents; `undefined` where none of them defines an option. */
export function appraisalPlace({
  documents,
  graph,
}: Pick<Checkable, 'documents' | 'graph'>): AppraisalPlace | undefined {
  const blocks = documents.flatMap((document) => document.blocks)
  const keys = new Set(blocks.flatMap(({ at }) => graph.within.get(at) ?? []))
  const own = itemsLike('option', graph).findLast(({ section }) => keys.has(section))
  const around = sectionsAround(own?.section, graph.sections)
  // Long list and short list may be sections of one.
  const section = around.findLast(({ title, part }) => !part && RE_OPTIONS.test(title)) ?? around[0]
  if (!section) return undefined
  const isInside = ({ at }: { readonly at: string }) =>
    isWithin(graph.within.get(at) ?? '', section.key, graph.sections)
  const end = blocks.findLastIndex(isInside)
  const [last, next] = [blocks[end], blocks[end + 1]]
  return {
    key: `${section.key}--appraisal`,
    section,
    last: graph.within.get(last?.at ?? '') ?? section.key,
    ...(next ? { before: next.at } : {}),
  }
}
