/** How large an SVG is: one that is extreme would hang what reads it, or the browser that prints it. */

import { UNITS } from '../pictures/svg/size.ts'

/** The most that a side may be, px: twenty times as wide as a screen. */
const MOST = 40_000

/** How many times as high as wide it may be. */
const LONGEST = 100

// Matches "width="1e9"", "height='20cm'", and "width: 1e9px" in a style.
const RE_SIDE =
  /(?<![\w-])(?:width|height)\s*[=:]\s*["']?\s*([\d.]+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|em|rem)?/gi

// Matches "viewBox="0 0 1e9 2"", with its width and height.
const RE_VIEW = /\bviewBox\s*=\s*["']\s*[^\s,"']+[\s,]+[^\s,"']+[\s,]+([^\s,"']+)[\s,]+([^\s,"']+)/

/** Whether a drawing with this first tag is larger or longer than any page could show. */
export function isExtreme(root: string): boolean {
  const sides = [...root.matchAll(RE_SIDE)].map(
    ([, size, unit = 'px']) => Number(size) * (UNITS[unit.toLowerCase()] ?? 1),
  )
  // It may count in any unit: it is as wide as there is room, and as high as that makes it.
  const [width = 1, height = 1] = RE_VIEW.exec(root)?.slice(1).map(Number) ?? []
  return sides.some((side) => !(side <= MOST)) || !(height / width <= LONGEST)
}

/** The most tags that a drawing may have, and the most of them times its rules: each is asked for each. */
const MOST_TAGS = 100_000
const MOST_ASKED = 1_000_000

/** Whether a drawing has more parts than can be read in seconds. */
export function isCrowded(svg: string): boolean {
  const tags = svg.split('<').length
  return tags > MOST_TAGS || tags * svg.split('{').length > MOST_ASKED
}
