/** How much room words and drawings of a case take, as its font and the drawings that are kept say. */
import { SLIDE_ROOM } from '../../core/diagram/index.ts'
import type { ThemeName } from '../../core/model/themes.ts'
import type { Measure } from '../../core/text/measure.ts'
import { type Drawings, readDrawing } from '../mermaid/cache.ts'
import { cached, fontWidths } from '../theme/font-widths.ts'

/**
 * The measure of a theme's font, and of the drawings that are kept. Later calls return the same function.
 * @throws when the font's package is not installed.
 */
export function fontMeasure({ theme, store }: Drawings): Measure {
  return measureIn(store)(theme)
}

const measureIn = cached((store: string) =>
  cached((theme: ThemeName): Measure => {
    const pictures = (mermaid: string, height: number) =>
      picturesOf(mermaid, height, { theme, store })
    return Object.assign(fontWidths({ theme, store }).bind(undefined), { pictures })
  }),
)

/** What was drawn last; a diagram that never was counts as one picture. */
function picturesOf(mermaid: string, height: number, of: Drawings): number {
  const drawn = readDrawing(mermaid, of)
  if (!drawn?.ok) return 1
  const { parts, one, labelSize } = drawn
  const isRead = one && (labelSize * height) / one.height >= SLIDE_ROOM.label
  return isRead ? 1 : (parts?.length ?? 1)
}
