/** Every way to follow a claim to its evidence: mouse, keyboard, touch, and without JavaScript. */
import type { BrowserContextOptions, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { builtCase } from './built.ts'
import { PRESENT, placeOf, waitForDeck } from './deck.ts'
import { faultsOfDeck } from './fit.ts'
import { sidewaysOf } from './phone.ts'
import { type OpenSite, openSite } from './site.ts'

const PHONE = { viewport: { width: 360, height: 720 }, hasTouch: true, isMobile: true } as const

let site: OpenSite

beforeAll(async () => {
  site = await openSite(await builtCase('tests/fixtures/strong'))
})

afterAll(() => site?.close())

describe('an item in the narrative', () => {
  it('says in words what it rests on and what rests on it, with sections by title', async () => {
    const page = await site.open('')
    expect(await traceOf(page, 'evidence-1a')).toBe(
      'Supports decision 2. Relied on by Strategic context, CSF1.',
    )
    // What their own words cite is said there.
    expect(await traceOf(page, 'success-factor-1')).toBe('Met by OPT1, OPT2.')
    expect(await traceOf(page, 'success-factor-2')).toBe('Met by OPT2.')
    expect(await traceOf(page, 'decision-2')).toBe('Rests on 1a. Shaped A1, decision 3.')
    await page.locator('#evidence-1a summary').click()
    await page.locator('#evidence-1a .neighbourhood').getByText('Strategic context').click()
    await expect.poll(() => new URL(page.url()).hash).toBe('#strategic-context')
    await site.putBack(page)
  })

  it('leads to the section of its sprint', async () => {
    const page = await site.open('')
    await page.locator('#decision-3').getByRole('link', { name: 'sprint 2' }).click()
    await expect.poll(() => isArrived(page.locator('#sprint-2'))).toBe(true)
    await site.putBack(page)
  })

  it('shows its neighbourhood: what it rests on, itself, what rests on it', async () => {
    const page = await site.open('', { javaScriptEnabled: false })
    const neighbourhood = page.locator('#decision-2 .neighbourhood')
    await page.locator('#decision-2 summary', { hasText: 'around decision 2' }).click()
    const [grounds, self, claims] = [
      neighbourhood.locator('.neighbourhood-grounds'),
      neighbourhood.locator('.neighbourhood-self'),
      neighbourhood.locator('.neighbourhood-claims'),
    ]
    expect(await grounds.getByRole('link').allTextContents()).toEqual([
      'Evidence 2a',
      'Evidence 2b',
      'Evidence 1a',
      'Evidence 1b',
    ])
    expect(await claims.getByRole('link').allTextContents()).toEqual(['Assumption 1', 'Decision 3'])
    const [left, middle, right] = await Promise.all(
      [grounds, self, claims].map(async (part) => (await part.boundingBox())?.x ?? 0),
    )
    expect(left).toBeLessThan(middle ?? 0)
    expect(middle).toBeLessThan(right ?? 0)
    await claims.getByRole('link', { name: 'Decision 3' }).click()
    await expect.poll(() => isArrived(page.locator('#decision-3'))).toBe(true)
    await site.putBack(page)
  })

  it('shows none where all neighbours stand right beside it', async () => {
    const page = await site.open('')
    expect(await page.locator('#evidence-2a .neighbourhood').count()).toBe(0)
    expect(await page.locator('#decision-1 .neighbourhood').count()).toBe(0)
    expect(await page.locator('#decision-2 .neighbourhood').count()).toBe(1)
    await site.putBack(page)
  })

  it('says drafts in a word, and stacks on a phone without scrolling sideways', async () => {
    const page = await site.open('', { viewport: { width: 320, height: 800 } })
    await page.locator('#success-factor-2 summary').click()
    const draft = page.locator('#success-factor-2 .neighbourhood li.draft')
    expect(await draft.textContent()).toBe('Objective 2 draft')
    expect((await sidewaysOf(page)).wide).toEqual([])
    expect(await faultsOf(page)).toEqual([])
    await site.putBack(page)
  })
})

describe('evidence in the margin', () => {
  const notesOn = (page: Page) =>
    page.locator('.margin-note:visible').evaluateAll((notes) =>
      notes.map((note) => {
        const { top, bottom, left, right } = note.getBoundingClientRect()
        const cite = note.closest('.cite')?.querySelector('button')?.getBoundingClientRect()
        const text = note.closest('main')?.getBoundingClientRect()
        const name = note.querySelector('b')?.textContent ?? ''
        const isHeard = note.closest('[aria-hidden="true"]') === null
        const isBeside = left >= (text?.right ?? 0) && right <= document.documentElement.clientWidth
        return { name, top, bottom, isBeside, isHeard, far: Math.abs(top - (cite?.top ?? 0)) }
      }),
    )

  it.each([1280, 1600])(
    'stands beside what cites it, one below the other, at %i px',
    async (width) => {
      const page = await site.open('', { viewport: { width, height: 800 } })
      const notes = await notesOn(page)
      expect(notes.map(({ name }) => name)).toEqual(['1a', '2b', '1b', '3a', '1a', '1b'])
      for (const [at, { top, isBeside, isHeard, far }] of notes.entries()) {
        expect({ isBeside, isHeard }).toEqual({ isBeside: true, isHeard: false })
        expect(top).toBeGreaterThanOrEqual(notes[at - 1]?.bottom ?? 0)
        expect(far).toBeLessThan(160)
      }
      expect((await sidewaysOf(page)).width).toBe(width)
      await site.putBack(page)
    },
  )

  it('is on the card alone where there is no margin, and on paper', async () => {
    const page = await site.open('', { viewport: { width: 1100, height: 800 } })
    expect(await notesOn(page)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.emulateMedia({ media: 'print' })
    expect(await notesOn(page)).toEqual([])
    await site.putBack(page)
  })
})

describe('strength', () => {
  it('stands below evidence and assumptions in one line, and nothing said is not rated', async () => {
    const page = await site.open('')
    const lines = await page.locator('main .strength').allTextContents()
    expect(lines).toEqual([
      'Quality red: our own view only. Impact red.',
      'Not rated',
      'Previous discovery. Not rated.',
      'Interview, March 2020, restricted. Quality amber: two sites only. Impact red.',
      'Analytics, 14 February 2020, public. Quality green.',
      'Not rated',
      'Team judgement. Quality red: nobody has counted.',
      'Desk research, 2019, unpublished. Not rated.',
    ])
    await site.putBack(page)
  })

  it('has a shape of its own for each colour', async () => {
    const page = await site.open('')
    const shapes = await Promise.all(
      ['green', 'amber', 'red'].map((colour) =>
        page
          .locator(`main .rating-${colour}`)
          .first()
          .evaluate((element) => {
            const { borderRadius, clipPath } = getComputedStyle(element, '::before')
            return `${borderRadius} ${clipPath}`
          }),
      ),
    )
    expect(new Set(shapes).size).toBe(3)
    await site.putBack(page)
  })
})

describe('a link that readers cannot open', () => {
  it('says so once, also for hosts that case.yaml names, and leads nowhere', async () => {
    const page = await site.open('')
    const closed = await page.$$eval('main .not-public', (notes) =>
      notes.map((note) => `${note.previousSibling?.textContent}${note.textContent}`),
    )
    expect(closed).toEqual([
      expect.stringMatching(/heard in halls \(not publicly available\)$/),
      expect.stringMatching(/on the wall at home \(not publicly available\)$/),
      expect.stringMatching(/the council's register \(not publicly available\)$/),
    ])
    expect(await page.getByRole('link', { name: 'open data' }).count()).toBe(1)
    expect(await page.locator('[href*="trello"], [href*="google"], [href*="wiki"]').count()).toBe(0)
    await site.putBack(page)
  })

  it('shows a lock on slides, which says the same and takes no room', async () => {
    const page = await site.open('deck/#/decision-2-evidence-1a')
    await waitForDeck(page)
    const note = page.locator(`${PRESENT} .not-public`)
    expect(await note.textContent()).toBe(' (not publicly available)')
    const lock = await note.locator('.lock svg').boundingBox()
    expect(lock?.width).toBeGreaterThan(8)
    const moved = await note.evaluate((element) => {
      const words = document.createRange()
      words.selectNodeContents(element.previousSibling as Node) // of a link that leads nowhere
      const end = () => [...words.getClientRects()].at(-1)?.right
      const text = element.closest('.running') as HTMLElement
      const before = [end(), text.offsetHeight]
      element.remove()
      return [before, [end(), text.offsetHeight]]
    })
    expect(moved[0]).toEqual(moved[1])
    await site.putBack(page)
  })

  it('leaves every slide as it was planned', async () => {
    const page = await site.open('deck/')
    await waitForDeck(page)
    expect(await faultsOfDeck(page)).toEqual([])
    await site.putBack(page)
  })
})

describe('a citation in the narrative opens its evidence where one reads', () => {
  it('by mouse: extract, strength, links, and who else relies on it', async () => {
    const page = await site.open('')
    await citation(page).click()
    const card = page.locator('.card:popover-open')
    expect(await card.locator('.card-text').textContent()).toContain('Of 31 traders, 24 came')
    expect(await card.locator('.strength-list > div').allTextContents()).toEqual([
      'KindInterview',
      'DateMarch 2020',
      'AccessRestricted',
      'QualityAmber: two sites only',
      'ImpactRed',
    ])
    expect(await card.locator('.card-links').textContent()).toBe(
      'Links to docs.google.com (not publicly available)',
    )
    expect(await card.locator('.trace').textContent()).toBe(
      'Supports decision 1, decision 2. Relied on by Strategic context, CSF1.',
    )
    expect(await faultsOf(page)).toEqual([])
    await page.mouse.click(5, 5)
    expect(await card.count()).toBe(0)
    await site.putBack(page)
  })

  it('by keyboard: Enter opens, Tab goes into it, Escape closes and the focus returns', async () => {
    const page = await site.open('')
    await citation(page).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.card:popover-open').count()).toBe(1)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.card')?.id)).toBe(
      'card-evidence-1a',
    )
    await page.keyboard.press('Escape')
    expect(await page.locator('.card:popover-open').count()).toBe(0)
    expect(await hasFocus(citation(page))).toBe(true)
    await site.putBack(page)
  })

  it.each([
    ['by touch', PHONE],
    ['without JavaScript', { javaScriptEnabled: false }],
    ['by touch, without JavaScript', { ...PHONE, javaScriptEnabled: false }],
  ] as const)('%s', async (_, options: BrowserContextOptions) => {
    const page = await site.open('', options)
    const button = citation(page)
    await (options.hasTouch ? button.tap() : button.click())
    const card = page.locator('#card-evidence-1a')
    await card.waitFor()
    const close = card.getByRole('button', { name: 'Close' })
    await (options.hasTouch ? close.tap() : close.click())
    expect(await card.isVisible()).toBe(false)
    await site.putBack(page)
  })

  it.each([
    {
      name: 'far away',
      from: '#strategic-context + .cross-link + p',
      to: 'evidence-1a',
      viewport: undefined,
    },
    { name: 'close by', from: '#decision-2', to: 'evidence-1a', viewport: undefined },
    { name: 'on a phone', from: '#decision-2', to: 'evidence-1a', viewport: PHONE.viewport },
  ])('and its link arrives in sight, not below the card: $name', async (way) => {
    const page = await site.open('', way.viewport ? { viewport: way.viewport } : {})
    await page.locator(way.from).getByRole('button', { name: 'Evidence 1a' }).click()
    await page.getByRole('link', { name: 'Go to evidence 1a' }).click()
    await expect.poll(() => isArrived(page.locator(`#${way.to}`))).toBe(true)
    await site.putBack(page)
  })
})

