/** Which formats can be cut into parts, so that their pixels stay as they are. */
import { gifParts } from './gif.ts'
import { jpegParts } from './jpeg.ts'
import type { PartReader } from './part.ts'
import { pngParts } from './png.ts'
import { webpParts } from './webp.ts'

export type { PicturePart } from './part.ts'

/** What cuts a file into its parts, by the ending of its name, without the dot. */
export const partReaders: Readonly<Record<string, PartReader>> = {
  gif: gifParts,
  jpeg: jpegParts,
  jpg: jpegParts,
  png: pngParts,
  webp: webpParts,
}
