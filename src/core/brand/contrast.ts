/** Colours in OKLCH, and the nearest that has enough contrast: WCAG 2.2, 1.4.3 and 1.4.11. */
import { formatHex, oklch, toGamut, wcagContrast } from 'culori'

/**
 * The least contrast that words need with their ground. Marks would need 3:1, but words are set in their
 * colours too.
 */
export const TEXT = 4.5
/** The least contrast of words for readers who asked for more of it. */
export const STRONG = 7

const inRgb = toGamut('rgb', 'oklch')

/** A colour by lightness from 0 to 1, chroma and hue in degrees, as near as screens can show it: `#rrggbb`. */
export function colourOf(lightness: number, chroma: number, hue: number): string {
  return formatHex(
    inRgb({ mode: 'oklch', l: Math.min(1, Math.max(0, lightness)), c: chroma, h: hue }),
  )
}

/** The lightness (0 to 1), chroma and hue (degrees) of a colour; greys have hue 0. */
export function partsOf(colour: string): {
  readonly l: number
  readonly c: number
  readonly h: number
} {
  const { l = 0, c = 0, h = 0 } = oklch(colour) ?? {}
  return { l, c, h }
}

/** The least contrast of a colour with any of some grounds. */
export function contrast(colour: string, grounds: readonly string[]): number {
  return Math.min(...grounds.map((ground) => wcagContrast(colour, ground)))
}

/**
 * The colour itself where it has that contrast with each ground; else the nearest that has, lighter or
 * darker, of its hue; else black or white, whichever has more.
 */
export function meet(colour: string, grounds: readonly string[], least: number): string {
  if (contrast(colour, grounds) >= least) return colour
  const { l, c, h } = partsOf(colour)
  for (let step = STEP; step <= 1; step += STEP) {
    const near = [l - step, l + step]
      .filter((lightness) => lightness >= 0 && lightness <= 1)
      .map((lightness) => colourOf(lightness, c, hueOf(h, l - lightness)))
      .filter((one) => contrast(one, grounds) >= least)
    if (near[0] !== undefined) return near[0]
  }
  return clearest(grounds)
}

const STEP = 0.004

/** Its hue, darkened by so much: yellow turns to bronze, as pigments do, and not to olive. */
function hueOf(hue: number, darker: number): number {
  return hue > 80 && hue < 115 && darker > 0 ? hue - darker * 60 : hue
}

/** Black or white, whichever has more contrast with the grounds. */
export function clearest(grounds: readonly string[]): string {
  return contrast('#000000', grounds) >= contrast('#ffffff', grounds) ? '#000000' : '#ffffff'
}

/** The colour that lies between two, `share` of the way from the first. */
export function between(from: string, to: string, share: number): string {
  const [a, b] = [partsOf(from), partsOf(to)]
  const mix = (x: number, y: number) => x + (y - x) * share
  // Greys have no hue of their own.
  return colourOf(mix(a.l, b.l), mix(a.c, b.c), a.c > b.c ? a.h : b.h)
}
