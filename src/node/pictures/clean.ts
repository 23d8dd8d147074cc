/** A picture without anything that is not drawn: no place, time, name, comment, and no other picture. */
import { imageMetadata } from 'astro/assets/utils'
import sharp, { type Metadata } from 'sharp'
import { isFilm } from '../../core/syntax/films.ts'
import { hasPosition } from './exif.ts'
import { cleanFilm } from './film/index.ts'
import { type PicturePart, partReaders } from './parts/index.ts'
import { SAYS } from './parts/part.ts'
import { pngFrames } from './parts/png.ts'
import type { Cleaned } from './picture.ts'
import { redraw, redrawSeen, withUsedColours } from './redraw.ts'
import { cleanSvg } from './svg/index.ts'

/**
 * Takes everything out of a picture that is not drawn. Pixels stay as they are where the rest can be
 * cut away. Else the picture is drawn anew: it looks the same.
 *
 * @param extension of its file, in small letters, without the dot
 * @param depth how many pictures it is in
 * @returns undefined for what is no such picture
 */
export async function clean(
  bytes: Buffer,
  extension: string,
  depth = 0,
): Promise<Cleaned | undefined> {
  if (depth > DEEPEST) return undefined
  if (isFilm(`.${extension}`)) {
    const film = cleanFilm(bytes, extension)
    return 'why' in film ? undefined : film
  }
  try {
    const cleaned =
      extension === 'svg'
        ? await cleanSvg(bytes, (within, its) => clean(within, its, depth + 1))
        : await cleanBitmap(bytes, extension)
    // What the bundler can't measure would stop the build.
    if (cleaned) await imageMetadata(cleaned.bytes)
    return cleaned
  } catch {
    return undefined // It is damaged, or of a kind that nobody here can read.
  }
}

/** A drawing in a drawing in a drawing is made by nobody. */
const DEEPEST = 3

async function cleanBitmap(bytes: Buffer, extension: string): Promise<Cleaned | undefined> {
  const about = await sharp(bytes).metadata()
  if (about.format === 'heif' && isMovingAvif(bytes)) return undefined
  const parts = partsOf(bytes, extension)
  const removed = [
    ...(about.exif && hasPosition(about.exif) ? ['position (GPS)'] : []),
    ...(parts?.flatMap(({ says }) => says ?? []) ?? [
      ...saysOf(about),
      ...(Object.hasOwn(partReaders, extension) ? [SAYS.other] : []),
    ]),
  ]
  // Of a moving WebP nobody can tell which colours are behind what is transparent.
  const isHiding = extension === 'webp' && about.hasAlpha && (about.pages ?? 1) > 1
  const isUpright = (about.orientation ?? 1) === 1
  const isPlain = parts && isUpright && !isHiding && !parts.some(({ isLook }) => isLook)
  if (isPlain) {
    // A picture that says it is one, and has no pixels, is none.
    await sharp(bytes).stats()
    return seen(drawnOf(parts), extension, removed)
  }
  // Only its first frame could be drawn anew.
  if (extension === 'png' && bytes.includes('acTL')) return undefined
  return seen(plainly(await redraw(bytes, extension), extension), extension, removed)
}

/**
 * The same without the colours that transparency hides, a background that was cut off or words, and
 * without those that no pixel has; undefined for a moving PNG that hides some.
 */
async function seen(
  bytes: Buffer,
  extension: string,
  removed: readonly string[],
): Promise<Cleaned | undefined> {
  const frames = extension === 'png' ? (pngFrames(bytes) ?? []) : []
  if (frames.length > 1)
    for (const frame of frames) if (await redrawSeen(frame, extension)) return undefined
  const used = extension === 'png' ? await withUsedColours(bytes, frames) : bytes
  const drawn = await redrawSeen(used, extension)
  if (!drawn) return { bytes: used, removed: [...new Set(removed)] }
  return { bytes: plainly(drawn, extension), removed: [...new Set([...removed, SAYS.under])] }
}

function plainly(bytes: Buffer, extension: string): Buffer {
  const parts = partsOf(bytes, extension)
  return parts ? drawnOf(parts) : bytes
}

function partsOf(bytes: Buffer, extension: string): readonly PicturePart[] | undefined {
  return Object.hasOwn(partReaders, extension) ? partReaders[extension]?.(bytes) : undefined
}

function drawnOf(parts: readonly PicturePart[]): Buffer {
  return Buffer.concat(parts.filter(({ isAside }) => !isAside).map(({ bytes }) => bytes))
}

/** What a picture that can't be cut into parts says. */
function saysOf({ exif, xmp, iptc }: Metadata): readonly string[] {
  return Object.entries({ EXIF: exif, XMP: xmp, IPTC: iptc }).flatMap(([name, said]) =>
    said ? [name] : [],
  )
}

/** Only its first picture could be drawn anew. */
function isMovingAvif(bytes: Buffer): boolean {
  return bytes.toString('latin1', 8, 12) === 'avis'
}
