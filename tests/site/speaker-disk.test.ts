/** Deck and speaker view from disk find each other: in one file, which carries both, and in the zip. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { PRESENT, waitForDeck } from './deck.ts'
import { type OpenSite, openSite, siteFolder } from './site.ts'

let site: OpenSite
let folder: string

beforeAll(async () => {
  site = await openSite()
  folder = await mkdtemp(join(tmpdir(), 'throughline disk '))
  await cp(join(siteFolder, 'offline/deck.html'), join(folder, 'deck.html'))
  const zip = unzipSync(await readFile(join(siteFolder, 'offline/case.zip')))
  for (const path of ['deck/index.html', 'deck/speaker/index.html']) {
    await mkdir(join(folder, dirname(path)), { recursive: true })
    await writeFile(join(folder, path), zip[path] ?? '')
  }
})
afterAll(async () => {
  await site.close()
  await rm(folder, { recursive: true })
})

const deckIsAt = (deck: Page, id: string) =>
  deck.waitForSelector(`${PRESENT}[id="${id}"]`, { state: 'attached' })
const speakerIsAt = (speaker: Page, id: string) =>
  speaker.locator(`[data-screen="now"] > [id="${id}"]`).waitFor({ state: 'attached' })

it.each(['deck.html', 'deck/index.html'])('the two of %s steer each other', async (file) => {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 720 } })
  const faults: string[] = []
  context.on('console', (message) => {
    if (/error|warning/.test(message.type())) faults.push(message.text())
  })
  context.on('weberror', (error) => faults.push(String(error.error())))
  const deck = await context.newPage()
  await deck.goto(String(pathToFileURL(join(folder, file))))
  await waitForDeck(deck)
  const [speaker] = await Promise.all([context.waitForEvent('page'), deck.keyboard.press('s')])
  await speaker.getByText('Steering the deck.').waitFor()
  expect(await speaker.title()).toContain('speaker view')
  expect(await faultsOf(speaker)).toEqual([])
  // It has its own look: the slide in a frame, the notes beside it.
  const frame = speaker.locator('.speaker-screen').first()
  expect(await frame.evaluate((one) => getComputedStyle(one).overflow)).toBe('hidden')
  const [screen, notes] = await Promise.all([
    frame.boundingBox(),
    speaker.locator('[data-place="notes"]').boundingBox(),
  ])
  expect(notes?.x).toBeGreaterThan(screen?.x ?? 0)
  await speaker.keyboard.press('ArrowRight')
  await deckIsAt(deck, 'chapter-introduction')
  await deck.keyboard.press('ArrowRight')
  await speakerIsAt(speaker, 'introduction')
  expect(await speaker.locator('[data-place="notes"]').textContent()).toContain('We will update')

  // Each finds the other again, and the clock runs on.
  await speaker.getByRole('button', { name: 'Pause' }).click()
  await speaker.reload()
  await speaker.getByText('Steering the deck.').waitFor()
  await speaker.getByRole('button', { name: 'Go on' }).waitFor()
  await deck.reload()
  await speaker.getByText('Steering the deck.').waitFor()
  await speaker.keyboard.press('ArrowRight')
  await deckIsAt(deck, 'what-is-this-prototype')
  await deck.close()
  await speaker.getByText('No deck is open.').waitFor()
  await context.close()
  expect(faults).toEqual([])
})

it('the one file offers nothing of the desk to who reads the deck', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(String(pathToFileURL(join(folder, 'deck.html'))))
  await page.locator('.leave').waitFor()
  expect(
    await page
      .getByText(/Speaker view|No deck is open/)
      .filter({ visible: true })
      .count(),
  ).toBe(0)
  await context.close()
})
