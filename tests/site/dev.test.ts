/** `dev` as a writer has it: a browser beside an editor, and the findings in the page. */
import { copyFile, cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { launchBrowser } from '../../src/node/browser/index.ts'
import { NEIGHBOUR, type Neighbours, writeNeighbours } from '../attacks/neighbours.ts'
import {
  type Answer,
  ask,
  friendly,
  type HostileRequest,
  hostile,
  hostileToTools,
  silentToTools,
} from '../attacks/requests.ts'
import { startDev } from '../bench/save.ts'
import { faultsOf } from './axe.ts'

const CASE = `# A case

## Why

Services are disjointed. 🎉

## Benefits

To be written

## Key decisions

Decision 1: We asked the people who use it.

Evidence 1a: They told us so (9z).

Evidence 1b: Others did too.
`

let folder: string
let browser: Browser
let page: Page
let neighbours: Neighbours
let served: { readonly url: string; readonly stop: () => void }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dev-'))
  await write(CASE)
  await describeCase('Ask us anything')
  neighbours = writeNeighbours(folder, join(folder, '_marks'))
  ;[served, browser] = await Promise.all([startDev(folder, ['--port', '0']), launchBrowser()])
  // The first page waits until all code is compiled, and loads once more when that is done.
  const first = await browser.newPage()
  await first.goto(served.url, { timeout: 120_000 })
  await first.waitForLoadState('networkidle', { timeout: 120_000 })
  await first.close()
})
afterAll(async () => {
  served?.stop()
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  page.setDefaultTimeout(60_000)
})
afterEach(() => page.close())

function write(text: string): Promise<void> {
  return writeFile(join(folder, '10-case.mdx'), text)
}

function describeCase(title: string, more = ''): Promise<void> {
  return writeFile(join(folder, 'case.yaml'), `title: ${title}\nask: Go on.\n${more}`)
}

const bar = () => page.locator('#throughline-findings summary')
const entries = () => page.locator('#throughline-findings li')

async function saysBar(words: string): Promise<void> {
  await expect.poll(() => bar().textContent(), { timeout: 60_000 }).toBe(words)
}

it('lists the findings of the moment, errors first, each with a way to its place', async () => {
  await page.goto(served.url)
  await saysBar('1 error, 1 warning')
  expect(await entries().first().isVisible()).toBe(false)
  await bar().click()
  expect(await entries().allInnerTexts()).toEqual([
    expect.stringMatching(
      /^Error Cite what exists: .* Found: citation of undefined evidence 9z.*:15:30\b.*Show$/s,
    ),
    expect.stringMatching(
      /^Warning Write what is missing.* Found: "To be written" in section "Benefits".*:9:1 Show$/s,
    ),
  ])
  const edit = entries().first().getByTitle('Open in your editor')
  const file = join(folder, '10-case.mdx')
  expect(await edit.getAttribute('href')).toBe(
    `/__open-in-editor?file=${encodeURIComponent(`${file}:15:30`)}`,
  )
  expect(await faultsOf(page)).toEqual([])
})

it('shows emoji in the font that a build takes them from', async () => {
  await page.goto(served.url)
  const loaded = () =>
    page.evaluate(() =>
      [...document.fonts].some(({ family, status }) => /Emoji/.test(family) && status === 'loaded'),
    )
  await expect.poll(loaded, { timeout: 60_000 }).toBe(true)
})

it('offers no file that only a build makes', async () => {
  await page.goto(served.url)
  const links = page.locator('.actions a')
  const offered = await links.evaluateAll((all) =>
    all.map((link) => (link as HTMLAnchorElement).href),
  )
  expect(offered).toEqual(['deck/', 'trace.csv', 'case.json'].map((path) => served.url + path))
})

