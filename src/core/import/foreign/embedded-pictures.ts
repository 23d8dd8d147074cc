/** The pictures in a file of another program, as far as the document shows them. */
import { escapeXml } from '../../text/xml.ts'

/** Gives the bytes of a part of a file, by its path. */
type ReadBytes = (path: string) => Uint8Array | undefined

/** Collects these pictures while a document is read. */
export class EmbeddedPictures {
  /** Those that are shown, by their addresses in the case. */
  readonly shown = new Map<string, Uint8Array>()
  readonly #bytes: ReadBytes
  readonly #folder: string

  /** @param folder for pictures, as it stands in addresses */
  constructor(bytes: ReadBytes, folder: string) {
    this.#bytes = bytes
    this.#folder = folder
  }

  /** A picture as HTML; `undefined` for one that is not in the file. */
  html(path: string, alt: string): string | undefined {
    const content = this.#bytes(path)
    if (!content) return undefined
    const kind = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? 'bin'
    const address = `${this.#folder}/picture-${this.shown.size + 1}.${kind}`
    this.shown.set(address, content)
    return `<img src="${address}" alt="${escapeXml(alt)}">`
  }
}
