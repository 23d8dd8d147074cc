/** Opens the zip of a Word, PowerPoint, Excel or OpenDocument file. */
import { partsNotTaken } from '../../core/import/foreign/not-taken.ts'
import { RefusedDocument } from '../../core/import/foreign/refused.ts'
import { openZip } from './open-zip.ts'

interface OpenedOffice {
  readonly files: ReadonlyMap<string, Uint8Array>
  /** The text of a part, by its path; `undefined` where there is none. */
  readonly part: (path: string) => string | undefined
  readonly bytes: (path: string) => Uint8Array | undefined
  /** Sentences on what is in the file and is not read, but for a number of charts that came with their numbers. */
  readonly outside: (charts?: number) => readonly string[]
}

/**
 * Unpacks such a file.
 * @throws RefusedDocument where it is no such file, or larger than any
 */
export async function openOffice(bytes: Uint8Array): Promise<OpenedOffice> {
  // How files of before 2007, and those with a password, begin.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new RefusedDocument(
      'it has a password, or is of the format before 2007: save it anew, without one',
    )
  const { files, outside } = await openZip(bytes)
  return {
    files,
    part: (path) => {
      const found = files.get(path)
      if (!found) return undefined
      const encoding = found[0] === 0xff || found[0] === 0xfe ? 'utf-16' : 'utf-8'
      return new TextDecoder(encoding).decode(found)
    },
    bytes: (path) => files.get(path),
    outside: (charts) => [
      ...partsNotTaken([...files.keys()], charts),
      ...outside.map((name) => `"${name}", which leads out of the file`),
    ],
  }
}
