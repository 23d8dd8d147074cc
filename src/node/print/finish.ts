/** Turns what Chromium printed into a handout: artifacts, links, tags, metadata, identity. */
import { type BadBreak, badBreaks } from './check/page-breaks.ts'
import { markDecoration } from './decoration.ts'
import { mendLinks } from './links.ts'
import { describeDocument, type PdfMetadata } from './metadata.ts'
import { openPrinted } from './open-printed.ts'
import type { Printed } from './printed.ts'
import { flatten, readTree } from './read/tree.ts'
import { pairsIn } from './soft-breaks.ts'
import { normaliseStructure } from './structure.ts'
import { writeDocument } from './write.ts'

/** A PDF that can be handed out. */
interface Finished {
  readonly bytes: Uint8Array
  /** Where its pages end too early. */
  readonly breaks: readonly BadBreak[]
}

/**
 * Finishes a PDF; the same page and metadata always give the same bytes. The page's own title has
 * precedence over the title in the metadata. `base` is the path under which the page was printed.
 */
export function finishPdf(printed: Printed, base: string, metadata: PdfMetadata): Finished {
  const { document } = printed
  if (printed.text !== undefined) markDecoration(document, pairsIn(printed.text))
  mendLinks(document, { base, url: metadata.url, linkNames: printed.linkNames })
  normaliseStructure(document)
  describeDocument(document, { ...metadata, title: printed.title || metadata.title })
  const breaks = badBreaks(flatten(readTree(document)))
  return { bytes: writeDocument(document), breaks }
}

/** Marks decoration in a part of a page, and keeps its words apart; all else is for the whole. */
export async function markPrinted(bytes: Uint8Array, text: string): Promise<Uint8Array> {
  const document = await openPrinted(bytes)
  markDecoration(document, pairsIn(text))
  return writeDocument(document)
}
