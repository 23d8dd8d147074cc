/** What does not fit on a slide, as the browser sees it: the last word after the font's metrics. */
import type { Page } from 'playwright'

/** A slide that holds too much. */
export interface Overflow {
  /** Its address. */
  readonly id: string
  readonly title: string
  /** How much too much, px on the 1280×720 canvas. */
  readonly px: number
}

/** Every slide of an opened deck that runs over its edges or into the line at its foot. */
export function findOverflows(tab: Page): Promise<readonly Overflow[]> {
  return tab.evaluate(() =>
    [...document.querySelectorAll('.slide')].flatMap((slide) => {
      const canvas = slide.querySelector('.canvas')
      const foot = slide.querySelector('.where')?.getBoundingClientRect().top
      if (!canvas) return []
      const bottoms = [...canvas.children]
        .filter((child) => !child.matches('.where'))
        .map((child) => child.getBoundingClientRect().bottom - (foot ?? Number.POSITIVE_INFINITY))
      const px = Math.max(
        canvas.scrollHeight - canvas.clientHeight,
        canvas.scrollWidth - canvas.clientWidth,
        ...bottoms,
      )
      const title = slide.getAttribute('aria-label')?.replace(/^[^:]*: /, '') ?? ''
      return px > 1 ? [{ id: slide.id, title, px: Math.ceil(px) }] : []
    }),
  )
}
