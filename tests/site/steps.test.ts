/** What an author lets come step by step, or move from slide to slide. */
import type { BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtCase } from './built.ts'
import { openOverview, PRESENT, placeOf, waitForDeck } from './deck.ts'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openSite(await builtCase('tests/fixtures/specimen'))
})
afterAll(() => site?.close())

async function openAt(id: string, options?: BrowserContextOptions): Promise<Page> {
  const page = await site.open(`deck/#/${id}`, options)
  if (options?.javaScriptEnabled !== false) await waitForDeck(page)
  return page
}

/** Which of the texts can be seen on the slide that is shown. */
async function seen(page: Page, ...texts: readonly string[]): Promise<readonly string[]> {
  const visible = await Promise.all(
    texts.map((text) => page.locator(PRESENT).getByText(text, { exact: true }).first().isVisible()),
  )
  return texts.filter((_, index) => visible[index])
}

const ENTRIES = ['one form', 'one list', 'one place to ask']

describe('a diagram in steps', () => {
  const BOXES = ['Apply once', 'Wait', "See one's place", 'Get an offer', 'Get the key']

  it('comes by the boxes that each step names, with the lines that lead to them', async () => {
    const page = await openAt('a-diagram-of-the-author')
    const { slide } = await placeOf(page)
    for (const many of [1, 2, 4, 5]) {
      expect(await seen(page, ...BOXES)).toEqual(BOXES.slice(0, many))
      // Each box has one line, and the first none.
      const lines = page.locator(`${PRESENT} .diagram-frame:not(.diagram-narrow) path[marker-end]`)
      const drawn = await lines.evaluateAll((all) =>
        all.filter((one) => getComputedStyle(one).visibility === 'visible'),
      )
      expect(drawn).toHaveLength(many - 1)
      expect((await placeOf(page)).slide).toBe(slide)
      await page.keyboard.press('ArrowRight')
    }
    expect((await placeOf(page)).slide).not.toBe(slide)
    await site.putBack(page)
  })

  it('is there whole in the narrative', async () => {
    const page = await site.open('')
    for (const box of BOXES)
      await page.locator('svg:visible').getByText(box, { exact: true }).first().waitFor()
    await site.putBack(page)
  })
})

describe('a chart', () => {
  it.each([
    [1280, 720, 20],
    [834, 1194, 30],
  ])(
    'is shown once on a slide of %i × %i px, in letters that can be read',
    async (width, height, least) => {
      const page = await openAt('bars-with-ranges', { viewport: { width, height } })
      const drawings = page.locator(`${PRESENT} .chart-picture svg`).filter({ visible: true })
      expect(await drawings.count()).toBe(1)
      const sizes = await drawings
        .locator('[font-size]')
        .evaluateAll((all) => all.map((one) => Number(one.getAttribute('font-size'))))
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(least)
      await page.context().close()
    },
  )
})

