/** The colours of charts as numbers, for what knows no style sheet: those of `ui/styles/chart.css`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sources } from '../paths/index.ts'

/** Six hexadecimal digits each. */
type Colours = Readonly<Record<string, string>>

/** `chart-1`, `chart-focus` and the others, made of the colours of a theme. */
export function chartColours(theme: Colours): Colours {
  const css = readFileSync(join(sources, 'ui/styles/chart.css'), 'utf8')
  const colours: Record<string, string> = { ...theme }
  for (const [, name = '', value = ''] of css.matchAll(/--(chart-[a-z\d]+): ([^;]+);/g))
    colours[name] = comesTo(value, colours)
  return colours
}

// Matches "color-mix(in srgb, var(--quiet) 24%, var(--paper))".
const RE_MIX = /^color-mix\(in srgb, var\(--([a-z-]+)\) (\d+)%, var\(--([a-z-]+)\)\)$/

function comesTo(value: string, colours: Colours): string {
  const [, one, share, other] = RE_MIX.exec(value) ?? []
  if (one && other) return mix(colours[one] ?? BLACK, colours[other] ?? BLACK, Number(share) / 100)
  return colours[/^var\(--([a-z\d-]+)\)$/.exec(value)?.[1] ?? ''] ?? BLACK
}

const BLACK = '000000'

function mix(one: string, other: string, share: number): string {
  const part = (digits: string, at: number): number => Number.parseInt(digits.slice(at, at + 2), 16)
  return [0, 2, 4]
    .map((at) => Math.round(part(one, at) * share + part(other, at) * (1 - share)))
    .map((each) => each.toString(16).padStart(2, '0').toUpperCase())
    .join('')
}
