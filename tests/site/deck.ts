/** What the tests of the deck ask it and do to it. */
import type { Page } from 'playwright'

/** One slide: where it is, and how to get there. */
export interface Slide {
  /** Its id, or else its place: `#/4/1`. */
  readonly hash: string
  /** Column, from 0. */
  readonly across: number
  /** Place in the column, from 0. */
  readonly down: number
}

/** Selector of the slide that is shown. */
export const PRESENT = '.reveal .slides section.present:not(.stack)'

/** Waits until the deck can be used: a slide is shown, and what the script adds last is there. */
export async function waitForDeck(page: Page): Promise<void> {
  await page.locator(PRESENT).first().waitFor({ state: 'attached' })
  await page.locator('.view-bar').waitFor({ state: 'attached' })
}

/** Opens all slides at a glance: what shows them is loaded then. */
export async function openOverview(page: Page): Promise<void> {
  await page.keyboard.press('o')
  await page.locator('.overview[open]').waitFor()
}

/** Every slide, in the order of the file. */
export function slidesOf(page: Page): Promise<readonly Slide[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.reveal .slides > section')].flatMap((column, across) => {
      const stack = [...column.querySelectorAll(':scope > section')]
      const slides = stack.length > 0 ? stack : [column]
      return slides.map((slide, down) => ({
        hash: `#/${slide.id || `${across}/${down}`}`,
        across,
        down,
      }))
    }),
  )
}

/** Goes to a slide by its address and waits until it is shown. */
export async function goTo(page: Page, slide: Slide): Promise<void> {
  await page.waitForFunction(
    ([selector, across, down, hash]) => {
      // A moment after a move the deck writes its own address, maybe over one that it has not seen.
      if (location.hash !== hash) location.hash = hash
      const present = document.querySelector(selector)
      const column = document.querySelectorAll('.reveal .slides > section')[across]
      const stack = column?.querySelectorAll(':scope > section')
      return present !== null && present === (stack?.length ? stack[down] : column)
    },
    [PRESENT, slide.across, slide.down, slide.hash] as const,
  )
}

/** The place of the slide that is shown, `4/1`, with the number of fragments it shows. */
export function placeOf(page: Page): Promise<{ readonly slide: string; readonly shown: number }> {
  return page.evaluate((selector) => {
    const present = document.querySelector(selector)
    const columns = [...document.querySelectorAll('.reveal .slides > section')]
    const across = columns.findIndex((column) => column.contains(present))
    const stack: (Element | null)[] = [
      ...(columns[across]?.querySelectorAll(':scope > section') ?? []),
    ]
    const down = Math.max(0, stack.indexOf(present))
    const shown = present?.querySelectorAll('.fragment.visible').length ?? 0
    return { slide: `${across}/${down}`, shown }
  }, PRESENT)
}

/** Presses a key until the deck stands still; returns the places it passed, the first included. */
export async function walk(page: Page, key: string): Promise<readonly string[]> {
  const places: string[] = []
  for (let before = ''; ; ) {
    const place = await placeOf(page)
    const state = `${place.slide}+${place.shown}`
    if (state === before) return places
    if (places.at(-1) !== place.slide) places.push(place.slide)
    before = state
    await page.keyboard.press(key)
  }
}
