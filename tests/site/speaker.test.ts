/** The speaker view beside the deck: steering, reloads, clock and pace, notes, evidence. */
import type { BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { faultsOf } from './axe.ts'
import { builtCase } from './built.ts'
import { PRESENT, waitForDeck } from './deck.ts'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite
/** Of a decision that has evidence below it. */
let deep: OpenSite

beforeAll(async () => {
  site = await openSite()
  deep = await openSite(await builtCase('tests/fixtures/strong'))
})
afterAll(() => Promise.all([site.close(), deep.close()]))

interface Windows {
  readonly context: BrowserContext
  readonly deck: Page
  readonly speaker: Page
}

/** The deck, and the speaker view that `s` opens from it. */
async function openBoth(hash = '', of = site): Promise<Windows> {
  const deck = await of.open(`deck/${hash}`)
  const context = deck.context()
  onTestFinished(() => of.putBack(deck))
  await waitForDeck(deck)
  const [speaker] = await Promise.all([context.waitForEvent('page'), deck.keyboard.press('s')])
  await speaker.waitForLoadState()
  await speaker.getByText('Steering the deck.').waitFor()
  return { context, deck, speaker }
}

/** The speaker view alone, with a clock that the test moves. */
async function openAlone(hash = ''): Promise<Page> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 720 } })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.clock.install({ time: '2020-03-02T10:00:00Z' })
  await page.goto(`${site.url}deck/speaker/${hash}`)
  await page.clock.pauseAt('2020-03-02T10:01:00Z')
  return page
}

const deckIsAt = (deck: Page, id: string) =>
  deck.waitForFunction(([selector, wanted]) => document.querySelector(selector)?.id === wanted, [
    PRESENT,
    id,
  ] as const)
const speakerIsAt = (speaker: Page, id: string) =>
  speaker.locator(`[data-screen="now"] > [id="${id}"]`).waitFor({ state: 'attached' })
const time = (page: Page, name: string) => page.locator(`[data-time="${name}"]`).textContent()

describe('deck and speaker view', () => {
  it('show all slides at a glance in both, and the deck goes where the speaker chooses', async () => {
    const { deck, speaker } = await openBoth()
    await speaker.keyboard.press('o')
    await speaker.locator('.overview[open] .tile-picture .headline').first().waitFor()
    await speaker.keyboard.type('3')
    await speaker.keyboard.press('Enter')
    const third = await speaker.evaluate(
      () => document.querySelector('[data-place="title"]')?.textContent,
    )
    await speaker.getByRole('button', { name: 'All slides' }).click()
    const here = speaker.locator('.overview[open] [aria-current]')
    expect(await here.textContent()).toBe(`3 ${third}`)
    expect(await faultsOf(speaker)).toEqual([])
    await deckIsAt(deck, 'introduction')
  })

  it('steer each other both ways', async () => {
    const { deck, speaker } = await openBoth()
    await deck.keyboard.press('ArrowRight')
    await speakerIsAt(speaker, 'chapter-introduction')
    await speaker.keyboard.press('ArrowRight')
    await deckIsAt(deck, 'introduction')
    await speaker.keyboard.press('Space')
    await deckIsAt(deck, 'what-is-this-prototype')
    await speaker.getByRole('button', { name: 'Previous' }).click()
    await deckIsAt(deck, 'introduction')
    // The button has the focus, and keeps Space for itself.
    await speaker.keyboard.press('Space')
    await deckIsAt(deck, 'chapter-introduction')
    await speaker.keyboard.press('End')
    await deckIsAt(deck, 'ask')
    await speaker.keyboard.press('Home')
    await deckIsAt(deck, 'title')
    await deck.keyboard.press('Space')
    await speakerIsAt(speaker, 'chapter-introduction')
  })

  it('go down to the evidence and up again, from the speaker view too', async () => {
    const { deck, speaker } = await openBoth('#/decision-2', deep)
    await expect
      .poll(() => speaker.locator('[data-place="how"]').textContent())
      .toBe('Next, one step down:')
    await speaker.keyboard.press('ArrowDown')
    await deckIsAt(deck, 'evidence-2a')
    await speaker.keyboard.press('ArrowUp')
    await deckIsAt(deck, 'decision-2')
    await speaker.keyboard.press('PageDown')
    await deckIsAt(deck, 'evidence-2a')
  })

  it('find each other again when the deck loads again, and it goes where the speaker is', async () => {
    const { deck, speaker } = await openBoth('#/introduction')
    await deck.goto('about:blank')
    await speaker.getByText('No deck is open.').waitFor()
    await speaker.keyboard.press('ArrowRight')
    await speakerIsAt(speaker, 'what-is-this-prototype')
    await deck.goto(`${site.url}deck/`)
    await deckIsAt(deck, 'what-is-this-prototype')
    await deck.reload()
    await deckIsAt(deck, 'what-is-this-prototype')
    await speaker.keyboard.press('ArrowRight')
    await deckIsAt(deck, 'why-are-we-sharing-this')
  })

  it('find each other again when the speaker view loads again', async () => {
    const { deck, speaker } = await openBoth('#/introduction')
    await speaker.goto('about:blank')
    await deck.keyboard.press('ArrowRight')
    await speaker.goto(`${site.url}deck/speaker/`)
    await speakerIsAt(speaker, 'what-is-this-prototype')
    await speaker.reload()
    await speaker.keyboard.press('ArrowLeft')
    await deckIsAt(deck, 'introduction')
  })

  it('a speaker view without a place of its own lets the deck stay where a link led', async () => {
    const { context, deck, speaker } = await openBoth()
    await deck.close()
    await speaker.goto('about:blank')
    await speaker.goto(`${site.url}deck/speaker/`)
    const other = await context.newPage()
    await other.goto(`${site.url}deck/#/decision-2`)
    await speakerIsAt(speaker, 'decision-2')
    await deckIsAt(other, 'decision-2')
  })

  it('a chapter of the agenda and a link in a card lead the deck there', async () => {
    const { deck, speaker } = await openBoth()
    await speaker.getByRole('button', { name: 'Strategic Case' }).click()
    await deckIsAt(deck, 'chapter-strategic-case')
    await speaker.evaluate(() => {
      location.hash = '#/evidence-2a'
    })
    await deckIsAt(deck, 'decision-2')
  })

  it('`s` comes back to the same window, and does nothing while a card is open', async () => {
    const { context, deck } = await openBoth('#/decision-2')
    await deck.keyboard.press('s')
    await expect.poll(() => context.pages().length).toBe(2)
    await context.pages()[1]?.close()
    await expect.poll(() => context.pages().length).toBe(1)
    await deck.keyboard.press('Control+s')
    await deck.keyboard.press('e')
    await deck.keyboard.press('s')
    await deck.waitForTimeout(200)
    expect(context.pages()).toHaveLength(1)
  })
})

