/** The paper that the case names: a style sheet can't know it. */
import type { Page } from 'playwright'
import type { PaperName } from '../../core/model/paper.ts'

/** Prints a page on this paper, upright, and turned where the page asks for it by `wide`. */
export function setPaper(tab: Page, paper: PaperName): Promise<void> {
  return tab.evaluate((size) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`@page { size: ${size} } @page wide { size: ${size} landscape }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }, paper)
}
