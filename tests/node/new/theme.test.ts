/** `new theme`: what it makes of colours and a logo, and what it leaves alone. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readBrand } from '../../../src/core/brand/theme-yaml.ts'
import { writeTheme } from '../../../src/node/new/theme.ts'

let parent: string
let folder: string

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'new-theme-'))
  folder = mkdtempSync(join(parent, 'case-'))
  writeFileSync(join(folder, 'case.yaml'), 'ask: Fund it')
})
afterEach(() => rmSync(parent, { recursive: true }))

const brand = () => readBrand(readFileSync(join(folder, 'theme.yaml'), 'utf8'), 'theme.yaml').brand

it('says what each colour is for by how light it is, and names the brand in case.yaml', async () => {
  await writeTheme(folder, 'Harbour: Office', ['#0b6e4f', 'white', '#10211c', '#ffd60a'])
  expect(brand()).toMatchObject({
    name: 'Harbour: Office',
    colours: { accent: '#0b6e4f', paper: '#ffffff', ink: '#10211c', highlight: '#ffd60a' },
  })
  expect(readFileSync(join(folder, 'case.yaml'), 'utf8')).toBe('ask: Fund it\ntheme: theme.yaml\n')
})

it('takes the colours of the logo where none is given, and brings the logo into the case', async () => {
  const logo = join(parent, 'mark.svg')
  writeFileSync(
    logo,
    '<svg xmlns="http://www.w3.org/2000/svg"><path fill="#222" stroke="#8a1c34"/></svg>',
  )
  const { written } = await writeTheme(folder, 'Records', [logo])
  expect(written).toContain(join(folder, 'mark.svg'))
  expect(brand()).toMatchObject({
    logo: { light: 'mark.svg', dark: 'mark.svg' },
    colours: { accent: '#8a1c34', ink: '#222222' },
  })
})

it('finds the logo in the case too, and says what it has no use for', async () => {
  writeFileSync(join(folder, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  const typed = ['#0b6e4f', '#7a7a7a', '#8a8a8a', '#9a9a9a', 'mark.svg']
  const { unused } = await writeTheme(folder, 'Records', typed)
  expect(brand()?.logo).toEqual({ light: 'mark.svg', dark: 'mark.svg' })
  expect(unused).toEqual(['#8a8a8a', '#9a9a9a'])
})

it('refuses a third logo, and writes nothing', async () => {
  const logos = ['a.svg', 'b.svg', 'c.png']
  for (const logo of logos) writeFileSync(join(folder, logo), '')
  await expect(writeTheme(folder, 'A', ['red', ...logos])).rejects.toThrow('Name one logo, or two')
  expect(brand).toThrow('theme.yaml')
})

it('writes over nothing, and says what is no colour', async () => {
  await expect(writeTheme(folder, 'A', ['#zzz'])).rejects.toThrow('"#zzz" is no colour')
  await expect(writeTheme(folder, 'A', ['none.svg'])).rejects.toThrow('There is no file')
  writeFileSync(join(folder, 'case.yaml'), 'theme: folio\n')
  expect((await writeTheme(folder, 'A', ['red'])).isNamed).toBe(true)
  expect(readFileSync(join(folder, 'case.yaml'), 'utf8')).toBe('theme: folio\n')
  await expect(writeTheme(folder, 'A', ['red'])).rejects.toThrow('There is a theme.yaml')
})
