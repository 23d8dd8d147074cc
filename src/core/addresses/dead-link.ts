/** Where links lead that name no host: to a place of the case, or nowhere. Pure. */
import { slugOf } from '../graph/slug.ts'
import type { Assembled } from '../model/assembled.ts'
import { decodePercent } from '../text/percent.ts'
import { pathsOf, resolvePath } from './paths.ts'

type Linked = Pick<Assembled, 'settings' | 'graph'>

// Matches "https:" and "//example.org"; and what the engine makes of footnotes: "#user-content-fn-1".
const RE_ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|\/\/|#user-content-)/i

/**
 * Whether nothing is at an address wherever the case is shown. Within it `#key` leads somewhere, and the
 * path of a file of the case: other files beside the text are in no output.
 *
 * @param address `#key-decisions`, `map.pdf`, `https://example.org/`; a path from the top of the case
 */
export function leadsNowhere(address: string, linked: Linked): boolean {
  return !RE_ELSEWHERE.test(address) && ledTo(address, linked) === undefined
}

/**
 * What a link leads to within the case: the key of a section or item, or `deck`; `undefined` for all
 * other addresses. An old key stays as it is, since pages know it.
 */
export function ledTo(address: string, { settings, graph }: Linked): string | undefined {
  const { links, aliases } = settings
  const moved = links[address] ?? links[address.replace(/^\.\//, '')]
  if (moved !== undefined) return moved
  if (address.startsWith('#')) {
    const key = keyIn(address) ?? ''
    const isKnown = graph.items.has(key) || graph.sections.has(key) || Object.hasOwn(aliases, key)
    return isKnown ? key : undefined
  }
  const found = fileAt(address, graph)
  return found?.key ?? found?.place.key
}

/** The file of the case that a link names, and what in it; `undefined` for what is no such path. */
export function fileAt(address: string, { files }: Pick<Assembled['graph'], 'files'>) {
  const to = resolvePath(address, '')
  if (!to) return undefined
  const place = pathsOf(to)
    .map((path) => files.get(path))
    .find((one) => one !== undefined)
  if (!place) return undefined
  const { part } = to
  const key = part === undefined ? place.key : place.parts.get(slugOf(part))
  return { place, ...(part === undefined ? {} : { part }), ...(key === undefined ? {} : { key }) }
}

// Matches "--2" in "#why-now--2", a slide that goes on.
const RE_SLIDE = /--.*$/s

/** The key behind the hash of an address; `undefined` where there is none. */
export function keyIn(address: string): string | undefined {
  const hash = address.indexOf('#')
  if (hash < 0) return undefined
  return decodePercent(address.slice(hash + 1).replace(RE_SLIDE, ''))
}
