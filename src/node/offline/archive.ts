/** The whole site as a zip that works from disk: pages hold all they need, links name files. */
import { type Zippable, zipSync } from 'fflate'
import type { SiteFiles } from './files.ts'
import { inlinePage } from './page.ts'

/** Files that Astro makes for pages to load: the pages in the zip hold them. */
const RE_LOADED = /^_astro\//

/** What only a server or a search engine reads, and what pages carry. */
const RE_SERVED =
  /^(?:404\.html|search\.json|_headers|robots\.txt|sitemap\.xml|share\.png|favicon\.ico|apple-touch-icon\.png)$/

/** What stands beside the zip. */
const RE_OFFLINE = /^offline\//

/** Formats that are compressed already. */
const RE_DENSE = /\.(?:avif|gif|jpe?g|mp4|pdf|png|webm|webp|woff2?|zip)$/i

/**
 * Makes the zip.
 * @param address Where the case is published, for links to what the zip leaves out.
 */
export async function zipSite(files: SiteFiles, address?: string): Promise<Uint8Array> {
  const whole = files.paths.filter(
    (path) => !RE_LOADED.test(path) && !RE_OFFLINE.test(path) && !RE_SERVED.test(path),
  )
  /** Loaded files that a link leads to as well, such as a picture in full size. */
  const linked = new Set<string>()
  const placeOf = (path: string) => {
    if (!files.has(path) || RE_OFFLINE.test(path)) return undefined
    if (RE_LOADED.test(path)) linked.add(path)
    return path
  }
  const contents: Zippable = {}
  for (const path of whole) {
    contents[path] = path.endsWith('.html')
      ? Buffer.from(await inlinePage(files, { page: path, file: path, placeOf, address }))
      : await entry(files, path)
  }
  for (const path of [...linked].sort()) contents[path] = await entry(files, path)
  return zipSync(contents, { level: 6, mtime: firstDay() })
}

async function entry(files: SiteFiles, path: string): Promise<Zippable[string]> {
  return [await files.bytes(path), RE_DENSE.test(path) ? { level: 0 } : {}]
}

/** The earliest day that a zip can name, on any clock, so that two builds are the same bytes. */
function firstDay(): Date {
  return new Date(1980, 0, 1)
}
