/** The chunks of a document, and the roles that paragraphs have in it. */

import type { Diagram } from '../../../core/diagram/index.ts'
import type { ReadCase } from '../../read/read-case.ts'
import type { Lookups } from '../lookups.ts'
import type { Paragraph } from '../text.ts'
import { type Flow, plain, type Run } from '../text.ts'

/** How a paragraph looks, where it is not running text. */
export type Role = 'item' | 'words' | 'quiet' | 'gap' | 'lead-in' | 'rule'

export type Chunk =
  | {
      readonly type: 'heading'
      readonly depth: number
      readonly runs: readonly Run[]
      readonly key: string
    }
  | (Paragraph & {
      readonly role?: Role
      /** Keys under which links arrive here. */
      readonly key?: string
    })
  | { readonly type: 'diagram'; readonly diagram: Diagram }
  | Exclude<Flow, Paragraph>

/** What telling a case looks at. */
export interface Telling {
  readonly lookups: Lookups
  readonly read: Pick<ReadCase, 'documents' | 'graph' | 'settings' | 'audience' | 'outside'>
  readonly after: ReadonlyMap<string, readonly Diagram[]>
  /** Evidence right below its decision, which needs no link to it. */
  readonly under: ReadonlyMap<string, string>
}

/** Paragraphs in a role; entries of lists keep their own look. */
export function inRole(flows: readonly Flow[], role: Role): readonly Chunk[] {
  return flows.map((flow) =>
    flow.type === 'paragraph' && flow.list === undefined ? { ...flow, role } : flow,
  )
}

/** One paragraph of plain words. */
export function plainIn(text: string, role: Role): Chunk {
  return { ...plain(text), role }
}

/** A line beside the text. */
export function quietLine(runs: readonly Run[]): Chunk {
  return { type: 'paragraph', runs, level: 0, role: 'quiet' }
}
