/** Pictures as the library takes them: a vector with its bitmap, or a bitmap alone. */
import { ImageRun } from 'docx'
import type { ExportPicture } from '../pictures/index.ts'

/** px at 96 an inch. */
interface Room {
  readonly width: number
  readonly height: number
}

/** A picture of its own proportions, as large as it is, or as there is room. */
export function imageRun(picture: ExportPicture, room: Room): ImageRun {
  const { width, height, svg, bitmap, extension, alt } = picture
  const scale = Math.min(1, room.width / width, room.height / height)
  const side = (length: number): number => Math.max(1, Math.round(length * scale))
  const transformation = { width: side(width), height: side(height) }
  const altText = { name: 'Picture', title: '', description: alt }
  if (svg === undefined) {
    const type = extension === 'jpeg' ? 'jpg' : extension
    return new ImageRun({ type, data: bitmap, transformation, altText })
  }
  const fallback = { type: 'png', data: bitmap } as const
  return new ImageRun({ type: 'svg', data: Buffer.from(svg), fallback, transformation, altText })
}
