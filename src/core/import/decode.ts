/** Turns the bytes of a file into text, in whichever encoding it was saved. */

interface Decoded {
  readonly text: string
  /** The encoding, where it was not UTF-8. */
  readonly from?: 'UTF-16' | 'Windows-1252'
  /** How many zero bytes were dropped, where there were some. */
  readonly zeros?: number
}

/** Reads bytes as text. Returns `undefined` for bytes that are not text. */
export function decode(bytes: Uint8Array): Decoded | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return utf16('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return utf16('utf-16be', bytes)
  if (!bytes.includes(0)) return oneByte(bytes)
  const plain = bytes.filter((byte) => byte !== 0)
  const zeros = bytes.length - plain.length
  // Text in UTF-16 without a mark at its start has a zero beside every letter of most scripts.
  if (plain.some(isControl)) return undefined
  if (zeros > bytes.length * 0.4) return utf16(bytes[0] === 0 ? 'utf-16be' : 'utf-16le', bytes)
  const decoded = oneByte(plain)
  return decoded && { ...decoded, zeros }
}

function oneByte(bytes: Uint8Array): Decoded | undefined {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return windows(bytes) // not UTF-8
  }
}

function utf16(encoding: string, bytes: Uint8Array): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), from: 'UTF-16' }
}

/** Whether a byte is a control character; tabs, line ends and page breaks are not counted. */
const isControl = (byte: number): boolean => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)

function windows(bytes: Uint8Array): Decoded | undefined {
  if (bytes.some(isControl)) return undefined
  return { text: new TextDecoder('windows-1252').decode(bytes), from: 'Windows-1252' }
}
