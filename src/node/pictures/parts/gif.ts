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
  const [screen, global] = [sizeAt(bytes, 6), tableAt(bytes, 10, 13)]
  const parts: PicturePart[] = [{ bytes: bytes.subarray(0, 13) }]
  // What is drawn with the colours of the whole is known at the end.
  const used = new Set<number>()
  const whole = (): readonly PicturePart[] => [
    ...parts.slice(0, 1),
    { bytes: onlyUsed(global, used) },
    ...parts.slice(1),
  ]
  let at = 13 + global.length
  let unseen: number | undefined
  while (at < bytes.length) {
    const block = bytes[at]
    if (block === END)
      return [...whole(), { bytes: bytes.subarray(at, at + 1) }, ...afterEnd(bytes, at + 1)]
    if (block === EXTENSION) {
      const end = endOfBlocks(bytes, at + 2)
      if (end === undefined) return undefined
      const part = extension(bytes.subarray(at, end))
      if (part.bytes[1] === CONTROL) unseen = unseenIn(part.bytes)
      parts.push(part)
      at = end
      continue
    }
    const picture = block === PICTURE ? pictureAt(bytes, at, screen) : undefined
    if (!picture) return undefined
    const { head, table, pixels, colours } = picture
    const seen = [...colours].filter((colour) => colour !== unseen)
    if (table.length === 0) for (const colour of seen) used.add(colour)
    parts.push({ bytes: Buffer.concat([head, onlyUsed(table, new Set(seen)), pixels]) })
    at += head.length + table.length + pixels.length
    unseen = undefined
  }
  return undefined
}

interface Size {
  readonly width: number
  readonly height: number
}

function sizeAt(bytes: Buffer, at: number): Size {
  return { width: bytes.readUInt16LE(at), height: bytes.readUInt16LE(at + 2) }
}

/** The colour that is no colour, by what says how a frame is shown. */
function unseenIn(control: Uint8Array): number | undefined {
  return (control[3] ?? 0) & 1 ? control[6] : undefined
}

/** A table without the colours that no pixel has: nobody sees them. */
function onlyUsed(table: Buffer, used: ReadonlySet<number>): Buffer {
  return Buffer.from(table.map((sign, at) => (used.has(Math.floor(at / 3)) ? sign : 0)))
}

/** A frame; undefined where it is not all on the screen, or has more pixels than that or fewer. */
function pictureAt(bytes: Buffer, at: number, screen: Size) {
  const end = at + 10
  if (end >= bytes.length) return undefined
  const { width, height } = sizeAt(bytes, at + 5)
  if (bytes.readUInt16LE(at + 1) + width > screen.width) return undefined
  if (bytes.readUInt16LE(at + 3) + height > screen.height) return undefined
  const table = tableAt(bytes, at + 9, end)
  const start = end + table.length
  const close = endOfBlocks(bytes, start + 1)
  if (close === undefined) return undefined
  const pixels = bytes.subarray(start, close)
  const colours = coloursIn(pixels, width * height)
  return colours && { head: bytes.subarray(at, end), table, pixels, colours }
}

/**
 * Which colours pixels have that are packed (LZW): each stands there by itself once. Undefined where
 * there are not so many pixels, or something follows their end.
 */
function coloursIn(pixels: Buffer, count: number): ReadonlySet<number> | undefined {
  const least = pixels[0] ?? 0
  const packed = joinBlocks(pixels.subarray(1))
  const [clear, end] = [1 << least, (1 << least) + 1]
  const lengths = new Uint32Array(4096)
  const colours = new Set<number>()
  let [bit, size, next, before, found] = [0, least + 1, end + 1, 0, 0]
  if (least < 2 || least > 8) return undefined
  while (bit + size <= packed.length * 8) {
    const from = bit >> 3
    const three =
      (packed[from] ?? 0) | ((packed[from + 1] ?? 0) << 8) | ((packed[from + 2] ?? 0) << 16)
    const code = (three >> (bit & 7)) & ((1 << size) - 1)
    bit += size
    if (code === end) return found === count && bit + 7 >= packed.length * 8 ? colours : undefined
    if (code === clear) {
      ;[size, next, before] = [least + 1, end + 1, 0]
      continue
    }
    const isNew = code === next && before > 0
    const length = code < clear ? 1 : isNew ? before + 1 : code < next ? (lengths[code] ?? 0) : 0
    if (length === 0) return undefined
    if (code < clear) colours.add(code)
    if (before > 0 && next < 4096) {
      lengths[next] = before + 1
      next += 1
      if (next === 1 << size && size < 12) size += 1
    }
    before = length
    found += length
  }
  return undefined
}

/** What blocks of at most 255 bytes hold together. */
function joinBlocks(bytes: Buffer): Buffer {
  const blocks: Buffer[] = []
  for (let at = 0; at < bytes.length; at += 1 + (bytes[at] ?? 0))
    blocks.push(bytes.subarray(at + 1, at + 1 + (bytes[at] ?? 0)))
  return Buffer.concat(blocks)
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

/** The table of colours that begins somewhere, by the flags elsewhere; empty where there is none. */
function tableAt(bytes: Buffer, flags: number, at: number): Buffer {
  const said = bytes[flags] ?? 0
  return bytes.subarray(at, at + (said & 0x80 ? 3 * 2 ** ((said & 7) + 1) : 0))
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
