/** The list of contents. */
import { gapWords } from '../graph/gaps-in-words.ts'
import type { Case } from '../model/case.ts'

/** The heading of the list of contents. */
export const CONTENTS = 'Contents'

/** The heading of what is said of the document, at its end. The list of contents names it too. */
export const ABOUT: ContentsEntry = { key: 'end--about', title: 'About this document', depth: 1 }

/** How many levels of headings the list has. */
export const CONTENTS_DEPTH = 3

/** One section in it. */
export interface ContentsEntry {
  readonly key: string
  readonly title: string
  /** From 1. */
  readonly depth: number
  /** Said behind the title where the section is a gap. */
  readonly owed?: string
  /** Set where nothing of it is for paper. */
  readonly isOnScreen?: true
}

/** The sections that the list names, in order. */
export function contentsOf({ sections, gaps }: Case): readonly ContentsEntry[] {
  const owed = new Map(
    gaps.filter((gap) => gap.item === undefined).map((gap) => [gap.section, gapWords(gap)]),
  )
  return sections
    .filter(({ depth }) => depth <= CONTENTS_DEPTH)
    .map(({ key, title, depth }) => {
      const words = owed.get(key)
      return { key, title, depth, ...(words === undefined ? {} : { owed: words }) }
    })
}