it('answers its own pages alone, and people who open it', async () => {
  const port = Number(new URL(served.url).port)
  const told = (asked: HostileRequest, { status }: Answer) => `${asked.what}: ${status}`
  for (const asked of [...friendly, ...hostile, ...hostileToTools, ...silentToTools])
    expect(told(asked, await ask(port, asked))).toBe(`${asked.what}: ${asked.status}`)
  const { headers } = await ask(port, {})
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  const live = {
    connection: 'Upgrade',
    upgrade: 'websocket',
  }
  const key = { 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' }
  const open = async (origin: string) =>
    (await ask(port, { path: '/__live/socket', headers: { ...live, ...key, origin } })).status
  expect(await open('http://127.0.0.1:HERE')).toBe(101)
  expect(await open('http://example.org')).toBe(403)
  expect(await open('http://localhost:1')).toBe(403)
})

it('gives no file from outside the case and our own code', async () => {
  const port = Number(new URL(served.url).port)
  const outside = await mkdtemp(join(tmpdir(), 'outside-'))
  await writeFile(join(outside, 'secret.txt'), 'kestrel')
  for (const path of [`${outside}/secret.txt`, `${outside}/secret.txt?raw`, '/etc/passwd?url'])
    for (const start of ['/@fs', '/@fs/', '/@id', '', '/%40fs', '/%2540fs', '/@fs/x/%252e%252e']) {
      const { body } = await ask(port, { path: start + path })
      expect(body, start + path).not.toMatch(/kestrel|root:/)
    }
  await rm(outside, { recursive: true })
})

it('gives no file of the case as it lies there, and runs nothing that lies beside it', async () => {
  const port = Number(new URL(served.url).port)
  const names = [
    '10-case.mdx',
    'case.yaml',
    'package.json',
    'evil.astro',
    '_evil.md',
    'public/evil.txt',
  ]
  for (const start of [
    '/case',
    '/CASE',
    '/./case',
    '/@id//case',
    `/@fs${folder}`,
    `/@fs/.${folder}`,
  ])
    for (const name of names)
      for (const end of ['', '?raw', '?url', '?import&raw', '?inline']) {
        const { status, body } = await ask(port, { path: `${start}/${name}${end}` })
        expect([status, body], start + name + end).toEqual([404, 'There is no such page.\n'])
      }
  for (const path of ['/evil', '/evil/', '/evil.txt', '/src/pages/evil', '/_evil.html']) {
    const { status, body } = await ask(port, { path })
    expect([status, body.includes(NEIGHBOUR)], path).toEqual([404, false])
  }
  expect(neighbours.ran()).toEqual([])
})

it('asks the editor to open a place, and stays on the page', async () => {
  const asked: string[] = []
  await page.route('**/__open-in-editor**', (route) => {
    asked.push(new URL(route.request().url()).searchParams.get('file') ?? '')
    return route.fulfill({ status: 200, body: '' })
  })
  await page.goto(served.url)
  await bar().click()
  await entries().first().getByTitle('Open in your editor').click()
  await page.getByText(/^Opening .*10-case\.mdx:15:30 in your editor$/).waitFor()
  expect(asked).toEqual([`${join(folder, '10-case.mdx')}:15:30`])
  await expect.poll(() => page.url()).toBe(served.url)
})

it('leads to the item or section in the page that is open', async () => {
  await page.goto(served.url)
  await bar().click()
  await entries().first().getByText('Show').click()
  await expect.poll(() => page.url()).toBe(`${served.url}#evidence-1a`)
  await entries().nth(1).getByText('Show').click()
  await expect.poll(() => page.url()).toBe(`${served.url}#benefits`)

  await page.goto(`${served.url}deck/`)
  await entries().first().getByText('Show').click()
  await expect.poll(() => page.url()).toBe(`${served.url}deck/#/decision-1`)
})

it('follows what is written: a mended fault goes, a new one comes', async () => {
  await page.goto(served.url)
  await saysBar('1 error, 1 warning')
  await write(CASE.replace(' (9z)', ''))
  await saysBar('1 warning')
  await write(CASE.replace('(9z)', '(9z, 8y)'))
  await saysBar('2 errors, 1 warning')
  await write(CASE)
  await saysBar('1 error, 1 warning')
})

it('puts another sentence into the open page, which stays where it is', async () => {
  for (const path of ['', 'deck/#/why']) {
    await page.setViewportSize({ width: 1280, height: 300 })
    await page.goto(served.url + path)
    await saysBar('1 error, 1 warning')
    await page.evaluate(() => Object.assign(window, { kept: true }))
    await page.evaluate(() => scrollTo(0, 90))
    const place = () => page.evaluate(() => [scrollY, location.hash, 'kept' in window])
    const before = await place()
    await write(CASE.replace('Services are disjointed', 'Services are apart'))
    await expect.poll(() => page.locator('body').textContent()).toContain('Services are apart.')
    expect(await page.locator('body').textContent()).not.toContain('Services are disjointed.')
    expect(await place()).toEqual(before)
    await write(CASE)
    await expect.poll(() => page.locator('body').textContent()).toContain('are disjointed.')
    expect(await place()).toEqual(before)
  }
})

it('keeps the page up, and says so, while the case cannot be read', async () => {
  await page.goto(served.url)
  await saysBar('1 error, 1 warning')
  await write(`${CASE}\nLess than <5 people.\n`)
  await expect
    .poll(() => bar().textContent(), { timeout: 60_000 })
    .toMatch(
      /^This page is old\. The case cannot be read now: dev-\w+\/10-case\.mdx:19:\d+: Write \\< in place of </,
    )
  await bar().click()
  await page.getByText('This page shows the case as it was').waitFor()
  await page.getByText('Services are disjointed.').waitFor()
  // The banner and the page for who comes anew name no path of the machine.
  expect(await page.locator('#throughline-findings .panel').textContent()).not.toContain(folder)
  const fresh = await browser.newPage()
  expect((await fresh.goto(served.url))?.status()).toBe(500)
  await fresh.getByText(/10-case\.mdx:19:\d+ error /).waitFor()
  // It says what to mend, and leaves what can wait for later.
  expect(await fresh.textContent('pre')).not.toMatch(/ (?:warning|advice) /)
  expect(await fresh.content()).not.toContain(folder)
  await write(CASE)
  await saysBar('1 error, 1 warning')
  await fresh.getByText('Services are disjointed.').waitFor()
  await fresh.close()
})

it('shows nobody what a broken text makes of the renderer, however soon a page is asked for', async () => {
  await write(CASE.replace('Services are disjointed', 'Services are apart'))
  await page.goto(served.url)
  await page.getByText('Services are apart.').waitFor()
  const overlays: string[] = []
  page.on('console', (told) => told.text().startsWith('overlay:') && overlays.push(told.text()))
  await page.addInitScript(() => {
    new MutationObserver(() => {
      const overlay = document.querySelector('vite-error-overlay')
      if (overlay) console.log(`overlay: ${overlay.shadowRoot?.textContent}`)
    }).observe(document, { childList: true, subtree: true })
  })
  for (let round = 0; round < 3; round += 1) {
    await write(`${CASE}\nWords <b> without an end, ${round}.\n`)
    const asked: string[] = []
    const isTold = async () => {
      const answer = await fetch(served.url, { headers: { accept: 'text/html' } })
      asked.push(await answer.text())
      return asked.at(-1)?.includes('The case cannot be read')
    }
    await expect.poll(isTold, { interval: 10 }).toBe(true)
    for (const text of asked) expect(text).not.toMatch(/node_modules|MDXError/)
    await write(CASE)
    await page.getByText('Services are disjointed.').waitFor()
  }
  expect(overlays).toEqual([])
})

it('says over the slides that they are old, and both versions of what two people wrote', async () => {
  await page.goto(`${served.url}deck/`)
  await saysBar('1 error, 1 warning')
  await write(`${CASE}\n<<<<<<< HEAD\nTwo halls.\n=======\nThree halls.\n>>>>>>> costs\n`)
  await expect
    .poll(() => bar().textContent(), { timeout: 60_000 })
    .toMatch(
      /10-case\.mdx:\d+:1: Keep one of two versions: "Two halls\." \(HEAD\), or "Three halls\."/,
    )
  expect(await page.locator('.slides').textContent()).not.toContain('halls')
  await write(CASE)
  await saysBar('1 error, 1 warning')
})

it('comes back by itself when the folder was deleted and is there again', async () => {
  await page.goto(served.url)
  await saysBar('1 error, 1 warning')
  const away = `${folder}-away`
  await rename(folder, away)
  await expect
    .poll(() => bar().textContent(), { timeout: 60_000 })
    .toMatch(/^This page is old\. The case cannot be read now: /)
  expect(await bar().textContent()).not.toContain(folder)
  await cp(away, folder, { recursive: true })
  await rm(away, { recursive: true })
  // In a page of its own: a headless shell may never ask for the reload that the first was sent.
  const fresh = await browser.newPage()
  const says = (words: string) => async () => {
    await fresh.goto(served.url)
    return fresh.getByText(words).count()
  }
  await expect.poll(says('Services are disjointed.')).toBe(1)
  await write(CASE.replace('Services are disjointed', 'Services are apart'))
  await expect.poll(says('Services are apart.')).toBe(1)
  await write(CASE)
  await expect.poll(says('Services are disjointed.')).toBe(1)
  await fresh.close()
})

it('shows a picture as soon as its file is there', async () => {
  await write(`${CASE}\n![The queue](queue.png)\n`)
  await page.goto(served.url)
  await saysBar('2 errors, 1 warning')
  await page.getByText('[Picture missing: The queue]').waitFor()
  await copyFile('.github/pictures/deck.png', join(folder, 'queue.png'))
  await page.getByAltText('The queue').waitFor()
  const shown = await page.getByAltText('The queue').getAttribute('src')
  const port = Number(new URL(served.url).port)
  expect((await ask(port, { path: shown ?? '' })).status).toBe(200)
  expect((await ask(port, { path: '/case/queue.png' })).status).toBe(404)
  await saysBar('1 error, 1 warning')
  await rm(join(folder, 'queue.png'))
  await page.getByText('[Picture missing: The queue]').waitFor()
  await write(CASE)
  await saysBar('1 error, 1 warning')
})

it('reads a changed case.yaml; what changes findings alone reloads nothing', async () => {
  await page.goto(served.url)
  await saysBar('1 error, 1 warning')
  await page.evaluate(() => Object.assign(window, { kept: true }))
  await describeCase('Ask us anything', 'severities: { gap: error }\n')
  await saysBar('2 errors')
  expect(await page.evaluate(() => 'kept' in window)).toBe(true)
  await describeCase('Another title', 'severities: { gap: off }\n')
  await page.getByRole('heading', { name: 'Another title' }).waitFor()
  await saysBar('1 error')
  await describeCase('Ask us anything')
  await saysBar('1 error, 1 warning')
})

it('opens the page of a route that has just been written', async () => {
  await page.goto(`${served.url}deck/`)
  const route = 'routes:\n  sponsor-5: {minutes: 5, sections: [why]}\n'
  await describeCase('Case with a route', route)
  const routes = page.locator('.routes', { hasText: 'sponsor-5' })
  await routes.waitFor({ state: 'attached' })
  // In a page of its own: the first may still be loading itself anew.
  const other = await browser.newPage()
  await other.goto(`${served.url}deck/sponsor-5/`, { waitUntil: 'commit' })
  const slides = other.locator('.slides .slide')
  const ids = () => slides.evaluateAll((all) => all.map(({ id }) => id))
  await expect
    .poll(ids, { timeout: 60_000 })
    .toEqual(['title', 'why', 'still-to-be-written', 'ask'])
  await other.close()
  await describeCase('Ask us anything')
  await routes.waitFor({ state: 'detached', timeout: 60_000 })
})

it('stays dismissed until the findings change, wherever they stand', async () => {
  await page.goto(served.url)
  await saysBar('1 error, 1 warning')
  await page.getByRole('button', { name: 'Hide until the findings change' }).click()
  expect(await bar().isVisible()).toBe(false)
  await write(CASE.replace('## Why', '## Why\n\nA line above moves what is below.'))
  await page.getByText('A line above moves').waitFor()
  await page.waitForLoadState('networkidle')
  expect(await bar().isVisible()).toBe(false)
  await write(CASE.replace('(9z)', '(9z, 8y)'))
  await bar().waitFor({ state: 'visible' })
  await saysBar('2 errors, 1 warning')
  await write(CASE)
})

it('opens and closes from the keyboard, and takes no key from the slides', async () => {
  await page.goto(`${served.url}deck/`)
  await expect.poll(() => page.url(), { timeout: 60_000 }).toBe(`${served.url}deck/#/title`)
  await bar().focus()
  await page.keyboard.press('Enter')
  await entries().first().waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.url()).toBe(`${served.url}deck/#/title`)
  expect(await entries().first().isVisible()).toBe(false)
  const focused = await page.evaluate(
    () => document.activeElement?.shadowRoot?.activeElement?.tagName,
  )
  expect(focused).toBe('SUMMARY')
})

