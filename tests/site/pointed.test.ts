/** The lines of one item in a diagram: among many that cross, they stand out when it is pointed at or focused. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { goTo, slidesOf, waitForDeck } from './deck.ts'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** The lines of the drawing around a link that are drawn whole, and those that step back, by the names of their ends. */
async function linesIn(page: Page, drawing: string) {
  const lines = await page.locator(`${drawing} .edge`).evaluateAll((edges) =>
    edges.map((edge) => ({
      ends: [...edge.classList].filter((name) => /^n\d+$/.test(name)),
      isWhole: getComputedStyle(edge).opacity === '1',
    })),
  )
  return Map.groupBy(lines, ({ isWhole }) => (isWhole ? 'whole' : 'back'))
}

async function expectLinesOf(page: Page, drawing: string, name: string): Promise<void> {
  const lines = await linesIn(page, drawing)
  const [whole, back] = [lines.get('whole') ?? [], lines.get('back') ?? []]
  expect(whole.length).toBeGreaterThan(0)
  expect(back.length).toBeGreaterThan(0)
  expect(whole.filter(({ ends }) => !ends.includes(name))).toEqual([])
  expect(back.filter(({ ends }) => ends.includes(name))).toEqual([])
}

const nameOf = (page: Page, link: string) =>
  page
    .locator(link)
    .first()
    .evaluate(({ classList }) => classList[0] ?? '')

it('stand out on the page, for a pointer and for keys', async () => {
  const page = await site.open('')
  const drawing = '.diagram-frame:not(.diagram-narrow) svg:has(a[href="#objective-2"])'
  expect((await linesIn(page, drawing)).get('back')).toBeUndefined()
  const link = `${drawing} a[href="#objective-2"]`
  await page.locator(link).hover()
  await expectLinesOf(page, drawing, await nameOf(page, link))
  await page.mouse.move(0, 0)
  const other = `${drawing} a[href="#success-factor-1"]`
  await page.locator(other).focus()
  await page.keyboard.press('Shift')
  await expectLinesOf(page, drawing, await nameOf(page, other))
  await site.putBack(page)
})

it('stand out on a slide', async () => {
  const page = await site.open('deck/')
  await waitForDeck(page)
  const slide = (await slidesOf(page)).find(({ hash }) => hash === '#/diagram-sprint-1')
  if (!slide) throw new Error('Expected a slide of the first sprint')
  await goTo(page, slide)
  const drawing = '#diagram-sprint-1 .diagram-frame:not(.diagram-narrow) svg.drawing'
  const link = `${drawing} a[href="#/decision-1"]`
  await page.locator(link).hover()
  await expectLinesOf(page, drawing, await nameOf(page, link))
  await site.putBack(page)
})
