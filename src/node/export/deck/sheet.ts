/** One slide of an editable deck: its layout, the words in its fields, what stands beside them. */

import type { Diagram } from '../../../core/diagram/index.ts'
import type { Paragraph, Shown, ShownChart, Table } from '../text.ts'
import type { LayoutFieldName, LayoutName } from './layouts.ts'

/** A picture to be made, a chart or a table. */
export type SlideObject =
  | Shown
  | ShownChart
  | Table
  | { readonly type: 'diagram'; readonly diagram: Diagram }

/** One slide as the file has it. */
export interface PptxSlide {
  /** Address of the slide in the deck. */
  readonly id: string
  readonly layout: LayoutName
  /** Fields without words are left out. */
  readonly fields: Partial<Readonly<Record<LayoutFieldName, readonly Paragraph[]>>>
  /** px at most, where the deck says so. */
  readonly sizes: Partial<Readonly<Record<LayoutFieldName, number>>>
  readonly objects: readonly SlideObject[]
  /** Set on the ask, where the address of the case is shown as a code. */
  readonly code?: true
  /** Paragraphs for the speaker, of public words alone. */
  readonly notes: readonly string[]
}
