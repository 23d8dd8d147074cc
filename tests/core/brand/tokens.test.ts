/** The colours of a brand can be read, whatever it gives: by the formula of WCAG itself, and on every ground. */
import { readFileSync } from 'node:fs'
import { differenceEuclidean } from 'culori'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logoOn } from '../../../src/core/brand/logo.ts'
import { brandSheet, tokensIn } from '../../../src/core/brand/sheet.ts'
import { type Brand, readBrand } from '../../../src/core/brand/theme-yaml.ts'
import type { ColourPair, Tokens } from '../../../src/core/brand/tokens.ts'
import { builtInKinds } from '../../../src/core/model/kinds.ts'
import { themeNames } from '../../../src/core/model/themes.ts'

const font = { family: 'Invented', generic: 'serif', faces: [] } as const
const sheets = Object.fromEntries(
  themeNames.map((name) => [name, readFileSync(`src/ui/themes/${name}.css`, 'utf8')]),
)
const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)
const maybe = fc.option(hex, { nil: undefined })
const brands = fc.record({
  like: fc.constantFrom(...themeNames),
  colours: fc.record({
    ...{ accent: hex, paper: maybe, ink: maybe, card: maybe, ground: maybe, highlight: maybe },
  }),
})

/** What words, and marks that name something, are set in; the rest are grounds, lines and what stands on dividers. */
const ON_PAPER = ['ink', 'quiet', 'thread', 'focus', 'green', 'amber', 'red', 'gap']
const kinds = [...builtInKinds].filter(([kind, { like }]) => kind === like).map(([kind]) => kind)
const GROUNDS = ['paper', 'card', 'ground-paper']

function made({ like, colours }: Pick<Brand, 'like' | 'colours'>) {
  const { css, replaced } = brandSheet(
    { name: 'A', like, colours },
    { text: font },
    sheets[like] ?? '',
  )
  const [usual = '', strong = ''] = css.split('@media')
  return { css, replaced, usual: tokensIn(usual), strong: tokensIn(strong) }
}

describe('of any colours that a brand may give', () => {
  it('words have 4.5:1 on every ground, and 7:1 for who asked for more', () => {
    fc.assert(
      fc.property(brands, (brand) => {
        const { usual, strong } = made(brand)
        expect([...pale(usual, 4.5), ...pale(new Map([...usual, ...strong]), 4.5)]).toEqual([])
        const asked = new Map([...strong].filter(([name]) => name !== 'rule'))
        expect(pale(asked, 7)).toEqual([])
        const on = (name: string) => ratio(one(usual, name), one(usual, 'chapter-paper'))
        expect(on('chapter-ink')).toBeGreaterThanOrEqual(4.5)
        expect(on('chapter-quiet')).toBeGreaterThanOrEqual(4.5)
        expect(on('chapter-thread')).toBeGreaterThanOrEqual(3)
        expect(ratio(one(usual, 'accent-ink'), one(usual, 'accent-paper'))).toBeGreaterThanOrEqual(
          4.5,
        )
        expect(ratio(one(usual, 'pointer'), pair(usual, 'paper').light)).toBeGreaterThanOrEqual(3)
      }),
      { numRuns: 60 },
    )
  })

  it('kinds stay as far apart as readers need to tell them', () => {
    fc.assert(
      fc.property(brands, (brand) => {
        const { usual } = made(brand)
        // That of decisions is the ink's.
        const hues = kinds.filter((kind) => kind !== 'decision')
        for (const half of ['light', 'dark'] as const)
          for (const [index, a] of hues.entries())
            for (const b of hues.slice(index + 1))
              expect(
                apart(pair(usual, a)[half], pair(usual, b)[half]),
                `${a} ${b}`,
              ).toBeGreaterThan(APART)
      }),
      { numRuns: 40 },
    )
  })

  it('every one that is not used as it was given is told, with what is', () => {
    fc.assert(
      fc.property(brands, ({ like, colours }) => {
        const { usual, replaced, css } = made({ like, colours })
        const half = css.includes('color-scheme: dark;') ? 'dark' : 'light'
        const used = {
          ...{ accent: pair(usual, 'thread')[half], paper: pair(usual, 'paper')[half] },
          ...{ ink: pair(usual, 'ink')[half], card: pair(usual, 'card')[half] },
          ...{ ground: one(usual, 'chapter-paper'), highlight: one(usual, 'chapter-thread') },
        }
        const told = new Map(replaced.map((found) => [found.colour, found.used]))
        for (const [colour, given] of Object.entries(colours))
          if (given !== undefined)
            expect(used[colour as keyof typeof used]).toBe(told.get(colour as never) ?? given)
      }),
      { numRuns: 40 },
    )
  })
})

/** In OKLab; those of our own themes are as near as 0.046. */
const APART = 0.02
const apart = differenceEuclidean('oklab')

