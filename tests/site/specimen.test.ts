/**
 * The specimen case: one slide of each layout and variant, compared with the pictures that someone has
 * looked at. To take them again: THROUGHLINE_ACCEPT=1, see tests/README.md.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LAYOUTS, type Layout, traitsOf } from '../../src/core/deck/layouts.ts'
import { builtCase } from './built.ts'
import { goTo, PRESENT, type Slide, slidesOf, waitForDeck } from './deck.ts'
import { faultsOfDeck } from './fit.ts'
import { coarse, compare, pack, shoot, TOLERANCE, unpack } from './shots.ts'
import { type OpenSite, openSite } from './site.ts'

const pictures = resolve('tests/fixtures/specimen/_pictures')
/** Where pictures of what differs are left for whoever looks for the reason. */
const differences = resolve('.throughline/specimen')

let site: OpenSite

beforeAll(async () => {
  site = await openSite(await builtCase('tests/fixtures/specimen'))
})
afterAll(() => site?.close())

/** The deck, in colours that do not depend on the machine. */
async function openDeck(options = {}, from = site): Promise<Page> {
  const page = await from.open('deck/', { colorScheme: 'light', ...options })
  await waitForDeck(page)
  return page
}

/** `#/decision-1` → `decision-1.png`. */
const fileOf = ({ hash }: Slide) => `${hash.replace(/^#\//, '')}.png`

/** Goes to a slide by its address alone. */
async function visit(page: Page, id: string): Promise<void> {
  const slide = (await slidesOf(page)).find(({ hash }) => hash === `#/${id}`)
  if (!slide) throw new Error(`the specimen has no slide ${id}`)
  await goTo(page, slide)
}

describe('the specimen', () => {
  it('has a slide of every layout, with those of the economic case, and none overflows', async () => {
    const economic = await openSite(await builtCase('tests/fixtures/economic'))
    const found = new Set<string | undefined>()
    for (const page of [await openDeck(), await openDeck({}, economic)]) {
      const names = await page.$$eval('section.slide', (slides) =>
        slides.map(({ className }) => /\bslide-(?!deeper|wide)([a-z]+)/.exec(className)?.[1]),
      )
      for (const name of names) found.add(name)
      expect(await faultsOfDeck(page)).toEqual([])
      await site.putBack(page)
    }
    await economic.close()
    const layouts = Object.keys(LAYOUTS) as readonly Layout[]
    const missing = layouts.filter((layout) => !found.has(layout))
    // Both have too few slides for these.
    expect(missing).toEqual(layouts.filter((layout) => traitsOf(layout).ofLongDecks))
  })

  it('has the numbers of each chart as a table of rows, for whoever reads', async () => {
    const page = await openDeck()
    const below = await page.$$eval('.chart details', (all) =>
      all
        .filter(({ textContent }) => textContent.startsWith('The numbers as a table'))
        .map((details) => details.querySelectorAll('table tr').length),
    )
    expect(below.length).toBeGreaterThan(4)
    expect(Math.min(...below)).toBeGreaterThan(1)
    await site.putBack(page)
  })

  it('looks as it did', async () => {
    const page = await openDeck()
    const slides = await slidesOf(page)
    await rm(differences, { recursive: true, force: true })
    await mkdir(pictures, { recursive: true })
    const faults: string[] = []
    for (const slide of slides) {
      await goTo(page, slide)
      const shot = await shoot(page)
      const found = await differenceOf(slide, shot)
      // What looks as it did keeps its picture.
      if (isAccepted && found.length > 0) await writeFile(join(pictures, fileOf(slide)), pack(shot))
      else faults.push(...found)
    }
    expect(faults).toEqual([])
    const files = slides.map(fileOf)
    const gone = (await kept()).filter((file) => !files.includes(file))
    if (isAccepted) for (const file of gone) await rm(join(pictures, file))
    expect(await kept()).toEqual(files.sort())
    await site.putBack(page)
  })
})

