/** The chunks of a PNG, by the specification of the W3C: length, type, data, check sum. */
import { crc32, inflateSync } from 'node:zlib'
import { afterEnd, type PartReader, type PicturePart, SAYS } from './part.ts'

const SIGNATURE = 8

/**
 * What is drawn: pixels, transparency, density, and frames of a moving picture; each with how many bytes
 * it has at most. What is longer says more than it draws.
 */
const DRAWN: Readonly<Record<string, number>> = {
  ...{ IHDR: 13, PLTE: 768, IDAT: Infinity, IEND: 0, tRNS: 256, bKGD: 6, sBIT: 4, pHYs: 9 },
  ...{ gAMA: 4, cHRM: 32, sRGB: 1, cICP: 4, acTL: 8, fcTL: 26, fdAT: Infinity },
}

/** What comes more than once. */
const REPEATED = new Set(['IDAT', 'fcTL', 'fdAT'])

const ASIDE: Readonly<Record<string, Pick<PicturePart, 'says' | 'isLook'>>> = {
  iCCP: { isLook: true },
  eXIf: { says: SAYS.exif },
  tEXt: { says: SAYS.text },
  zTXt: { says: SAYS.text },
  iTXt: { says: SAYS.text },
  tIME: { says: SAYS.time },
}

export const pngParts: PartReader = (bytes) => {
  const parts: PicturePart[] = [{ bytes: bytes.subarray(0, SIGNATURE) }]
  const seen = new Set<string>()
  let at = SIGNATURE
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return undefined
    const type = typeOf(bytes.subarray(at, end))
    const chunk = bytes.subarray(at, end)
    if (Object.hasOwn(DRAWN, type)) {
      if (chunk.length - 12 > (DRAWN[type] ?? 0) || (seen.has(type) && !REPEATED.has(type)))
        return undefined
      seen.add(type)
      // Colours of a picture that has those of its pixels are a proposal.
      const isAside = type === 'PLTE' && bytes[25] !== INDEXED
      parts.push({ bytes: chunk, ...(isAside ? { isAside } : {}) })
    } else parts.push({ bytes: chunk, isAside: true, ...(ASIDE[type] ?? { says: SAYS.other }) })
    if (type === 'IEND') {
      const frames = framesOf(parts.map((part) => part.bytes))
      return frames?.every(isWhole) ? [...parts, ...afterEnd(bytes, end)] : undefined
    }
    at = end
  }
  return undefined
}

/** Colours by their number in a table. */
const INDEXED = 3

function typeOf(chunk: Uint8Array): string {
  return Buffer.from(chunk.subarray(4, 8)).toString('latin1')
}

/** The pictures of which one consists, each as a PNG of its own; undefined where one is shown by nobody. */
export function pngFrames(bytes: Buffer): readonly Buffer[] | undefined {
  const frames = framesOf((pngParts(bytes) ?? []).map((part) => part.bytes))
  return frames?.map(({ head, shared, pixels }) =>
    Buffer.concat([
      ...[bytes.subarray(0, SIGNATURE), chunkOf('IHDR', head), ...shared],
      ...[chunkOf('IDAT', pixels), chunkOf('IEND', Buffer.alloc(0))],
    ]),
  )
}

interface Frame {
  /** Width, height and how its pixels are written, as the data of an IHDR. */
  readonly head: Buffer
  /** Colours and transparency. */
  readonly shared: readonly Uint8Array[]
  /** Packed. */
  readonly pixels: Buffer
}

function framesOf(chunks: readonly Uint8Array[]): readonly Frame[] | undefined {
  const dataOf = (chunk: Uint8Array) => Buffer.from(chunk.subarray(8, -4))
  const [, first] = chunks
  if (!first || typeOf(first) !== 'IHDR' || first.length !== 25) return undefined
  const head = dataOf(first)
  const still: Uint8Array[] = []
  const moving: { head: Buffer; pixels: Uint8Array[] }[] = []
  let count = 0
  for (const chunk of chunks) {
    const [type, data] = [typeOf(chunk), chunk.subarray(8, -4)]
    if (type === 'acTL') count = dataOf(chunk).readUInt32BE(0)
    if (type === 'fcTL') {
      const [width = 0, height = 0, left = 0, top = 0] = [4, 8, 12, 16].map((at) =>
        dataOf(chunk).readUInt32BE(at),
      )
      if (left + width > head.readUInt32BE(0) || top + height > head.readUInt32BE(4))
        return undefined
      moving.push({ head: Buffer.concat([data.subarray(4, 12), head.subarray(8)]), pixels: [] })
    }
    if (type === 'IDAT') (count > 0 ? (moving.at(-1)?.pixels ?? still) : still).push(data)
    if (type === 'fdAT') moving.at(-1)?.pixels.push(data.subarray(4))
  }
  const shared = chunks.filter((chunk) => ['PLTE', 'tRNS'].includes(typeOf(chunk)))
  // Who shows a moving picture shows as many frames as it says, and no picture before them.
  const isAll = count === moving.length && (count === 0 || still.length === 0)
  const all = count > 0 ? moving : [{ head, pixels: still }]
  return isAll
    ? all.map((one) => ({ ...one, shared, pixels: Buffer.concat(one.pixels) }))
    : undefined
}

/** A chunk with its length and check sum. */
export function chunkOf(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type), data])
  const chunk = Buffer.alloc(named.length + 8)
  chunk.writeUInt32BE(data.length)
  named.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(named), named.length + 4)
  return chunk
}

/** Signs a pixel, by the type of its colour. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** The steps in which an interlaced picture comes: where each starts, and how far its pixels are apart. */
const STEPS = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Whether the packed pixels are all that they are packed with, and no more rows than are drawn. */
function isWhole({ head, pixels: packed }: Frame): boolean {
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const [depth = 0, colour = 0, , , interlaced = 0] = head.subarray(8)
  const rows = (across: number, down: number): number =>
    across * down === 0 ? 0 : down * (1 + Math.ceil((across * depth * (CHANNELS[colour] ?? 0)) / 8))
  const size =
    interlaced === 0
      ? rows(width, height)
      : STEPS.reduce(
          (sum, [left, top, right, below]) =>
            sum + rows(Math.ceil((width - left) / right), Math.ceil((height - top) / below)),
          0,
        )
  if (size > MOST_BYTES) return false
  try {
    // One byte more than are drawn is an error.
    const { buffer, engine } = inflateSync(packed, {
      maxOutputLength: size,
      info: true,
    }) as unknown as {
      // As the documentation of zlib has it; the types do not.
      readonly buffer: Buffer
      readonly engine: { readonly bytesWritten: number }
    }
    return buffer.length === size && engine.bytesWritten === packed.length
  } catch {
    return false
  }
}

/** Larger pictures are drawn anew, row by row. */
const MOST_BYTES = 1e9
