/** Slides for which the deck has no room: each waits in the page until somebody goes to it, and then stays below the slide that counts it. */

/** Takes them out of the deck, so that nobody comes past them. Call it before the deck starts. */
export function putAside(stage: HTMLElement): void {
  stage.append(...stage.querySelectorAll('.slides .left-out'))
}

/** Whether a slide, or what stands on one, still waits. */
export function isLeftOut(place: Element): boolean {
  return place.closest('.left-out') !== null
}

/**
 * Puts the slide below the one that counts it.
 *
 * @param find finds that slide, also where it waits outside the page
 * @returns whether the deck has a slide more than before
 */
export function bringIn(place: Element, find: (id: string) => HTMLElement | null): boolean {
  const home = place.closest<HTMLElement>('.left-out')?.dataset.home
  const slide = place.closest('.slide')
  const stack = home === undefined ? null : find(home)?.closest('.stack')
  if (!slide || !stack) return false
  stack.append(slide)
  return true
}
