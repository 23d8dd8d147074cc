/** A handout as it is handed out, and what was found on the way. */
import { PDFDocument } from 'pdf-lib'
import { finishPdf } from './finish.ts'
import { cutBlocks, type Overflow, type PaperBlock } from './fit.ts'
import type { PdfMetadata } from './metadata.ts'
import type { Printed } from './printed.ts'

/** What was found while printing. */
export interface PrintFindings {
  readonly overflows: readonly Overflow[]
  readonly over: readonly PaperBlock[]
  /** How many sheets of paper; counted where only one is allowed, else 0. */
  readonly sheets: number
}

/** The bytes of a PDF, and what was found. */
export interface FinishedHandout extends PrintFindings {
  readonly bytes: Uint8Array
}

/** How to finish a handout. */
export interface FinishOrder {
  /** Path under which the site is served. */
  readonly base: string
  readonly metadata: PdfMetadata
  /** Set for what must fit on one sheet. */
  readonly oneSheet?: true | undefined
}

/** Makes of what was printed what is handed out. */
export async function finishHandout(
  printed: Printed,
  { base, metadata, oneSheet }: FinishOrder,
): Promise<FinishedHandout> {
  const { bytes, breaks } = finishPdf(printed, base, metadata)
  const sheets = oneSheet ? await countSheets(bytes) : 0
  const over = [...printed.over, ...(await cutBlocks(bytes, breaks, printed.over))]
  return { bytes, overflows: printed.overflows, over, sheets }
}

/** How many sheets a PDF has. */
async function countSheets(bytes: Uint8Array): Promise<number> {
  return (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount()
}
