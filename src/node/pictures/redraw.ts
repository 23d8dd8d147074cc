/** Draws a picture anew from its pixels, so that nothing else of its file is left. */
import sharp, { type Metadata, type Sharp } from 'sharp'

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
  const inColour = upright.toColourspace(about.depth === 'ushort' ? 'rgb16' : 'srgb')
  const write = Object.hasOwn(WRITERS, extension) ? WRITERS[extension] : undefined
  if (!write) throw new Error(`No way to draw ${extension}`)
  return write(inColour, about, bytes).toBuffer()
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
