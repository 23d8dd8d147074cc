/** An address as a QR code: which squares are dark. Pure. */
import { encode } from 'uqr'

/** The light frame that readers need around a code, in squares: ISO/IEC 18004 asks for 4. */
const QUIET_ZONE = 4
/** Longer addresses, in bytes, make squares too small to be read from a slide. */
const MOST = 200

/** A QR code as squares. */
export interface QrCode {
  /** Squares along a side, with the quiet zone. */
  readonly size: number
  /** The dark squares as the path of an SVG whose unit is a square. */
  readonly path: string
}

/** The code of an address; undefined where it is too long to be read in a room. */
export function qrCodeOf(address: string): QrCode | undefined {
  const { href } = new URL(address)
  if (href.length > MOST) return undefined
  const { data, size } = encode(href, { ecc: 'M', border: QUIET_ZONE })
  const path = data.map((row, y) =>
    darkRuns(row)
      .map(([x, length]) => barAt(x, y, length))
      .join(''),
  )
  return { size, path: path.join('') }
}

/** `https://example.org/case/` → `example.org/case`: what a person would type. */
export function shortAddress(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')
}

/** `https://www.example.org/case/` → `www.example.org/case/`: the address whole, as paper shows it. */
export function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//, '')
}

/** `[[0, 7], [9, 1]]`: where dark squares start in a row, and how many there are. */
function darkRuns(row: readonly boolean[]): readonly (readonly [number, number])[] {
  return row.flatMap((dark, x) => {
    if (!dark || row[x - 1]) return []
    const end = row.indexOf(false, x)
    return [[x, (end < 0 ? row.length : end) - x] as const]
  })
}

function barAt(x: number, y: number, length: number): string {
  return `M${x} ${y}h${length}v1h-${length}z`
}
