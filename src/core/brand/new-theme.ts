/** What `new theme` writes: a `theme.yaml` from the colours and logos of a brand. Pure. */
import { formatHex, parse } from 'culori'
import { stringify } from 'yaml'
import { partsOf } from './contrast.ts'
import type { GivenColour } from './theme-yaml.ts'

/** A brand as somebody gives it on the command line. */
interface Given {
  readonly name: string
  /** The first stands for it; in any notation of CSS. */
  readonly colours: readonly string[]
  /** Names of files: one, or one for light and one for dark ground. */
  readonly logos: readonly string[]
}

/** `#rrggbb`; undefined for what is no colour. */
export function colourIn(words: string): string | undefined {
  const colour = parse(words)
  return colour && (colour.alpha ?? 1) === 1 ? formatHex(colour) : undefined
}

// Matches "#c1121f", "#fff" and "rgb(193, 18, 31)" in a drawing.
const RE_COLOUR = /#[\da-f]{6}\b|#[\da-f]{3}\b|rgb\([^)]*\)/gi

/** The colours of a drawing, the strongest first: `[]` for one that has none but greys. */
export function coloursOfLogo(svg: string): readonly string[] {
  const all = [...new Set((svg.match(RE_COLOUR) ?? []).flatMap((one) => colourIn(one) ?? []))]
  const strong = all.filter((one) => partsOf(one).c >= LEAST_CHROMA)
  const byStrength = strong.toSorted((a, b) => partsOf(b).c - partsOf(a).c)
  return byStrength.length === 0
    ? []
    : [...byStrength, ...all.filter((one) => !strong.includes(one))]
}

/** A colour of less is nearly grey. */
const LEAST_CHROMA = 0.04

/** What a colour may be by its lightness, after the first: the lightest is paper, the darkest ink. */
const ROLES: readonly (readonly [GivenColour, (lightness: number) => boolean])[] = [
  ['paper', (lightness) => lightness > 0.93 || lightness < 0.2],
  ['ink', (lightness) => lightness < 0.35 || lightness > 0.9],
  ['ground', (lightness) => lightness < 0.5],
  ['highlight', () => true],
]

/** The text of the file, and the colours that no role was left for. @param colours `#rrggbb`, at least one */
export function themeYaml({ name, colours: [accent = '', ...others], logos }: Given): {
  readonly text: string
  readonly unused: readonly string[]
} {
  const roles = new Map<GivenColour, string>([['accent', accent]])
  const unused: string[] = []
  for (const colour of others) {
    const { l } = partsOf(colour)
    const [role] = ROLES.find(([one, fits]) => !roles.has(one) && fits(l)) ?? []
    if (role) roles.set(role, colour)
    else unused.push(colour)
  }
  const [light, dark] = logos
  const logo = light === undefined ? {} : { logo: dark === undefined ? light : { light, dark } }
  const colours = Object.fromEntries(roles)
  return { text: stringify({ name, organisation: name, ...logo, colours }), unused }
}
