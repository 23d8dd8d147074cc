/** Everyone in the room: forced colours, more contrast, less motion, where the focus goes, fingers and pens. */
import type { BrowserContextOptions, CDPSession, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { builtCase } from './built.ts'
import { openOverview, PRESENT, slidesOf, waitForDeck } from './deck.ts'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite
/** Of a decision that has evidence below it. */
let deep: OpenSite
let page: Page

beforeAll(async () => {
  site = await openSite()
  deep = await openSite(await builtCase('tests/fixtures/strong'))
})
afterAll(() => Promise.all([site.close(), deep.close()]))
afterEach(() => site.putBack(page))

async function open(hash: string, options?: BrowserContextOptions, of = site): Promise<void> {
  page = await of.open(`deck/#/${hash}`, options)
  await waitForDeck(page)
}

const shown = () => page.locator(PRESENT).getAttribute('id')
const openCards = () => page.locator('.card:popover-open').count()
/** What is painted, of the element or of what stands before its words. */
const paint = (selector: string, pseudo?: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((part, before) => getComputedStyle(part, before).backgroundColor, pseudo)
const idOf = (selector: string) => page.locator(selector).first().getAttribute('id')

describe.each(['light', 'dark'] as const)('in colours of the system, %s', (colorScheme) => {
  const options = { forcedColors: 'active', colorScheme } as const

  it('thread, marks, progress and arrows are seen', async () => {
    await open('decision-2', options)
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(await paint(`${PRESENT} .canvas`, '::before')).not.toBe(paper)
    expect(await paint('.progress span')).not.toBe(paper)
    expect(await paint('.navigate-right .controls-arrow', '::before')).not.toBe(paper)
    await open('title', options)
    expect(await paint(`${PRESENT} .headline`, '::before')).not.toBe(paper)
    await open((await idOf('.slide-diagram')) ?? '', options)
    const edge = page.locator(`${PRESENT} .drawing-of-case .edge`).first()
    expect(await edge.evaluate((line) => getComputedStyle(line).stroke)).not.toBe(paper)
  })

  it('what has the focus, is chosen or lies above has an outline', async () => {
    await open('decision-2', options)
    await page.locator(`${PRESENT} .cross-link`).focus()
    await page.keyboard.press('Shift+Tab')
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement as Element)
      return `${outlineStyle} ${outlineWidth}`
    })
    expect(outline).toBe('solid 3px')
    await page.keyboard.press('e')
    const card = page.locator('.card:popover-open')
    expect(await card.evaluate((one) => getComputedStyle(one).borderLeftWidth)).toBe('6px')
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.type('dec')
    expect(await paint('[aria-selected="true"]')).not.toBe(await paint('[aria-selected="false"]'))
    await page.keyboard.press('Escape')
    await openOverview(page)
    const here = page.locator('.tile:has([aria-current]) > .tile-picture')
    expect(await here.evaluate((one) => getComputedStyle(one).outlineWidth)).toBe('4px')
  })
})