it('is a small bar on a phone, whose targets a finger can hit', async () => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(served.url)
  const box = await page.locator('#throughline-findings').boundingBox()
  expect(box?.height).toBeLessThan(80)
  await bar().click()
  const targets = page.locator('#throughline-findings').locator('summary, a, button')
  for (const target of await targets.all()) {
    const { width = 0, height = 0 } = (await target.boundingBox()) ?? {}
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
  }
  const sideways = () => document.documentElement.scrollWidth - innerWidth
  expect(await page.evaluate(sideways)).toBeLessThanOrEqual(0)
  await entries().first().getByText('Show').click()
  expect(await entries().first().isVisible()).toBe(false)
})

it('shows another colour of a brand at once, where one was reading, and stays while a fault is mended', async () => {
  const brand = (accent: string) =>
    writeFile(join(folder, 'theme.yaml'), `name: A\ncolours:\n  accent: "${accent}"\n`)
  await brand('#0b6e4f')
  await describeCase('Ask us anything', 'theme: theme.yaml\n')
  await page.setViewportSize({ width: 1280, height: 300 })
  await page.goto(served.url)
  const thread = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--thread'))
  await expect.poll(thread, { timeout: 60_000 }).toContain('#0b6e4f')
  await page.evaluate(() => scrollTo(0, 120))
  await brand('#8a1c34')
  await expect.poll(thread, { timeout: 60_000 }).toContain('#8a1c34')
  await expect.poll(() => page.evaluate(() => scrollY), { timeout: 60_000 }).toBe(120)
  await brand('#8a1c3')
  await expect
    .poll(() => bar().textContent(), { timeout: 60_000 })
    .toMatch(/^This page is old\. The case cannot be read now: /)
  expect(await thread()).toContain('#8a1c34')
  await describeCase('Ask us anything')
})
