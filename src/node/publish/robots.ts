/** `robots.txt`: what crawlers may read. They look for it at the top of a domain alone. */
import { publicAddress } from '../../core/publish/page-description.ts'
import type { Settings } from '../../core/settings/case-yaml.ts'

/** Outputs with the same words that can't say themselves that they should not be listed. */
const SILENT = ['handouts/', 'offline/', 'case.json', 'trace.csv']

/** The file. A crawler that may not read a page never learns that it should not be listed. */
export function robotsFile(
  base: string,
  { address, published }: Pick<Settings, 'address' | 'published'>,
): string {
  const rules = published ? ['Allow: /'] : SILENT.map((path) => `Disallow: ${base}${path}`)
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
