/** Whether slides fit as they are presented, one after another, by the measure of the build. */
import type { Page } from 'playwright'
import { installFit } from '../../src/node/fit/in-page/install.ts'
import { goTo, PRESENT, slidesOf } from './deck.ts'

/** One line for each thing that does not fit, over all slides; px. */
export async function faultsOfDeck(page: Page): Promise<readonly string[]> {
  const faults: string[] = []
  for (const slide of await slidesOf(page)) {
    await goTo(page, slide)
    const found = await measureSlide(page)
    faults.push(...found.map((fault) => `${slide.hash} ${fault}`))
  }
  return faults
}

/** One line for each element of the shown slide that is clipped, too full, or outside; px. */
export async function measureSlide(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'fit' in globalThis))) await installFit(page)
  return page.evaluate((selector) => {
    const slide = document.querySelector(selector) as HTMLElement
    for (const fragment of slide.querySelectorAll('.fragment')) fragment.classList.add('visible')
    return fit.boxFaults(slide).map(({ what, how, px }) => `${what} is ${px} px ${how}`)
  }, PRESENT)
}
