/** The colours of charts, in every theme, light and dark, for people who see colours otherwise. */
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { brandSheet } from '../../../src/core/brand/sheet.ts'
import { readBrand } from '../../../src/core/brand/theme-yaml.ts'
import { themeNames } from '../../../src/core/model/themes.ts'
import { LOOKS } from '../../../src/node/chart/paper.ts'

type Colour = readonly [number, number, number]

/** How much of each light arrives, by Machado, Oliveira and Fernandes (2009), at full strength. */
const SEEN = {
  'all colours': [1, 0, 0, 0, 1, 0, 0, 0, 1],
  'no red': [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  'no green': [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  'no blue': [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
} as const

const sheet = await readFile('src/ui/styles/chart.css', 'utf8')

const BRANDS = ['night', 'press', 'signal'] as const

/** The style sheet of a theme of ours, or of a brand, whose colours are derived. */
async function sheetOf(theme: string): Promise<string> {
  if (!BRANDS.some((brand) => brand === theme))
    return readFile(`src/ui/themes/${theme}.css`, 'utf8')
  const yaml = await readFile(`tests/fixtures/brands/${theme}/theme.yaml`, 'utf8')
  const { brand } = readBrand(yaml, 'theme.yaml')
  if (!brand) throw new Error(`no brand ${theme}`)
  const text = { family: 'A font', faces: [], generic: 'sans-serif' } as const
  return brandSheet(brand, { text }, await sheetOf(brand.like ?? 'thread')).css
}

/** The tokens of a theme, as it says them first. */
async function tokensOf(theme: string, side: 0 | 1): Promise<ReadonlyMap<string, Colour>> {
  const css = await sheetOf(theme)
  const tokens = new Map<string, Colour>()
  for (const [, name = '', light = '', dark = ''] of css.matchAll(
    /--([a-z-]+):\s*light-dark\(#([0-9a-f]{3,6}),\s*#([0-9a-f]{3,6})\)/g,
  ))
    if (!tokens.has(name)) tokens.set(name, colourOf(side === 0 ? light : dark))
  return tokens
}

function colourOf(digits: string): Colour {
  const long = digits.length === 3 ? [...digits].map((one) => one + one).join('') : digits
  return [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16)) as unknown as Colour
}

/** What `--chart-2` comes to. */
function chartColour(name: string, tokens: ReadonlyMap<string, Colour>): Colour {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(sheet)?.[1] ?? ''
  const plain = /^var\(--([a-z\d-]+)\)$/.exec(value)?.[1]
  if (plain?.startsWith('chart-')) return chartColour(plain, tokens)
  const mix = /color-mix\(in srgb, var\(--([a-z-]+)\) (\d+)%, var\(--([a-z-]+)\)\)/.exec(value)
  const token = (one = '') => tokens.get(one) ?? ([Number.NaN, 0, 0] as const)
  if (!mix) return token(plain)
  const share = Number(mix[2]) / 100
  const [one, other] = [token(mix[1]), token(mix[3])]
  return one.map((part, at) => part * share + (other[at] ?? 0) * (1 - share)) as unknown as Colour
}

function luminance(colour: Colour, seen: readonly number[]): number {
  const light = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  const arrives = [0, 3, 6].map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        light.reduce((sum, part, at) => sum + part * (seen[row + at] ?? 0), 0),
      ),
    ),
  )
  return [0.2126, 0.7152, 0.0722].reduce((sum, weight, at) => sum + weight * (arrives[at] ?? 0), 0)
}

function contrast(one: Colour, other: Colour, seen: readonly number[]): number {
  const [low = 0, high = 0] = [luminance(one, seen), luminance(other, seen)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const settings = [...themeNames, ...BRANDS].flatMap((theme) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    Object.keys(SEEN).map((sight) => [theme, scheme, sight] as const),
  ),
)

describe('the colours of charts', () => {
  it.each(settings)(
    'stand out from each other and from paper: %s, %s, %s',
    async (theme, scheme, sight) => {
      const tokens = await tokensOf(theme, scheme === 'light' ? 0 : 1)
      const seen = SEEN[sight as keyof typeof SEEN]
      const paper = tokens.get('paper') as Colour
      const of = (name: string) => chartColour(name, tokens)
      const between = (one: Colour, other: Colour) => contrast(one, other, seen)
      const series = LOOKS.map(({ fill }) => of(/--(chart-\d)/.exec(fill)?.[1] ?? ''))
      for (const [at, colour] of series.entries())
        expect(between(colour, series[(at + 1) % series.length] as Colour)).toBeGreaterThanOrEqual(
          3,
        )
      // A light one has an edge.
      for (const [at, { edge }] of LOOKS.entries())
        expect(
          between(edge ? of('chart-edge') : (series[at] as Colour), paper),
        ).toBeGreaterThanOrEqual(3)
      expect(between(of('chart-focus'), of('chart-rest'))).toBeGreaterThanOrEqual(3)
      expect(between(of('chart-focus'), paper)).toBeGreaterThanOrEqual(3)
    },
  )
})
