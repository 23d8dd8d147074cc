/** What a rule for PDFs is, and what it says of one. */
import type { OpenPdf } from '../read/open.ts'
import { pageOf, type StructureElement } from '../read/tree.ts'

/** One thing that is demanded of every PDF. */
export interface PdfRule {
  /** Never changes. */
  readonly id: string
  /** In plain words, as a fact that holds when it passes. */
  readonly demand: string
  /** The standard and its clause, then the checkpoint of the Matterhorn Protocol 1.1. */
  readonly source: string
  /** Whether it looks only at tags: it does not check a document without tags. */
  readonly needsTags?: true
  /** Where it is broken; `[]` where it holds. */
  readonly run: (pdf: OpenPdf) => readonly PdfFailure[]
}

/** One place where a rule is broken. */
export interface PdfFailure {
  /** Fact, then expectation. */
  readonly message: string
  /** From 1. */
  readonly page?: number | undefined
  /** Way through the tags: `Document/L[2]/LI`. */
  readonly element?: string | undefined
  /** Number of an object in the file. */
  readonly object?: number | undefined
}

/** A failure at a tag, with the page on which it begins. */
export function failureAt(element: StructureElement, message: string): PdfFailure {
  return { message, page: pageOf(element), element: element.path }
}