it.each(['light', 'dark'] as const)(
  'quiet words have 7 to 1 where one asks for contrast, %s',
  async (colorScheme) => {
    await open('decision-2', { contrast: 'more', colorScheme })
    const ratio = await page.locator(`${PRESENT} .slide-foot`).evaluate((part) => {
      const lightness = (colour: string): number => {
        const [r = 0, g = 0, b = 0] = (colour.match(/\d+/g) ?? []).map((value) => {
          const share = Number(value) / 255
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
      }
      const paper = part.closest('.canvas') as Element
      const two = [getComputedStyle(part).color, getComputedStyle(paper).backgroundColor].map(
        lightness,
      )
      return (Math.max(...two) + 0.05) / (Math.min(...two) + 0.05)
    })
    expect(ratio).toBeGreaterThan(7)
    expect(await faultsOf(page)).toEqual([])
  },
)

it('nothing moves where one asks for less motion: steps, progress, arrows', async () => {
  await open('decision-2')
  await page
    .locator(`${PRESENT} .rests`)
    .first()
    .evaluate((part) => part.classList.add('fragment'))
  for (const part of ['.fragment', '.progress span', '.navigate-right'])
    expect(
      await page
        .locator(part)
        .first()
        .evaluate((one) => getComputedStyle(one).transitionDuration),
      part,
    ).toMatch(/^0s/)
})

describe('what is said, and where the focus goes', () => {
  it('every slide is a region with its place and title, which is all that is announced', async () => {
    await open('title')
    const labels = await page
      .locator('.slides .slide')
      .evaluateAll((all) => all.map((one) => one.ariaLabel))
    expect(labels.length).toBe((await slidesOf(page)).length)
    for (const label of labels) expect(label).toMatch(/^Slide \d+ of \d+: \S/)
    await page.keyboard.press('End')
    const said = await page.getByRole('status').allTextContents()
    expect(said.filter(Boolean)).toEqual([labels.at(-1)])
  })

  it('returns to the slide or what was used on it, never to one that is hidden', async () => {
    await open('decision-2')
    const isInside = () =>
      page.evaluate((selector) => {
        const { activeElement, body } = document
        return activeElement === body || activeElement?.closest(selector) !== null
      }, PRESENT)
    const ways: readonly (readonly string[])[] = [
      ['e', 'Escape'],
      ['e', 'e'],
      ['?', 'Escape'],
      ['g', 'Escape'],
      ['o', 'Escape'],
      ['o', 'ArrowRight', 'Enter'],
      ['o', 'ArrowLeft', 'Enter'],
      ['b', 'x'],
      ['z', 'Escape'],
      ['ArrowDown', 'ArrowUp'],
    ]
    const OPENING = new Set(['e', '?', 'g', 'o', 'b'])
    for (const start of ['nothing', 'a citation']) {
      for (const keys of ways) {
        await page.evaluate(() => (document.activeElement as HTMLElement).blur()) // as all of a page are
        if (start === 'a citation')
          await page.locator(`${PRESENT} :is(button[popovertarget], .cross-link)`).first().focus()
        for (const [at, key] of keys.entries()) {
          // What opens is loaded the first time: who sees it closes it.
          if (at > 0 && OPENING.has(keys[0] ?? ''))
            await page.locator('dialog[open], :popover-open').first().waitFor()
          await page.keyboard.press(key)
        }
        await expect.poll(isInside, { message: `${start}: ${keys.join(' ')}` }).toBe(true)
        await page.keyboard.press('Tab')
        const hidden = await page.evaluate((selector) => {
          const slide = document.activeElement?.closest('.slide')
          return slide !== null && !slide?.matches(selector)
        }, PRESENT)
        expect(hidden, `${start}: ${keys.join(' ')} Tab`).toBe(false)
      }
    }
  })
})

describe('fingers, pens and clickers', () => {
  let wire: CDPSession

  async function openTouch(hash: string): Promise<void> {
    await open(hash, { viewport: { width: 1024, height: 768 }, hasTouch: true }, deep)
    wire = await page.context().newCDPSession(page)
  }

  /** Moves a finger from the middle by so many px. */
  async function swipe(across: number, down: number): Promise<void> {
    const at = (share: number) => [{ x: 512 + across * share, y: 300 + down * share }]
    await wire.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
    for (const share of [0.3, 0.6, 1])
      await wire.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(share) })
    await wire.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }

  /** The same with a pen that is pressed. */
  async function stroke(across: number, down: number): Promise<void> {
    const pen = { pointerType: 'pen', button: 'left', clickCount: 1 } as const
    const end = { x: 512 + across, y: 300 + down }
    await wire.send('Input.dispatchMouseEvent', { ...pen, type: 'mousePressed', x: 512, y: 300 })
    await wire.send('Input.dispatchMouseEvent', { ...pen, type: 'mouseMoved', ...end })
    await wire.send('Input.dispatchMouseEvent', { ...pen, type: 'mouseReleased', ...end })
  }

  it('a tap opens evidence, and a finger turns slides all four ways', async () => {
    await openTouch('decision-2')
    await page.locator(`${PRESENT} button[popovertarget]`).first().tap()
    expect(await page.locator('.card:popover-open').count()).toBe(1)
    await page.keyboard.press('Escape')
    await swipe(0, -200)
    await expect.poll(shown).toBe('evidence-2a')
    await swipe(0, 200)
    await expect.poll(shown).toBe('decision-2')
    await swipe(200, 0)
    await expect.poll(shown).toBe('decision-1')
    await swipe(-200, 0)
    await expect.poll(shown).toBe('decision-2')
  })

  it('a pen does too, and points instead while the pointer is on', async () => {
    await openTouch('decision-2')
    await stroke(0, -200)
    expect(await shown()).toBe('evidence-2a')
    await stroke(0, 200)
    await stroke(200, 0)
    expect(await shown()).toBe('decision-1')
    await stroke(10, 5)
    expect(await shown()).toBe('decision-1')
    await page.keyboard.press('l')
    await stroke(-200, 50)
    expect(await shown()).toBe('decision-1')
    const dot = await page.locator('.pointer').boundingBox()
    expect((dot?.x ?? 0) + (dot?.width ?? 0) / 2).toBeCloseTo(312, 0)
    expect((dot?.y ?? 0) + (dot?.height ?? 0) / 2).toBeCloseTo(350, 0)
  })

  it('a clicker starts, goes on and back, and makes the screen black, over evidence too', async () => {
    await open('decision-2', {}, deep)
    await page.keyboard.press('F5')
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true)
    await page.keyboard.press('e')
    await expect.poll(openCards).toBe(1)
    await page.keyboard.press('.')
    await page.locator('.black').waitFor({ state: 'visible' })
    await page.keyboard.press('.')
    await page.locator('.black').waitFor({ state: 'hidden' })
    await page.keyboard.press('PageDown')
    await expect.poll(openCards).toBe(0)
    await page.keyboard.press('PageDown')
    await expect.poll(shown).toBe('evidence-2a')
    await page.keyboard.press('PageUp')
    await expect.poll(shown).toBe('decision-2')
  })
})
