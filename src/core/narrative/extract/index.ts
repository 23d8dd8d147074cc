/** The part of a case that a route tells, cut from its texts: to be read, as the deck's is to be given. */

import { chooserOf } from '../../deck/routes.ts'
import { enclosingKeys } from '../../graph/around.ts'
import type { Checkable } from '../../model/assembled.ts'
import type { Case } from '../../model/case.ts'
import type { Route } from '../../settings/routes.ts'
import { allBlocks, type Block, type EntryBlock } from '../../syntax/conventions/index.ts'
import { cutDocument, isOpen } from './cut.ts'
import { includesOf } from './includes.ts'

/** A part of a case. */
export interface Extract<Whole extends Checkable = Checkable> {
  /**
   * The case with the blocks, sections, items and gaps of the part alone. Its links, and what is
   * looked up by key, stay those of the whole case: what is told may name what is not.
   */
  readonly part: Whole
  /** Whether a mark is not told, by its name and `at`. */
  readonly isLeftOut: (mark: string, at: string) => boolean
  /** Whether the section of a block is told whole, and not only as the way to something in it. */
  readonly isWhole: (at: string) => boolean
}

/**
 * Cuts a case as a route cuts its deck: what it chooses, below the headings that lead there. A list
 * stays whole, with the words that lead to it, and evidence goes with the decision above it.
 */
export function extractOf<Whole extends Checkable>(whole: Whole, route: Route): Extract<Whole> {
  const { documents, graph } = whole
  const isChosen = chooserOf(route, whole)
  const isWhole = (at: string) => isChosen({ section: graph.within.get(at) })
  const includes = includesOf(whole, route, isChosen)
  const all = documents.flatMap(({ blocks }) => [...allBlocks(blocks)])
  const reached = new Set(
    all
      .filter((block) => !isOpen(block))
      .filter((block) => (block.type === 'heading' ? isWhole(block.at) : includes(block)))
      .flatMap(({ at }) => enclosingKeys({ section: graph.within.get(at) }, graph)),
  )
  const cut = documents.map((document) =>
    cutDocument(document, (block) =>
      block.type === 'heading' ? reached.has(graph.keys.get(block.at) ?? '') : includes(block),
    ),
  )
  const shownBlocks = cut.flatMap(({ blocks }) => [...allBlocks(blocks)])
  const items = new Set(
    shownBlocks
      .filter(({ type, at }) => type === 'item' && !graph.reuses.has(at))
      .flatMap(({ at }) => graph.keys.get(at) ?? []),
  )
  const theCase: Case = {
    ...graph.case,
    sections: graph.case.sections.filter(({ key }) => reached.has(key)),
    items: graph.case.items.filter(({ key }) => items.has(key)),
    gaps: graph.case.gaps.filter(({ item, section }) =>
      item === undefined ? isChosen({ section }) : items.has(item),
    ),
  }
  const shown = new Set(shownBlocks.map(markOf))
  const leftOut = new Set(all.map(markOf).filter((mark) => !shown.has(mark)))
  return {
    part: { ...whole, documents: cut, graph: { ...graph, case: theCase } },
    isLeftOut: (mark, at) => leftOut.has(`${mark}:${at}`),
    isWhole,
  }
}

/** A list and its first entry stand at the same place. */
function markOf({ node, at }: Block | EntryBlock): string {
  return `${node.name}:${at}`
}
