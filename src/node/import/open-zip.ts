/** Opens a zip that somebody else has made: Word's, LibreOffice's and Google's documents are zips. */
import { Readable } from 'node:stream'
import JSZip from 'jszip'
import { RefusedDocument } from '../../core/import/foreign/refused.ts'

/** What is in a zip. */
interface OpenedZip {
  /** By path, with forward slashes. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Paths that lead out of the zip. What they name is not read. */
  readonly outside: readonly string[]
}

/** Limits far above what people write. */
const MOST_FILES = 5000
/** Bytes of all files together, unpacked. */
const LARGEST = 256 * 1024 * 1024

/**
 * Unpacks a zip in memory.
 *
 * @param largest bytes of all that it may unpack to
 * @throws RefusedDocument where it is no zip, has a password, or unpacks to more than any document
 */
export async function openZip(bytes: Uint8Array, largest = LARGEST): Promise<OpenedZip> {
  const zip = await JSZip.loadAsync(bytes, { createFolders: false }).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : ''
    throw new RefusedDocument(
      /encrypt/i.test(message)
        ? 'it has a password: save it without one'
        : 'it is damaged, or not what its name says',
    )
  })
  const entries = Object.values(zip.files).filter(({ dir }) => !dir)
  if (entries.length > MOST_FILES)
    throw new RefusedDocument(`it holds more than ${MOST_FILES} files`)
  const files = new Map<string, Uint8Array>()
  const outside: string[] = []
  let left = largest
  for (const entry of entries) {
    const written = (entry.unsafeOriginalName ?? entry.name).replaceAll('\\', '/')
    if (isOutside(written)) {
      outside.push(written)
      continue
    }
    const content = await unpack(entry, left)
    left -= content.length
    files.set(written.replace(/^(?:\.\/)+/, ''), content)
  }
  return { files, outside }
}

/** Whether a path leads to a root, to a drive, or above where it starts. */
function isOutside(path: string): boolean {
  return /^(?:\/|[a-z]:)/i.test(path) || path.split('/').includes('..')
}

/** Unpacks one file piece by piece, since what a zip says of its sizes may not be true. */
async function unpack(entry: JSZip.JSZipObject, most: number): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  let length = 0
  try {
    // The stream of the library is of an older sort.
    for await (const piece of new Readable().wrap(entry.nodeStream('nodebuffer'))) {
      const bytes = piece as Buffer // of the kind that was asked for
      length += bytes.length
      if (length > most) throw new RefusedDocument('it unpacks to more than any document')
      pieces.push(bytes)
    }
  } catch (error) {
    if (error instanceof RefusedDocument) throw error
    throw new RefusedDocument('it is damaged')
  }
  return Buffer.concat(pieces)
}
