/** The pen, which is loaded once somebody draws, or has drawn before the page was loaded again. */
import type { PenWays } from '../_pen/pen.ts'
import { onceAsked } from './once-asked.ts'

/** The pen of the deck, and of the speaker view. */
export function offerPen(ways: PenWays) {
  const { load, use } = onceAsked(async () => (await import('../_pen/pen.ts')).makePen(ways))
  try {
    if (sessionStorage.getItem(`throughline ink ${ways.folder}`)) void load()
  } catch {
    // A browser that keeps nothing has nothing to show.
  }
  return { load, toggle: () => use(({ toggle }) => toggle()) }
}
