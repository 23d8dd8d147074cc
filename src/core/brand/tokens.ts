/** The colours of a brand: all tokens of the theme that it is like, from the one to six that it gives. */
import { between, clearest, colourOf, contrast, meet, partsOf, STRONG, TEXT } from './contrast.ts'
import type { Brand, GivenColour } from './theme-yaml.ts'

/** A colour on light paper, and on dark paper. */
export interface ColourPair {
  readonly light: string
  readonly dark: string
}

/** Tokens of a theme by name, as `#rrggbb`: pairs, and colours that do not turn with the paper. */
export type Tokens = ReadonlyMap<string, ColourPair | string>

/** A colour that was given and that nobody could read, and the nearest that is used in its place. */
export interface Replaced {
  readonly colour: GivenColour
  readonly given: string
  readonly used: string
  /** The ground or, for a ground, the words with which it has too little contrast. */
  readonly on: string
  readonly least: number
}

/** What a brand makes of a theme. */
export interface BrandTokens {
  readonly tokens: Tokens
  /** In place of the theme's own for readers who asked for more contrast. */
  readonly strong: Tokens
  /** Whether it is dark whatever its reader prefers; light paper remains for print. */
  readonly isDark: boolean
  readonly replaced: readonly Replaced[]
}

/** What is needed between a paper and the clearest words on it, so that quiet words and all hues find room. */
const ROOM = 12

/** What a mark needs that no word is set in. */
const MARK = 3

/** Grounds, and lines: they keep the distance that they have from the paper of the theme. */
const SURFACES = ['paper', 'card', 'ground-paper', 'rule']

/** Words that are less than others, and how far they are on the way from the ink to the paper. */
const QUIETER: Readonly<Record<string, Readonly<Record<Half, number>>>> = {
  quiet: { light: 0.36, dark: 0.27 },
  gap: { light: 0.4, dark: 0.34 },
}

const HALVES = ['light', 'dark'] as const
type Half = (typeof HALVES)[number]

/** What the tokens of a brand are made with. */
interface Palette {
  readonly colours: Brand['colours']
  readonly accent: Parts
  /** A token of the theme that turns with the paper. */
  readonly pairOf: (name: string) => ColourPair
  /** A colour that was given, or the nearest that can be read on some grounds; undefined where none was given. */
  readonly fitting: (
    colour: GivenColour,
    grounds: readonly string[],
    least: number,
  ) => string | undefined
  /** A colour of little chroma: it takes its tint from what is given, or from the accent. */
  readonly tinted: (lightness: number, chroma: number, from?: Parts) => string
  /** The clearest words on the paper of the brand, and the half to which that paper belongs. */
  readonly words: string
  readonly main: Half
}

/** Grounds of words in one half of the tokens. */
type GroundsOf = (half: Half) => readonly string[]

/**
 * Every token that a theme has, in the colours of a brand. Words have 4.5:1 on each ground by construction,
 * and kinds keep the hue that they have in the theme.
 * @param theme its tokens, and those for more contrast
 */
export function brandTokens(
  { colours }: Pick<Brand, 'colours'>,
  theme: { readonly tokens: Tokens; readonly strong: Tokens },
): BrandTokens {
  const replaced: Replaced[] = []
  const palette = paletteOf(colours, theme.tokens, replaced)
  const { main, pairOf, fitting } = palette
  const surfaces = surfacesOf(palette, theme.tokens)
  const paper = surfaces.get('paper') ?? pairOf('paper')
  /** All on which words are set: for readers who asked for more contrast too, and in print. */
  const groundsOf: GroundsOf = (half) => [
    ...[...surfaces].flatMap(([name, pair]) => (name === 'rule' ? [] : [pair[half]])),
    ...groundsIn(theme.strong, half),
    ...(half === 'light' ? ['#ffffff'] : []),
  ]
  const ink = inkOf(palette, paper, groundsOf)
  const thread = onBoth((half) => {
    if (half === main) return fitting('accent', groundsOf(half), TEXT) ?? colours.accent
    return meet(colours.accent, groundsOf(half), TEXT)
  })
  const inkOfTheme = pairOf('ink')
  const turned = (name: string, own: ColourPair): ColourPair => {
    const surface = surfaces.get(name)
    if (surface) return surface
    if (name === 'thread') return thread
    if (own.light === inkOfTheme.light && own.dark === inkOfTheme.dark) return ink
    const share = QUIETER[name]
    return onBoth((half) => {
      const wished = share ? between(ink[half], paper[half], share[half]) : own[half]
      return meet(wished, groundsOf(half), TEXT)
    })
  }
  const ground = chapterGround(palette)
  const fixed = fixedTokens(palette, ground, { paper, ink })
  const tokens = new Map(
    [...theme.tokens].map(([name, own]): [string, ColourPair | string] => {
      if (typeof own !== 'string') return [name, turned(name, own)]
      return [name, fixed[name] ?? meet(own, [ground], MARK)]
    }),
  )
  const isDark = main === 'dark'
  return { tokens, strong: strongTokens(tokens, theme.strong), isDark, replaced }
}

