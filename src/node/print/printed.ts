/** What was printed of a page, or of a part of one. */
import type { PDFDocument } from 'pdf-lib'
import type { OverBlock } from '../fit/in-page/sheet.ts'
import type { Overflow } from './fit.ts'

/** A page as printed, before its links and metadata are mended. */
export interface Printed {
  readonly document: PDFDocument
  /** The page's own title; empty where it has none. */
  readonly title: string
  /** All of its words; absent where decoration is marked and words are kept apart already. */
  readonly text: string | undefined
  /** What links say, by their whole address, or `#id` for an anchor of the page itself. */
  readonly linkNames: ReadonlyMap<string, string>
  /** Slides that hold too much; `[]` for a page without slides. */
  readonly overflows: readonly Overflow[]
  /** What is wider or higher than the paper; `[]` for slides. */
  readonly over: readonly OverBlock[]
}

/** A part as printed, in which decoration is marked. */
export interface PrintedPart extends Omit<Printed, 'document' | 'text'> {
  readonly bytes: Uint8Array
}
