/** What every page says at its edges. Chromium's margin boxes can only have fixed words. */
import type { Page } from 'playwright'

/**
 * Sets the words of every `[data-margin="top-left"]` of a page in that margin box of each sheet, from
 * the second on where `data-from-first` is not set: the first is a cover then. A page without such
 * words stays as it is.
 * @param hasCover False for a part of a page that is not its first.
 */
export function setRunningLines(tab: Page, hasCover = true): Promise<void> {
  return tab.evaluate((hasCover) => {
    const lines = [...document.querySelectorAll<HTMLElement>('[data-margin]')]
    if (lines.length === 0) return
    const { fontFamily, color } = getComputedStyle(document.body)
    const boxes = lines.map(({ dataset, textContent }) => {
      const words = textContent.replaceAll(/\s+/g, ' ').trim().replaceAll(/["\\]/g, '\\$&')
      const style = `font: 400 10pt ${fontFamily}; color: ${color}; opacity: 0.75`
      return `@${dataset.margin} { content: "${words}"; ${style} }`
    })
    const none = lines
      .filter(({ dataset }) => hasCover && dataset.fromFirst === undefined)
      .map(({ dataset }) => `@${dataset.margin} { content: none }`)
    const sheet = Object.assign(new CSSStyleSheet(), { isRunning: true })
    sheet.replaceSync(`@page { ${boxes.join('\n')} } @page :first { ${none.join('\n')} }`)
    const others = document.adoptedStyleSheets.filter((one) => !('isRunning' in one))
    document.adoptedStyleSheets = [...others, sheet]
  }, hasCover)
}
