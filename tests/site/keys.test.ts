/** Every key of the deck, the go-to box, and how to have no letters at all. */
import { readFile } from 'node:fs/promises'
import type { BrowserContextOptions, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { builtCase } from './built.ts'
import { PRESENT, placeOf, slidesOf, waitForDeck } from './deck.ts'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite
let page: Page

beforeAll(async () => {
  site = await openSite(await builtCase('tests/fixtures/strong'))
})

afterEach(() => site.putBack(page))

afterAll(() => site?.close())

describe('keys that move', () => {
  it('Home and End go to the first and the last slide', async () => {
    await open('decision-1')
    const last = (await slidesOf(page)).at(-1)
    await page.keyboard.press('End')
    expect((await placeOf(page)).slide).toBe(`${last?.across}/${last?.down}`)
    await page.keyboard.press('Home')
    expect(await shownSlide()).toBe('title')
  })

  it('Page Down and Page Up, which a clicker sends, visit every slide in turn', async () => {
    await open('decision-2')
    await page.keyboard.press('PageDown')
    expect(await shownSlide()).toBe('evidence-2a')
    await page.keyboard.press('PageUp')
    expect(await shownSlide()).toBe('decision-2')
  })

  it('Space presses the button that has the focus, and does not move', async () => {
    await open('decision-1')
    await page.locator(`${PRESENT} button[popovertarget]`).first().focus()
    await page.keyboard.press('Space')
    expect(await page.locator('.card:popover-open').count()).toBe(1)
    expect(await shownSlide()).toBe('decision-1')
  })

  it('the focus leaves a slide with it, for the slide that comes', async () => {
    await open('decision-1')
    await page.locator(`${PRESENT} button[popovertarget]`).first().focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(focused).toBe(await shownSlide())
  })
})

describe('a black screen', () => {
  it.each(['b', '.', 'B'])(
    'comes with %s, says so, and any key ends it and does no more',
    async (key) => {
      await open('decision-1')
      for (const end of ['PageDown', 'b', 'Escape', 'x', 'F5']) {
        await page.keyboard.press(key)
        expect(await isBlack(), end).toBe(true)
        expect(await page.getByRole('dialog', { name: 'The screen is black' }).count()).toBe(1)
        expect(await page.evaluate(() => document.activeElement?.className)).toBe('black')
        await page.keyboard.press(end)
        expect(await isBlack(), end).toBe(false)
        expect(await shownSlide(), end).toBe('decision-1')
      }
      expect(await isOverview()).toBe(false)
      expect(await statusSays('The slide is shown again')).toBe(true)
    },
  )

  it('ends with a click or a tap, which does no more', async () => {
    await open('decision-1', { viewport: { width: 1024, height: 768 }, hasTouch: true })
    const box = await page.locator(`${PRESENT} button[popovertarget]`).first().boundingBox()
    const [x, y] = [(box?.x ?? 0) + 5, (box?.y ?? 0) + 5]
    await page.keyboard.press('b')
    await page.touchscreen.tap(x, y)
    expect(await isBlack()).toBe(false)
    expect(await page.locator('.card:popover-open').count()).toBe(0)
    await page.keyboard.press('b')
    await page.mouse.click(x, y)
    expect(await isBlack()).toBe(false)
    expect(await page.locator('.card:popover-open').count()).toBe(0)
  })

  it('covers open evidence, which is there again afterwards', async () => {
    await open('decision-1')
    await page.keyboard.press('e')
    const card = await openCard()
    await page.keyboard.press('b')
    expect(await isBlack()).toBe(true)
    await page.keyboard.press('PageDown')
    expect(await isBlack()).toBe(false)
    // The browser says a moment later that a dialog is closed.
    await expect.poll(openCard).toBe(card)
    expect(await shownSlide()).toBe('decision-1')
  })

  it('stays black in forced colours, and outlasts keys that are only held', async () => {
    await open('decision-1', { forcedColors: 'active' })
    await page.keyboard.press('b')
    await page.keyboard.press('Shift')
    expect(await isBlack()).toBe(true)
  })
})

describe('the zoom', () => {
  it('makes what is under the pointer larger, inside the screen, and goes back', async () => {
    await open('decision-1')
    const id = page.locator(`${PRESENT} .ground .cite-to`).first()
    const before = await id.boundingBox()
    await page.mouse.move((before?.x ?? 0) + 10, (before?.y ?? 0) + 10)
    await page.keyboard.press('z')
    await page.waitForSelector('.zoomed')
    const near = await id.boundingBox()
    expect((near?.width ?? 0) / (before?.width ?? 1)).toBeGreaterThanOrEqual(1.2)
    expect(near?.x).toBeGreaterThanOrEqual(0)
    expect((near?.y ?? 0) + (near?.height ?? 0)).toBeLessThanOrEqual(720)
    expect(await statusSays('Zoomed in')).toBe(true)
    await page.keyboard.press('z')
    expect(await id.boundingBox()).toEqual(before)
  })

  it('ends with Escape, which then shows no overview, and with the slide', async () => {
    await open('decision-1')
    for (const key of ['Escape', 'ArrowRight']) {
      await page.keyboard.press('z')
      await page.waitForSelector('.reveal.zoomed')
      await page.keyboard.press(key)
      expect(await page.locator('.reveal.zoomed').count()).toBe(0)
      expect(await isOverview()).toBe(false)
    }
  })

  it('moves, unless one asked for less motion', async () => {
    for (const [reducedMotion, time] of [
      ['reduce', '0s'],
      ['no-preference', '0.2s'],
    ] as const) {
      await open('decision-1', { reducedMotion })
      const style = page.locator('.reveal').first()
      expect(await style.evaluate((one) => getComputedStyle(one).transitionDuration)).toBe(time)
      if (reducedMotion === 'reduce') await site.putBack(page)
    }
  })
})

describe('the pointer', () => {
  it('is a large dot that follows the mouse, above the evidence too, and lets clicks through', async () => {
    await open('decision-1')
    const dot = page.locator('.pointer')
    await page.keyboard.press('l')
    await page.mouse.move(300, 200)
    const box = await dot.boundingBox()
    expect(box?.width).toBeGreaterThanOrEqual(24)
    expect((box?.x ?? 0) + (box?.width ?? 0) / 2).toBeCloseTo(300, 0)
    expect((box?.y ?? 0) + (box?.height ?? 0) / 2).toBeCloseTo(200, 0)
    await page.locator(`${PRESENT} button[popovertarget]`).first().click()
    expect(await page.locator('.card:popover-open').count()).toBe(1)
    await page.keyboard.press('Escape')
    await dot.waitFor()
    await page.keyboard.press('l')
    expect(await dot.isVisible()).toBe(false)
    expect(await page.locator('html.pointing').count()).toBe(0)
  })
})

describe('full screen', () => {
  it.each(['f', 'F5'])('comes and goes with %s', async (key) => {
    await open('decision-1')
    const isFull = () =>
      page.evaluate(() => document.fullscreenElement === document.documentElement)
    await page.keyboard.press(key)
    await expect.poll(isFull).toBe(true)
    await page.keyboard.press(key)
    await expect.poll(isFull).toBe(false)
    expect(await shownSlide()).toBe('decision-1')
  })
})

describe('help', () => {
  it.each(['?', 'F1'])(
    'opens with %s, lists every key, and Escape gives the focus back',
    async (key) => {
      await open('decision-1')
      await page.locator(`${PRESENT} button[popovertarget]`).first().focus()
      await page.keyboard.press(key)
      await page.waitForSelector('.help[open]')
      const names = await page.locator('.help kbd').allTextContents()
      expect(names).toEqual([
        ...['Right', 'Left', 'Down', 'Up', 'Space', 'Shift Space', 'Page Down', 'Page Up'],
        ...[
          'Home',
          'End',
          'K',
          'G',
          'Backspace',
          'O',
          'Esc',
          'E',
          'Shift E',
          'X',
          'N',
          'Z',
          'L',
          'D',
        ],
        ...['+', '=', '-', 'B', '.', 'S', 'F', 'F5', 'R', '?', 'F1'],
      ])
      await page.keyboard.press('Escape')
      expect(await page.locator('.help').isVisible()).toBe(false)
      expect(await isOverview()).toBe(false)
      expect(await page.evaluate(() => document.activeElement?.hasAttribute('popovertarget'))).toBe(
        true,
      )
    },
  )

  it('does what a row says, for those without a keyboard', async () => {
    await open('decision-1', { viewport: { width: 1024, height: 768 }, hasTouch: true })
    await page.getByRole('button', { name: 'Keys and go to' }).tap()
    await page.getByRole('button', { name: 'Last slide' }).tap()
    expect(await page.locator('.help').isVisible()).toBe(false)
    expect(await shownSlide()).toBe('ask')
    await page.getByRole('button', { name: 'Keys and go to' }).tap()
    await page.getByRole('button', { name: 'Go to a slide, an item or an answer' }).tap()
    await page.getByRole('combobox').waitFor()
  })

  it.each([
    [1280, 720],
    [844, 390],
  ])('is clean and inside the screen at %i × %i px', async (width, height) => {
    await open('decision-1', { viewport: { width, height } })
    await page.keyboard.press('?')
    await page.waitForSelector('.help[open]')
    expect(await faultsOf(page)).toEqual([])
    const box = await page.locator('.help').boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual(0)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height)
  })
})