/** @param replaced colours that nobody could read are added to it */
function paletteOf(colours: Brand['colours'], tokens: Tokens, replaced: Replaced[]): Palette {
  const accent = partsOf(colours.accent)
  const pairOf = (name: string): ColourPair => {
    const found = tokens.get(name)
    if (!found || typeof found === 'string') throw new Error(`Expected light-dark for --${name}`)
    return found
  }
  const words = clearest([colours.paper ?? pairOf('paper').light])
  return {
    ...{ colours, accent, pairOf, words, main: words === '#ffffff' ? 'dark' : 'light' },
    tinted: (lightness, chroma, from = accent) =>
      colourOf(lightness, Math.min(chroma, from.c), from.h),
    fitting: (colour, grounds, least) => {
      const given = colours[colour]
      if (given === undefined) return undefined
      const used = meet(given, grounds, least)
      const [on = ''] = grounds.toSorted((a, b) => contrast(given, [a]) - contrast(given, [b]))
      if (used !== given) replaced.push({ colour, given, used, on, least })
      return used
    },
  }
}

/** Paper, card and the other grounds that the theme has, by name. */
function surfacesOf(palette: Palette, tokens: Tokens): ReadonlyMap<string, ColourPair> {
  const { colours, accent, main, words, pairOf, fitting, tinted } = palette
  const paper = {
    light: tinted(0.988, 0.004),
    dark: tinted(partsOf(pairOf('paper').dark).l, 0.015, inkiest(colours, accent)),
    [main]: fitting('paper', [words], ROOM) ?? pairOf('paper')[main],
  }
  const surfaceOf = (name: string, half: Half): string => {
    const [own, base] = [pairOf(name)[half], pairOf('paper')[half]].map(partsOf) as [Parts, Parts]
    const ground = partsOf(paper[half])
    const away = own.l - base.l
    const lightness = ground.l + away * (ground.l + away > ROUNDED ? -1 : 1)
    const { h } = ground.c < GREY ? accent : ground
    return colourOf(lightness, Math.max(0, ground.c + own.c - base.c), h)
  }
  const card = {
    ...onBoth((half) => surfaceOf('card', half)),
    [main]: fitting('card', [words], ROOM) ?? surfaceOf('card', main),
  }
  const known = new Map([
    ['paper', paper],
    ['card', card],
  ])
  const names = SURFACES.filter((name) => tokens.has(name))
  return new Map(
    names.map((name) => [name, known.get(name) ?? onBoth((half) => surfaceOf(name, half))]),
  )
}

function inkOf(
  { main, accent, pairOf, fitting, tinted }: Palette,
  paper: ColourPair,
  groundsOf: GroundsOf,
): ColourPair {
  const grounds = groundsOf(main)
  return {
    light: tinted(0.22, 0.02, main === 'dark' ? partsOf(paper.dark) : accent),
    dark: tinted(0.94, 0.008),
    [main]: fitting('ink', grounds, TEXT) ?? meet(pairOf('ink')[main], grounds, TEXT),
  }
}

/** The ground of dividers: as it was given, else a dark one. */
function chapterGround({ colours, main, tinted }: Palette): string {
  if (colours.ground !== undefined) return colours.ground
  return main === 'dark' ? tinted(0.3, 0.09) : (colours.ink ?? tinted(0.24, 0.05))
}

/** The tokens that do not turn with the paper. */
function fixedTokens(
  { colours, fitting }: Palette,
  ground: string,
  { paper, ink }: Readonly<Record<'paper' | 'ink', ColourPair>>,
): Readonly<Record<string, string>> {
  const groundInk = [paper.light, ink.light, '#ffffff', '#000000'].toSorted(
    (a, b) => Number(contrast(b, [ground]) >= STRONG) - Number(contrast(a, [ground]) >= STRONG),
  )[0] as string // one of four
  return {
    'chapter-paper': ground,
    'chapter-ink': meet(groundInk, [ground], TEXT),
    'chapter-quiet': meet(between(groundInk, ground, 0.25), [ground], TEXT),
    'chapter-thread': fitting('highlight', [ground], MARK) ?? meet(colours.accent, [ground], MARK),
    // Of large grounds, the accent is as it was given: what stands on it gives way.
    'accent-paper': colours.accent,
    'accent-ink':
      ['#ffffff', ink.light].find((one) => contrast(one, [colours.accent]) >= TEXT) ??
      clearest([colours.accent]),
    pointer: meet(colours.accent, [paper.light], MARK),
  }
}

function onBoth(make: (half: Half) => string): ColourPair {
  return { light: make('light'), dark: make('dark') }
}

type Parts = ReturnType<typeof partsOf>

/** A colour of less chroma is grey: its hue says nothing. */
const GREY = 0.002

/** What cannot be lighter than its paper is darker. Lightness of white is 1, and rounded. */
const ROUNDED = 1.001

/** What dark paper is tinted by: the ink where it has a hue, else the accent. */
function inkiest({ ink }: Brand['colours'], accent: Parts): Parts {
  const parts = ink === undefined ? accent : partsOf(ink)
  return parts.c < GREY ? accent : parts
}

/** Paper and ink are those of the theme, which are as far apart as can be; all else moves as far as it must. */
function strongTokens(tokens: Tokens, theme: Tokens): Tokens {
  return new Map(
    [...theme].map(([name, own]): [string, ColourPair | string] => {
      const turned = tokens.get(name)
      const isKept = name === 'ink' || (name !== 'rule' && SURFACES.includes(name))
      if (isKept || typeof own === 'string' || !turned || typeof turned === 'string')
        return [name, own]
      const least = name === 'rule' ? TEXT : STRONG
      const stronger = (half: Half) => meet(turned[half], groundsIn(theme, half), least)
      return [name, { light: stronger('light'), dark: stronger('dark') }]
    }),
  )
}

function groundsIn(tokens: Tokens, half: Half): readonly string[] {
  return ['paper', 'card'].flatMap((name) => {
    const pair = tokens.get(name)
    return pair && typeof pair !== 'string' ? [pair[half]] : []
  })
}
