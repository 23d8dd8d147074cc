/** `sitemap.xml`: every page that one may find by searching. */
import { publicAddress } from '../../core/publish/page-description.ts'
import { escapeXml } from '../../core/text/xml.ts'

/**
 * The file.
 *
 * @param paths of pages, relative to the site: `''`, `deck/`
 * @param updated ISO date of the case's last update
 */
export function sitemapFile(address: string, paths: readonly string[], updated?: string): string {
  const day = updated === undefined ? '' : `<lastmod>${updated.slice(0, 10)}</lastmod>`
  const rows = paths.map(
    (path) => `  <url><loc>${escapeXml(publicAddress(address, path))}</loc>${day}</url>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${rows.join('')}</urlset>
`
}
