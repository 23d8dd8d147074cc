/** Pictures of slides: taken, kept small, and compared so that a moved line counts and smoothing does not. */

import pixelmatch from 'pixelmatch'
import type { Page } from 'playwright'
import { PNG } from 'pngjs'
import { PRESENT } from './deck.ts'

/** So many pixels of a slide may differ: other machines smooth letters in other ways. */
export const TOLERANCE = 120
/** By how much a pixel may differ and still count as the same, 0 to 1. */
const THRESHOLD = 0.3

/** Brightness is kept in steps of this many of 255: files become a third of their size. */
const STEP = 17

/** What of two pictures differs. */
export interface Comparison {
  /** Pixels that differ. */
  readonly differing: number
  /** Both laid over each other, what differs in red. */
  readonly picture: PNG
}

/** The slide that is shown, with all its steps. Code is covered: its font is the machine's own. */
export async function shoot(page: Page): Promise<PNG> {
  await page.evaluate((selector) => {
    for (const step of document.querySelectorAll(`${selector} .fragment`))
      step.classList.add('visible')
  }, PRESENT)
  const mask = [page.locator(`${PRESENT} pre`)]
  const bytes = await page.screenshot({ animations: 'disabled', mask, maskColor: '#888888' })
  return coarse(PNG.sync.read(bytes))
}

/** The bytes of a picture, as small as they get. */
export function pack(picture: PNG): Buffer {
  // Rows as they are: of so few colours they compress better than differences do.
  const smallest = { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 } as const
  return PNG.sync.write(picture, { ...smallest, inputHasAlpha: true })
}

export function unpack(bytes: Buffer): PNG {
  return PNG.sync.read(bytes)
}

/** Compares two pictures; all pixels differ where their sizes do. */
export function compare(before: PNG, after: PNG): Comparison {
  const { width, height } = after
  const picture = new PNG({ width, height })
  if (before.width !== width || before.height !== height)
    return { differing: width * height, picture: after }
  const differing = pixelmatch(before.data, after.data, picture.data, width, height, {
    threshold: THRESHOLD,
  })
  return { differing, picture }
}

/** A picture in fewer colours, in place. */
export function coarse(picture: PNG): PNG {
  const { data } = picture
  for (let index = 0; index < data.length; index += 1) {
    data[index] = Math.round((data[index] ?? 0) / STEP) * STEP
  }
  return picture
}
