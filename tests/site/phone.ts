/** What makes a page scroll sideways. */
import type { Page } from 'playwright'

/** Width of the whole page in px, and the elements that stick out of 320 px outside frames of their own. */
export function sidewaysOf(page: Page): Promise<{ width: number; wide: readonly string[] }> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
    const isFramed = (element: Element): boolean => {
      const parent = element.parentElement
      return parent !== null && (scrolls(parent) || isFramed(parent))
    }
    const wide = [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility() && !isFramed(element))
      .filter((element) => element.getBoundingClientRect().right > 321)
      .map((element) => `${element.localName}.${element.getAttribute('class')}`)
    return { width: document.documentElement.scrollWidth, wide }
  })
}
