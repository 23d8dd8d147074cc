/** Formulas are set in every output, in the font that travels with it. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { builtCase } from './built.ts'
import { type OpenSite, openSite, siteFolder } from './site.ts'

const folder = await builtCase('tests/fixtures/writing')

let site: OpenSite
beforeAll(async () => {
  site = await openSite(folder)
})
afterAll(() => site.close())

function offline(name: string): string {
  return pathToFileURL(join(folder, 'offline', `${name}.html`)).href
}

it.each([
  { name: 'the narrative', address: () => site.url },
  { name: 'the reading view', address: () => `${site.url}deck/?view=read` },
  { name: 'the offline narrative', address: () => offline('narrative') },
])('sets formulas on $name with roots, sums and fractions', async ({ address }) => {
  const page = await site.open('')
  await page.goto(address())
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const shown = await page.locator('math').evaluateAll((formulas) =>
    formulas
      .filter((formula) => formula.checkVisibility())
      .map((formula) => ({
        words: formula.getAttribute('alttext'),
        family: getComputedStyle(formula).fontFamily.split(',')[0],
        // A fraction stands over the line and below it.
        high: formula.getBoundingClientRect().height,
        letter: Number.parseFloat(getComputedStyle(formula).fontSize),
      })),
  )
  const sum = shown.find(({ words }) => words?.startsWith('NPSV'))
  expect(sum?.words).toBe('NPSV = ∑ (t = 0 … 30) (B_t − C_t) / ((1 + 0.035)^t)')
  expect(sum?.high).toBeGreaterThan(1.8 * (sum?.letter ?? 0))
  expect(new Set(shown.map(({ family }) => family))).toEqual(new Set(['"Throughline Formulas"']))
  expect(await page.evaluate(() => document.fonts.check('20px "Throughline Formulas"', '√∑'))).toBe(
    true,
  )
  await site.putBack(page)
})

it('brings the font with a case that has formulas, small, and none with another', async () => {
  const [font = '', ...others] = await fontsIn(folder)
  expect(others).toEqual([])
  expect((await readFile(join(folder, '_astro', font))).length).toBeLessThan(40_000)
  expect(await fontsIn(siteFolder)).toEqual([])
})

async function fontsIn(out: string): Promise<readonly string[]> {
  return (await readdir(join(out, '_astro'))).filter((name) => /^formulas.*\.woff2$/.test(name))
}
