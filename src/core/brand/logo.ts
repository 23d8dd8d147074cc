/** The logo of a brand, as pages and office files take it. */
import type { GroundName } from '../deck/layouts.ts'
import { contrast } from './contrast.ts'

/** A picture for light ground and one for dark ground, each as an address that holds it. */
export interface Logo {
  readonly light: string
  readonly dark: string
  /** Whose it is, for those who do not see it. */
  readonly alt: string
  /** Whether the brand is dark whatever its reader prefers, but on paper. */
  readonly isDark: boolean
  /** How it stands on slides of the brand's own colours. */
  readonly on: Readonly<Record<GroundName, LogoOnGround>>
}

/** Which of its pictures; on a plate of white where neither is clear on the ground itself. */
interface LogoOnGround {
  readonly picture: 'light' | 'dark'
  readonly onPlate: boolean
}

/** How much of a picture has each colour: `#rrggbb`, and a count of px. */
export type Seen = ReadonlyMap<string, number>

/** What the parts of a picture need to be told from its ground (WCAG 1.4.11). */
const LEAST = 3
/** How much of a picture has to have that: the rest are smoothed edges. */
const MOST_OF_IT = 0.85

/** Chooses the picture for a ground, `#rrggbb`. */
export function logoOn(
  ground: string,
  seen: Readonly<Record<'light' | 'dark', Seen>>,
): LogoOnGround {
  const isClear = (picture: Seen): boolean => {
    const all = [...picture]
    const px = (of: typeof all) => of.reduce((sum, [, count]) => sum + count, 0)
    return px(all.filter(([colour]) => contrast(colour, [ground]) >= LEAST)) >= px(all) * MOST_OF_IT
  }
  const picture = (['dark', 'light'] as const).find((name) => isClear(seen[name]))
  return picture ? { picture, onPlate: false } : { picture: 'light', onPlate: true }
}
