/** What an audit of the web asks of every page, beyond what axe, the policy and the budgets prove. */
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { type OpenSite, openSite, siteFolder } from './site.ts'

/** A phone of today, px. */
const PHONE = { width: 375, height: 740 }

/** How long a page may still move after it has loaded, ms. */
const SETTLES = 300

/** Bytes in which a browser looks for the charset. */
const EARLY = 1024

/** Words that say nothing of where a link leads. */
const RE_VAGUE =
  /^(?:(?:click |right )?(?:here|this)|go|info(?:rmation)?|(?:learn |read |see )?more(?: info(?:rmation)?)?|start|link|this page)[.…]?$/i

/** What the browser keeps, by the manual. */
const RE_KEPT = /^throughline(?: clock .*| slide .*| notes size|-text|-single-keys)$/

/** Every page but the copies to take along, of which offline.test.ts tells. */
const files = (await Array.fromAsync(glob('**/*.html', { cwd: siteFolder })))
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.startsWith('offline/'))
  .toSorted()

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

it('finds the pages', () => {
  expect(files).toEqual(expect.arrayContaining(['404.html', 'deck/index.html', 'index.html']))
})

describe.each(files)('%s', (file) => {
  let page: Page
  let wire: CDPSession
  let said: readonly string[]

  beforeAll(async () => {
    const heard: string[] = []
    page = await site.open('favicon.svg', { viewport: PHONE, reducedMotion: 'no-preference' })
    wire = await page.context().newCDPSession(page)
    await listen(wire, page, heard)
    await page.goto(site.url + file, { waitUntil: 'networkidle' })
    said = heard
  })
  afterAll(async () => {
    await wire.detach()
    await site.putBack(page)
  })

  it('loads all it asks for, from here alone, without an error, a warning or an old way', () => {
    expect(said).toEqual([])
  })

  it('says at once how it is to be read', async () => {
    const bytes = await readFile(join(siteFolder, file))
    const start = bytes.subarray(0, EARLY).toString()
    expect(start).toMatch(/^<!doctype html>/i)
    expect(start).toMatch(/<meta charset="?utf-8"?\s*\/?>/i)
    const { language, mode, viewport } = await page.evaluate(() => ({
      language: document.documentElement.lang,
      mode: document.compatMode,
      viewport: document.querySelector<HTMLMetaElement>('meta[name="viewport"]')?.content,
    }))
    expect(Intl.getCanonicalLocales(language)).toEqual([language])
    expect(mode).toBe('CSS1Compat')
    expect(viewport).toMatch(/width=device-width/)
    expect(viewport).not.toMatch(/user-scalable|maximum-scale/)
  })

  it('does not move while it loads', async () => {
    const moved = await page.evaluate(
      (settles) =>
        new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            // The types of the DOM do not know this entry.
            for (const shift of list.getEntries()) sum += (shift as { value?: number }).value ?? 0
          }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve(sum), settles)
        }),
      SETTLES,
    )
    expect(moved).toBe(0)
  })

  it('has links that lead somewhere and say where', async () => {
    const links = await page.locator('a').evaluateAll((all) => {
      for (const details of document.querySelectorAll('details')) {
        details.removeAttribute('name') // else one at a time
        details.open = true
      }
      return all
        .filter((link) => link.checkVisibility())
        .map((link) => [
          (link.getAttribute('aria-label') ?? link.textContent ?? '').trim(),
          link.getAttribute('href') ?? '',
        ])
    })
    expect(links.length).toBeGreaterThan(0)
    for (const [words = '', href = ''] of links) {
      expect(href, words).toMatch(/^(?:https?:|mailto:|tel:|#.|[\w./?])/)
      expect(href, words).not.toMatch(/^(?:javascript|data|file):/i)
      expect(words, href).not.toMatch(RE_VAGUE)
      expect(words, href).not.toBe('')
    }
  })

  it('shows pictures in their own shape, with room kept for them', async () => {
    const wrong = await page.locator('img').evaluateAll((all) =>
      (all as HTMLImageElement[])
        .filter((picture) => picture.checkVisibility())
        .filter((picture) => {
          const { width, height } = picture.getBoundingClientRect()
          const isSized = picture.hasAttribute('width') && picture.hasAttribute('height')
          const own = picture.naturalWidth / picture.naturalHeight
          return !isSized || Math.abs(width / height / own - 1) > 0.02
        })
        .map((picture) => picture.outerHTML),
    )
    expect(wrong).toEqual([])
  })

  it('can be used with a finger', async () => {
    expect(await faultsOf(page)).toEqual([])
  })

  it('keeps nothing of its reader but what the manual says', async () => {
    const kept = await page.evaluate(async () => ({
      names: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }))
    expect(await page.context().cookies()).toEqual([])
    expect(kept).toEqual({ names: kept.names, databases: 0, caches: 0, workers: 0 })
    for (const name of kept.names) expect(name).toMatch(RE_KEPT)
  })

  it('has icons that are there, each of its own type', async () => {
    const icons = await page
      .locator('link[rel="icon"], link[rel="apple-touch-icon"]')
      .evaluateAll((all) => (all as HTMLLinkElement[]).map(({ href }) => href))
    expect(icons.length).toBe(3)
    for (const icon of icons) {
      const answer = await fetch(icon)
      expect(answer.status, icon).toBe(200)
      expect(answer.headers.get('content-type'), icon).toMatch(/^image\//)
    }
  })
})

it('has a title and a description of its own for every page', async () => {
  const heads = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(siteFolder, file), 'utf8')
      const title = /<title>([^<]+)<\/title>/.exec(text)?.[1]
      const description = /<meta name="description" content="([^"]+)"/.exec(text)?.[1]
      const isShared = text.includes('property="og:title"')
      return { file, title, description, isShared }
    }),
  )
  for (const { file, title, description } of heads) {
    expect(title, file).toMatch(/\S/)
    expect(description, file).toMatch(/\S/)
  }
  const shared = heads.filter(({ isShared }) => isShared)
  expect(shared.length).toBeGreaterThan(4)
  expect(new Set(heads.map(({ title }) => title)).size).toBe(heads.length)
  expect(new Set(shared.map(({ description }) => description)).size).toBe(shared.length)
})

/** Hears what the page and the browser complain of, and what is asked of other hosts. */
async function listen(wire: CDPSession, page: Page, heard: string[]): Promise<void> {
  wire.on('Audits.issueAdded', ({ issue }) => heard.push(JSON.stringify(issue)))
  wire.on('Log.entryAdded', ({ entry }) => heard.push(`${entry.source}: ${entry.text}`))
  await wire.send('Audits.enable')
  await wire.send('Log.enable')
  page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => heard.push(error.message))
  page.on('requestfailed', (request) => heard.push(`failed: ${request.url()}`))
  page.on('response', (response) => {
    if (response.status() >= 400) heard.push(`${response.status()}: ${response.url()}`)
    if (!response.url().startsWith(site.url) && !response.url().startsWith('data:'))
      heard.push(`elsewhere: ${response.url()}`)
  })
}
