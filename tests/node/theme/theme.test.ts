/** Themes: what each file of tokens must hold, and that fonts come from nowhere else. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultTheme, type ThemeName, themeNames } from '../../../src/core/model/themes.ts'
import { fontsOf } from '../../../src/node/export/palette.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { withTheme } from '../../../src/node/render/theme-plugin.ts'
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

it('gives pages the tokens and the font of the theme of their build', () => {
  const resolvedIn = (theme: ThemeName, id: string) =>
    (withTheme(() => theme) as unknown as { resolveId: (id: string) => string }).resolveId(id)
  expect(resolvedIn('thread', 'throughline:theme.css')).toMatch(/themes\/thread\.css$/)
  expect(resolvedIn('folio', 'throughline:theme.css')).toMatch(/themes\/folio\.css$/)
  const font = resolvedIn('folio', 'throughline:theme-font?url')
  expect(font).toMatch(/source-serif-4-latin-.*\.woff2\?url$/)
})

function tokensOf(name: string): readonly string[] {
  const css = readFileSync(`src/ui/themes/${name}.css`, 'utf8')
  return [...new Set([...css.matchAll(/^ +(--[\w-]+):/gm)].map(([, token = '']) => token))]
}
