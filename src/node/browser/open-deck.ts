/** Opens a deck of a built site, and waits until it presents. */
import type { Page } from 'playwright'

/**
 * Opens the page of a deck. It has its fonts and shows its first slide then.
 * @returns false for a page that has no slides, and so presents nothing
 * @throws what the script of the page throws before it presents: nobody waits for what will not come
 */
export async function openDeck(tab: Page, address: string): Promise<boolean> {
  const failed = Promise.withResolvers<never>()
  failed.promise.catch(() => undefined)
  tab.once('pageerror', failed.reject)
  await tab.goto(address)
  const hasSlides = (await tab.locator('.reveal section.slide').count()) > 0
  const presented = tab.locator('.presenting section.present').first()
  if (hasSlides) await Promise.race([presented.waitFor({ state: 'attached' }), failed.promise])
  await tab.evaluate(() => document.fonts.ready.then(() => undefined))
  tab.off('pageerror', failed.reject)
  return hasSlides
}
