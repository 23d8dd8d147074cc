/** The blocks of a GIF, by its specification of 1989: pictures, and extensions of many makers. */
import { afterEnd, type PartReader, type PicturePart, SAYS } from './part.ts'

const EXTENSION = 0x21
const PICTURE = 0x2c
const END = 0x3b

/** How long a frame is shown; how often all are, in two ways. */
const CONTROL = 0xf9
const APPLICATION = 0xff
const LOOPS = ['NETSCAPE2.0', 'ANIMEXTS1.0']
const COMMENT = 0xfe

export const gifParts: PartReader = (bytes) => {
  if (bytes.length < 13) return undefined
  let at = 13 + tableSize(bytes[10] ?? 0)
  const parts: PicturePart[] = [{ bytes: bytes.subarray(0, at) }]
  while (at < bytes.length) {
    const block = bytes[at]
    if (block === END)
      return [...parts, { bytes: bytes.subarray(at, at + 1) }, ...afterEnd(bytes, at + 1)]
    const end = block === EXTENSION ? endOfBlocks(bytes, at + 2) : endOfPicture(bytes, at)
    if (end === undefined || (block !== EXTENSION && block !== PICTURE)) return undefined
    const part = bytes.subarray(at, end)
    parts.push(block === PICTURE ? { bytes: part } : extension(part))
    at = end
  }
  return undefined
}

function extension(bytes: Buffer): PicturePart {
  const name = bytes.toString('latin1', 3, 14)
  // Its size is known: a longer one would say more.
  if (bytes[1] === CONTROL && bytes.length === 8) return { bytes }
  if (bytes[1] === APPLICATION && LOOPS.includes(name) && bytes.length === 19) return { bytes }
  if (bytes[1] === APPLICATION && name === 'ICCRGBG1012') return { bytes, isAside: true } // no browser reads it
  if (bytes[1] === COMMENT) return { bytes, isAside: true, says: SAYS.comment }
  return { bytes, isAside: true, says: name.startsWith('XMP') ? SAYS.xmp : SAYS.other }
}

/** Bytes of a table of colours. */
function tableSize(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

function endOfPicture(bytes: Buffer, at: number): number | undefined {
  return endOfBlocks(bytes, at + 10 + tableSize(bytes[at + 9] ?? 0) + 1)
}

/** Blocks of at most 255 bytes follow each other up to an empty one. */
function endOfBlocks(bytes: Buffer, from: number): number | undefined {
  let at = from
  while (at < bytes.length) {
    const size = bytes[at] ?? 0
    at += 1 + size
    if (size === 0) return at
  }
  return undefined
}
