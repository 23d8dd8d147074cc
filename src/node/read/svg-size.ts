/** How large an SVG says it is: one that is extreme would hang the browser that prints it. */

/** The most that a side may be, px: twenty times as wide as a screen. */
const MOST = 40_000

/** How many times as high as wide it may be. */
const LONGEST = 100

// Matches the first tag of a drawing: `<svg xmlns="…" width="1e9">`.
const RE_ROOT = /<svg\b(?:[^>"']|"[^"]*"|'[^']*')*/

// Matches "width="1e9"", "height='20cm'", and "width: 1e9px" in a style.
const RE_SIDE =
  /(?<![\w-])(?:width|height)\s*[=:]\s*["']?\s*([\d.]+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|em|rem)?/gi

// Matches "viewBox="0 0 1e9 2"", with its width and height.
const RE_VIEW = /\bviewBox\s*=\s*["']\s*[^\s,"']+[\s,]+[^\s,"']+[\s,]+([^\s,"']+)[\s,]+([^\s,"']+)/

/** A unit in px, by CSS. */
const UNITS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  em: 16,
  rem: 16,
}

/** Whether a drawing is larger or longer than any page could show. */
export function isExtreme(svg: string): boolean {
  const [root = ''] = RE_ROOT.exec(svg) ?? []
  const sides = [...root.matchAll(RE_SIDE)].map(
    ([, size, unit = 'px']) => Number(size) * (UNITS[unit.toLowerCase()] ?? 1),
  )
  // It may count in any unit: it is as wide as there is room, and as high as that makes it.
  const [width = 1, height = 1] = RE_VIEW.exec(root)?.slice(1).map(Number) ?? []
  return sides.some((side) => !(side <= MOST)) || !(height / width <= LONGEST)
}