describe('a brand', () => {
  it('whose colours are clear is used as it is', () => {
    const { usual, replaced } = made({
      like: 'thread',
      colours: { accent: '#8a1c34', paper: '#fcf8f1', ink: '#2a1d1a', ground: '#3a1420' },
    })
    expect(replaced).toEqual([])
    expect(pair(usual, 'thread').light).toBe('#8a1c34')
    expect(pair(usual, 'paper').light).toBe('#fcf8f1')
    // Hues that are clear on its paper stay as the theme has them.
    expect(pair(usual, 'risk')).toEqual(tokensIn(sheets.thread ?? '').get('risk'))
  })

  it('of a loud colour has it where it is clear, and a darker one on its paper', () => {
    const { usual, replaced } = made({
      like: 'thread',
      colours: { accent: '#ffd60a', paper: '#ffffff', ink: '#17171a' },
    })
    expect(replaced).toEqual([
      {
        colour: 'accent',
        given: '#ffd60a',
        used: expect.any(String),
        on: expect.any(String),
        least: 4.5,
      },
    ])
    expect(pair(usual, 'thread')).toEqual({ light: replaced[0]?.used, dark: '#ffd60a' })
    expect(one(usual, 'chapter-thread')).toBe('#ffd60a')
  })

  it('of dark paper is dark for everyone, and light in print', () => {
    const { css, usual } = made({
      like: 'thread',
      colours: { accent: '#ffb454', paper: '#0f1626' },
    })
    expect(css.match(/color-scheme: [a-z ]+/g)).toEqual([
      'color-scheme: dark',
      'color-scheme: light',
    ])
    expect(ratio(pair(usual, 'paper').light, '#000000')).toBeGreaterThan(18)
    expect(pair(usual, 'paper').dark).toBe('#0f1626')
  })
})

describe('theme.yaml', () => {
  it.each([
    [
      'name: A\ncolours: { acent: "#111111" }',
      '2:1 Unexpected value of "colours.accent", expected a colour in quotes',
    ],
    [
      'name: A\ncolours: { accent: "#111", acent: "#111" }',
      '2:28 Unexpected field "colours.acent", expected accent',
    ],
    [
      'name: A\ncolours:\n  accent: #123456',
      '3:3 Unexpected value of "colours.accent", expected a colour in quotes',
    ],
    [
      'name: A\ncolours: { accent: "#12345680" }',
      '2:12 Unexpected value of "colours.accent", expected a colour that one cannot see through',
    ],
    ['name: A\ncolour: 1', '2:1 Unexpected field "colour", expected colours'],
    [
      'name: A\nlike: follio\ncolours: { accent: red }',
      '2:1 Unexpected value of "like", expected one of thread, folio',
    ],
  ])('says of %j where it is wrong, and what is right', (text, told) => {
    const { brand, findings } = readBrand(text, 'theme.yaml')
    expect(brand).toBeUndefined()
    const lines = findings.map(
      ({ message, place }) =>
        `${'line' in place ? `${place.line}:${place.column}` : ''} ${message}`,
    )
    expect(
      lines.some((line) => line.startsWith(told)),
      lines.join('\n'),
    ).toBe(true)
  })
})

/** Words of a colour that has less than that on some ground. */
function pale(tokens: Tokens, least: number): readonly string[] {
  return (['light', 'dark'] as const).flatMap((half) => {
    const grounds = GROUNDS.filter((name) => tokens.has(name)).map(
      (name) => pair(tokens, name)[half],
    )
    const white = half === 'light' ? ['#ffffff'] : []
    return [...ON_PAPER, ...kinds]
      .filter((name) => tokens.has(name))
      .flatMap((name) =>
        [...grounds, ...white]
          .filter((ground) => ratio(pair(tokens, name)[half], ground) < least)
          .map((ground) => `${name} ${half} ${pair(tokens, name)[half]} on ${ground}`),
      )
  })
}

function pair(tokens: Tokens, name: string): ColourPair {
  const found = tokens.get(name)
  if (!found || typeof found === 'string') throw new Error(`Expected a pair: ${name}`)
  return found
}

function one(tokens: Tokens, name: string): string {
  const found = tokens.get(name)
  if (typeof found !== 'string') throw new Error(`Expected one colour: ${name}`)
  return found
}

/** WCAG 2.2: contrast ratio, relative luminance. */
function ratio(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

describe('the logo on a ground of the brand', () => {
  const seen = (...colours: readonly string[]) => new Map(colours.map((one) => [one, 10]))
  const [red, white, ink] = ['#c1121f', '#ffffff', '#16181d'] as [string, string, string]

  it('is the picture that is clear there', () => {
    const pictures = { light: seen(ink), dark: seen(white) }
    expect(logoOn(ink, pictures)).toEqual({ picture: 'dark', onPlate: false })
    expect(logoOn('#ffd60a', pictures)).toEqual({ picture: 'light', onPlate: false })
  })

  it('stands on white where neither is, or only a part of it', () => {
    expect(logoOn(red, { light: seen(red), dark: seen(red) })).toEqual({
      picture: 'light',
      onPlate: true,
    })
    expect(logoOn(red, { light: seen(red, white), dark: seen(red, white) }).onPlate).toBe(true)
  })
})
