/** The segments of a JPEG, by ITU-T T.81: marker, length, data; and the pixels after some of them. */
import { afterEnd, type PartReader, type PicturePart, SAYS } from './part.ts'

const START = 2
const EOI = 0xd9
const SOS = 0xda

/** Frames, tables, restarts and scans; `C8` is reserved. */
const isDrawn = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || (marker >= SOS && marker <= 0xdf)

export const jpegParts: PartReader = (bytes) => {
  const parts: PicturePart[] = [{ bytes: bytes.subarray(0, START) }]
  let at = START
  while (at + 4 <= bytes.length || bytes[at + 1] === EOI) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] as number // within its bounds
    if (marker === 0xff) {
      at += 1 // fill
      continue
    }
    if (marker === EOI)
      return [...parts, { bytes: bytes.subarray(at, at + 2) }, ...afterEnd(bytes, at + 2)]
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const next = marker === SOS ? endOfScan(bytes, end) : end
    if (next > bytes.length) return undefined
    parts.push(partOf(marker, bytes.subarray(at, next)))
    at = next
  }
  return undefined
}

function partOf(marker: number, bytes: Buffer): PicturePart {
  if (isDrawn(marker)) return { bytes }
  const name = bytes.toString('latin1', 4, 32)
  const row = ROWS.find((one) => one.marker === marker && name.startsWith(one.name))
  return row?.keep?.(bytes) ?? { bytes, isAside: true, ...(row?.aside ?? { says: SAYS.other }) }
}

interface Row {
  readonly marker: number
  /** How its data begins. */
  readonly name: string
  /** What of it is drawn. */
  readonly keep?: (bytes: Buffer) => PicturePart | undefined
  readonly aside?: Pick<PicturePart, 'says' | 'isLook'>
}

const ROWS: readonly Row[] = [
  { marker: 0xe0, name: 'JFIF\0', keep: withoutSmallCopy },
  { marker: 0xe0, name: 'JFXX\0', aside: { says: SAYS.small } },
  { marker: 0xe1, name: 'Exif\0', aside: { says: SAYS.exif } },
  { marker: 0xe1, name: 'http://ns.adobe.com/x', aside: { says: SAYS.xmp } },
  { marker: 0xe2, name: 'ICC_PROFILE\0', aside: { isLook: true } },
  { marker: 0xe2, name: 'MPF\0', aside: { says: SAYS.small } },
  { marker: 0xed, name: '', aside: { says: SAYS.iptc } },
  // How its colours are to be read.
  { marker: 0xee, name: 'Adobe', keep: (bytes) => (bytes.length === 16 ? { bytes } : undefined) },
  { marker: 0xfe, name: '', aside: { says: SAYS.comment } },
]

/** Version and density, which are 16 bytes with their length. */
function withoutSmallCopy(bytes: Buffer): PicturePart | undefined {
  if (bytes.length < 18) return undefined
  const kept = Buffer.from(bytes.subarray(0, 18))
  kept.writeUInt16BE(16, 2)
  kept.writeUInt16BE(0, 16)
  return { bytes: kept, ...(bytes.length > 18 ? { says: SAYS.small } : {}) }
}

/** Pixels end at a marker; `FF 00` is a pixel, and `FF D0` to `FF D7` are among them. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return Number.POSITIVE_INFINITY
}
