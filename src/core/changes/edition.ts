/** A case as its readers saw it at one moment. Two of these are compared. Plain values. */
import type { Case, Place } from '../model/case.ts'
import type { CaseChallenge } from '../model/feedback.ts'
import type { KindTable } from '../model/kinds.ts'

/** Fields of `case.yaml` that say something of the whole case, the most important first. */
export const fieldNames = ['ask', 'title', 'phase', 'caveat', 'period', 'team'] as const

/** The name of a field that is compared. */
export type EditionFieldName = (typeof fieldNames)[number]

/** A field of an edition, with its words. */
export interface EditionField {
  readonly text: string
  readonly place: Place
}

/** The case, and what the graph leaves out of it. */
export interface Edition extends Case {
  /** The kinds of item of the case. */
  readonly kinds: KindTable
  /** What is said; what is not said is absent. */
  readonly fields: Readonly<Partial<Record<EditionFieldName, EditionField>>>
  /** Key of a section → its words, block by block, without those of items, gaps and private notes. */
  readonly words: Readonly<Record<string, readonly string[]>>
  /** What readers answered, as far as everybody who had this edition could know it. */
  readonly challenges: readonly CaseChallenge[]
}

/** A section's words, block by block; `[]` where it has none. A title may be any word: "Constructor". */
export function passagesIn({ words }: Edition, key: string): readonly string[] {
  return Object.hasOwn(words, key) ? (words[key] ?? []) : []
}