describe('the drawer of the deck', () => {
  it('opens at the right edge over the slide, which stays, and its words are large', async () => {
    const page = await openDeck('decision-1')
    const before = await page.locator(`${PRESENT} .headline`).boundingBox()
    await page.locator(`${PRESENT} button[popovertarget]`).first().click()
    const card = page.locator('.card:popover-open')
    const box = await card.boundingBox()
    expect(box).toMatchObject({ y: 0, height: 720 })
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBe(1280)
    expect(box?.width).toBeGreaterThanOrEqual(420)
    expect(box?.width).toBeLessThanOrEqual(480)
    expect(await page.locator(`${PRESENT} .headline`).boundingBox()).toEqual(before)
    const size = await card
      .locator('.card-text')
      .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize))
    expect(size).toBeGreaterThanOrEqual(20)
    expect(await card.locator('.strength-list').textContent()).toContain('two sites only')
    expect(await card.locator('.trace').textContent()).toContain('Relied on by')
    expect(await faultsOf(page)).toEqual([])
    await site.putBack(page)
  })

  it('opens with e, goes on with e, and Escape returns to the slide', async () => {
    const page = await openDeck('decision-1')
    const before = await placeOf(page)
    const count = page.locator('.card-steps span')
    await page.keyboard.press('e')
    expect(await openName(page)).toBe('Evidence 1a')
    await expect.poll(() => count.textContent()).toBe('1 of 2 on this slide')
    await page.keyboard.press('e')
    expect(await openName(page)).toBe('Evidence 1b')
    await expect.poll(() => count.textContent()).toBe('2 of 2 on this slide')
    await page.keyboard.press('e')
    expect(await openName(page)).toBe('Evidence 1a')
    await page.keyboard.press('Shift+E')
    expect(await openName(page)).toBe('Evidence 1b')
    await page.keyboard.press('Escape')
    expect(await openName(page)).toBeUndefined()
    expect(await placeOf(page)).toEqual(before)
    expect(await page.locator('.overview[open]').count()).toBe(0)
    await site.putBack(page)
  })

  it('returns the focus to the citation from which it was opened, however far e went', async () => {
    const page = await openDeck('decision-1')
    const button = page.locator(`${PRESENT} button[popovertarget]`).nth(1)
    await button.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('e')
    await page.keyboard.press('e')
    await page.keyboard.press('Escape')
    expect(await hasFocus(button)).toBe(true)
    await site.putBack(page)
  })

  it('has buttons that go on and back, and keep the focus', async () => {
    const page = await openDeck('decision-2')
    await page.keyboard.press('e')
    const next = page.getByRole('button', { name: 'Next', exact: true })
    await next.click()
    expect(await openName(page)).toBe('Evidence 1b')
    await expect.poll(() => hasFocus(next)).toBe(true)
    await page.keyboard.press('Enter')
    expect(await openName(page)).toBe('Evidence 2a')
    await page.getByRole('button', { name: 'Previous', exact: true }).click()
    expect(await openName(page)).toBe('Evidence 1b')
    await site.putBack(page)
  })

  it('closes with e where the slide has one piece of evidence alone', async () => {
    const page = await openDeck('evidence-2a')
    await page.keyboard.press('e')
    expect(await openName(page)).toBe('Evidence 2a')
    expect(await page.locator('.card-steps').count()).toBe(0)
    await page.keyboard.press('e')
    expect(await openName(page)).toBeUndefined()
    await site.putBack(page)
  })

  it('says so on a slide without evidence', async () => {
    const page = await openDeck('title')
    await page.keyboard.press('e')
    expect(await openName(page)).toBeUndefined()
    const note = page.getByRole('status').filter({ hasText: 'No evidence on this slide' })
    await note.waitFor()
    expect(await faultsOf(page)).toEqual([])
    await site.putBack(page)
  })

  it('leaves the slide alone: keys of remote controls close it, others change nothing', async () => {
    const page = await openDeck('decision-1')
    const before = await placeOf(page)
    for (const key of ['ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp']) {
      await page.keyboard.press('e')
      expect(await openName(page)).toBe('Evidence 1a')
      await page.keyboard.press(key)
      expect(await openName(page), key).toBeUndefined()
      expect(await placeOf(page), key).toEqual(before)
    }
    await page.keyboard.press('e')
    for (const key of ['ArrowDown', 'ArrowUp', 'n', 'p']) {
      await page.keyboard.press(key)
      expect(await openName(page), key).toBe('Evidence 1a')
      expect(await placeOf(page), key).toEqual(before)
    }
    await site.putBack(page)
  })

  it('never opens while one types, or with another key held', async () => {
    const page = await openDeck('decision-1')
    await page.keyboard.press('Control+e')
    expect(await openName(page)).toBeUndefined()
    await page.evaluate((selector) => {
      const field = document.createElement('input')
      document.querySelector(selector)?.append(field)
      field.focus()
    }, PRESENT)
    await page.keyboard.press('e')
    expect(await openName(page)).toBeUndefined()
    expect(await page.locator(`${PRESENT} input`).inputValue()).toBe('e')
    await site.putBack(page)
  })

  it('closes behind a link to the slide that it lies over, and behind one to another', async () => {
    const page = await openDeck('decision-2')
    await page.keyboard.press('e')
    await page.locator('.card:popover-open .trace').getByText('decision 1').click()
    expect(await openName(page)).toBeUndefined()
    await page.keyboard.press('e')
    await page.getByRole('link', { name: 'Go to evidence 1a' }).click()
    await expect.poll(() => page.locator(PRESENT).getAttribute('id')).toBe('decision-1')
    expect(await openName(page)).toBeUndefined()
    await site.putBack(page)
  })

  it('slides in, unless one asked for less motion', async () => {
    const durations = await Promise.all(
      (['reduce', 'no-preference'] as const).map(async (reducedMotion) => {
        const page = await site.open('deck/#/decision-1', { reducedMotion })
        await waitForDeck(page)
        await page.keyboard.press('e')
        const card = page.locator('.card:popover-open')
        const duration = await card.evaluate((one) => getComputedStyle(one).transitionDuration)
        await site.putBack(page)
        return duration
      }),
    )
    expect(durations).toEqual(['0s', '0.16s'])
  })

  it('opens by touch on a tablet', async () => {
    const page = await site.open('deck/#/decision-1', {
      viewport: { width: 1024, height: 768 },
      hasTouch: true,
    })
    await waitForDeck(page)
    await page.locator(`${PRESENT} button[popovertarget]`).first().tap()
    expect(await openName(page)).toBe('Evidence 1a')
    await page.touchscreen.tap(100, 400)
    expect(await openName(page)).toBeUndefined()
    await site.putBack(page)
  })

  it.each([true, false])('comes from below on a phone, with script: %s', async (scripted) => {
    const page = await site.open('deck/', { ...PHONE, javaScriptEnabled: scripted })
    await page.locator('#decision-1 button[popovertarget]').first().tap()
    const box = await page.locator('#card-evidence-1a').boundingBox()
    expect(box?.width).toBe(360)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(720)
    expect(box?.y).toBeGreaterThan(180)
    await site.putBack(page)
  })

  it('works without JavaScript, and its link arrives at the slide', async () => {
    const page = await site.open('deck/', { javaScriptEnabled: false })
    await page.locator('#decision-1 button[popovertarget]').first().click()
    const card = page.locator('#card-evidence-1a')
    await card.waitFor()
    await card.getByRole('link', { name: 'Go to evidence 1a' }).click()
    expect(await page.locator('#decision-1 .running').first().boundingBox()).toMatchObject({
      y: expect.closeTo(100, -3),
    })
    await site.putBack(page)
  })
})

