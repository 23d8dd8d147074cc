/** A case as its readers had it at one moment: what two moments are compared by. Plain values. */
import type { Case, Place } from '../model/case.ts'
import type { KindTable } from '../model/kinds.ts'

/** What is said of the whole case, by its name in `case.yaml`, the most telling first. */
export const fieldNames = ['ask', 'title', 'phase', 'caveat', 'period', 'team'] as const

export type EditionFieldName = (typeof fieldNames)[number]

export interface EditionField {
  readonly text: string
  readonly place: Place
}

/** The case, and what the graph leaves out of it. */
export interface Edition extends Case {
  /** What the case could have. */
  readonly kinds: KindTable
  /** What is said; what is not said is absent. */
  readonly fields: Readonly<Partial<Record<EditionFieldName, EditionField>>>
  /** Key of a section → its words, block by block, without those of items, gaps and private notes. */
  readonly words: Readonly<Record<string, readonly string[]>>
}

/** A section's words, block by block; `[]` where it has none. A title may be any word: "Constructor". */
export function passagesIn({ words }: Edition, key: string): readonly string[] {
  return Object.hasOwn(words, key) ? (words[key] ?? []) : []
}
