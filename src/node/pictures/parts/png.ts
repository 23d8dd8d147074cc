/** The chunks of a PNG, by the specification of the W3C: length, type, data, check sum. */
import { afterEnd, type PartReader, type PicturePart, SAYS } from './part.ts'

const SIGNATURE = 8

/** What is drawn: pixels, transparency, density, and frames of a moving picture. */
const DRAWN = 'IHDR PLTE IDAT IEND tRNS bKGD sBIT pHYs gAMA cHRM sRGB cICP acTL fcTL fdAT'.split(
  ' ',
)

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
  let at = SIGNATURE
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return undefined
    const type = bytes.toString('latin1', at + 4, at + 8)
    const chunk = bytes.subarray(at, end)
    if (DRAWN.includes(type)) parts.push({ bytes: chunk })
    else parts.push({ bytes: chunk, isAside: true, ...(ASIDE[type] ?? { says: SAYS.other }) })
    if (type === 'IEND') return [...parts, ...afterEnd(bytes, end)]
    at = end
  }
  return undefined
}
