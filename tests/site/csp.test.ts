/** Nothing from elsewhere, and a strict policy that nothing breaks. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goTo, slidesOf, waitForDeck } from './deck.ts'
import { type OpenSite, openSite, siteFolder } from './site.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

describe.each([
  'index.html',
  'deck/index.html',
  'deck/speaker/index.html',
  'trace/index.html',
  'accessibility/index.html',
  '404.html',
])('%s', (path) => {
  it('asks no other host for anything, and breaks no policy', async () => {
    const page = await site.open('favicon.svg', { reducedMotion: 'no-preference' })
    const strays: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(site.url) && !url.startsWith('data:')) strays.push(url)
    })
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        complaints.push(message.text())
      }
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    const script = await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`${event.violatedDirective} refused ${event.blockedURI}`)
      })
    })
    await page.goto(site.url + path, { waitUntil: 'networkidle' })
    await useAll(page, path)
    expect(strays).toEqual([])
    expect(complaints).toEqual([])
    await script.dispose()
    await site.putBack(page)
  })

  it('has a policy without unsafe words or other hosts', async () => {
    const page = await site.open(path)
    const policy = await page
      .locator('meta[http-equiv="content-security-policy" i]')
      .getAttribute('content')
    expect(policy).toMatch(/default-src 'none'/)
    expect(policy).toMatch(/script-src/)
    expect(policy).toMatch(/style-src/)
    expect(policy).not.toMatch(/unsafe-|https?:|\*|script-src[^;]*data:/)
    await site.putBack(page)
  })
})

/** Goes through the page, so that what it loads late is loaded. */
async function useAll(page: Page, path: string): Promise<void> {
  if (path !== 'deck/index.html') {
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    return
  }
  await waitForDeck(page)
  for (const slide of await slidesOf(page)) await goTo(page, slide)
}

const LAYERS = ['reveal', 'base', 'components', 'page', 'brand', 'print']

it('names the layers in order in every style sheet, also of pages that are only printed', async () => {
  const folder = join(siteFolder, '_astro')
  const sheets = (await readdir(folder)).filter((file) => file.endsWith('.css'))
  expect(sheets.length).toBeGreaterThan(5)
  for (const file of sheets) {
    const text = await readFile(join(folder, file), 'utf8')
    const named = [...text.matchAll(/@layer ([\w, ]+)[;{]/g)]
    const names = [...new Set(named.flatMap(([, names = '']) => names.split(/,\s*/)))]
    expect(names, file).toEqual(LAYERS.slice(0, names.length))
  }
})

it.each(['', 'deck/', 'trace/', 'trace/weakest/', 'changes/', 'accessibility/', '404.html'])(
  'reads the layers of the styles of %o in the one order',
  async (path) => {
    const page = await site.open(path)
    const order = await page.evaluate(() => {
      const names = [...document.styleSheets].flatMap((sheet) =>
        [...sheet.cssRules].flatMap((rule) => {
          if (rule instanceof CSSLayerStatementRule) return [...rule.nameList]
          return rule instanceof CSSLayerBlockRule ? [rule.name] : []
        }),
      )
      return [...new Set(names)]
    })
    expect(order).toEqual(LAYERS)
    await site.putBack(page)
  },
)

it('leaves no style to attributes, which the policy refuses', async () => {
  const files = (await readdir(siteFolder, { recursive: true })).filter((file) =>
    /\.html$/.test(file),
  )
  for (const file of files)
    expect(await readFile(join(siteFolder, file), 'utf8'), file).not.toMatch(/<[^>]*\sstyle="/)
})