/** Whether someone has looked at the slides, and takes them for right. */
const isAccepted = Boolean(process.env.THROUGHLINE_ACCEPT)

/** The files of the pictures, by name. */
async function kept(): Promise<readonly string[]> {
  return (await readdir(pictures)).filter((file) => file.endsWith('.png')).sort()
}

/** One line where a slide does not look as it did, with the picture that shows where. */
async function differenceOf(slide: Slide, shot: PNG): Promise<readonly string[]> {
  const bytes = await readFile(join(pictures, fileOf(slide))).catch(() => undefined)
  if (!bytes) return [`${slide.hash} has no picture yet`]
  const { differing, picture } = compare(unpack(bytes), shot)
  if (differing <= TOLERANCE) return []
  await mkdir(differences, { recursive: true })
  const path = join(differences, fileOf(slide))
  await writeFile(path, PNG.sync.write(picture))
  return [`${slide.hash} differs in ${differing} pixels: see ${path}`]
}

describe('the comparison of pictures', () => {
  it.each(['.count', '.kicker', '.entries li:nth-child(2) .words'])(
    'sees that %s has moved by 4 px',
    async (line) => {
      const page = await openDeck()
      await visit(page, 'strategic-objectives')
      const before = await shoot(page)
      await page.locator(`${PRESENT} ${line}`).evaluate((element) => {
        Object.assign((element as HTMLElement).style, { position: 'relative', top: '4px' })
      })
      expect(compare(before, await shoot(page)).differing).toBeGreaterThan(TOLERANCE)
      await site.putBack(page)
    },
  )

  it('does not mind how a machine smooths its letters', async () => {
    const page = await openDeck()
    const fine = await openDeck({ deviceScaleFactor: 2 })
    for (const at of [page, fine]) await visit(at, 'a-table')
    const sampled = coarse(halve(PNG.sync.read(await fine.screenshot({ animations: 'disabled' }))))
    const { differing } = compare(await shoot(page), sampled)
    expect(differing).toBeLessThanOrEqual(TOLERANCE)
    await Promise.all([site.putBack(page), site.putBack(fine)])
  })
})

/** Half as wide and high: each pixel is the middle of four, as no browser would draw it. */
function halve(picture: PNG): PNG {
  const half = new PNG({ width: picture.width / 2, height: picture.height / 2 })
  const row = picture.width * 4
  for (let index = 0; index < half.data.length; index += 1) {
    const across = index % (half.width * 4)
    const from =
      ((index - across) / (half.width * 4)) * 2 * row + (across - (across % 4)) * 2 + (across % 4)
    const four = [from, from + 4, from + row, from + row + 4]
    half.data[index] = four.reduce((sum, at) => sum + (picture.data[at] ?? 0), 0) / 4
  }
  return half
}

describe('quotation marks', () => {
  it.each(['a-quoted-sentence', 'a-quote', 'a-long-quote'])(
    'hang in the margin of %s',
    async (id) => {
      const page = await openDeck()
      await visit(page, id)
      const [mark, letter, edge] = await page.locator(`${PRESENT} .large`).evaluate((large) => {
        const texts = document.createTreeWalker(large, NodeFilter.SHOW_TEXT)
        let text = texts.nextNode()
        while (text && !text.textContent?.trim()) text = texts.nextNode()
        const leftOf = (index: number): number => {
          const range = document.createRange()
          range.setStart(text as Node, index)
          range.setEnd(text as Node, index + 1)
          return range.getBoundingClientRect().left
        }
        const start = text?.textContent?.search(/\S/) ?? 0
        return [leftOf(start), leftOf(start + 1), large.getBoundingClientRect().left] as const
      })
      expect(mark).toBeLessThan(edge)
      expect(Math.abs(letter - edge)).toBeLessThan(2)
      await site.putBack(page)
    },
  )
})
