/**
 * The slide that an address asks for. What is shown later is kept for a reload, and not written into the
 * address: browsers allow only some changes of it.
 */
import { readStored, store } from './store.ts'

/** What the address asks for: `#/decision-2`; empty where it cannot be read. The same link then leads there again. */
export function takeAddress(): string {
  const { hash } = location
  if (hash !== '') history.replaceState(null, '', '#')
  try {
    return decodeURIComponent(hash.replace(/^#\/?/, ''))
  } catch {
    return ''
  }
}

/** Keeps the slide that is shown, for when the window loads again. */
export function keepSlide(id: string): void {
  store(NAME, id, inWindow)
}

/** The slide that was shown before the window loaded again; empty where it did not. */
export function keptSlide(): string {
  const [load] = performance.getEntriesByType('navigation')
  const isAgain = load instanceof PerformanceNavigationTiming && load.type === 'reload'
  return (isAgain && readStored(NAME, isId, inWindow)) || ''
}

/** Another case has other slides. */
const NAME = `throughline slide ${location.pathname}`

const inWindow = (): Storage => sessionStorage

function isId(found: unknown): found is string {
  return typeof found === 'string'
}