describe('an address', () => {
  it.each([
    ['evidence-1a', 'evidence-1a'],
    ['evidence-1z', 'evidence-1a'],
    ['early-thinking', 'sprint-1'],
  ])('#%s arrives in the narrative', async (address, key) => {
    const page = await site.open(`#${address}`)
    await expect.poll(() => isArrived(page.locator(`#${key}`))).toBe(true)
    await site.putBack(page)
  })

  it.each([
    ['evidence-1a', 'decision-1'],
    ['evidence-1z', 'decision-1'],
    ['evidence-2a', 'evidence-2a'],
    ['early-thinking', 'decision-1'],
    ['sprint-2', 'decision-3'],
    ['objective-2', 'objectives'],
  ])('deck/#/%s opens the slide', async (address, slide) => {
    const page = await openDeck(address)
    expect(await page.locator(PRESENT).getAttribute('id')).toBe(slide)
    expect(await openName(page)).toBeUndefined()
    expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0])
    await site.putBack(page)
  })

  it('of an item that no slide tells opens its card over the nearest slide', async () => {
    const page = await openDeck('assumption-3')
    await expect.poll(() => openName(page)).toBe('Assumption 3')
    const slide = await page.locator(PRESENT).getAttribute('id')
    expect(slide).toBe('assumptions')
    await page.keyboard.press('Escape')
    expect(await openName(page)).toBeUndefined()
    await page.evaluate(() => {
      location.hash = '#/title'
    })
    await expect.poll(() => page.locator(PRESENT).getAttribute('id')).toBe('title')
    await page.evaluate(() => {
      location.hash = '#/assumption-3'
    })
    await expect.poll(() => openName(page)).toBe('Assumption 3')
    expect(await page.locator(PRESENT).getAttribute('id')).toBe('assumptions')
    await site.putBack(page)
  })

  it.each(['evidence-1a', 'evidence-1z', 'objective-2'])(
    'deck/#/%s arrives without JavaScript too',
    async (address) => {
      const page = await site.open(`deck/#/${address}`, { javaScriptEnabled: false })
      await expect.poll(() => isArrived(page.locator(`[id="${address}"]`))).toBe(true)
      await site.putBack(page)
    },
  )
})