describe('a list in steps', () => {
  it.each(['ArrowRight', ' ', 'PageDown'])('comes entry by entry with %j', async (key) => {
    const page = await openAt('a-list-in-steps')
    const { slide } = await placeOf(page)
    for (const shown of [0, 1, 2, 3]) {
      expect(await seen(page, ...ENTRIES)).toEqual(ENTRIES.slice(0, shown))
      expect(await placeOf(page)).toEqual({ slide, shown })
      await page.keyboard.press(key)
    }
    expect((await placeOf(page)).slide).not.toBe(slide)
    await site.putBack(page)
  })

  it('is there whole for who comes back, and goes entry by entry', async () => {
    const page = await openAt('several-kinds-on-one-slide')
    await page.keyboard.press('ArrowLeft')
    expect(await seen(page, ...ENTRIES)).toEqual(ENTRIES)
    await page.keyboard.press('ArrowLeft')
    expect(await seen(page, ...ENTRIES)).toEqual(ENTRIES.slice(0, 2))
    await site.putBack(page)
  })

  it('is read out entry by entry, and no more than that', async () => {
    const page = await openAt('a-list-in-steps')
    const said = page.locator('p.unseen[role="status"]')
    for (const entry of ENTRIES) {
      await page.keyboard.press('ArrowRight')
      expect(await said.textContent()).toBe(entry)
    }
    await site.putBack(page)
  })

  it('comes from the speaker view too, which says how much has come', async () => {
    const page = await openAt('a-list-in-steps')
    const [speaker] = await Promise.all([
      page.context().waitForEvent('page'),
      page.keyboard.press('s'),
    ])
    const step = speaker.locator('[data-place="step"]')
    await speaker.getByText('Steering the deck.').waitFor()
    for (const [index, key] of ['ArrowRight', ' ', 'PageDown'].entries()) {
      await expect.poll(() => step.textContent()).toBe(`step ${index} of 3`)
      await speaker.keyboard.press(key)
      await expect.poll(() => seen(page, ...ENTRIES)).toEqual(ENTRIES.slice(0, index + 1))
    }
    await speaker.keyboard.press('PageUp')
    await expect.poll(() => seen(page, ...ENTRIES)).toEqual(ENTRIES.slice(0, 2))
    await speaker.keyboard.press('End')
    await expect.poll(() => step.textContent()).toBe('')
    await site.putBack(page)
  })

  it('is there as far as an address on it leads', async () => {
    const page = await openAt('title')
    await page.evaluate((words) => {
      const entry = [...document.querySelectorAll('li')].find((one) => one.textContent === words)
      if (entry) entry.id = 'second'
      location.hash = '#/second'
    }, ENTRIES[1])
    await expect.poll(() => seen(page, ...ENTRIES)).toEqual(ENTRIES.slice(0, 2))
    await site.putBack(page)
  })

  it('keeps the address of its slide', async () => {
    const page = await openAt('a-list-in-steps')
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(300)
    expect(new URL(page.url()).hash).toBe('#/a-list-in-steps')
    await site.putBack(page)
  })
})

it('a part of a slide, or of a column, comes with one press', async () => {
  const page = await openAt('a-comparison-in-steps')
  expect(await seen(page, 'Before', 'After')).toEqual(['Before'])
  await page.keyboard.press('ArrowRight')
  expect(await seen(page, 'Before', 'After')).toEqual(['Before', 'After'])
  await site.putBack(page)
})

it('all steps are there without a script, on paper and at a glance', async () => {
  const texts = [...ENTRIES, 'Nothing is thrown away until the summer is over.', 'After']
  const page = await openAt('', { javaScriptEnabled: false })
  for (const media of ['screen', 'print'] as const) {
    await page.emulateMedia({ media })
    for (const text of texts) {
      await page.getByText(text, { exact: true }).first().waitFor()
    }
  }
  await site.putBack(page)
  const deck = await openAt('a-list-in-steps')
  await openOverview(deck)
  const picture = deck.locator('.tile:has([aria-current]) .tile-picture')
  for (const text of ENTRIES) {
    const entry = picture.locator('.fragment', { hasText: text })
    await entry.waitFor()
    expect(await entry.evaluate((one) => getComputedStyle(one).opacity)).toBe('1')
  }
  await site.putBack(deck)
})

it('the narrative holds what stands in steps', async () => {
  const page = await site.open('')
  expect(await page.locator('main').textContent()).toContain('one place to ask')
  await site.putBack(page)
})

describe('<Slide animate>', () => {
  /** What moves right after a press. */
  async function moving(page: Page, key: string): Promise<number> {
    await page.keyboard.press(key)
    return page.evaluate((slide) => {
      const effects = document.getAnimations().map(({ effect }) => effect as KeyframeEffect)
      return effects.filter(
        (effect) => effect.target?.closest(slide) && effect.getKeyframes()[0]?.['transform'],
      ).length
    }, PRESENT)
  }

  it('moves what the slide shares with the one before, on and back', async () => {
    const page = await openAt('from-slide-to-slide', { reducedMotion: 'no-preference' })
    const violations: string[] = []
    page.on('console', (message) => violations.push(message.text()))
    expect(await moving(page, 'ArrowRight')).toBeGreaterThan(1)
    expect(await moving(page, 'ArrowLeft')).toBeGreaterThan(1)
    expect(violations).toEqual([])
    await site.putBack(page)
  })

  it('moves nothing for those who asked for less motion, nor on other slides', async () => {
    const page = await openAt('from-slide-to-slide', { reducedMotion: 'reduce' })
    expect(await moving(page, 'ArrowRight')).toBe(0)
    await site.putBack(page)
    const other = await openAt('a-list', { reducedMotion: 'no-preference' })
    expect(await moving(other, 'ArrowRight')).toBe(0)
    await site.putBack(other)
  })
})
