/** How large an SVG is. Browsers, bundlers and office programs read that each in their own way, so it is said plainly. */
import type { XastElement } from './tree.ts'

/** A unit in px, by CSS. */
export const UNITS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  em: 16,
  rem: 16,
}

/** The longest side that is said, px: what counts in metres of ground is drawn as large as a screen. */
const LONGEST = 1600

/** How large a drawing is, px, and the part of its plane that it shows. */
interface Size {
  readonly width: number
  readonly height: number
  readonly viewBox: string
}

/**
 * Reads the size in the attributes of the root; a side that is not said follows from the other and the
 * viewBox. Undefined where nobody can know its proportions.
 */
export function sizeOf(attributes: Readonly<Record<string, string>>): Size | undefined {
  const { sides } = readStyle(attributes.style ?? '')
  const view = readView(attributes.viewBox)
  const [width, height] = [attributes.width, attributes.height].map(lengthOf)
  const [wide, high] = [lengthOf(sides.width) ?? width, lengthOf(sides.height) ?? height]
  const ratio = view ? view.width / view.height : wide && high ? wide / high : undefined
  if (ratio === undefined) return undefined
  const own = wide ?? (high ? high * ratio : (view?.width ?? 0))
  const shown = view ?? { x: 0, y: 0, width: own, height: high ?? own / ratio }
  const scale = Math.min(1, LONGEST / Math.max(own, high ?? own / ratio))
  return {
    width: inPixels(own * scale),
    height: inPixels((high ?? own / ratio) * scale),
    viewBox: [shown.x, shown.y, shown.width, shown.height].join(' '),
  }
}

/** Writes the size into the attributes of the root. Returns false where it can't be known. */
export function writeSize({ attributes }: XastElement): boolean {
  const size = sizeOf(attributes)
  if (!size) return false
  const { rest } = readStyle(attributes.style ?? '')
  Object.assign(attributes, {
    width: String(size.width),
    height: String(size.height),
    viewBox: size.viewBox,
    style: rest,
  })
  if (rest === '') delete attributes.style
  return true
}

// Matches "max-width: 800px" and "height:auto" in a style.
const RE_SIDE = /(?:^|;)\s*((?:max-|min-)?(?:width|height)|aspect-ratio)\s*:\s*([^;]*)/gi

/** What a style says of the size, and all else that it says. */
function readStyle(style: string): {
  readonly sides: Readonly<Record<string, string>>
  readonly rest: string
} {
  const said = [...style.matchAll(RE_SIDE)].map(([, name = '', value = '']) => [
    name.toLowerCase(),
    value.trim(),
  ])
  return { sides: Object.fromEntries(said), rest: style.replace(RE_SIDE, '').replace(/^;\s*/, '') }
}

// Matches "210mm" and "4e2"; not "100%" and "auto".
const RE_LENGTH = /^\s*(\+?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|r?em)?\s*$/i

/** In px; undefined for none, and for one that depends on where the picture stands. */
function lengthOf(text: string | undefined): number | undefined {
  const [, size = '', unit = 'px'] = RE_LENGTH.exec(text ?? '') ?? []
  const length = Number(size) * (UNITS[unit.toLowerCase()] ?? 1)
  return length > 0 && Number.isFinite(length) ? length : undefined
}

interface View {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** "0 0 10 20", "0,0,10,20" */
function readView(text: string | undefined): View | undefined {
  const [x = 0, y = 0, width = 0, height = 0] = (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const isOne = [x, y, width, height].every(Number.isFinite) && width > 0 && height > 0
  return isOne ? { x, y, width, height } : undefined
}

/** Whole px: half of one is no line on any screen. */
function inPixels(length: number): number {
  return Math.max(1, Math.round(length))
}
