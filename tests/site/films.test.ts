/** A film of a case: it plays when it is asked to, has captions, and stands on paper as its poster. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { textsIn } from '../../src/node/publish/texts.ts'
import { builtCase } from './built.ts'
import { PRESENT, waitForDeck } from './deck.ts'
import { type OpenSite, openSite } from './site.ts'

let built: string
let site: OpenSite
beforeAll(async () => {
  built = await builtCase('tests/fixtures/films')
  site = await openSite(built)
})
afterAll(() => site?.close())

/** How many px wide its pictures are and which captions it has, once it has played a little. */
async function played(page: Page) {
  const film = page.locator('video:visible').first()
  await film.evaluate((one: HTMLVideoElement) => {
    one.muted = true
    return one.play()
  })
  await expect
    .poll(() => film.evaluate((one: HTMLVideoElement) => one.currentTime))
    .toBeGreaterThan(0)
  return film.evaluate((one: HTMLVideoElement) => ({
    width: one.videoWidth,
    captions: [...(one.textTracks[0]?.cues ?? [])].map((cue) => (cue as VTTCue).text),
  }))
}

const SHOWN = { width: 480, captions: ['Clerk: We type the same name three times.'] }

it.each(['', 'offline/narrative.html'])(
  'plays in the narrative with its captions: %j',
  async (path) => {
    const page = await site.open(path)
    const film = page.locator('video')
    expect(await film.evaluate((one: HTMLVideoElement) => one.paused && !one.autoplay)).toBe(true)
    expect(await film.getAttribute('aria-label')).toBe('A clerk types one name into three forms')
    expect(await played(page)).toEqual(SHOWN)
    await site.putBack(page)
  },
)

it.each([true, false])(
  'is no wider than a phone where its slide is read, with a script or without: %j',
  async (javaScriptEnabled) => {
    const page = await site.open('deck/', {
      viewport: { width: 320, height: 640 },
      isMobile: true,
      javaScriptEnabled,
    })
    const film = await page.locator('.film').boundingBox()
    expect((film?.x ?? 0) + (film?.width ?? 999)).toBeLessThanOrEqual(320)
    expect(await page.locator('figcaption').boundingBox()).toMatchObject({ x: film?.x })
    await site.putBack(page)
  },
)

it('plays by a key on its slide, which stays, and pauses when the slide goes', async () => {
  const page = await site.open('deck/#/why-now')
  await waitForDeck(page)
  const film = page.locator(`${PRESENT} video`)
  const isPlaying = () =>
    page.locator('video').evaluateAll((all) => all.some((one) => !(one as HTMLVideoElement).paused))
  const { href } = new URL(page.url())
  await page.keyboard.press('k')
  await expect.poll(isPlaying).toBe(true)
  await page.keyboard.press('k')
  await expect.poll(isPlaying).toBe(false)
  await film.focus()
  await page.keyboard.press(' ')
  await expect.poll(isPlaying).toBe(true)
  expect(page.url()).toBe(href)
  await page.keyboard.press('ArrowRight')
  await expect.poll(isPlaying).toBe(false)
  expect(page.url()).not.toBe(href)
  await site.putBack(page)
})

it('publishes what it shows alone, no film of private notes, and where it is on paper', async () => {
  const texts = await Array.fromAsync(textsIn(built, { seen: new Set(), painted: true }))
  expect(texts.flatMap(({ file, text }) => (/never/i.test(text) ? [file] : []))).toEqual([])
  expect(existsSync(join(built, 'films/clip.mp4'))).toBe(true)
  expect(texts.some(({ file }) => /secret/.test(file))).toBe(false)
  const papers = texts.flatMap(({ file, text }) =>
    /^handouts.*, page/.test(file) && /example\.org\/case\/films\/clip\.mp4/.test(text)
      ? [file.replace(/, .*/, '')]
      : [],
  )
  expect(new Set(papers)).toEqual(
    new Set([
      'handouts/deck.pdf',
      'handouts/leave-behind.pdf',
      'handouts/narrative.pdf',
      'handouts/notes.pdf',
    ]),
  )
})
