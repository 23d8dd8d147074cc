/** How a deck may be shown: every slide must fit in each of these ways. */

/** Sizes of a projector or screen, px: the canvas itself, full HD, the old shape of 4:3, and an upright tablet. */
export const sizes = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
  { width: 834, height: 1194 },
] as const

/** Sizes of text, as parts of the usual one. */
export const texts = [1, 1.2] as const

/** The smallest words on the canvas, px at the usual size of text. */
export const SMALLEST_TEXT = 20

/** One way of showing. */
export interface FitSetting {
  /** `1280×720` */
  readonly size: string
  readonly text: number
}

/** `1280×720` */
export function sizeName({ width, height }: { width: number; height: number }): string {
  return `${width}×${height}`
}

/** `120 %` */
export function textName(text: number): string {
  return `${Math.round(text * 100)} %`
}
