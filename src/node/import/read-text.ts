/** The words of a file of text, whatever it is encoded in. */
import { decode } from '../../core/import/decode.ts'
import { RefusedDocument } from '../../core/import/foreign/refused.ts'

// Matches what a page says of its encoding, in its first bytes.
const RE_CHARSET = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i

/** The text of a web page, in the encoding that it names. */
export function readPageText(bytes: Uint8Array): ReadText {
  return readText(bytes, charsetIn(bytes))
}

function charsetIn(bytes: Uint8Array): string | undefined {
  return RE_CHARSET.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 2048)))?.[1]
}

interface ReadText {
  readonly text: string
  /** Sentences on bytes that are no text. */
  readonly dropped: readonly string[]
}

/** The text of a file, in the encoding that it names, or else in the one that fits. */
export function readText(bytes: Uint8Array, charset?: string): ReadText {
  // Bytes in which such words can be read are no UTF-16, whatever they say (HTML, "prescan a byte stream").
  if (charset !== undefined && !/^utf-?(?:8|16(?:le|be)?)$/i.test(charset)) {
    try {
      return { text: new TextDecoder(charset).decode(bytes), dropped: [] }
    } catch {
      // no encoding has this name
    }
  }
  const decoded = decode(bytes)
  if (!decoded) throw new RefusedDocument('it is no text, but bytes of some other kind')
  const { text, zeros } = decoded
  return {
    text,
    dropped: zeros === undefined ? [] : [`zero bytes, which no program shows: ${zeros}`],
  }
}
