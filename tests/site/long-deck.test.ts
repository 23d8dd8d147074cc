/** A deck with a budget: what it leaves out comes past nobody, and opens when somebody goes to it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { planSheets } from '../../src/node/export/deck/index.ts'
import { handoutsOf } from '../../src/node/print/index.ts'
import { type ReadCase, readCase } from '../../src/node/read/read-case.ts'
import { buildSite } from '../../src/node/site/index.ts'
import { strategy, wideTable } from '../large.ts'
import { openOverview, PRESENT, waitForDeck } from './deck.ts'
import { type OpenSite, openSite } from './site.ts'
import { wordsOfPdf } from './words.ts'

const COUNTS = 'chapter-part-3-south--more'
const LEFT_OUT = 'stretch-3-2-4'

let parent: string
let out: string
let read: ReadCase
let site: OpenSite

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'long-deck-'))
  const folder = join(parent, 'case')
  await mkdir(folder)
  const [table] = wideTable(12, 60)
  const files = [...strategy(), { file: '20-register.mdx', text: table?.text ?? '' }]
  for (const { file, text } of files) await writeFile(join(folder, file), text)
  await writeFile(join(folder, 'case.yaml'), 'ask: Fund it\n')
  out = join(parent, 'site')
  read = await readCase(folder)
  const print = handoutsOf(read).filter(({ file }) => file === 'handouts/deck.pdf')
  await buildSite({ read, out, base: '/', print })
  site = await openSite(out)
})

afterAll(async () => {
  await site?.close()
  await rm(parent, { recursive: true, force: true })
})

async function openDeck(hash = '', options?: Parameters<OpenSite['open']>[1]): Promise<Page> {
  const page = await site.open(`deck/${hash}`, options)
  onTestFinished(() => site.putBack(page))
  return page
}
const shown = (page: Page) => page.locator(PRESENT).getAttribute('id')

it('counts what is left out, with a link, and goes past it', async () => {
  const page = await openDeck(`#/${COUNTS}`)
  await waitForDeck(page)
  const link = page.locator(PRESENT).getByRole('link', { name: /^And \d+ more, in the narrative$/ })
  expect(await link.getAttribute('href')).toBe('../#part-3-south')
  await page.keyboard.press('Space')
  await expect.poll(() => shown(page)).toBe('chapter-part-4-west')
  await openOverview(page)
  expect(await page.locator(`.slides [id="${LEFT_OUT}"]`).count()).toBe(0)
})

it('opens by go-to below the slide that counts it, and the talk goes on behind it', async () => {
  const page = await openDeck()
  await waitForDeck(page)
  await page.keyboard.press('g')
  await page.keyboard.type('stretch 3.2.4')
  expect(await page.locator('#goto-results').textContent()).toContain('Left out')
  await page.keyboard.press('Enter')
  await expect.poll(() => shown(page)).toBe(LEFT_OUT)
  expect(await page.locator(`[id="${LEFT_OUT}"]`).isVisible()).toBe(true)
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => shown(page)).toBe(COUNTS)
  await page.goBack()
  await expect.poll(() => shown(page)).toBe(LEFT_OUT)
})

it('opens by its address, with a script, on a phone, and without a script', async () => {
  const page = await openDeck(`#/${LEFT_OUT}`)
  await waitForDeck(page)
  await expect.poll(() => shown(page)).toBe(LEFT_OUT)
  const phone = await openDeck(`#/${LEFT_OUT}`, { viewport: { width: 390, height: 800 } })
  await phone.locator(`.slides [id="${LEFT_OUT}"]`).waitFor()
  const plain = await openDeck(`#/${LEFT_OUT}`, { javaScriptEnabled: false })
  expect(await plain.locator(`[id="${LEFT_OUT}"]`).isVisible()).toBe(true)
  expect(await plain.locator('[id="stretch-3-2-5"]').isVisible()).toBe(false)
})

it('is listed in the speaker view, which goes to it and back to the talk', async () => {
  const speaker = await site.open('deck/speaker/')
  onTestFinished(() => site.putBack(speaker))
  const at = (id: string) => speaker.locator(`[data-screen="now"] > [id="${id}"]`).waitFor()
  await speaker.getByRole('heading', { name: /^Left out of the deck: \d+$/ }).waitFor()
  // In the chapter in which it stands.
  const chapter = speaker.locator('.speaker-left-out', {
    has: speaker.getByRole('button', { name: 'Stretch 3.2.4: We will' }),
  })
  expect(await chapter.getByRole('heading').textContent()).toMatch(/^Part 3.*: \d+$/)
  await speaker.getByRole('button', { name: 'Stretch 3.2.4: We will' }).click()
  await at(LEFT_OUT)
  await speaker.getByRole('button', { name: 'Next' }).click()
  await at('chapter-part-4-west')
})

it('is in no file, and files have as many slides as the deck', async () => {
  const pages = await wordsOfPdf(out, 'handouts/deck.pdf')
  const { sheets, slides } = planSheets(read)
  expect(pages).toHaveLength(sheets.length)
  expect(sheets.length).toBeLessThan(100)
  expect(pages.join('')).toContain('more,inthenarrative')
  expect(sheets.map(({ id }) => id)).not.toContain(LEFT_OUT)
  expect(slides.flatMap(({ leftOut = [] }) => leftOut).length).toBeGreaterThan(300)
})

it('shows of a wide table the same columns everywhere, and says how many there are', async () => {
  const page = await openDeck('#/register')
  await waitForDeck(page)
  const slide = page.locator(PRESENT)
  const [header] = await slide.locator('tr').allInnerTexts()
  expect(header?.split(/\s+/)).toEqual(['Ref', 'Risk', 'Impact', 'Mitigation'])
  expect(await slide.locator('.slide-foot').textContent()).toContain('4 of 12 columns')
  const [table] = planSheets(read).sheets.filter(({ id }) => id === 'register')
  const rows = table?.objects.flatMap((thing) => (thing.type === 'table' ? thing.rows : []))
  expect(rows?.[0]?.map((cell) => cell.map(({ text }) => text).join(''))).toEqual(
    header?.split(/\s+/),
  )
})
