/** What the entries of the narrative are made from. */
import type { LastChange } from '../changes/latest.ts'
import type { Diagram } from '../diagram/index.ts'
import type { AnswerSubject } from '../feedback/ways.ts'
import type { Lookup } from '../graph/lookup.ts'
import type { DatedCase } from '../model/dated.ts'
import type { Endnotes } from './endnotes.ts'
import type { Responses } from './responses.ts'

/** A case, and what is known of the place where it is told. */
export interface EntryContext {
  readonly lookup: Lookup<DatedCase>
  /** Keys of the items that are set out here. */
  readonly here: ReadonlySet<string>
  readonly endnotes: Endnotes
  /** Diagrams by the `at` of the block before them. */
  readonly diagrams: ReadonlyMap<string, readonly Diagram[]>
  /** What changed in the latest week, by key. */
  readonly changed: ReadonlyMap<string, LastChange>
  /** Keys of the sections of which slides tell. */
  readonly onSlides: ReadonlySet<string>
  /** How readers answer to something; undefined where they can't. */
  readonly answers: (answered: AnswerSubject & { readonly called: string }) => Responses | undefined
}
