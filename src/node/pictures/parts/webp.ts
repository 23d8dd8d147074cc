/** The chunks of a WebP, by RFC 9649: type, length, data, which is filled to an even length. */
import { afterEnd, type PartReader, type PicturePart, SAYS } from './part.ts'

const HEAD = 12

const DRAWN = ['VP8 ', 'VP8L', 'ALPH', 'ANIM']

const ASIDE: Readonly<Record<string, Pick<PicturePart, 'says' | 'isLook'>>> = {
  ICCP: { isLook: true },
  EXIF: { says: SAYS.exif },
  'XMP ': { says: SAYS.xmp },
}

/** What the head of an extended file says it has: colours, EXIF and XMP. */
const PROMISES = 0x20 | 0x08 | 0x04

export const webpParts: PartReader = (bytes) => {
  if (bytes.length < HEAD) return undefined
  const end = 8 + bytes.readUInt32LE(4)
  const chunks = end > bytes.length ? undefined : chunksIn(bytes.subarray(HEAD, end))
  if (!chunks) return undefined
  const parts = chunks.map(partOf)
  const head = Buffer.from(bytes.subarray(0, HEAD))
  const drawn = parts.filter(({ isAside }) => !isAside)
  head.writeUInt32LE(4 + drawn.reduce((size, part) => size + part.bytes.length, 0), 4)
  return [{ bytes: head }, ...parts, ...afterEnd(bytes, end)]
}

function partOf({ type, bytes }: Chunk): PicturePart {
  if (DRAWN.includes(type)) return { bytes }
  if (type === 'VP8X' && bytes.length === 18) {
    const head = Buffer.from(bytes)
    head.writeUInt8((head[8] ?? 0) & ~PROMISES, 8)
    return { bytes: head }
  }
  // A frame has a place, and then chunks of its own.
  const within = type === 'ANMF' ? chunksIn(bytes.subarray(24)) : undefined
  if (within?.every((one) => DRAWN.includes(one.type))) return { bytes }
  if (type === 'ANMF') return { bytes, isAside: true, says: SAYS.other, isLook: true }
  return { bytes, isAside: true, ...(ASIDE[type] ?? { says: SAYS.other }) }
}

interface Chunk {
  readonly type: string
  readonly bytes: Buffer
}

function chunksIn(bytes: Buffer): readonly Chunk[] | undefined {
  const chunks: Chunk[] = []
  let at = 0
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (end > bytes.length) return undefined
    chunks.push({ type: bytes.toString('latin1', at, at + 4), bytes: bytes.subarray(at, end) })
    at = end
  }
  return at === bytes.length ? chunks : undefined
}
