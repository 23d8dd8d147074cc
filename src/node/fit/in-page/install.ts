/** Puts the measuring functions into a page, as its global `fit`: a page can import nothing of ours. */
import * as boxes from './boxes.ts'
import * as sheet from './sheet.ts'
import * as slides from './slides.ts'
import * as spacing from './spacing.ts'
import * as visible from './visible.ts'
import * as words from './words.ts'

/** All of them, by name. */
const functions = { ...visible, ...boxes, ...words, ...slides, ...spacing, ...sheet }

interface ColourCache {
  /** Colours that were read. */
  readonly colours: Map<string, words.Colour>
  brush: OffscreenCanvasRenderingContext2D | null | undefined
}

declare global {
  /** In the page only. */
  var fit: typeof functions & ColourCache
}

/** A page of any browser, that runs what it is told. */
interface FitPage {
  evaluate(script: string): Promise<unknown>
}

/** To be called once after a page has loaded. Works with scripts off, and under any policy. */
export async function installFit(page: FitPage): Promise<void> {
  const list = Object.entries(functions).map(
    ([name, code]) => `${name}: ${typeof code === 'function' ? code : JSON.stringify(code)}`,
  )
  await page.evaluate(`globalThis.fit = { colours: new Map(), ${list.join(',\n')} }; undefined`)
}
