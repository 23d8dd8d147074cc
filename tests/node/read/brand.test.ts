/** The look of a case: its own brand, with fonts of several kinds, and what cannot be used. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create, type Font } from 'fontkit'
import subsetFont from 'subset-font'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ThemeName } from '../../../src/core/model/themes.ts'
import { themeXml } from '../../../src/node/export/deck/theme.ts'
import { fontsOf, readPalette } from '../../../src/node/export/palette.ts'
import { type ReadCase, readCase } from '../../../src/node/read/read-case.ts'
import { fontWidths } from '../../../src/node/theme/font-widths.ts'
import { readTheme } from '../../../src/node/theme/index.ts'

const BRANDS = 'tests/fixtures/brands'
const WORDS = 'Departments wait 412 days — Ærøskøbing'

/** One for all: what is made of a font is made once. */
const store = mkdtempSync(join(tmpdir(), 'brand-store-'))
afterAll(() => rmSync(store, { recursive: true }))

let parent: string
let folder: string

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'brand-'))
  folder = join(parent, 'case')
  mkdirSync(folder)
  writeFileSync(join(folder, '1.mdx'), '# Case\n\nWe wait.\n')
  writeFileSync(join(folder, 'case.yaml'), 'ask: Fund it\ntheme: theme.yaml\n')
})
afterEach(() => rmSync(parent, { recursive: true }))

function read(): Promise<ReadCase> {
  return readCase(folder, 'public', { store })
}

function widthsIn(theme: ThemeName) {
  return fontWidths({ theme, store })
}

async function found(yaml: string, id = 'unusable-brand'): Promise<readonly string[]> {
  writeFileSync(join(folder, 'theme.yaml'), yaml)
  const { findings, unreadable } = await read()
  return findings
    .filter(({ check }) => check === id)
    .map(({ message, place }) => `${unreadable} ${'line' in place ? place.line : ''} ${message}`)
}