describe('letters', () => {
  it('can be switched off for good, and on again with F1', async () => {
    await open('decision-2')
    await page.keyboard.press('?')
    await page.getByRole('checkbox').uncheck()
    await page.reload()
    await waitForDeck(page)
    for (const key of ['b', '.', 'd', 'e', 'E', 'f', 'g', 'l', 'o', 'r', 'z', '?']) {
      await page.keyboard.press(key)
      expect(await openThings(), key).toBe(0)
    }
    await page.keyboard.press('ArrowDown')
    expect(await shownSlide()).toBe('evidence-2a')
    await page.keyboard.press('F1')
    await page.getByRole('checkbox').check()
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    expect(await openThings()).toBe(1)
  })

  it('never fire while one types, in a dialog, over evidence, or with another key held', async () => {
    await open('decision-1')
    const letters = ['b', '.', 'd', 'f', 'g', 'l', 'o', 'z', '?', 'Home', 'F1']
    for (const held of ['Control', 'Alt', 'Meta']) {
      for (const key of ['b', 'd', 'e', 'g', 'l', 'z']) await page.keyboard.press(`${held}+${key}`)
      expect(await openThings(), held).toBe(0)
    }
    await page.keyboard.press('e')
    // A black screen covers evidence too: see there.
    for (const key of letters.filter((one) => one !== 'b' && one !== '.'))
      await page.keyboard.press(key)
    expect(await openThings()).toBe(1)
    await page.keyboard.press('Escape')
    await expect.poll(openThings).toBe(0)
    await page.keyboard.press('F1')
    await page.waitForSelector('.help[open]')
    for (const key of [...letters.filter((one) => one !== 'F1'), 'e', 'ArrowRight'])
      await page.keyboard.press(key)
    expect(await openThings()).toBe(1)
    await page.keyboard.press('Escape')
    await page.evaluate((selector) => {
      const field = document.createElement('textarea')
      document.querySelector(selector)?.append(field)
      field.focus()
    }, PRESENT)
    for (const key of [...letters, 'e', 'ArrowRight', 'Space']) await page.keyboard.press(key)
    expect(await openThings()).toBe(0)
    expect(await shownSlide()).toBe('decision-1')
  })
})

