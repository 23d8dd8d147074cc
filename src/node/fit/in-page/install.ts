/** Puts the measuring functions into a page, as its global `fit`: a page can import nothing of ours. */
import type { Page } from 'playwright'
import * as boxes from './boxes.ts'
import * as slides from './slides.ts'
import * as visible from './visible.ts'
import * as words from './words.ts'

/** All of them, by name. */
const functions = { ...visible, ...boxes, ...words, ...slides }

interface ColourCache {
  /** Colours that were read. */
  readonly colours: Map<string, words.Colour>
  brush: OffscreenCanvasRenderingContext2D | null | undefined
}

declare global {
  /** In the page only. */
  var fit: typeof functions & ColourCache
}

/** To be called once after a page has loaded. Works with scripts off, and under any policy. */
export async function installFit(page: Page): Promise<void> {
  const list = Object.entries(functions).map(([name, code]) => `${name}: ${code}`)
  await page.evaluate(`globalThis.fit = { colours: new Map(), ${list.join(',\n')} }; undefined`)
}
