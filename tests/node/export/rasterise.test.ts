/** Pictures for office programs: colours as attributes, and sharp bitmaps. */
import type { Browser } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../../../src/node/browser/index.ts'
import { readPalette } from '../../../src/node/export/palette.ts'
import { type Original, rasterise } from '../../../src/node/export/pictures/rasterise.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

function rasteriseAll(originals: readonly Original[]) {
  const pictures = originals.map((original) => ({ original, alt: 'A picture' }))
  return rasterise(async () => browser, pictures, { theme: 'thread', on: 'slides' })
}

const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" class="drawing drawing-of-case" viewBox="0 0 200 100" width="200" height="100" role="group" aria-labelledby="t"><title id="t">Two boxes</title><path class="edge" d="M0 0H9"/><a href="#objective-1"><g class="box kind-objective"><rect class="shape" x="1" y="1" width="50" height="20"/><text x="2" y="12"><tspan class="drawing-id">O1</tspan> Go</text></g></a></svg>`

it('gives a drawing the colours of the style sheets, and takes classes and links out', async () => {
  const [picture] = await rasteriseAll([{ svg: DRAWING }])
  const { svg = '' } = picture ?? {}
  const hue = readPalette('thread', 'slides')['objective']?.toLowerCase()
  expect(svg).toMatch(new RegExp(`<rect [^>]*stroke="#${hue}"`))
  expect(svg).toMatch(new RegExp(`<text [^>]*fill="#${hue}"[^>]*>O1</text><text [^>]*>Go</text>`))
  expect(svg).toMatch(
    /<text [^>]*font-family="'Atkinson Hyperlegible Next', 'Arial', [^"]*sans-serif"/,
  )
  expect(svg).toContain('<title id="t">Two boxes</title>')
  expect(svg).not.toMatch(/ class=| style=|<a[ >]|aria-|var\(|rgb\(/)
})

it('sets each line where programs without other baselines put it', async () => {
  const lines = '<tspan x="0" dy="1em">Ask <tspan font-weight="700">at</tspan></tspan>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="0 0 200 100" width="200" height="100"><g transform="translate(100 20)"><text text-anchor="middle" dominant-baseline="central" font-size="20">${lines}<tspan x="0" dy="1em">home</tspan></text></g></svg>`
  const [picture] = await rasteriseAll([{ svg }])
  const texts = [...(picture?.svg ?? '').matchAll(/<text ([^>]*)>(.*?)<\/text>/g)]
  const words = texts.map(([, , inner]) => inner)
  expect(words).toEqual(['Ask', 'at', 'home'])
  const [first, , second] = texts.map(([, looks = '']) => Number(/ y="([\d.]+)"/.exec(looks)?.[1]))
  expect((second ?? 0) - (first ?? 0)).toBeCloseTo(20, 0)
  expect(picture?.svg).not.toMatch(/dominant-baseline| dy=/)
  // As wide as it was drawn, in whatever font.
  expect(picture?.svg?.match(/ textLength="\d/g)).toHaveLength(3)
})

it('sets words in HTML where they are drawn, turned ones too, and drops those cut off beside them', async () => {
  const label = (at: string, words: string) =>
    `<g ${at}><switch><foreignObject width="100%" height="100%" style="overflow:visible"><div xmlns="http://www.w3.org/1999/xhtml" style="width:100px;margin-left:40px;padding-top:20px;text-align:center;color:rgb(200, 0, 0);font:16px Arial;line-height:20px">${words}</div></foreignObject><text x="90" y="35">${words.slice(0, 5)}...</text></switch></g>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-0.5 -0.5 400 200" width="400" height="200"><rect width="180" height="60"/>${label('', 'Ask for <b>a</b> hall<br/>by letter')}${label('transform="rotate(-90 90 40)"', 'Turned')}</svg>`
  const [picture] = await rasteriseAll([{ svg }])
  const drawn = picture?.svg ?? ''
  expect(drawn).not.toMatch(/foreignObject|switch|\.\.\./)
  const texts = [...drawn.matchAll(/<text ([^>]*)>(.*?)<\/text>/g)].map(([, looks = '', words]) => {
    const [x, y] = ['x', 'y'].map((name) =>
      Number(new RegExp(` ${name}="([-\\d.]+)"`).exec(` ${looks}`)?.[1]),
    )
    return { x: x ?? 0, y: y ?? 0, words, looks }
  })
  expect(texts.map(({ words }) => words)).toEqual(['Ask for', 'a', 'hall', 'by letter', 'Turned'])
  const [first, bold, , below, turned] = texts
  expect(first?.looks).toMatch(/fill="#c80000"/)
  expect(bold?.looks).toMatch(/font-weight="700"/)
  // In the middle of its 100 px, on a line of 20 px, the first of which begins at 20.
  expect((below?.y ?? 0) - (first?.y ?? 0)).toBeCloseTo(20, 0)
  expect(first?.y).toBeGreaterThan(30)
  expect(first?.y).toBeLessThan(40)
  expect(first?.x).toBeGreaterThan(40)
  expect(below?.x).toBeGreaterThan(50)
  expect(turned?.y).toBeCloseTo(first?.y ?? 0, 0)
  expect(drawn).toMatch(/<g transform="rotate\(-90 90 40\)"><g><text [^>]*>Turned/)
})

it('makes a photograph no larger than a page can show, upright, and of its proportions', async () => {
  const grey = { create: { width: 3000, height: 1500, channels: 3, background: '#889' } } as const
  const bytes = await sharp(grey).jpeg().toBuffer()
  const [picture] = await rasteriseAll([{ type: 'image/jpeg', bytes }])
  expect([picture?.width, picture?.height, picture?.extension]).toEqual([1920, 960, 'jpeg'])
})

it('makes a bitmap of two pixels a px, without paper', async () => {
  const [picture] = await rasteriseAll([{ svg: DRAWING }])
  if (!picture) throw new Error('Expected a picture')
  const bytes = Buffer.from(picture.bitmap)
  expect([picture.width, picture.height]).toEqual([200, 100])
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([400, 200])
  const alpha = 6
  expect(bytes[25]).toBe(alpha)
})

it('keeps photographs as they are, and turns what office programs lack into PNG', async () => {
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
  const webp = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64')
  const [kept, turned] = await rasteriseAll([
    { type: 'image/gif', bytes: gif },
    { type: 'image/webp', bytes: webp },
  ])
  expect([kept?.extension, kept?.bitmap]).toEqual(['gif', gif])
  expect(turned?.extension).toBe('png')
})