describe('the pen', () => {
  const strokes = () => page.locator(`${PRESENT} > .ink [data-id]`)
  const tool = (name: string) =>
    page.getByRole('toolbar', { name: 'Pen' }).getByRole('button', { name })
  const draw = async (...points: readonly (readonly [number, number])[]): Promise<void> => {
    const [[x, y] = [0, 0], ...more] = points
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (const [toX, toY] of more) await page.mouse.move(toX, toY, { steps: 5 })
    await page.mouse.up()
  }
  /** Where the strokes are, in px of the slide. */
  const places = () =>
    strokes().evaluateAll((paths) =>
      (paths as SVGGElement[]).map((path) => {
        const { x, y, width, height } = path.getBBox()
        return [x + width / 2, y + height / 2].map((middle) => Math.round(middle / 10) * 10)
      }),
    )

  it('is loaded by d, draws, highlights, erases, undoes and clears, and Escape leaves it', async () => {
    await open('decision-1')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.keyboard.press('d')
    await expect
      .poll(() => tool('Draw').evaluate((one) => one === document.activeElement))
      .toBe(true)
    expect(asked.length).toBeGreaterThan(0)
    expect(await faultsOf(page)).toEqual([])
    await draw([400, 300], [600, 300])
    await tool('Highlight').click()
    await tool('Blue').click()
    await draw([400, 500], [600, 500])
    expect(await places()).toEqual([
      [500, 500],
      [500, 300],
    ])
    expect(await strokes().first().getAttribute('data-colour')).toBe('blue')
    await tool('Erase').click()
    await draw([500, 280], [500, 320])
    expect(await places()).toEqual([[500, 500]])
    await tool('Undo').click()
    expect(await strokes().count()).toBe(2)
    await tool('Clear slide').click()
    expect(await strokes().count()).toBe(0)
    await tool('Undo').click()
    expect(await strokes().count()).toBe(2)
    expect(await shownSlide()).toBe('decision-1')
    await page.keyboard.press('Escape')
    expect([await openThings(), await isOverview()]).toEqual([0, false])
    // Without it, the mouse is free again.
    await page.locator(`${PRESENT} button[popovertarget]`).first().click()
    expect(await page.locator('.card:popover-open').count()).toBe(1)
    expect(await strokes().count()).toBe(2)
  })

  it.each(['light', 'dark'] as const)(
    'has an edge of which each colour is apart, %s',
    async (colorScheme) => {
      await open('decision-1', { colorScheme })
      await page.keyboard.press('d')
      await tool('Draw').waitFor()
      const contrasts = await page.locator('.pen-colour').evaluateAll((buttons) => {
        const drawing = new OffscreenCanvas(1, 1).getContext('2d')
        const lightOf = (colour: string): number => {
          if (!drawing) return 0
          drawing.fillStyle = colour
          drawing.fillRect(0, 0, 1, 1)
          const [red = 0, green = 0, blue = 0] = [...drawing.getImageData(0, 0, 1, 1).data].map(
            (part) => (part <= 10 ? part / 3295 : ((part / 255 + 0.055) / 1.055) ** 2.4),
          )
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue
        }
        return buttons.map((button) => {
          const { backgroundColor, borderTopColor } = getComputedStyle(button, '::before')
          const [low = 0, high = 0] = [lightOf(backgroundColor), lightOf(borderTopColor)].toSorted(
            (one, other) => one - other,
          )
          return (high + 0.05) / (low + 0.05)
        })
      })
      expect(contrasts).toHaveLength(4)
      expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(3)
      // Whatever lies below: the line, or what is highlighted, and its edge.
      await draw([400, 300], [600, 300])
      await tool('Highlight').click()
      await draw([400, 500], [600, 500])
      const paper = await page
        .locator('.pen-colour')
        .first()
        .evaluate((one) => getComputedStyle(one, '::before').borderTopColor)
      const edges = await strokes().evaluateAll((lines) =>
        lines.map((line) => getComputedStyle(line.firstElementChild ?? line).stroke),
      )
      expect(edges).toEqual([paper, paper])
    },
  )

  it('keeps strokes with their slide, in windows of every shape, and for as long as the window is there', async () => {
    await open('decision-1', { viewport: { width: 1024, height: 768 } })
    await page.keyboard.press('d')
    await tool('Draw').waitFor()
    await draw([512, 384], [612, 384])
    const drawn = await places()
    // The slide stands in the shape 16:9, in the middle of the window.
    expect(drawn).toEqual([[700, 360]])
    const box = () => strokes().first().boundingBox()
    const [x, y] = [(await box())?.x ?? 0, (await box())?.y ?? 0]
    expect([Math.round(x / 20), Math.round(y / 20)]).toEqual([25, 19])
    await page.keyboard.press('ArrowRight')
    expect(await strokes().count()).toBe(0)
    // What is not to be seen is not undone.
    expect(await tool('Undo').getAttribute('aria-disabled')).toBe('true')
    await tool('Undo').click({ force: true })
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('d')
    expect(await places()).toEqual(drawn)
    await page.keyboard.press('d')
    expect(await openThings()).toBe(0)
    await page.setViewportSize({ width: 834, height: 1194 })
    await page.reload()
    await waitForDeck(page)
    await strokes().first().waitFor()
    // The strokes come with the pen, and the slide takes their shape.
    await expect.poll(() => page.locator('html.upright').count()).toBe(0)
    expect(await places()).toEqual(drawn)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.ink:visible, .ink-panel:visible').count()).toBe(0)
    await page.emulateMedia({ media: 'screen', forcedColors: 'active' })
    const [fill, edge] = await strokes()
      .first()
      .evaluate(({ lastElementChild: path }) => {
        const { fill, stroke } = getComputedStyle(path as Element) // each has one
        return [fill, stroke]
      })
    expect(fill).not.toBe(edge)
    // To read, it is a picture above the words, and no surface keeps a finger from the page.
    await page.keyboard.press('d')
    await page.locator('.pen-surface').waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.locator('.ink-panel .tile-picture .ink path').waitFor()
    expect(await page.locator('.pen-surface:visible, .pen-tools:visible').count()).toBe(0)
    await page.getByRole('button', { name: 'Hide what is drawn' }).click()
    expect(await page.locator('.ink-panel:visible').count()).toBe(0)
  })

  it('draws by keys, from tool to tool by arrows, and turns slides by none of them', async () => {
    await open('decision-1')
    await page.keyboard.press('d')
    await tool('Draw').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    expect(await tool('Highlight').getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.press('Tab')
    for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Space', 'ArrowRight'])
      await page.keyboard.press(key)
    expect(await places()).toEqual([[660, 370]])
    expect(
      await strokes()
        .first()
        .evaluate((path) => path.parentElement?.matches('.ink-marker')),
    ).toBe(true)
    expect(await shownSlide()).toBe('decision-1')
    await page.keyboard.press('Escape')
    expect(await openThings()).toBe(0)
    await page.keyboard.press('PageDown')
    expect(await shownSlide()).toBe('decision-2')
  })

  it('draws by finger without turning slides, and not by a hand beside a pen', async () => {
    await open('decision-1', { viewport: { width: 1024, height: 768 }, hasTouch: true })
    await page.keyboard.press('d')
    await tool('Draw').waitFor()
    const touch = (pointerType: string, pressure: number, [x, y]: readonly [number, number]) =>
      page.locator('.pen-surface').evaluate(
        (surface, { pointerType, pressure, x, y }) => {
          // A page cannot make pointers that can be captured.
          surface.setPointerCapture = () => undefined
          surface.hasPointerCapture = () => true
          const event = (kind: string, clientX: number) =>
            new PointerEvent(kind, {
              pointerType,
              pressure,
              clientX,
              clientY: y,
              isPrimary: true,
              bubbles: true,
            })
          surface.dispatchEvent(event('pointerdown', x))
          surface.dispatchEvent(event('pointermove', x + 200))
          surface.dispatchEvent(event('pointerup', x + 200))
        },
        { pointerType, pressure, x, y },
      )
    const widthOf = (at: number) =>
      strokes()
        .nth(at)
        .evaluate((path) => (path as SVGPathElement).getBBox().height)
    await touch('touch', 0.5, [300, 300])
    await touch('pen', 0.05, [300, 350])
    await touch('pen', 1, [300, 400])
    await touch('touch', 0.5, [300, 450])
    expect(await strokes().count()).toBe(3)
    expect(await widthOf(2)).toBeGreaterThan((await widthOf(1)) * 1.3)
    expect(await shownSlide()).toBe('decision-1')
  })
})

describe('a question that was asked', () => {
  it('is kept by n in the browser, about the open evidence, and saved as a file', async () => {
    await open('decision-1')
    await page.keyboard.press('e')
    await page.keyboard.press('n')
    const dialog = page.getByRole('dialog', { name: 'Keep a question' })
    await dialog.waitFor()
    expect(await faultsOf(page)).toEqual([])
    const about = await dialog.getByLabel('About').inputValue()
    expect(about).toMatch(/^evidence-/)
    await page.keyboard.type('What about <b>Scotland</b>?')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    expect(await statusSays('Kept in this browser: 1 so far')).toBe(true)
    await page.keyboard.press('n')
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save 1 question as a file' }).click(),
    ])
    const entries = JSON.parse(await readFile(await saved.path(), 'utf8'))
    expect(entries).toMatchObject([
      { title: 'What about <b>Scotland</b>?', about, state: 'open', confidential: true },
    ])
    await page.keyboard.press('Escape')
    expect(await shownSlide()).toBe('decision-1')
  })
})