/** The first citation of evidence 1a in running text. */
function citation(page: Page): Locator {
  return page.locator('main').getByRole('button', { name: 'Evidence 1a' }).first()
}

async function openDeck(address: string): Promise<Page> {
  const page = await site.open(`deck/#/${address}`)
  await waitForDeck(page)
  return page
}

async function traceOf(page: Page, key: string): Promise<string | undefined> {
  return (await page.locator(`#${key} > .item-body .print-only > .trace`).textContent())?.trim()
}

/** Name of the open card. */
function openName(page: Page): Promise<string | undefined> {
  return page.evaluate(
    () => document.querySelector('.card:popover-open')?.getAttribute('aria-label') ?? undefined,
  )
}

function hasFocus(element: Locator): Promise<boolean> {
  return element.evaluate((one) => one === document.activeElement)
}

/** Whether the first line of something stands in sight and nothing lies over it. */
async function isArrived(element: Locator): Promise<boolean> {
  const box = await element.first().boundingBox()
  const size = element.page().viewportSize()
  if (!box || !size || box.y < -1 || box.y > size.height) return false
  return element.first().evaluate((one) => {
    const { left, top } = one.getBoundingClientRect()
    const seen = document.elementFromPoint(left + 4, Math.max(0, top) + 8)
    return !seen?.closest('.card')
  })
}