describe.each(['night', 'press', 'signal'])('the brand %s', (brand) => {
  it('is read whole, under a path that differs with it', async () => {
    cpSync(join(BRANDS, brand), folder, { recursive: true })
    const first = await read()
    expect(first.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const { theme } = first.settings
    expect(theme).toMatch(/^brand:.*\.css$/)
    expect((await read()).settings.theme).toBe(theme)
    writeFileSync(
      join(folder, 'theme.yaml'),
      readFileSync(join(folder, 'theme.yaml'), 'utf8').replace(/accent: .*/, 'accent: "#8a1c99"'),
    )
    expect((await read()).settings.theme).not.toBe(theme)
  })
})

describe('fonts of files', () => {
  it('are measured as they are drawn: each weight from its file', async () => {
    cpSync(join(BRANDS, 'signal'), folder, { recursive: true })
    const widthOf = widthsIn((await read()).settings.theme)
    for (const weight of [400, 700]) {
      const drawn = create(readFileSync(join(folder, `fonts/work-sans-${weight}.woff2`))) as Font
      const width = drawn.layout(WORDS).advanceWidth / drawn.unitsPerEm
      expect(widthOf(WORDS, 1, weight)).toBeGreaterThan(width * 0.99)
      expect(widthOf(WORDS, 1, weight)).toBeLessThan(width * 1.02)
    }
    expect(widthOf(WORDS, 1, 650)).toBe(widthOf(WORDS, 1, 700))
    expect(widthOf(WORDS, 1, 450)).toBe(widthOf(WORDS, 1, 400))
  })

  it('of headings stand beside those of text: bold words take the wider, and office files have both', async () => {
    cpSync(join(BRANDS, 'press'), folder, { recursive: true })
    const { theme } = (await read()).settings
    const { family, generic, faces, headings } = readTheme(theme)
    expect([family, generic]).toEqual(['Atkinson Hyperlegible Next', 'sans-serif'])
    expect([headings?.family, headings?.generic]).toEqual(['Spectral', 'serif'])
    expect(faces.length).toBe(readTheme('thread').faces.length)
    const drawn = create(readFileSync(join(folder, 'fonts/spectral-700.woff2'))) as Font
    const width = drawn.layout('mmmm').advanceWidth / drawn.unitsPerEm
    const widthOf = widthsIn(theme)
    expect(widthOf('mmmm', 1, 750)).toBeGreaterThanOrEqual(width * 0.99)
    expect(widthOf('mmmm', 1, 750)).toBeGreaterThanOrEqual(widthsIn('thread')('mmmm', 1, 750))
    expect(widthOf(WORDS, 1, 400)).toBe(widthsIn('thread')(WORDS, 1, 400))
    expect(themeXml(readPalette(theme, 'slides'), fontsOf(theme))).toMatch(
      /<a:majorFont><a:latin typeface="Spectral".*<a:minorFont><a:latin typeface="Atkinson/,
    )
  })

  it('of any format come out as WOFF2, the letters that nearly all need in a file of their own', async () => {
    const folderOf = 'node_modules/@fontsource-variable/source-serif-4/files'
    const woff2 = readFileSync(`${folderOf}/source-serif-4-latin-ext-wght-normal.woff2`)
    const all = Array.from({ length: 0x250 }, (_, index) => String.fromCodePoint(index)).join('')
    writeFileSync(join(folder, 'A.ttf'), await subsetFont(woff2, all, { targetFormat: 'truetype' }))
    writeFileSync(
      join(folder, 'theme.yaml'),
      'name: A\ncolours: { accent: "#8a1c34" }\nfonts: A.ttf\n',
    )
    const { settings, findings } = await read()
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const { faces, family } = readTheme(settings.theme)
    expect(family).toBe('Source Serif 4')
    expect(faces.map(({ weights }) => weights)).toEqual(faces.map(() => [200, 900]))
    expect(faces.map(({ file }) => readFileSync(file).toString('latin1', 0, 4))).toEqual(
      faces.map(() => 'wOF2'),
    )
    const wide = widthsIn(settings.theme)
    expect(wide('Ā', 1, 900)).toBeGreaterThan(wide('Ā', 1, 300))
  })

  it('of a package are those that are installed beside the case', async () => {
    writeFileSync(
      join(folder, 'theme.yaml'),
      'name: A\ncolours: { accent: "#8a1c34" }\nfonts: "@fontsource-variable/source-serif-4"\n',
    )
    const { settings } = await read()
    const { family, generic, mark } = readTheme(settings.theme)
    expect({ family, generic }).toEqual({ family: 'Source Serif 4', generic: 'serif' })
    expect(widthsIn(settings.theme)(WORDS, 1, 600)).toBeCloseTo(widthsIn('folio')(WORDS, 1, 600), 5)
    expect(mark).not.toBe(readTheme('thread').mark)
  })
})

it.each([
  'organisation: Harbour Office (internal)',
  'name: OFFICIAL-SENSITIVE',
  'logo: internal/logo.svg',
  'like: thread # not for publication',
])('stops what is public where theme.yaml says "%s"', async (line) => {
  mkdirSync(join(folder, 'internal'))
  writeFileSync(
    join(folder, 'internal/logo.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
  )
  const name = line.startsWith('name') ? '' : 'name: A\n'
  const messages = await found(`${name}colours: { accent: '#8a1c34' }\n${line}\n`, 'seems-internal')
  expect(messages).toEqual([expect.stringMatching(/^true \d Unexpected ".*" in theme\.yaml/)])
})

describe('what cannot be used is told, and nothing is built', () => {
  const colours = 'name: A\ncolours: { accent: "#8a1c34" }\n'

  it.each([
    ['fonts: fonts/None.woff2', 'true 3 Unexpected font that was not found'],
    ['fonts: ../secret.woff2', 'true 3 Unexpected font outside the case folder'],
    ['fonts: linked.woff2', 'true 3 Unexpected font outside the case folder'],
    ['fonts: 1.mdx', 'true 3 Unexpected file that is no font'],
    [
      'fonts: "@fontsource/none-such"',
      'true 3 Unexpected font "@fontsource/none-such" that is not installed',
    ],
    [
      'fonts: "@fontsource/../../../../etc"',
      'true 3 Unexpected font "@fontsource/../../../../etc" that is not',
    ],
    ['fonts:\n  - fonts/work-sans-400.woff2', 'true 4 Unexpected font without a bold weight'],
  ])('%s', async (fonts, told) => {
    cpSync(join(BRANDS, 'signal/fonts'), join(folder, 'fonts'), { recursive: true })
    const outside = join(parent, 'secret.woff2')
    cpSync(join(BRANDS, 'signal/fonts/work-sans-700.woff2'), outside)
    symlinkSync(outside, join(folder, 'linked.woff2'))
    const messages = await found(colours + fonts)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain(told)
  })

  it.each([
    ['logo: none.svg', 'true 3 ', 'broken-picture'],
    ['logo: ../logo.svg', 'true 3 ', 'broken-picture'],
    ['logo: https://example.org/logo.svg', 'true 3 ', 'broken-picture'],
    ['logo: large.svg', 'true 3 Unexpected logo of', 'unusable-brand'],
    ['logo: { light: small.svg, dark: small.gif }', 'true 3 ', 'broken-picture'],
  ])('%s', async (logo, told, check) => {
    const svg = (inner: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0${inner}"/></svg>`
    writeFileSync(join(folder, 'small.svg'), svg('h9'))
    writeFileSync(join(parent, 'logo.svg'), svg('h9'))
    const path = Array.from({ length: 30_000 }, (_, index) => `L${index % 97} ${index % 89}`).join(
      '',
    )
    writeFileSync(join(folder, 'large.svg'), svg(path))
    const messages = await found(colours + logo, check)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain(told)
  })

  it('of a theme.css outside the case folder', async () => {
    writeFileSync(join(parent, 'secret.css'), 'h2 { letter-spacing: 0.02em }')
    symlinkSync(join(parent, 'secret.css'), join(folder, 'theme.css'))
    const messages = await found(colours, 'unreadable-file')
    expect(messages[0]).toContain('link that leads out of the case folder')
  })

  it('of a file that case.yaml names and that is not there', async () => {
    const { findings, unreadable, settings } = await read()
    expect(unreadable).toBe(true)
    expect(settings.theme).toBe('thread')
    expect(findings.find(({ check }) => check === 'unusable-brand')).toMatchObject({
      place: { file: 'case.yaml', line: 2 },
    })
  })
})

it('takes of theme.css what a brand may set, and tells the rest at its place', async () => {
  cpSync(join(BRANDS, 'press'), folder, { recursive: true })
  writeFileSync(join(folder, 'theme.css'), 'h2 { letter-spacing: 0.02em;\n  display: none }\n')
  const { findings, settings, unreadable } = await read()
  expect(unreadable).toBe(false)
  expect(findings.filter(({ check }) => check === 'unknown-style')).toMatchObject([
    { place: { file: 'theme.css', line: 2, column: 3 } },
  ])
  const css = readFileSync(readTheme(settings.theme).file, 'utf8')
  expect(css.slice(css.indexOf('@layer brand'))).toMatch(
    /^@layer brand \{\nh2:not\(.*\)\{letter-spacing:0\.02em\}\n\}\n$/,
  )
})

it('gives office files the colours that people see who did not ask for more contrast', async () => {
  expect(readPalette('thread', 'slides')).toMatchObject({ thread: 'C1121F', ink: '16181D' })
  cpSync(join(BRANDS, 'night'), folder, { recursive: true })
  const { theme } = (await read()).settings
  expect(readPalette(theme, 'slides')).toMatchObject({ paper: '0F1626', thread: 'FFB454' })
  expect(readPalette(theme, 'paper')['paper']).toMatch(/^F/)
})