describe('the go-to box', () => {
  it.each([
    ['1', 'title', undefined],
    ['decision 2', 'decision-2', undefined],
    ['O2', 'objectives', undefined],
    ['1a', 'decision-1', 'Evidence 1a'],
    ['assumption 3', 'assumptions', 'Assumption 3'],
  ])('goes to %o', async (query, slide, card) => {
    await open('decision-3')
    await goTo(query)
    expect(await shownSlide()).toBe(slide)
    await expect.poll(openCard).toBe(card)
    expect(await page.locator('.goto').isVisible()).toBe(false)
    if (card) await page.keyboard.press('Escape')
    await expect.poll(focused).toBe(slide)
  })

  it('goes to every slide by its number and every item by its name', async () => {
    await open('title')
    const targets: readonly { key: string; name: string; n?: number }[] = JSON.parse(
      (await page.locator('#targets').textContent()) ?? '',
    )
    expect(targets.length).toBeGreaterThan(20)
    for (const { key, name, n } of targets) {
      await goTo(n === undefined ? name : String(n))
      const holds = await page.evaluate(
        ([selector, id]) => document.getElementById(id)?.closest(selector) !== null,
        [PRESENT, key] as const,
      )
      expect(holds, name).toBe(true)
      if (await openCard()) await page.keyboard.press('Escape')
    }
  })

  it('finds words of a title as they are typed, and arrows choose', async () => {
    await open('title')
    await page.keyboard.press('g')
    await page.keyboard.type('dec')
    const field = page.getByRole('combobox', { name: 'Slide, item, or a question' })
    const options = page.getByRole('option')
    const count = await options.count()
    expect(count).toBeGreaterThan(2)
    expect(await field.getAttribute('aria-expanded')).toBe('true')
    const chosen = () => page.locator('[role="option"][aria-selected="true"]').getAttribute('id')
    expect(await chosen()).toBe(await options.first().getAttribute('id'))
    await page.keyboard.press('ArrowUp')
    expect(await chosen()).toBe(await options.last().getAttribute('id'))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await chosen()).toBe(await options.nth(1).getAttribute('id'))
    expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen())
    expect(await focused()).toBe('goto-field')
    await options.first().click()
    expect(await page.locator('.goto').isVisible()).toBe(false)
    expect(await shownSlide()).not.toBe('title')
  })

  it('says that it finds nothing, and stays', async () => {
    await open('decision-1')
    await goTo('xyzzy <b>')
    await page.getByText('The case has nothing on “xyzzy” and “b”.').waitFor()
    expect(await page.getByRole('listbox').isVisible()).toBe(false)
    expect(await shownSlide()).toBe('decision-1')
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const kept = page.getByRole('dialog', { name: 'Keep a question' })
    expect(await kept.getByLabel('What was asked').inputValue()).toBe('xyzzy <b>')
    await page.keyboard.press('Escape')
  })

  it('answers a question by the words of the case, and Backspace leads back from there', async () => {
    await open('decision-3')
    await page.keyboard.press('g')
    await page.keyboard.type('Does one in ten really pay twice?')
    await page.getByText(/^The case has /).waitFor()
    const first = page.getByRole('option').first()
    expect(await first.textContent()).toMatch(/Evidence 2b.*About one in ten pays twice.*red/)
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Enter')
    expect(await shownSlide()).toBe('evidence-2b')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Backspace')
    expect(await shownSlide()).toBe('decision-3')
    await page.keyboard.press('g')
    await page.keyboard.type('What about horses?')
    await page.getByText('The case has nothing on “horses”.').waitFor()
    await page.keyboard.press('Escape')
  })

  it('closes with Escape, and the focus is where it was', async () => {
    await open('decision-1')
    await page.locator(`${PRESENT} button[popovertarget]`).first().focus()
    await page.keyboard.press('g')
    await page.keyboard.type('3')
    await page.keyboard.press('Escape')
    expect(await page.locator('.goto').isVisible()).toBe(false)
    expect(await isOverview()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('popovertarget'))).toBe(
      true,
    )
    await page.keyboard.press('g')
    expect(await page.getByRole('combobox').inputValue()).toBe('')
  })

  it.each(['light', 'dark'] as const)('is clean when it shows results, %s', async (colorScheme) => {
    await open('title', { colorScheme })
    await page.keyboard.press('g')
    await page.keyboard.type('e')
    expect(await page.getByRole('option').count()).toBeGreaterThan(5)
    expect(await faultsOf(page)).toEqual([])
  })
})

