/** Photographs no larger than the page of an office program can show. */
import sharp from 'sharp'

/** px of the longer side: a wall, or 300 dots an inch between the margins of a page. */
const LONGEST = 1920

/** What loses nothing that is seen when it is drawn anew. */
const SHRUNK = new Set(['image/jpeg', 'image/png'])

/** The same picture with fewer pixels; itself where it has few enough, or moves. */
export async function shrink(type: string, bytes: Uint8Array): Promise<Uint8Array> {
  if (!SHRUNK.has(type)) return bytes
  const { width = 0, height = 0 } = await sharp(bytes).metadata()
  if (Math.max(width, height) <= LONGEST) return bytes
  const size = { width: LONGEST, height: LONGEST, fit: 'inside' } as const
  return sharp(bytes).resize(size).toBuffer()
}
