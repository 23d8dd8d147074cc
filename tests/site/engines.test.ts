/**
 * The pages in WebKit and Firefox, as they are used: every slide, evidence, go-to, overview, help, the
 * speaker view, the trace, the narrative, and the deck from disk. Which engines are here, `npm test` says.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installFit } from '../../src/node/fit/in-page/install.ts'
import { type Served, serve } from '../../src/node/serve/index.ts'
import { builtCase } from './built.ts'
import type { EngineWindow, RunningEngine } from './engines/engine.ts'
import { engines } from './engines/index.ts'
import { seen, shownSlide, tooWide } from './engines/seen.ts'

const folder = await builtCase('tests/fixtures/specimen')
let site: Served

beforeAll(async () => {
  site = await serve(folder)
})
afterAll(() => site.close())

it('are proved in each engine that is installed', () => {
  expect(engines.map(({ name }) => name)).toEqual(['WebKit', 'Firefox'])
})

describe.each(engines.filter(({ isHere }) => isHere()))('in $name', ({ start }) => {
  let engine: RunningEngine
  let window: EngineWindow

  beforeAll(async () => {
    engine = await start()
    window = engine.window
    await window.resize(1280, 720)
  })
  afterAll(() => engine?.close())

  const idShown = async () => (await shownSlide(window))?.id
  const openDeck = async (hash = '', page = `${site.url}deck/`): Promise<void> => {
    await window.open(page + hash)
    await expect
      .poll(() => window.read(() => document.querySelector('.view-bar') !== null))
      .toBe(true)
  }
  const isSeen = (selector: string, of = window) =>
    expect.poll(() => seen(of, selector)).toBe('seen')
  const count = (selector: string, of = window) =>
    of.read((wanted) => document.querySelectorAll(wanted).length, selector)

  it('every slide fits, by the measure of the build', async () => {
    await openDeck('?whole')
    await installFit({ evaluate: window.run })
    const faults = await window.read(() => {
      fit.layOutAll()
      return fit
        .measureSlides(true)
        .flatMap(({ id, boxes, words }) => [
          ...boxes.map(({ what, how, px }) => `${id}: ${what} is ${px} px ${how}`),
          ...words.filter(({ px }) => px < 19.5).map(({ text, px }) => `${id}: “${text}” ${px} px`),
        ])
    })
    expect(faults).toEqual([])
  })

  it('Space leads through all slides', async () => {
    await openDeck('#/title')
    const ids = await window.read(() =>
      [...document.querySelectorAll('.reveal .slides section.slide')].map(({ id }) => id),
    )
    const faults: string[] = []
    for (const id of ids) {
      // Steps of a slide come by the same key.
      for (let at = await idShown(), steps = 0; at !== id; at = await idShown(), steps++) {
        if (steps > 20) throw new Error(`Unexpected slide ${at}, expected ${id}`)
        await window.press(' ')
      }
      const shown = await shownSlide(window)
      if (!shown?.isOnTop) faults.push(`${id}: ${JSON.stringify(shown)}`)
      if ((await count('.full-slide button')) > 0) faults.push(`${id}: is said not to fit`)
    }
    expect(ids.length).toBeGreaterThan(30)
    expect(faults).toEqual([])
  })

  it('evidence opens in a drawer that is seen whole, and leaves the slide as it was', async () => {
    await openDeck('#/decision-1')
    await window.press('e')
    await isSeen('.card:popover-open')
    await isSeen('.card:popover-open .card-close')
    await window.press('Escape')
    expect(await count('.card:popover-open')).toBe(0)
    expect(await idShown()).toBe('decision-1')
    await window.press('ArrowRight')
    expect(await idShown()).not.toBe('decision-1')
  })

  it('help and go-to are seen, and do what they say', async () => {
    await openDeck('#/title')
    await window.press('?')
    await isSeen('dialog[open] .modal-head')
    await window.press('Escape')
    expect(await count('dialog[open]')).toBe(0)

    await window.press('g')
    await isSeen('dialog[open] input')
    await window.press('1', 'b')
    await isSeen('dialog[open] [role="option"]')
    await window.press('Enter')
    await expect.poll(idShown).toBe('evidence-1b')
  })

  it('a slide that is too full once its text is spaced out offers the page to read', async () => {
    await openDeck('#/decision-2')
    await window.run(`
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('* { line-height: 2 !important; letter-spacing: .2em !important }')
      document.adoptedStyleSheets = [sheet]`)
    await isSeen('.full-slide button')
  })

  it('Back undoes each slide, and an address that means nothing stays on one', async () => {
    await openDeck('#/title')
    const before = await idShown()
    await window.press('ArrowRight', 'ArrowRight')
    const after = await idShown()
    await window.back()
    await window.back()
    await expect.poll(idShown).toBe(before)
    expect(after).not.toBe(before)
    for (const hash of ['#/%E0%A4%A', '#/nowhere']) {
      await openDeck(hash)
      expect((await shownSlide(window))?.id).toBe('title')
      await expect.poll(() => window.read(() => location.hash)).toBe('#/title')
    }
  })

  it('the speaker view finds the deck, and shows its slides whole at every size', async () => {
    await openDeck('#/decision-1')
    const speaker = await engine.opened(() => window.press('s'))
    await steersFrom(speaker, 'decision-1')
    await speaker.close()
  })

  it('trace and narrative are as wide as the window', async () => {
    await window.open(`${site.url}trace/`)
    await isSeen('h1')
    expect(await tooWide(window)).toBeLessThanOrEqual(0)
    expect(await count('svg.drawing')).toBeGreaterThan(0)
    await window.open(site.url)
    await isSeen('h1')
    expect(await tooWide(window)).toBeLessThanOrEqual(0)
  })

  it('the deck from disk has keys and evidence', async () => {
    await openDeck('#/decision-1', String(pathToFileURL(join(folder, 'offline/deck.html'))))
    await window.press('e')
    await isSeen('.card:popover-open')
    await window.press('Escape')
    expect(await count('.card:popover-open')).toBe(0)
  })

  /** The speaker view shows the slide, and fits its frames at two sizes. */
  async function steersFrom(speaker: EngineWindow, id: string): Promise<void> {
    const line = () =>
      speaker.read(() => document.querySelector('[data-place="line"]')?.textContent)
    await expect.poll(line).toBe('Steering the deck.')
    const now = () => speaker.read(() => document.querySelector('[data-screen="now"] > *')?.id)
    await expect.poll(now).toBe(id)
    for (const [width, height] of [
      [1280, 720],
      [1000, 700],
    ] as const) {
      await speaker.resize(width, height)
      await expect.poll(() => misfits(speaker)).toEqual([])
    }
  }
})

/** Previews that are not as large as their frames. */
function misfits(speaker: EngineWindow): Promise<readonly string[]> {
  return speaker.read(() =>
    [...document.querySelectorAll('.speaker-screen')].flatMap((frame) => {
      const slide = frame.querySelector('.speaker-slide')?.getBoundingClientRect()
      const wide = (slide?.width ?? 0) - frame.clientWidth
      const high = (slide?.height ?? 0) - frame.clientHeight
      return Math.max(Math.abs(wide), Math.abs(high)) > 2.5
        ? [`${frame.className}: ${Math.round(wide)}, ${Math.round(high)} px`]
        : []
    }),
  )
}
