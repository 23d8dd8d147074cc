/** Draws a picture anew from its pixels, so that nothing else of its file is left. */
import sharp, { type Metadata, type Sharp } from 'sharp'
import { chunkOf } from './parts/png.ts'

/** No eye sees what is lost. */
const QUALITY = 95

/**
 * The same picture, upright and in the colours of screens (sRGB), with all its frames.
 *
 * @param extension of its file, without the dot
 * @throws where it can't be read
 */
export async function redraw(bytes: Buffer, extension: string): Promise<Buffer> {
  const about = await sharp(bytes).metadata()
  const isMoving = (about.pages ?? 1) > 1
  const picture = sharp(bytes, { animated: isMoving })
  const upright = (about.orientation ?? 1) > 1 ? picture.autoOrient() : picture
  const inColour = upright.toColourspace(spaceOf(about))
  return writerOf(extension)(inColour, about, bytes).toBuffer()
}

function spaceOf({ depth }: Metadata): 'rgb16' | 'srgb' {
  return depth === 'ushort' ? 'rgb16' : 'srgb'
}

function writerOf(extension: string): Writer {
  const write = Object.hasOwn(WRITERS, extension) ? WRITERS[extension] : undefined
  if (!write) throw new Error(`No way to draw ${extension}`)
  return write
}

/** Of 255: nobody sees so little of a colour. */
const UNSEEN = 3

/**
 * The same picture, where one colour alone is behind what is transparent; `undefined` where that is so.
 * Of a moving picture nothing is known.
 */
export async function redrawSeen(bytes: Buffer, extension: string): Promise<Buffer | undefined> {
  const about = await sharp(bytes).metadata()
  const { hasAlpha, depth, pages = 1, width = 0, height = 0 } = about
  if (!hasAlpha || pages > 1 || (extension === 'png' && bytes.includes('acTL'))) return undefined
  const isWide = depth === 'ushort'
  const raw = await sharp(bytes)
    .toColourspace(spaceOf(about))
    .ensureAlpha()
    .raw({ depth: isWide ? 'ushort' : 'uchar' })
    .toBuffer()
  const signs = isWide ? new Uint16Array(raw.buffer, raw.byteOffset, raw.length / 2) : raw
  if (signs.length !== width * height * 4 || !hidesColours(signs, isWide ? UNSEEN * 257 : UNSEEN))
    return undefined
  const picture = sharp(signs, { raw: { width, height, channels: 4 } })
  return writerOf(extension)(picture.toColourspace(spaceOf(about)), about, bytes).toBuffer()
}

/** Takes the colours away that nobody sees; false where all of them are one. */
function hidesColours(signs: Uint8Array | Uint16Array, most: number): boolean {
  let first = -1
  let isMixed = false
  for (let at = 0; at < signs.length; at += 4) {
    if ((signs[at + 3] ?? 0) > most) continue
    if (first < 0) first = at
    isMixed ||= [0, 1, 2].some((channel) => signs[at + channel] !== signs[first + channel])
    if (isMixed) break
  }
  if (!isMixed) return false
  for (let at = 0; at < signs.length; at += 4)
    if ((signs[at + 3] ?? 0) <= most) signs.fill(0, at, at + 4)
  return true
}

/**
 * A PNG whose table of colours has none that no pixel shows. One without a table stays as it is.
 *
 * @param frames its pictures, each as a PNG of its own
 */
export async function withUsedColours(bytes: Buffer, frames: readonly Buffer[]): Promise<Buffer> {
  const at = bytes.indexOf('PLTE') - 4
  if (bytes[25] !== 3 || at < 0) return bytes
  const used = new Set<number>()
  for (const frame of frames) {
    const pixels = await sharp(frame).toColourspace('srgb').ensureAlpha().raw().toBuffer()
    for (let from = 0; from < pixels.length; from += 4)
      if ((pixels[from + 3] ?? 0) > UNSEEN) used.add(pixels.readUIntBE(from, 3))
  }
  const table = Buffer.from(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
  for (let from = 0; from + 3 <= table.length; from += 3)
    if (!used.has(table.readUIntBE(from, 3))) table.fill(0, from, from + 3)
  const end = at + 12 + table.length
  return Buffer.concat([bytes.subarray(0, at), chunkOf('PLTE', table), bytes.subarray(end)])
}

type Writer = (picture: Sharp, about: Metadata, bytes: Buffer) => Sharp

// Colours as fine as light and dark: they would be made coarser a second time.
const jpeg: Writer = (picture, { isProgressive }) =>
  picture.jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4', progressive: isProgressive })

const WRITERS: Readonly<Record<string, Writer>> = {
  avif: (picture) => picture.avif({ quality: 80 }),
  gif: (picture) => picture.gif({ dither: 0 }),
  jpeg,
  jpg: jpeg,
  png: (picture) => picture.png({ compressionLevel: 9 }),
  webp: (picture, _, bytes) =>
    picture.webp({ quality: QUALITY, smartSubsample: true, lossless: bytes.includes('VP8L') }),
}
