/** What does not fit on a printed slide. Pages on paper are measured as those on screen are. */
import type { Page } from 'playwright'
import { installFit } from '../fit/in-page/install.ts'

/** A slide that holds too much. */
export interface Overflow {
  /** Its address. */
  readonly id: string
  readonly title: string
  /** Key of the item or section that it tells of; absent for those that the tool adds. */
  readonly key?: string
  /** How much too much, px on the 1280×720 canvas. */
  readonly px: number
}

/** Every slide of an opened deck with something clipped, outside, or in the line at its foot. */
export async function findOverflows(tab: Page): Promise<readonly Overflow[]> {
  await installFit(tab)
  const slides = await tab.evaluate(() => fit.measureSlides(false))
  return slides
    .map(({ id, title, key, boxes }) => ({
      id,
      title,
      ...(key === undefined ? {} : { key }),
      px: Math.max(0, ...boxes.map(({ px }) => px)),
    }))
    .filter(({ px }) => px > 0)
}
