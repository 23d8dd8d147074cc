/** Opens pages of a built site in the browser, as its host would serve them. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright'
import { decodePercent } from '../../core/text/percent.ts'

/**
 * The address under which pages of a built site are opened. It names no machine (RFC 6761), so that
 * the same page gives the same everywhere; no request leaves the folder.
 */
export const SITE_ORIGIN = 'https://print.invalid'

/** Where the built site is, and the path under which it will be served. */
export interface BuiltSite {
  readonly folder: string
  /** `/` or `/prototype/`. */
  readonly base: string
}

/** Called with each file of the site that a page asks for, whether the file exists or not. */
export type OnLoad = (file: string) => void

/** The file of a page of a built site; there may be none. */
export function fileOf({ folder }: BuiltSite, page: string): string {
  return join(folder, page.replace(RE_QUERY, ''))
}

/** The part of an address from its `?` on. */
export const RE_QUERY = /\?.*$/

/**
 * Answers every request from the folder; other hosts and missing files are not found.
 * @param inPlaceOf HTML that is given in place of a file; `onLoad` does not hear of that file.
 */
export async function serveFrom(
  context: BrowserContext,
  { folder, base }: BuiltSite,
  onLoad?: OnLoad,
  inPlaceOf?: (file: string) => string | undefined,
): Promise<void> {
  await context.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url())
    if (origin !== SITE_ORIGIN || !pathname.startsWith(base)) return route.abort()
    const file = decodePercent(pathname.slice(base.length))
    const body = inPlaceOf?.(file)
    if (body !== undefined) return route.fulfill({ body, contentType: 'text/html' })
    onLoad?.(file)
    const path = join(folder, file)
    if (!(await isFile(path))) return route.fulfill({ status: 404, body: '' })
    return route.fulfill({ path })
  })
}

/** Whether a file lies at a path. */
export async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() ?? false
}
