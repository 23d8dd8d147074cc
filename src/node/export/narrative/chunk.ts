/** The chunks of a document, and the roles that paragraphs have in it. */

import type { Diagram } from '../../../core/diagram/index.ts'
import type { Flow, FormattedRun, Paragraph } from '../text.ts'

/** How a paragraph looks, where it is not running text. */
export type ParagraphRole = 'item' | 'words' | 'quiet' | 'gap' | 'lead-in' | 'rule'

/** A part of a document: a paragraph, a heading, a table, a drawing. */
export type Chunk =
  | {
      readonly type: 'heading'
      readonly depth: number
      readonly runs: readonly FormattedRun[]
      readonly key: string
    }
  | (Paragraph & {
      readonly role?: ParagraphRole
      /** Keys under which links arrive here. */
      readonly key?: string
    })
  | { readonly type: 'diagram'; readonly diagram: Diagram }
  | Exclude<Flow, Paragraph>
