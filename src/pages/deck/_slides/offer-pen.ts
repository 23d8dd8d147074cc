/** The pen, which is loaded once somebody draws, or has drawn before the page was loaded again. */
import type { Pen, PenWays } from '../_pen/pen.ts'
import { holdKeys } from './held-keys.ts'

/** The pen of the deck. A load that failed is tried again by the next key. */
export function offerPen(
  stage: HTMLElement,
  ways: Pick<PenWays, 'root' | 'slide' | 'find' | 'step'>,
) {
  const folder = new URL('.', location.href)
  let loading: Promise<Pen> | undefined
  let tell: (pen: Pen) => void
  const loaded = new Promise<Pen>((resolve) => {
    tell = resolve
  })
  const make = async (): Promise<Pen> => {
    const { makePen } = await import('../_pen/pen.ts')
    const pen = makePen({ ...ways, folder: `${folder}`, post: stage.dataset.keep })
    for (const event of ['ready', 'slidechanged', 'fragmentshown', 'fragmenthidden'])
      stage.addEventListener(event, pen.moved)
    tell(pen)
    return pen
  }
  const load = (): Promise<Pen> => {
    loading ??= make()
    loading.catch(() => {
      loading = undefined
    })
    return loading
  }
  try {
    if (sessionStorage.getItem(`throughline ink ${folder.pathname}`)) void load()
  } catch {
    // A browser that keeps nothing has nothing to show.
  }
  return {
    load,
    /** Resolves once it has been loaded. */
    loaded,
    toggle: () =>
      void load()
        .then(({ toggle }) => toggle())
        .finally(holdKeys()),
  }
}
