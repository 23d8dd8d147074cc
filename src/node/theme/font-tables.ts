/** Whether the tables of a font file are all there, and as they were made: OpenType, "Organization of an OpenType Font". */
import { inflateSync } from 'node:zlib'

const [SFNT, WOFF] = [
  // The header's length, that of an entry, and where it says how many there are; bytes.
  { header: 12, entry: 16, count: 4 },
  { header: 44, entry: 20, count: 12 },
]

/** By the first four bytes. Of WOFF2 all tables are one stream, which is whole or cannot be read. */
const FORMATS: ReadonlyMap<string, typeof SFNT> = new Map([
  ['\0\u0001\0\0', SFNT],
  ['true', SFNT],
  ['OTTO', SFNT],
  ['wOFF', WOFF],
])

/** Where `head` has the sum of the whole file, which is no part of its own. */
const ADJUSTMENT = 8

/** Bytes of a table: zeros pack a thousand times, and would fill the memory of any machine. */
const LARGEST = 50e6

/** Whether each table lies in the file, holds something, and has the sum that the directory says. */
export function hasSoundTables(bytes: Buffer): boolean {
  const format = FORMATS.get(bytes.toString('latin1', 0, 4))
  if (!format) return true
  try {
    const count = bytes.readUInt16BE(format.count)
    return Array.from({ length: count }, (_, index) => format.header + index * format.entry).every(
      (at) => isSound(bytes, at, format === WOFF),
    )
  } catch {
    return false // A number beyond the end, or what does not inflate.
  }
}

function isSound(bytes: Buffer, at: number, isPacked: boolean): boolean {
  const name = bytes.toString('latin1', at, at + 4)
  const numbers = Array.from({ length: isPacked ? 4 : 3 }, (_, index) =>
    bytes.readUInt32BE(at + 4 + index * 4),
  )
  const [offset = 0, packed = 0, length = 0, sum] = isPacked
    ? numbers
    : [numbers[1], numbers[2], numbers[2], numbers[0]]
  if (length === 0 || length > LARGEST || offset + packed > bytes.length) return false
  const raw = bytes.subarray(offset, offset + packed)
  const table = Buffer.from(packed < length ? inflateSync(raw, { maxOutputLength: length }) : raw)
  if (table.length !== length) return false
  if (name === 'head') table.writeUInt32BE(0, ADJUSTMENT)
  return sumOf(table) === sum
}

/** The sum of all numbers of four bytes, the last one filled with zeros. */
function sumOf(table: Buffer): number {
  let sum = 0
  for (let at = 0; at < table.length; at += 4) {
    const rest = table.length - at
    sum =
      (sum +
        (rest < 4 ? table.readUIntBE(at, rest) * 256 ** (4 - rest) : table.readUInt32BE(at))) >>>
      0
  }
  return sum
}
