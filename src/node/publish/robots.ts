/** `robots.txt`: what crawlers may read. They look for it at the top of a domain alone. */
import { publicAddress } from '../../core/publish/page-description.ts'
import type { Settings } from '../../core/settings/case-yaml.ts'

/** Outputs with the same words that can't say themselves that they should not be listed. */
const SILENT = ['handouts/', 'offline/', 'case.json', 'trace.csv']
const SUMS = ['figures.csv', 'figures.xlsx']

/**
 * The file. A crawler that may not read a page never learns that it should not be listed.
 *
 * @param hasFigures whether the case has estimates
 */
export function robotsFile(
  base: string,
  { address, published }: Pick<Settings, 'address' | 'published'>,
  hasFigures = false,
): string {
  const silent = hasFigures ? [...SILENT, ...SUMS] : SILENT
  const rules = published ? ['Allow: /'] : silent.map((path) => `Disallow: ${base}${path}`)
  const map = published && address !== undefined
  return [
    ...(published
      ? []
      : ['# Pages say "noindex" themselves, so a crawler must be able to read them.']),
    'User-agent: *',
    ...rules,
    ...(map ? ['', `Sitemap: ${publicAddress(address, 'sitemap.xml')}`] : []),
    '',
  ].join('\n')
}
