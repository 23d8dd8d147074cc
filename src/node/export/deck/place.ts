/** Where pictures stand: side by side on the stage, each as large as it can be. px on 1280×720. */
import type { Area } from './layouts.ts'

interface Sized {
  readonly width: number
  readonly height: number
}

/** Between pictures. */
const GAP = 32

/** A picture is not blown up further than this. */
const LARGEST = 1.6

/**
 * One box for each picture, of its own proportions, hung on the left edge and in the middle.
 * @param bleeds Set where one hangs in the upper right corner.
 */
export function placePictures(
  pictures: readonly Sized[],
  stage: Area,
  bleeds = false,
): readonly Area[] {
  const w = (stage.w - GAP * (pictures.length - 1)) / Math.max(1, pictures.length)
  return pictures.map(({ width, height }, index) => {
    const scale = Math.min(w / width, stage.h / height, LARGEST)
    const size = { w: width * scale, h: height * scale }
    if (bleeds) return { x: stage.x + stage.w - size.w, y: stage.y, ...size }
    return {
      x: stage.x + index * (w + GAP),
      y: stage.y + Math.max(0, (stage.h - size.h) / 2),
      ...size,
    }
  })
}
