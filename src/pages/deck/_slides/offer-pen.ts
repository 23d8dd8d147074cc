/** The pen, which is loaded once somebody draws, or has drawn before the page was loaded again. */
import type { Pen, PenWays } from '../_pen/pen.ts'
import { holdKeys } from './held-keys.ts'

/** The pen of the deck, and of the speaker view. A load that failed is tried again by the next key. */
export function offerPen(ways: PenWays) {
  let loading: Promise<Pen> | undefined
  const load = (): Promise<Pen> => {
    loading ??= import('../_pen/pen.ts').then(({ makePen }) => makePen(ways))
    loading.catch(() => {
      loading = undefined
    })
    return loading
  }
  try {
    if (sessionStorage.getItem(`throughline ink ${ways.folder}`)) void load()
  } catch {
    // A browser that keeps nothing has nothing to show.
  }
  return {
    load,
    toggle: () =>
      void load()
        .then(({ toggle }) => toggle())
        .finally(holdKeys()),
  }
}
