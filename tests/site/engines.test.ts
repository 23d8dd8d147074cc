/**
 * The pages in WebKit and Firefox, as they are used: every slide, evidence, go-to, overview, help, the
 * speaker view, the trace, the narrative, and the deck from disk. Which engines are here, `npm test` says.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { installFit } from '../../src/node/fit/in-page/install.ts'
import { type Served, serve } from '../../src/node/serve/index.ts'
import { builtCase } from './built.ts'
import type { EngineWindow, RunningEngine } from './engines/engine.ts'
import { engines } from './engines/index.ts'
import { roomOf } from './engines/room.ts'
import {
  brokenWords,
  paintedQuarters,
  seen,
  shownSlide,
  smallLabels,
  tooWide,
  wordsOutside,
} from './engines/seen.ts'

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
  /** Shows a slide of the deck: in the one that stands open, or else it loads it. */
  const turnTo = async (id: string, page = `${site.url}deck/`): Promise<void> => {
    const at = { id, off: 0, isOnTop: true }
    const stands = await window.read(
      (wanted) =>
        location.href.replace(/#.*/, '') === wanted &&
        document.querySelector('.view-bar') !== null &&
        !document.querySelector('dialog[open], :popover-open, .pen-tools, html.reading'),
      page,
    )
    if (stands) await window.run(`location.hash = '#/${id}'`)
    else await openDeck(`#/${id}`, page)
    await expect.poll(() => shownSlide(window)).toEqual(at)
  }
  /** Loads a page on a phone, and widens it: each time, `look` says what it shows. */
  const onPhoneThenWide = async (page: string, look: () => Promise<void>): Promise<void> => {
    await window.resize(390, 844)
    await window.open(page)
    await look()
    await window.resize(1280, 720)
    await look()
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

  it('paints emoji, in a font of ours or of its own', async () => {
    const page = join(await builtCase('tests/fixtures/writing'), 'offline', 'narrative.html')
    await window.open(pathToFileURL(page).href)
    const painted = await window.read(() => {
      const brush = document.createElement('canvas').getContext('2d')
      if (!brush) return 0
      brush.font = `40px ${getComputedStyle(document.body).fontFamily}`
      brush.fillText('🎉', 10, 60)
      return brush.getImageData(0, 0, 80, 80).data.filter((one) => one > 0).length
    })
    expect(painted).toBeGreaterThan(100)
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

  it('an address leads to its slide, which stays in sight to the page to read and back', async () => {
    for (const id of ['ask', 'decision-1', 'still-to-be-written']) {
      await openDeck(`#/${id}`)
      await expect.poll(() => shownSlide(window)).toEqual({ id, off: 0, isOnTop: true })
    }
    await window.press('r')
    await isSeen('.reading [id="still-to-be-written"] .headline')
    await window.press('r')
    const there = { id: 'still-to-be-written', off: 0, isOnTop: true }
    await expect.poll(() => shownSlide(window)).toEqual(there)
  })

  it('evidence opens in a drawer that is seen whole, and leaves the slide as it was', async () => {
    await turnTo('decision-1')
    await window.press('e')
    await isSeen('.card:popover-open')
    await isSeen('.card:popover-open .card-close')
    // Further than it has links: Tab stays in what is seen.
    for (let press = 0; press < 8; press += 1) {
      await window.press('Tab')
      expect(await count('.card:popover-open :focus')).toBe(1)
    }
    await window.press('Escape')
    expect(await count('.card:popover-open')).toBe(0)
    expect(await idShown()).toBe('decision-1')
    await expect.poll(() => count('[id="decision-1"]:is(:focus, :focus-within)')).toBe(1)
    await window.press('ArrowRight')
    expect(await idShown()).not.toBe('decision-1')
  })

  it('the overview shows many slides, and opens the one that is chosen', async () => {
    await turnTo('title')
    await window.press('o')
    await expect.poll(() => count('.tile-picture .headline')).toBeGreaterThan(2)
    await isSeen('.tile:has(:focus)')
    await expect.poll(pictureFit).toBeCloseTo(1, 1)
    expect(await count('.tile:has(:focus) [aria-current]')).toBe(1)
    await window.press('ArrowRight')
    await window.press('ArrowLeft')
    await window.press('3')
    await window.press('Enter')
    expect(await count('.overview[open]')).toBe(0)
    expect(
      await window.read(() => document.querySelector('.slide.present .count')?.textContent),
    ).toMatch(/^3 of /)
  })

  it('help and go-to are seen, and do what they say', async () => {
    await turnTo('title')
    await window.press('?')
    await isSeen('dialog[open] .modal-head')
    await window.press('Escape')
    expect(await count('dialog[open]')).toBe(0)

    await window.press('g')
    await isSeen('dialog[open] input')
    await window.press('1', 'b')
    await isSeen('dialog[open] [role="option"]')
    await window.press('Enter')
    await expect.poll(idShown).toBe('decision-1')
  })

  it('a slide that is too full once its text is spaced out offers the page to read, and is set as before once it is not', async () => {
    await turnTo('decision-2')
    const size = () =>
      window.read(() => {
        const headline = document.querySelector('section.present .headline')
        return headline ? getComputedStyle(headline).fontSize : 'none'
      })
    const made = await size()
    expect(made).toMatch(/px$/)
    await window.run(`
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('* { line-height: 5 !important; letter-spacing: 1em !important }')
      document.adoptedStyleSheets = [sheet]`)
    await isSeen('.full-slide button')
    expect(await size()).not.toBe(made)
    await window.run('document.adoptedStyleSheets = []')
    await expect.poll(size).toBe(made)
    expect(await count('.full-slide button')).toBe(0)
  })

  it('the mark of what is still to be written is a whole ring', async () => {
    await turnTo('still-to-be-written')
    await isSeen('.slide-gaps .bullet')
    const ring = () => paintedQuarters(window, '.slide-gaps .bullet')
    await expect.poll(ring).toEqual([true, true, true, true])
  })

  it('the height that a table has left goes to its rows, not to their header', async () => {
    await turnTo('a-table')
    const [head = 0, ...rows] = await window.read(() =>
      [...document.querySelectorAll('section.present .rows-frame tr')].map(
        (row) => row.getBoundingClientRect().height,
      ),
    )
    expect(rows.length).toBeGreaterThan(2)
    expect(Math.min(...rows)).toBeGreaterThan(head)
  })

  it('the words of a slide stand at its thread, whichever way they run', async () => {
    await turnTo('title')
    const short = await window.read(() => {
      const slide = document.querySelector<HTMLElement>('section.present .canvas')
      const title = slide?.querySelector('.headline')
      if (!slide || !title) return 'no title'
      const before = slide.dir
      slide.dir = 'rtl'
      const words = document.createRange()
      words.selectNodeContents(title)
      const ends = [...words.getClientRects()].map(({ right }) => right)
      const short = title.getBoundingClientRect().right - Math.max(...ends)
      slide.dir = before
      return Math.round(short)
    })
    expect(short).toBeLessThanOrEqual(4)
  })

  it('Back undoes each slide, and an address that means nothing stays on one', async () => {
    await turnTo('title')
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
    await turnTo('decision-1')
    const speaker = await engine.opened(() => window.press('s'))
    await steersFrom(speaker, 'decision-1')
    await speaker.close()
  })

  it('citations of the narrative open over it, and Escape leads back to them', async () => {
    await window.open(site.url)
    await citesHere()
  })

  it('pages are as wide as the window, and their diagrams can be read, at 390 px too', async () => {
    onTestFinished(() => window.resize(1280, 720))
    for (const page of ['', 'trace/', 'deck/?view=read']) {
      await onPhoneThenWide(site.url + page, async () => {
        expect(await count('svg.drawing')).toBeGreaterThan(0)
        await expect.poll(() => tooWide(window), { message: page }).toBeLessThanOrEqual(0)
        await expect.poll(() => smallLabels(window), { message: page }).toEqual([])
      })
    }
  })

  it('x says on one slide what falls, and figures have their charts, at 390 px too', async () => {
    const economic = await serve(await builtCase('tests/fixtures/economic'))
    onTestFinished(async () => {
      await window.resize(1280, 720)
      await economic.close()
    })
    await openDeck('#/decision-2', `${economic.url}deck/`)
    await window.press('x')
    await isSeen('.doubt[open] .doubt-ask')
    await expect
      .poll(() => window.read(() => document.querySelector('.doubt h2')?.textContent))
      .toBe('If decision 2 does not hold')
    await window.press('x')
    await expect.poll(() => count('.doubt[open]')).toBe(0)
    await onPhoneThenWide(`${economic.url}figures/`, async () => {
      expect(await count('.ledger .drawing')).toBe(13)
      await expect.poll(() => tooWide(window)).toBeLessThanOrEqual(0)
      await expect.poll(() => smallLabels(window)).toEqual([])
    })
  })

  it('breaks no word of a slide on an upright tablet, and sets a list above the foot', async () => {
    onTestFinished(() => window.resize(1280, 720))
    await window.resize(834, 1194)
    await openDeck('#/a-comparison-in-columns')
    await expect.poll(idShown).toBe('a-comparison-in-columns')
    expect(await brokenWords(window, '.slide-comparison.present li')).toEqual([])
    await openDeck('#/a-list-in-two-columns')
    await expect.poll(idShown).toBe('a-list-in-two-columns')
    const room = await window.read(() => {
      const of = (wanted: string) => document.querySelector(wanted)?.getBoundingClientRect()
      return (
        (of('.slide.present .slide-foot')?.top ?? 0) -
        (of('.slide.present .entries li:last-child')?.bottom ?? 0)
      )
    })
    expect(room).toBeGreaterThanOrEqual(0)
  })

  it('a page that runs from the right is no wider, and words of its diagrams stay in their boxes', async () => {
    onTestFinished(() => window.resize(1280, 720))
    await window.resize(390, 844)
    await window.open(site.url)
    await window.read(() => document.documentElement.setAttribute('dir', 'rtl'))
    expect(await tooWide(window)).toBeLessThanOrEqual(0)
    expect(await wordsOutside(window)).toEqual([])
  })

  it('the narrative from disk opens citations, and leads to the deck beside it', async () => {
    await window.open(fromDisk('narrative.html'))
    await citesHere()
    await window.click('.action[href^="deck.html"]')
    await expect.poll(idShown).toBe('title')
  })

  it('the deck from disk keeps a question in the browser, and answers one', async () => {
    await openDeck('#/title', fromDisk('deck.html'))
    await window.press('n')
    await isSeen('.note textarea')
    for (const letter of 'Why?') await window.press(letter)
    await window.press('Enter')
    await expect.poll(() => count('.note[open]')).toBe(0)
    await window.press('g')
    await isSeen('#goto-field')
    for (const letter of 'what about zebras') await window.press(letter)
    await isSeen('.find-more')
    await window.press('Escape')
  })

  it('the deck from disk has a pen, keys and evidence', async () => {
    await turnTo('decision-1', fromDisk('deck.html'))
    await window.press('d')
    await isSeen('.pen-tools')
    await window.press('Tab')
    for (const key of [' ', 'ArrowRight', 'ArrowDown', ' ']) await window.press(key)
    expect(await count('.slide.present > .ink .ink-pen path')).toBe(1)
    await window.press('Escape')
    expect(await count('.pen-tools')).toBe(0)
    await window.press('e')
    await isSeen('.card:popover-open')
    await window.press('Escape')
    expect(await count('.card:popover-open')).toBe(0)
  })

  it('the deck from disk opens its own speaker view, which steers it and finds it again', async () => {
    await turnTo('decision-1', fromDisk('deck.html'))
    const speaker = await engine.opened(() => window.press('s'))
    let id = await steersFrom(speaker, 'decision-1')
    for (const one of [window, speaker]) {
      await one.run('location.reload()')
      id = await steersFrom(speaker, id)
    }
    await speaker.close()
  })

  it('a page follows a room, shows what is drawn, asks, and steers after a yes', async () => {
    const broker = new URL('wss://broker.example.org/mqtt')
    const room = await roomOf(await builtCase('tests/fixtures/films'), broker)
    onTestFinished(room.close)
    await window.open(room.audience)
    await expect.poll(() => count('.room-bar')).toBe(1)
    const ids = await window.read(() =>
      [...document.querySelectorAll('.slides .slide:not(.stack)')].map(({ id }) => id),
    )
    for (const slide of ids.slice(1, 3)) {
      room.show({ slide })
      await expect.poll(idShown).toBe(slide)
    }
    const [, , slide = ''] = ids
    const line = { tool: 'pen', colour: 'accent', points: [0, 0, 0, 900, 600, 50] } as const
    room.draw({ id: 'stroke-1', slide, step: 0, version: 1, ...line })
    await expect.poll(() => count('.slide.present > .ink path')).toBe(1)
    room.show({ isBlack: true })
    await isSeen('.room-black')
    room.show({ isBlack: false })
    await window.click('.room-ask')
    await isSeen('.ask textarea')
    for (const letter of 'Why?') await window.press(letter)
    await window.click('.ask [type="submit"]')
    await expect.poll(() => room.questions[0]?.words).toBe('Why?')
    const { id = '', about = '' } = room.questions[0] ?? {}
    room.keep({ id, about, words: 'Why?', same: 0, outcome: 'open', version: 1 })
    await expect
      .poll(() => window.read(() => document.querySelector('.ask [role="status"]')?.textContent))
      .toBe('Kept: who presents has it.')

    await window.open(room.presenters)
    const says = () =>
      window.read(() => document.querySelector('.room-panel > [role="status"]')?.textContent)
    await expect.poll(says).toBe('Another device steers.')
    await window.click('.room-tools > button')
    await expect.poll(says).toBe('You steer the room.')
    expect(room.isSteering()).toBe(false)
    await window.press('ArrowRight')
    await expect.poll(room.slide).toBe(ids[3])
  })

  const fromDisk = (file: string) => String(pathToFileURL(join(folder, 'offline', file)))

  /** How many slides are to be seen, whole or in part. */
  /** How wide a picture in the overview is, as a part of its tile. */
  const pictureFit = () =>
    window.read(() => {
      const [slide, tile] = ['.tile-picture > .slide', '.tile'].map(
        (one) => document.querySelector(one)?.getBoundingClientRect().width ?? 0,
      )
      return (slide ?? 0) / (tile ?? 1)
    })

  /** A citation of the page opens its card, and has the focus again afterwards. */
  async function citesHere(): Promise<void> {
    await window.click('main .cite-to')
    await isSeen('.card:popover-open')
    await window.press('Escape')
    expect(await count('.card:popover-open')).toBe(0)
    expect(await window.read(() => document.activeElement?.className)).toContain('cite-to')
  }

  /**
   * The speaker view shows the slide, fits its frames at two sizes, and the arrow of each moves both on.
   * Returns where that leads.
   */
  async function steersFrom(speaker: EngineWindow, id: string): Promise<string> {
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
    await speaker.press('ArrowRight')
    await expect.poll(idShown).not.toBe(id)
    await window.press('ArrowRight')
    const next = (await idShown()) ?? ''
    await expect.poll(now).toBe(next)
    return next
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
