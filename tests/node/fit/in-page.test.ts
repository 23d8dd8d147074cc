/** The measuring functions in a real page: what they find on a slide, and what they leave alone. */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../src/node/browser/index.ts'
import { installFit } from '../../../src/node/fit/in-page/install.ts'

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
})
afterAll(() => browser.close())

describe('boxes', () => {
  it('finds nothing on a slide that is full to its foot', async () => {
    expect(await boxesOf('<p style="block-size: 600px">Words</p>')).toEqual([])
  })

  it('counts px and lines of what runs over the foot', async () => {
    const lines = Array.from({ length: 18 }, (_, n) => `Line ${n}`).join('<br>')
    const faults = await boxesOf(`<p style="line-height: 40px">${lines}</p>`)
    expect(faults).toContainEqual({ how: 'over the foot', px: 60, lines: 2, what: NAMED })
  })

  it('finds what a container clips, and what is too wide for it', async () => {
    const faults = await boxesOf(
      '<div style="overflow: hidden; block-size: 20px; inline-size: 100px; line-height: 20px">Two rows of it</div><p style="inline-size: 1300px">W</p>',
    )
    expect(faults.map(({ how }) => how)).toEqual(
      expect.arrayContaining(['too high inside', 'outside the slide']),
    )
  })

  it('leaves out what only screen readers say, notes, and lines that hang over tightly', async () => {
    expect(
      await boxesOf(`
        <span style="position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden">read aloud, and long</span>
        <p style="font-size: 60px; line-height: 1; padding: 20px">Tight lines gy</p>
        <aside class="notes" style="position: absolute; inset-block-start: 2000px">Notes</aside>`),
    ).toEqual([])
  })

  it('measures the canvas and not the screen', async () => {
    const faults = await boxesOf('<p style="block-size: 700px">Words</p>', 'scale: 0.5')
    expect(faults.find(({ how }) => how === 'over the foot')?.px).toBe(40)
  })
})

describe('words', () => {
  it('has their size on the canvas, in a drawing too', async () => {
    const words = await wordsOf(`<p style="font-size: 18px">Small</p>
      <svg width="400" height="100" viewBox="0 0 800 200"><text y="50" font-size="30">Drawn</text></svg>`)
    expect(words.map(({ text, px }) => [text, px])).toEqual([
      ['Small', 18],
      ['Drawn', 15],
    ])
  })

  it.each([
    ['black on white', 'color: #000', 21],
    ['grey on white', 'color: #767676', 4.54],
    ['half seen', 'color: rgb(0 0 0 / 0.5)', 4],
    ['in a box that is half seen', 'opacity: 0.5; color: #000', 3.95],
    ['on paper of its own', 'color: #fff; background: #1d4f91', 8.14],
    ['in a colour of another kind', 'color: oklch(0 0 0)', 21],
  ])('knows the contrast of words %s', async (_, style, ratio) => {
    const [words] = await wordsOf(`<p style="${style}">Words</p>`)
    expect(words?.ratio).toBeCloseTo(ratio, 1)
  })

  it('takes the shape under drawn words for their paper', async () => {
    const [words] = await wordsOf(
      '<svg width="400" height="100"><rect width="400" height="100" fill="#000"/><text x="20" y="50" fill="#fff">In</text></svg>',
    )
    expect(words?.ratio).toBeCloseTo(21)
  })

  it('says nothing of words on a picture, and asks less of large ones', async () => {
    const [onPicture, large] = await wordsOf(
      '<p style="background: linear-gradient(red, blue)">A</p><p style="font-size: 30px">B</p>',
    )
    expect(onPicture).toMatchObject({ needed: 4.5 })
    expect(onPicture).not.toHaveProperty('ratio')
    expect(large).toMatchObject({ needed: 3 })
  })
})

it('measures a slide at every step, fragments of one index together', async () => {
  await show(`<p>Seen</p>
    <p class="fragment" data-fragment-index="1">Third</p>
    <p class="fragment" data-fragment-index="0">Second</p>
    <p class="fragment" data-fragment-index="1">Third too</p>`)
  const [slide] = await page.evaluate(() => fit.measureSlides(true))
  expect(slide).toMatchObject({ id: 'one', title: 'Its title', steps: 3 })
  expect(slide?.words.map(({ text, step }) => [text, step])).toEqual([
    ['Seen', 1],
    ['Second', 2],
    ['Third', 3],
    ['Third too', 3],
  ])
})

const NAMED = expect.stringMatching(/^p "Line 0/)

async function boxesOf(body: string, style = '') {
  await show(body, style)
  return page.evaluate(() => fit.boxFaults(document.querySelector('.slide') as Element))
}

async function wordsOf(body: string) {
  await show(body)
  return page.evaluate(() => fit.wordsOf(document.querySelector('.slide') as Element))
}

/** A slide whose line at the foot, which is empty, takes 60 px. */
async function show(body: string, style = ''): Promise<void> {
  await page.setContent(`<!doctype html><style>
    * { margin: 0 }
    .canvas { position: relative; inline-size: 1280px; block-size: 720px; overflow: hidden;
      font: 20px / 1.5 sans-serif; transform-origin: 0 0 }
    .slide-foot { position: absolute; inset-block-end: 0; block-size: 60px }
    .notes { display: none }
    .fragment:not(.visible) { visibility: hidden }
  </style><section class="slide" id="one" aria-label="Slide 1 of 1: Its title">
    <div class="canvas" style="${style}">${body}<p class="slide-foot"></p></div></section>`)
  await installFit(page)
}
