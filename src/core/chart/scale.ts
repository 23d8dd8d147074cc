/** The scale along which amounts are drawn. */

/** A scale: from where to where it goes, and what is marked on it. */
export interface Scale {
  readonly low: number
  readonly high: number
  /** Where lines stand behind the marks, from low to high. */
  readonly ticks: readonly number[]
}

/** About so many lines help to read a value. */
const TICKS = 5

/**
 * A scale with round numbers at both ends. Lengths start at nought, and so does what begins not far
 * above it; lines alone may start higher.
 */
export function niceScale([least, most]: readonly [number, number], fromZero: boolean): Scale {
  const isNear = least >= 0 && least < most * 0.6
  const from = fromZero || isNear ? Math.min(0, least) : least
  const to = fromZero ? Math.max(0, most) : most
  const step = roundStep((to - from || Math.abs(to) || 1) / TICKS)
  const [low, high] = [Math.floor(from / step), Math.ceil(to / step)]
  const ticks = Array.from({ length: high - low + 1 }, (_, n) => tidy((low + n) * step))
  return { low: tidy(low * step), high: tidy(high * step), ticks }
}

/** 1, 2 or 5 times a power of ten. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step))
  return power * ([1, 2, 5, 10].find((each) => each * power >= step * 0.999) ?? 10)
}

function tidy(number: number): number {
  return Number(number.toPrecision(12))
}

/** A number of the scale as it stands beside its line: `£1.5m`, `40%`. */
export function tickText(value: number, unit: string): string {
  const sign = /^[£$€]/.exec(unit)?.[0] ?? ''
  const size = Math.abs(value)
  const [divisor, suffix] = size >= 1e9 ? [1e9, 'bn'] : size >= 1e6 ? [1e6, 'm'] : [1, '']
  const number = (size / divisor).toLocaleString('en-GB', { maximumFractionDigits: 2 })
  const percent = unit === '%' ? '%' : ''
  return `${value < 0 ? '−' : ''}${sign}${number}${suffix}${percent}`
}
