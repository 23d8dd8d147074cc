/** The pen in the speaker view, loaded as the deck's `_slides/offer-pen.ts` does: shared, it would be a file more for both. */
import type { Pen, PenWays } from '../_pen/pen.ts'

/** Key as in the deck. */
const DRAW = 'd'

/** Offers it by key and button. */
export function offerPen(ways: PenWays) {
  let loading: Promise<Pen> | undefined
  let tell: (pen: Pen) => void
  const loaded = new Promise<Pen>((resolve) => {
    tell = resolve
  })
  const make = async (): Promise<Pen> => {
    const pen = (await import('../_pen/pen.ts')).makePen(ways)
    tell(pen)
    return pen
  }
  const load = (): Promise<Pen> => {
    loading ??= make()
    return loading
  }
  const toggle = (): void => void load().then((pen) => pen.toggle())
  ways.root.querySelector('[data-pen]')?.addEventListener('click', toggle)
  try {
    const name = `throughline ink ${new URL(ways.folder).pathname}`
    if (sessionStorage.getItem(name)) void load()
  } catch {
    // A browser that keeps nothing has nothing to show.
  }
  return {
    load,
    loaded,
    moved: () => void loading?.then((pen) => pen.moved()),
    key: (name: string) => (name === DRAW ? toggle : undefined),
  }
}