describe('the deck', () => {
  it('says so when the window is blocked, and has a link', async () => {
    const deck = await site.open('deck/')
    onTestFinished(() => site.putBack(deck))
    await waitForDeck(deck)
    await deck.evaluate(() => {
      window.open = () => null
    })
    await deck.keyboard.press('s')
    expect(await deck.locator('.deck-note').textContent()).toContain('The browser blocked')
    const link = deck.getByRole('link', { name: 'Speaker view' })
    await link.focus()
    const box = await link.boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(24)
    const [speaker] = await Promise.all([
      deck.context().waitForEvent('page'),
      deck.keyboard.press('Enter'),
    ])
    await speaker.getByText('Steering the deck.').waitFor()
  })

  it('loads nothing of the speaker view', async () => {
    const deck = await site.open('deck/')
    onTestFinished(() => site.putBack(deck))
    const scripts = deck.locator('script[src]')
    const own = await scripts.evaluateAll((all) => all.map((one) => one.getAttribute('src')))
    await deck.goto(`${site.url}deck/speaker/`)
    const speakers = await scripts.evaluateAll((all) => all.map((one) => one.getAttribute('src')))
    expect(own).toHaveLength(1)
    expect(speakers).toHaveLength(1)
    expect(speakers).not.toEqual(own)
  })
})

