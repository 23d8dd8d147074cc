/** What servers and search engines read of a built site: `_headers`, `robots.txt`, `sitemap.xml`. */
import { existsSync } from 'node:fs'
import { glob, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { headersFile } from '../../core/publish/headers.ts'
import type { Settings } from '../../core/settings/case-yaml.ts'
import { servedAs } from '../offline/addresses.ts'
import { robotsFile } from './robots.ts'
import { sitemapFile } from './sitemap.ts'

/** A site that is complete but for these files. */
interface PublishOrder {
  readonly folder: string
  /** Path under which the site is served: `/prototype/`. */
  readonly base: string
  readonly settings: Pick<Settings, 'address' | 'published'>
  /** ISO date of the case's last update. */
  readonly updated?: string | undefined
}

/** Writes these files. Only a site whose address is known has a map. */
export async function writePublishing({
  folder,
  base,
  settings,
  updated,
}: PublishOrder): Promise<void> {
  const { address } = settings
  const hasFigures = existsSync(join(folder, 'figures.csv'))
  await writeFile(join(folder, '_headers'), headersFile(base, settings.published))
  await writeFile(join(folder, 'robots.txt'), robotsFile(base, settings, hasFigures))
  if (address === undefined) return
  const pages = await searchable(folder)
  await writeFile(join(folder, 'sitemap.xml'), sitemapFile(address, pages, updated))
}

/** Matches pages that a search should not find: the error page, the speaker view, offline copies. */
const RE_HIDDEN = /^404\.html$|(?:^|\/)speaker\/|^offline\//

/** Addresses of the pages that one may look for, in order. */
async function searchable(folder: string): Promise<readonly string[]> {
  const files = await Array.fromAsync(glob('**/*.html', { cwd: folder }))
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !RE_HIDDEN.test(file))
    .map(servedAs)
    .toSorted()
}
