/** Opens what Chromium has printed. */
import { ParseSpeeds, PDFDocument } from 'pdf-lib'

/** A PDF as it is, without rests in between for others: nobody waits for these. */
export function openPrinted(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
}
