/** A deck that is so long that it is measured in parts: after a change, just the part that holds it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { launchBrowser } from '../../../src/node/browser/index.ts'
import { proveFit } from '../../../src/node/fit/index.ts'
import { type ReadCase, readCase } from '../../../src/node/read/read-case.ts'

let browser: Browser
let folder: string
let read: ReadCase

beforeAll(async () => {
  browser = await launchBrowser()
  folder = await mkdtemp(join(tmpdir(), 'long-deck-'))
  await mkdir(join(folder, 'deck'))
  await writeFile(join(folder, 'case.mdx'), '# A case\n\n## Why\n\nBecause.\n')
  read = await readCase(folder)
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

/** Its script shows the first slide. Each slide has a thousand elements. */
function deck(heights: readonly number[]): string {
  const slides = heights.map(
    (height, at) => `<section class="slide" id="s${at}" style="inline-size: 1280px"
      aria-label="Slide ${at + 1} of ${heights.length}: Slide ${at}"><div class="canvas" id="/s${at}"
      style="block-size: 720px"><p style="margin: 0; font-size: 20px; block-size: ${height}px">Words</p>${'<i></i>'.repeat(1000)}</div></section>`,
  )
  return `<!doctype html><html lang="en" class="presenting"><head><title>Long</title><script>
    addEventListener('DOMContentLoaded', () => document.querySelector('.slide').classList.add('present'))
    </script></head><body><div class="reveal"><div class="slides">${slides.join('')}</div></div></body></html>`
}

/** What is found, and how often the deck was opened for it. */
async function measure(heights: readonly number[], store: string) {
  await writeFile(join(folder, 'deck', 'index.html'), deck(heights))
  const opened = vi.spyOn(browser, 'newContext')
  const { decks } = await proveFit(async () => browser, {
    ...{ folder, base: '/' },
    read: { ...read, store: join(folder, store) },
  })
  const count = opened.mock.calls.length
  opened.mockRestore()
  return { decks, count }
}

it('finds after a change what it finds in a deck that nobody has measured, and opens one part', async () => {
  const heights = Array.from({ length: 18 }, () => 100)
  const first = await measure(heights, 'kept')
  expect(first.count).toBeGreaterThan(2)
  expect(first.decks[0]).toMatchObject({ slides: 18, steps: 18 })
  const changed = heights.with(9, 900)
  const again = await measure(changed, 'kept')
  expect(again.count).toBe(1)
  const clean = await measure(changed, 'kept-apart')
  expect(clean.count).toBe(first.count)
  expect(again.decks).toEqual(clean.decks)
  const { faults = [] } = again.decks[0] ?? {}
  const full = faults.filter(({ check }) => check === 'slide-overflow')
  expect(full.map(({ slide }) => slide)).toEqual(['s9'])
})
