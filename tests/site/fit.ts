/** Whether a slide fits: every container measured, with all fragments shown. */
import type { Page } from 'playwright'
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

/** One line for each element of the slide that is clipped, too full, or outside; px. */
export function measureSlide(page: Page): Promise<readonly string[]> {
  return page.evaluate((selector) => {
    const slide = document.querySelector(selector) as HTMLElement
    const frame = (document.querySelector('.reveal .slides') as Element).getBoundingClientRect()
    for (const fragment of slide.querySelectorAll('.fragment')) fragment.classList.add('visible')
    const faults: string[] = []
    for (const element of [slide, ...slide.querySelectorAll('*')]) {
      if (element.closest('.notes, [popover], defs, marker, clipPath, title, desc')) continue
      if (!element.checkVisibility({ visibilityProperty: true })) continue
      if (isForEarsOnly(element)) continue
      const name = element.localName + (element.id ? `#${element.id}` : `.${nameOf(element)}`)
      const room = roomFor(element)
      // Shapes and words inside a drawing have no scrolling box: where they stand is checked below.
      const scrolls = !(element instanceof SVGElement) || element.localName === 'svg'
      if (scrolls && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) {
        faults.push(`${name} is ${element.scrollWidth - element.clientWidth} px too wide inside`)
      }
      if (
        scrolls &&
        element.clientHeight > 0 &&
        element.scrollHeight > element.clientHeight + room
      ) {
        faults.push(`${name} is ${element.scrollHeight - element.clientHeight} px too high inside`)
      }
      for (const box of [element.getBoundingClientRect(), ...textBoxes(element)]) {
        if (box.width === 0 && box.height === 0) continue
        const out = Math.max(
          frame.left - box.left,
          box.right - frame.right,
          frame.top - box.top,
          box.bottom - frame.bottom,
        )
        if (out > 1) faults.push(`${name} is ${Math.round(out)} px outside the slide`)
      }
    }
    const foot = slide.querySelector('.where')?.getBoundingClientRect()
    for (const child of slide.querySelectorAll('.canvas > :not(.where)')) {
      const over = child.getBoundingClientRect().bottom - (foot?.top ?? Number.POSITIVE_INFINITY)
      if (over > 1)
        faults.push(`${nameOf(child)} runs ${Math.round(over)} px into the line at the foot`)
    }
    return [...new Set(faults)]

    function nameOf(element: Element): string {
      return `${element.getAttribute('class') ?? ''} "${element.textContent?.trim().slice(0, 30)}"`
    }

    /** Text for screen readers is clipped to a pixel on purpose. */
    function isForEarsOnly(element: Element): boolean {
      for (let at: Element | null = element; at && at !== slide; at = at.parentElement) {
        const { clipPath, position } = getComputedStyle(at)
        const { width, height } = at.getBoundingClientRect()
        if (position === 'absolute' && clipPath !== 'none' && width <= 1 && height <= 1) return true
      }
      return false
    }

    /** Tight lines hang over their box by half their leading; only a box that clips loses them. */
    function roomFor(element: Element): number {
      const style = getComputedStyle(element)
      if (style.overflowY !== 'visible') return 1
      const sizes = [element, ...element.querySelectorAll('*')].map((each) =>
        Number.parseFloat(getComputedStyle(each).fontSize),
      )
      return 1 + 0.35 * Math.max(...sizes)
    }

    /** The lines of the element's own text. */
    function textBoxes(element: Element): readonly DOMRect[] {
      return [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
        .flatMap((node) => {
          const range = document.createRange()
          range.selectNodeContents(node)
          return [...range.getClientRects()]
        })
    }
  }, PRESENT)
}
