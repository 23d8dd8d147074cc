/** Gives a slide with steps a page for each step, for people who present from a PDF. */
import type { Page } from 'playwright'

/**
 * Puts a copy of a slide in front of it for each state before the last one. Only the last one is
 * tagged, is found by links and has a bookmark: it has all words, so that nobody hears them twice.
 * A page without steps stays as it is.
 */
export function unfoldSteps(tab: Page): Promise<void> {
  return tab.evaluate(() => {
    for (const slide of document.querySelectorAll('.slide')) {
      const { length } = stepsOf(slide)
      for (let shown = 0; shown < length; shown += 1) slide.before(copyOf(slide, shown))
      // Where a part begins with it, that is now with its first page.
      if (length > 0) slide.removeAttribute('data-cut-before')
    }

    /** As in the deck: entries of a list come one at a time, everything else as it stands. */
    function partsOf(slide: Element): HTMLElement[] {
      return [...slide.querySelectorAll<HTMLElement>('.step')].flatMap((step) => {
        const children = [...step.children] as HTMLElement[] // slides are HTML
        if (!children.some((child) => child.matches('ul, ol'))) return [step]
        return children.flatMap((child) =>
          child.matches('ul, ol') ? ([...child.children] as HTMLElement[]) : [child],
        )
      })
    }

    /** Parts of a diagram that come together say so by a number. */
    function stepsOf(slide: Element): HTMLElement[][] {
      const parts = partsOf(slide)
      const steps = Map.groupBy(parts, (part) => {
        const index = part.getAttribute('data-fragment-index')
        return index === null ? parts.indexOf(part) : `step ${index}`
      })
      return [...steps]
        .sort(([a], [b]) => String(a).localeCompare(String(b), 'en', { numeric: true }))
        .map(([, step]) => step)
    }

    function copyOf(slide: Element, shown: number): Element {
      const copy = slide.cloneNode(true) as Element // as its original
      copy.setAttribute('aria-hidden', 'true')
      if (shown > 0) copy.removeAttribute('data-cut-before')
      copy.removeAttribute('data-cut-after')
      for (const each of [copy, ...copy.querySelectorAll('[id], [href]')]) {
        each.removeAttribute('id')
        each.removeAttribute('href')
      }
      for (const part of stepsOf(copy).slice(shown).flat()) part.style.visibility = 'hidden'
      return copy
    }
  })
}
