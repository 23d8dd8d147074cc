/** The page for addresses that lead nowhere, and what pages say of themselves to others. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

it('offers what was most likely meant, at any depth', async () => {
  const page = await site.open('some/old/folder/decison-2.html')
  const offer = page.locator('[data-nearest] a')
  expect(await offer.textContent()).toBe('Decision 2')
  await offer.click()
  await page.waitForURL(`${site.url}#decision-2`)
  await page.locator('#decision-2').waitFor()
  await site.putBack(page)
})

it('offers nothing where nothing is like it', async () => {
  const page = await site.open('qqqqqqqqqqqq')
  expect(await page.locator('[data-nearest]').textContent()).toBe('')
  await site.putBack(page)
})

it('lists sections without a script, and says nothing of what a script would find', async () => {
  const page = await site.open('gone/', { javaScriptEnabled: false })
  expect(await page.locator('main nav a').count()).toBeGreaterThan(3)
  expect(await page.locator('[data-nearest]').isVisible()).toBe(false)
  await page.locator('main nav a').first().click()
  await expect.poll(() => page.url()).toMatch(/\/#/)
  await site.putBack(page)
})

it.each(['', 'deck/', 'deck/speaker/', 'trace/', 'accessibility/', 'gone/'])(
  'asks search engines not to list %o before the case is published',
  async (path) => {
    const page = await site.open(path)
    expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex')
    expect(await page.locator('meta[name="description"]').count()).toBe(1)
    await site.putBack(page)
  },
)

it.each(['', 'deck/', 'trace/', 'trace/weakest/'])(
  'leads from %o to the statement',
  async (path) => {
    const page = await site.open(path)
    const href = await page.locator('a[href$="accessibility/"]').first().getAttribute('href')
    await page.goto(new URL(href ?? '', page.url()).href)
    expect(await page.locator('h1').textContent()).toBe('Accessibility statement')
    expect(await page.locator('main').textContent()).toContain('not fully tested')
    expect(await page.locator('[data-measured="contrast"]').textContent()).toMatch(
      /at least [\d.]+:1/,
    )
    await site.putBack(page)
  },
)

it('has all parts that the model statement must have, and claims no test', async () => {
  const page = await site.open('accessibility/')
  const headings = await page.locator('main :is(h2, h3)').allTextContents()
  expect(headings).toEqual([
    'How accessible it is',
    'What is not accessible',
    'What does not comply with the regulations',
    'What would be a disproportionate burden to mend',
    'What is not within the scope of the regulations',
    'Tell us of a barrier',
    'Who enforces this',
    'How this statement was made',
    'What programs have checked',
  ])
  const words = await page.locator('main').textContent()
  expect(words).toMatch(
    /is committed to making them accessible, in accordance with the Public Sector/,
  )
  expect(words).toContain('(No. 2) Accessibility Regulations 2018')
  expect(words).toContain('No person has reviewed it so far.')
  expect(words).not.toMatch(/compliant with the/)
  await site.putBack(page)
})
