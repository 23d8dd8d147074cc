/** Links that name no host, and lead to nothing of the case. Pure. */
import type { Assembled } from '../model/assembled.ts'

// Matches "https:" and "//example.org"; and what the engine makes of footnotes: "#user-content-fn-1".
const RE_ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|\/\/|#user-content-)/i

/**
 * Whether nothing is at an address wherever the case is shown. Within it only `#key` leads somewhere:
 * files beside the text are in no output, and a path means another thing on each page.
 *
 * @param address as written: `#key-decisions`, `map.pdf`, `https://example.org/`
 */
export function leadsNowhere(
  address: string,
  { settings, graph }: Pick<Assembled, 'settings' | 'graph'>,
): boolean {
  if (RE_ELSEWHERE.test(address) || Object.hasOwn(settings.links, address)) return false
  const key = keyIn(address)
  if (key === undefined || !address.startsWith('#')) return true
  return !graph.items.has(key) && !graph.sections.has(key) && !Object.hasOwn(settings.aliases, key)
}

// Matches "--2" in "#why-now--2", a slide that goes on.
const RE_SLIDE = /--.*$/s

/** The key behind the hash of an address; `undefined` where there is none. */
export function keyIn(address: string): string | undefined {
  const hash = address.indexOf('#')
  if (hash < 0) return undefined
  const key = address.slice(hash + 1).replace(RE_SLIDE, '')
  try {
    return decodeURIComponent(key)
  } catch {
    return key // a percent sign that escapes nothing
  }
}