describe('touch', () => {
  it('swipes from slide to slide, and only scrolls where evidence is open', async () => {
    await open('decision-1', { viewport: { width: 1024, height: 768 }, hasTouch: true })
    await page.keyboard.press('e')
    await swipe(900, 300, -150)
    expect(await openCard()).toBe('Evidence 1a')
    expect(await shownSlide()).toBe('decision-1')
    await page.keyboard.press('Escape')
    await swipe(600, 300, -150)
    await expect.poll(shownSlide).toBe('decision-2')
  })
})

async function open(address: string, options?: BrowserContextOptions): Promise<void> {
  page = await site.open(`deck/#/${address}`, options)
  await waitForDeck(page)
}

/** Types into the box and presses Enter. */
async function goTo(query: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.type(query)
  await page.keyboard.press('Enter')
}

/** A finger that moves sideways, px. */
async function swipe(x: number, y: number, by: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const send = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    touchPoints: { x: number; y: number }[],
  ) => session.send('Input.dispatchTouchEvent', { type, touchPoints })
  await send('touchStart', [{ x, y }])
  for (const part of [0.25, 0.5, 0.75, 1]) await send('touchMove', [{ x: x + by * part, y }])
  await send('touchEnd', [])
}

function shownSlide(): Promise<string | null> {
  return page.locator(PRESENT).getAttribute('id')
}

