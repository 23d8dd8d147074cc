/** The font of formulas: with signs that grow, such as roots and brackets, which a font of words lacks. */
import { carriedFont } from './carried-font.ts'

export const formulaFont = carriedFont('formula-font')

// Matches formulas in a page, and what is no letter of them.
const RE_FORMULA = /<math[ >].*?<\/math>/gs
const RE_TAG = /<[^>]*>|&[a-z]+;/g

/** The signs that the formulas of a page need, each once, in order; `[]` where there are none. */
export function signsOfFormulas(html: string): readonly string[] {
  const formulas = html.match(RE_FORMULA) ?? []
  const signs = formulas.flatMap((one) => [...one.replaceAll(RE_TAG, '')])
  // What markup names, and the root that browsers draw.
  const named = formulas.length > 0 ? ['<', '>', '&', '√'] : []
  return [...new Set([...signs, ...signs.flatMap(slanted), ...named])]
    .filter((sign) => sign.trim() !== '')
    .sort()
}

/** Where each alphabet begins, and where browsers find its slanted letters, in which they set names of one. */
const SLANTED = [
  ['A', 'Z', 0x1d434],
  ['a', 'z', 0x1d44e],
  ['Α', 'Ω', 0x1d6e2],
  ['α', 'ω', 0x1d6fc],
] as const

function slanted(sign: string): readonly string[] {
  // Planck's constant had its sign before.
  if (sign === 'h') return ['\u210e']
  const alphabet = SLANTED.find(([first, last]) => sign >= first && sign <= last)
  if (!alphabet) return []
  const [first, , start] = alphabet
  return [String.fromCodePoint(start + sign.charCodeAt(0) - first.charCodeAt(0))]
}
