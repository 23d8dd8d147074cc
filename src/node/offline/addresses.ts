/** What an address in a page of the site means: which file of the site, or something else. */
import { posix } from 'node:path'
import { decodePercent, encodePath } from '../../core/text/percent.ts'
import { remember } from '../../core/text/remember.ts'

/** Names no machine (RFC 6761): relative addresses need some origin to count from. */
const ORIGIN = 'https://site.invalid'

/** A file of the site that an address leads to. */
export interface SiteTarget {
  /** Relative to the site's folder, with forward slashes: `deck/index.html`. */
  readonly path: string
  /** Query and hash: `#/evidence-3a`. */
  readonly rest: string
}

/**
 * Reads an address as it stands in a file of the site.
 * @returns undefined for what leads out of the site, and for what is no address.
 */
export function targetOf(address: string, from: string, base: string): SiteTarget | undefined {
  const [, file, anchor] = RE_ANCHORED.exec(address) ?? []
  if (anchor === undefined) return resolve(address, from, base)
  // Thousands of links of a page lead to as many places of a few files.
  const target = resolved(JSON.stringify([file, from, base]))
  return target && { ...target, rest: target.rest + anchor }
}

// Matches "deck/#/evidence-3a", with an anchor that addresses hold as it is.
const RE_ANCHORED = /^([^#]*)(#[\w./:%~-]+)$/

const resolved = remember((key) => resolve(...(JSON.parse(key) as [string, string, string]))) // as written

function resolve(address: string, from: string, base: string): SiteTarget | undefined {
  const here = new URL(encodePath(from), ORIGIN + base)
  if (!URL.canParse(address, here)) return undefined
  const { origin, pathname, search, hash } = new URL(address, here)
  if (origin !== ORIGIN || !pathname.startsWith(base)) return undefined
  const path = decodePercent(pathname.slice(base.length))
  return { path: /(?:^|\/)$/.test(path) ? `${path}index.html` : path, rest: search + hash }
}

/** The address of one file as seen from another: `('deck/index.html', 'index.html')` → `../index.html` */
export function addressFrom(from: string, to: string): string {
  return encodePath(posix.relative(posix.dirname(from), to))
}

/** The address of a page as servers know it: `deck/index.html` → `deck/` */
export function servedAs(path: string): string {
  return encodePath(path.replace(/(^|\/)index\.html$/, '$1'))
}
