/** Themes: what each file of tokens must hold, and that fonts come from nowhere else. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { defaultTheme, themeNames } from '../../../src/core/model/themes.ts'
import { fontsOf } from '../../../src/node/export/palette.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { placeTheme } from '../../../src/node/render/place-theme.ts'
import { seal, unseal } from '../../../src/node/store/seal.ts'
import { keptFace } from '../../../src/node/theme/font-face.ts'
import { readTheme } from '../../../src/node/theme/index.ts'
import { inFolio, inThread } from '../../store.ts'

it('has a name for every file, and a file for every name', () => {
  const files = readdirSync('src/ui/themes').map((file) => file.replace(/\.css$/, ''))
  expect(files.toSorted()).toEqual([...themeNames].toSorted())
})

describe.each(themeNames)('the theme %s', (name) => {
  it('sets every token that the default one sets, and no other', () => {
    expect(tokensOf(name)).toEqual(tokensOf(defaultTheme))
  })

  it('names a family of files that are there, the Latin letters first', () => {
    const { family, faces } = readTheme(name)
    expect(readFileSync(`src/ui/themes/${name}.css`, 'utf8')).toContain(`--font: "${family}",`)
    expect(faces.length).toBeGreaterThan(1)
    expect(basename(faces[0]?.file ?? '')).toMatch(/-latin-wght-normal\.woff2$/)
  })
})

it('measures letters by the font of the theme', () => {
  const words = 'Services are disjointed when'
  const [sans, serif] = [fontMeasure(inThread), fontMeasure(inFolio)]
  expect(serif(words, 100, 400)).not.toBeCloseTo(sans(words, 100, 400), 0)
  expect(serif(words, 100, 900)).toBeGreaterThan(serif(words, 100, 400))
  expect(fontMeasure(inFolio)).toBe(serif)
})

it('keeps how wide letters are, and opens no font for what is known', async () => {
  const store = await mkdtemp(join(tmpdir(), 'throughline-widths-'))
  onTestFinished(() => rm(store, { recursive: true }))
  const [face] = readTheme('folio').faces
  if (!face) throw new Error('Expected a face')
  const [made, asked] = [resolve('src/node/theme/font-face.ts'), JSON.stringify([face, store])]
  const script = `import { keptFace } from ${JSON.stringify(made)}
    console.log(keptFace(...${asked}).advance(109, 600))`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  const [name = ''] = readdirSync(join(store, 'widths'))
  const file = join(store, 'widths', name)
  expect(unseal(readFileSync(file))).toEqual(new Map([['109 600', Number(said)]]))
  // As no font has it.
  writeFileSync(file, seal(new Map([['109 600', 7]])))
  const known = keptFace(face, store)
  expect(known.advance(109, 600)).toBe(7)
  expect(known.advance(109, 500)).toBeGreaterThan(0.5)
  expect(known.advance(109, 500)).toBeLessThan(Number(said))
})

it('keeps drawings of one theme apart from those of another', () => {
  expect(readTheme('thread').mark).not.toBe(readTheme('folio').mark)
})

it('names a font for office programs that resembles that of the theme', () => {
  expect(fontsOf('thread')).toMatchObject({ fallback: 'Arial', generic: 'sans-serif' })
  expect(fontsOf('folio')).toMatchObject({
    named: 'Source Serif 4',
    fallback: 'Times New Roman',
    generic: 'serif',
    panose: '02020603050405020304',
  })
})

it('puts the tokens and all fonts of a theme into an output, and says which to load ahead', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-theme-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const { look, sheet } = await placeTheme(folder, { ...inFolio, base: '/x/' })
  const css = readFileSync(join(folder, sheet), 'utf8')
  expect(css).toMatch(/^@layer reveal,base,[a-z,]*;@layer base\{@font-face\{/)
  expect(css).not.toMatch(/\/\*|\s{2}|\n/)
  for (const token of tokensOf('folio')) expect(css).toContain(`${token}:`)
  const fonts = [...css.matchAll(/url\(\/x\/([^)]+)\)/g)].map(([, font]) => font)
  expect(fonts).toHaveLength(readTheme('folio').faces.length)
  for (const font of fonts) expect(statSync(join(folder, font ?? '')).size).toBeGreaterThan(9999)
  expect(look).toEqual({ paper: readTheme('folio').paper, font: `/x/${fonts[0]}` })
})

it('has a face of the system stand in for a font on its way, as high and as wide', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-theme-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const drawings of [inThread, inFolio]) {
    const { sheet } = await placeTheme(folder, { ...drawings, base: '/' })
    const css = readFileSync(join(folder, sheet), 'utf8')
    const { family } = readTheme(drawings.theme)
    expect(css).toContain(`--font:"${family}","${family} Fallback",`)
    const faces = css.match(
      new RegExp(`@font-face\\{font-family:"${family} Fallback"[^}]*\\}`, 'g'),
    )
    expect(faces).toHaveLength(2)
    for (const face of faces ?? []) {
      const [width = 0, ascent = 0, descent = 0] = [...face.matchAll(/([\d.]+)%/g)].map((one) =>
        Number(one[1]),
      )
      expect(width).toBeGreaterThan(80)
      expect(width).toBeLessThan(125)
      // As high as the font itself says.
      expect(((ascent + descent) * width) / 1e4).toBeCloseTo(drawings === inThread ? 1.3 : 1.371, 2)
    }
  }
})

function tokensOf(name: string): readonly string[] {
  const css = readFileSync(`src/ui/themes/${name}.css`, 'utf8')
  return [...new Set([...css.matchAll(/^ +(--[\w-]+):/gm)].map(([, token = '']) => token))]
}
