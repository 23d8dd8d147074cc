/** Slides of a deck are measured again where they, or what sets them, have changed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { knownSlides } from '../../../src/node/fit/known-slides.ts'
import type { MeasuredSlide } from '../../../src/node/fit/measure.ts'

let folder: string
/** Markup that was measured, in turn. */
let measured: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'known-'))
  measured = []
  for (const file of ['page.html', 'deck.css']) await writeFile(join(folder, file), file)
})
afterEach(() => rm(folder, { recursive: true }))

const resultOf = (markup: string): MeasuredSlide => ({
  settings: [{ id: markup, title: '', steps: 1, boxes: [], fill: 0, words: [] }],
  isFullWhenSpaced: markup.startsWith('full'),
})

const look = (...markup: readonly string[]) => lookIn('page.html', new Map(), markup)

/** The ids in what is known, once what is not was measured. */
async function lookIn(
  page: string,
  elsewhere: Map<string, MeasuredSlide>,
  markup: readonly string[],
): Promise<readonly (string | undefined)[]> {
  const loaded = new Set([page, 'deck.css'])
  const store = join(folder, 'store')
  const known = knownSlides({ folder, store, page, loaded, measured: elsewhere })
  const all = await known(markup, async (places) => {
    const some = places.map((place) => markup[place] ?? '')
    measured.push(...some)
    return some.map(resultOf)
  })
  expect(all).toEqual(markup.map(resultOf))
  return all.map(({ settings }) => settings[0]?.id)
}

it('measures what is new alone, and gives all in the order of the deck', async () => {
  await look('a', 'full b', 'c')
  expect(measured.splice(0)).toEqual(['a', 'full b', 'c'])
  await look('c', 'new', 'full b')
  expect(measured.splice(0)).toEqual(['new'])
  await look('c', 'new', 'full b')
  expect(measured).toEqual([])
})

it('measures all again where a style sheet has changed, and none where words of the page have', async () => {
  await look('a', 'b')
  await writeFile(join(folder, 'page.html'), 'other words')
  measured = []
  await look('a', 'b')
  expect(measured).toEqual([])
  await writeFile(join(folder, 'deck.css'), 'p { font-size: 4rem }')
  await look('a', 'b')
  expect(measured).toEqual(['a', 'b'])
})

it('measures what several decks of a site show once', async () => {
  const elsewhere = new Map()
  await lookIn('page.html', elsewhere, ['a', 'b'])
  measured = []
  await lookIn('short.html', elsewhere, ['b', 'c'])
  expect(measured.splice(0)).toEqual(['c'])
  await lookIn('short.html', new Map(), ['b', 'c'])
  expect(measured).toEqual([])
})
