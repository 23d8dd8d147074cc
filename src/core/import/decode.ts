/** From the bytes of a file to its text, whatever it was saved as. */

export interface Decoded {
  readonly text: string
  /** Set where it was not UTF-8. */
  readonly from?: 'UTF-16' | 'Windows-1252'
}

/** Reads bytes as text; `undefined` for what is no text at all. */
export function decode(bytes: Uint8Array): Decoded | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return utf16('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return utf16('utf-16be', bytes)
  if (bytes.includes(0)) return undefined
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return windows(bytes) // not UTF-8
  }
}

function utf16(encoding: string, bytes: Uint8Array): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), from: 'UTF-16' }
}

/** Control characters, of which text has none but tabs, line ends and page breaks. */
const isControl = (byte: number): boolean => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)

function windows(bytes: Uint8Array): Decoded | undefined {
  if (bytes.some(isControl)) return undefined
  return { text: new TextDecoder('windows-1252').decode(bytes), from: 'Windows-1252' }
}
