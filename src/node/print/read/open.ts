/** Opens a PDF for its rules: its objects by pdf-lib, what it paints by pdf.js. */
import { dirname, join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { packageFile } from '../../paths/packages.ts'
import type { PaintedPiece } from './content.ts'
import { flatten, readTree, type StructureElement } from './tree.ts'

/** A PDF, read once for all rules. */
export interface OpenPdf {
  readonly document: PDFDocument
  /** Every tag that means something, in the order of the tree. */
  readonly elements: readonly StructureElement[]
  /** By page: the first page's pieces first. */
  readonly contents: readonly (readonly PaintedPiece[])[]
}

/** A file that cannot be read; the message says why, in one line. */
export class UnreadablePdf extends Error {
  override name = 'UnreadablePdf'
}

/**
 * Opens a file.
 * @throws UnreadablePdf for what is damaged, encrypted or no PDF at all.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  if (!isPdf(bytes)) throw new UnreadablePdf('Unexpected start of the file, expected "%PDF-"')
  const document = await load(bytes)
  const contents = await readPages(bytes)
  if (contents.length !== document.getPageCount()) {
    const listed = document.getPageCount()
    throw new UnreadablePdf(
      `Unexpected damage (${contents.length} of ${listed} pages are readable), ${WHOLE}`,
    )
  }
  return { document, contents, elements: flatten(readTree(document)) }
}

/** Where a header may stand, in bytes from the start (ISO 32000-1, annex H.3). */
const HEADER_WITHIN = 1024

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, HEADER_WITHIN)).toString('latin1').includes('%PDF-')
}

async function load(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    const document = await PDFDocument.load(bytes, {
      updateMetadata: false,
      throwOnInvalidObject: true,
      ignoreEncryption: true,
    })
    if (document.isEncrypted) throw new UnreadablePdf(ENCRYPTED)
    document.getPages()
    return document
  } catch (error) {
    throw error instanceof UnreadablePdf ? error : damaged(error)
  }
}

const ENCRYPTED = 'Unexpected encryption, expected a file that every reader opens'

/** pdf.js reads these for fonts that a file leaves out. */
const PDFJS = join(dirname(packageFile('pdfjs-dist')), '/')

/**
 * What the pages of a file paint, the first page first.
 * @param wanted Pages from 1; nothing is read of others. All unless told otherwise.
 * @throws UnreadablePdf
 */
export async function readPages(
  bytes: Uint8Array,
  wanted?: ReadonlySet<number>,
): Promise<OpenPdf['contents']> {
  // Loaded where a PDF is read, with a canvas that Node lacks: a build mostly reads none.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const { readContent } = await import('./content.ts')
  const task = getDocument({
    // pdf.js takes these bytes for itself, so it gets a copy.
    data: bytes.slice(),
    verbosity: 0,
    stopAtErrors: true,
    disableFontFace: true,
    standardFontDataUrl: `${PDFJS}standard_fonts/`,
    cMapUrl: `${PDFJS}cmaps/`,
  })
  try {
    const reader = await task.promise
    const contents: (readonly PaintedPiece[])[] = []
    for (let page = 1; page <= reader.numPages; page += 1) {
      contents.push(wanted && !wanted.has(page) ? [] : await readContent(reader, page))
    }
    return contents
  } catch (error) {
    throw damaged(error)
  } finally {
    await task.destroy()
  }
}

/** A message for people: libraries use words for programmers, or fail where something is missing. */
function damaged(error: unknown): UnreadablePdf {
  const why = error instanceof Error ? error.message : String(error)
  const byte = RE_OFFSET.exec(why)?.[1]
  if (byte !== undefined) return new UnreadablePdf(`Unexpected damage at byte ${byte}, ${WHOLE}`)
  const line = why.replaceAll(/\s+/g, ' ').replace(/\.$/, '').trim()
  const reason = error instanceof TypeError ? 'a part is missing' : line
  return new UnreadablePdf(`Unexpected damage (${reason}), ${WHOLE}`)
}

const WHOLE = 'expected a whole PDF'

/** `Trying to parse invalid object: {"line":156,"column":6,"offset":23082})` */
const RE_OFFSET = /"offset":(\d+)/
