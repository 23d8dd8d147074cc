/** The contents list as data. */
import type { Case } from '../../core/model/case.ts'

export interface ContentsEntry {
  readonly key: string
  readonly title: string
  /** 1 to 3. */
  readonly depth: number
  /** Said behind the title where the section is a gap. */
  readonly owed?: string
}

/** Sections down to the third level of the outline, in order. */
export function buildContents({ sections, gaps }: Case): readonly ContentsEntry[] {
  const owed = new Map(
    gaps.filter((gap) => gap.item === undefined).map((gap) => [gap.section, gap]),
  )
  return sections
    .filter((section) => section.depth <= 3)
    .map(({ key, title, depth }) => {
      const gap = owed.get(key)
      return {
        key,
        title,
        depth,
        ...(gap ? { owed: gap.text === undefined ? 'empty' : 'to be written' } : {}),
      }
    })
}
