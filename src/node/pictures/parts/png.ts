/** The chunks of a PNG, by the specification of the W3C: length, type, data, check sum. */
import { inflateSync } from 'node:zlib'
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
  const pixels: Buffer[] = []
  let at = SIGNATURE
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return undefined
    const type = bytes.toString('latin1', at + 4, at + 8)
    const chunk = bytes.subarray(at, end)
    if (Object.hasOwn(DRAWN, type)) {
      if (chunk.length - 12 > (DRAWN[type] ?? 0) || (seen.has(type) && !REPEATED.has(type)))
        return undefined
      seen.add(type)
      if (type === 'IDAT') pixels.push(chunk.subarray(8, -4))
      parts.push({ bytes: chunk })
    } else parts.push({ bytes: chunk, isAside: true, ...(ASIDE[type] ?? { says: SAYS.other }) })
    if (type === 'IEND')
      return isWhole(bytes, Buffer.concat(pixels)) ? [...parts, ...afterEnd(bytes, end)] : undefined
    at = end
  }
  return undefined
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
function isWhole(png: Buffer, packed: Buffer): boolean {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const [depth = 0, colour = 0, , , interlaced = 0] = png.subarray(24, 29)
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