describe('the speaker view', () => {
  it('shows title, number, notes, the next slide, and what is cited', async () => {
    const page = await openAlone('#/introduction')
    expect(await page.locator('.speaker-place').textContent()).toContain('3 of 19 Introduction')
    expect(await page.locator('[data-place="notes"]').textContent()).toContain(
      'We will update this prototype',
    )
    expect(await page.locator('[data-screen="next"] > section').getAttribute('id')).toBe(
      'what-is-this-prototype',
    )
    expect(await page.locator('[data-place="evidence"]').textContent()).toContain('cites nothing')
    await page.getByRole('button', { name: 'Key decisions that shaped this' }).click()
    await page.keyboard.press('ArrowRight')
    const cited = page.locator('[data-place="evidence"] li')
    expect(await cited.count()).toBe(1)
    expect(await cited.textContent()).toMatch(/^Evidence 0a\s*Previous discovery findings/)
  })

  it('scales a slide whole, and as the deck breaks it', async () => {
    const { deck, speaker } = await openBoth('#/strategic-objectives')
    const lines = (page: Page, within: string) =>
      page.locator(`${within} .entries li .words`).evaluateAll((all) =>
        all.map((one) => {
          const range = document.createRange()
          range.selectNodeContents(one)
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
        }),
      )
    await speakerIsAt(speaker, 'strategic-objectives')
    expect(await lines(speaker, '[data-screen="now"]')).toEqual(await lines(deck, PRESENT))
    const fits = await speaker.locator('.speaker-now').evaluate((screen) => {
      const slide = screen.querySelector('.canvas')?.getBoundingClientRect()
      return slide ? screen.clientWidth - slide.width : undefined
    })
    expect(Math.abs(fits ?? 99)).toBeLessThan(1)
  })

  it('starts its clock with the first step, and says how the talk keeps to its plan', async () => {
    const page = await openAlone()
    expect(await time(page, 'pace')).toBe('Not started')
    const planned = await time(page, 'left')
    await page.keyboard.press('ArrowRight')
    await page.clock.runFor(10_000)
    expect(await time(page, 'elapsed')).toBe('0:10')
    expect(await time(page, 'pace')).toBe('On time')
    expect(await time(page, 'left')).not.toBe(planned)
    await page.clock.runFor(3 * 60_000)
    // The plan leaves the second slide after 40 s.
    expect(await time(page, 'pace')).toBe('3 min behind')
    await page.keyboard.press('End')
    expect(await time(page, 'pace')).toMatch(/^\d min ahead$/)
    const opening = page.locator('[data-chapter]', { hasText: 'Introduction' })
    expect(await opening.locator('[data-actual]').textContent()).toBe('3:10')
    await page.clock.runFor(10 * 60_000)
    expect(await page.locator('[data-time="left-name"]').textContent()).toBe('Over')
  })

  it('pauses, goes on, runs on through a reload, and starts anew', async () => {
    const page = await openAlone()
    await page.getByRole('button', { name: 'Start' }).click()
    await page.clock.runFor(30_000)
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.clock.runFor(30_000)
    expect(await time(page, 'elapsed')).toBe('0:30')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.clock.runFor(15_000)
    await page.reload()
    await page.clock.runFor(5_000)
    expect(await time(page, 'elapsed')).toBe('0:50')
    await page.getByRole('button', { name: 'Reset' }).click()
    expect(await time(page, 'elapsed')).toBe('0:00')
    expect(await time(page, 'pace')).toBe('Not started')
  })

  it('stays where it is when it loads again alone, and follows the same link twice', async () => {
    const page = await site.open('deck/speaker/#/introduction')
    onTestFinished(() => site.putBack(page))
    await page.keyboard.press('ArrowRight')
    await page.reload()
    await speakerIsAt(page, 'what-is-this-prototype')
    for (const key of ['ArrowRight', 'Home']) {
      await page.evaluate(() => {
        location.hash = '#/evidence-2a'
      })
      await speakerIsAt(page, 'decision-2')
      await page.keyboard.press(key)
    }
    await speakerIsAt(page, 'title')
  })

  it('forgets the clock of another day', async () => {
    const page = await openAlone()
    await page.getByRole('button', { name: 'Start' }).click()
    await page.clock.runFor(30_000)
    await page.goto('about:blank')
    await page.clock.setSystemTime('2020-03-03T10:00:00Z')
    await page.goto(`${site.url}deck/speaker/`)
    expect(await time(page, 'elapsed')).toBe('0:00')
  })

  it('makes notes larger and smaller, and keeps the size', async () => {
    const page = await openAlone('#/introduction')
    const size = () =>
      page
        .locator('[data-place="notes"] p')
        .first()
        .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))
    const usual = await size()
    await page.getByRole('button', { name: 'Larger notes' }).click()
    await page.getByRole('button', { name: 'Larger notes' }).click()
    const large = await size()
    expect(large).toBeGreaterThan(usual)
    await page.reload()
    expect(await size()).toBe(large)
    for (let press = 0; press < 9; press += 1) {
      await page.getByRole('button', { name: 'Smaller notes' }).click({ force: true })
    }
    expect(await size()).toBe(16)
  })

  it('leaves the arrows to notes that scroll', async () => {
    const page = await openAlone('#/strategic-context')
    const notes = page.locator('[data-place="notes"]')
    for (let press = 0; press < 4; press += 1) {
      await page.getByRole('button', { name: 'Larger notes' }).click()
    }
    await notes.focus()
    await page.keyboard.press('ArrowDown')
    await speakerIsAt(page, 'strategic-context')
    await page.keyboard.press('ArrowRight')
    await speakerIsAt(page, 'strategic-objectives')
  })

  it.each([
    [1280, 720, '#/decision-2'],
    [1024, 768, '#/strategic-context'],
    [390, 844, '#/decision-2'],
  ] as const)('is clean and whole at %i×%i', async (width, height, hash) => {
    const page = await site.open(`deck/speaker/${hash}`, { viewport: { width, height } })
    onTestFinished(() => site.putBack(page))
    expect(await faultsOf(page)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
  })

  it('sends who has no JavaScript to the deck', async () => {
    const page = await site.open('deck/speaker/', { javaScriptEnabled: false })
    onTestFinished(() => site.putBack(page))
    await page.locator('.speaker-without').waitFor()
    expect(await page.locator('.speaker-desk').isVisible()).toBe(false)
  })
})