function isOverview(): Promise<boolean> {
  return page.locator('.overview').isVisible()
}

function openCard(): Promise<string | undefined> {
  return page.evaluate(
    () => document.querySelector('.card:popover-open')?.getAttribute('aria-label') ?? undefined,
  )
}

/** Id of what has the focus. */
function focused(): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.id)
}

/** How many things a key could have opened are open. */
function openThings(): Promise<number> {
  return page.evaluate(
    () =>
      document.querySelectorAll('dialog[open], :popover-open, .zoomed, .pen-tools').length +
      (document.fullscreenElement ? 1 : 0),
  )
}

/** Whether nothing but black is seen, corners included. */
function isBlack(): Promise<boolean> {
  return page.evaluate(() => {
    const { innerWidth: width, innerHeight: height } = window
    const points = [0, 0.5, 1].flatMap((x) =>
      [0, 0.5, 1].map((y) => [x * (width - 1), y * (height - 1)]),
    )
    return points.every(([x = 0, y = 0]) => {
      const seen = document.elementFromPoint(x, y)
      return seen?.matches('.black') && getComputedStyle(seen).backgroundColor === 'rgb(0, 0, 0)'
    })
  })
}

async function statusSays(words: string): Promise<boolean> {
  return (await page.getByRole('status').allTextContents()).some((text) => text.includes(words))
}
