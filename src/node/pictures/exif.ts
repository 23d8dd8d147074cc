/** Whether a picture says where it was taken. */

/** The number of the entry that leads to the position, by Exif 2.3. */
const GPS = 0x8825

/** Before the tables, in some formats. */
const PREFIX = 'Exif\0\0'

/** True where EXIF has a position; what cannot be read has none. */
export function hasPosition(exif: Buffer): boolean {
  const start = exif.toString('latin1', 0, PREFIX.length) === PREFIX ? PREFIX.length : 0
  const tiff = exif.subarray(start)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  try {
    const table = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
    const entries = Array.from({ length: short(table) }, (_, index) => table + 2 + index * 12)
    return entries.some((entry) => short(entry) === GPS)
  } catch {
    return false // cut off
  }
}
