/** How large a picture is shown, and in which sizes it is served. */
import { NARROWEST } from '../../core/diagram/inline.ts'

/** px. */
interface Size {
  readonly width: number
  readonly height: number
}

/** What a picture may take on a page: a line of text wide, and no higher than a screen or a sheet. */
const ROOM: Size = { width: 704, height: 640 }

/** The widths that are served, px: a phone, a column, the same on fine screens and on paper, a wall. */
const WIDTHS = [480, 960, 1440, 1920]

/** The widths in px in which a picture is served, the largest last: none is larger than the picture. */
export function widthsOf({ width }: Pick<Size, 'width'>): number[] {
  const largest = Math.min(width, WIDTHS.at(-1) ?? width)
  return [...WIDTHS.filter((one) => one < largest), largest]
}

/** The size on a page: never larger than the picture itself, and of its proportions. */
export function shownSize({ width, height }: Size): Size {
  const scale = Math.min(1, ROOM.width / width, ROOM.height / height)
  const side = (length: number): number => Math.max(1, Math.round(length * scale))
  return { width: side(width), height: side(height) }
}

/** Widths to which small bitmaps are held on slides, px on the canvas; each is a class of `sizes.css`. */
const HELD = [80, 120, 160, 240, 320, 480, 640, 800, 960]

/** How many times its own size a bitmap may be shown: larger ones show their pixels. */
const MOST_ENLARGED = 2

/** The class of a bitmap that would have to be enlarged more than it may to fill a slide. */
export function sizeLimitClass({
  width,
  format,
}: {
  width: number
  format: string
}): string | undefined {
  return format === 'svg' ? undefined : limitClass(width * MOST_ENLARGED)
}

/** The class of what is shown no wider than this, px on the canvas; undefined where it may fill a slide. */
function limitClass(most: number): string | undefined {
  if (most >= SLIDE_ROOM) return undefined
  return `at-most-${HELD.findLast((one) => one <= most) ?? HELD[0]}`
}

/** No label of a diagram is larger on a slide, px: the words of headlines are as large. */
const LARGEST_LABEL = 54

/** The class of a diagram of few boxes, which would be blown up to fill a slide. */
export function diagramLimitClass(width: number, labelSize: number): string | undefined {
  return limitClass((width * LARGEST_LABEL) / labelSize)
}

/** What words and pictures have between the edges of a slide, px on the canvas. */
const SLIDE_ROOM = 1024

/** Widths below which a drawing would have to scroll, px; each is a class of `diagram.css`. */
const LEASTS = [640, 880]

/** The class of a drawing that needs so many px; undefined where it fits the narrowest page. */
export function leastClass(least: number): string | undefined {
  if (least <= NARROWEST) return undefined
  return `least-${LEASTS.find((one) => one >= least) ?? LEASTS.at(-1)}`
}
