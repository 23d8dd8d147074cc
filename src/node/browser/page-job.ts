/** How long a browser may take for a page of the built site. */
import { stat } from 'node:fs/promises'
import { type BuiltSite, fileOf } from './built-site.ts'
import type { Job } from './job.ts'

/** For any page, and for each million bytes of HTML besides, seconds: some twenty times what they take. */
const LONGEST = { page: 180, megabyte: 240 } as const

/**
 * The job of doing something with a page.
 * @param what `printing deck/index.html`
 */
export async function jobOf(what: string, site: BuiltSite, page: string): Promise<Job> {
  // A missing page is reported when it is opened.
  const bytes = await stat(fileOf(site, page)).then(
    ({ size }) => size,
    () => 0,
  )
  return jobFor(what, bytes)
}

/**
 * The same of so much HTML.
 * @param bytes of HTML
 */
export function jobFor(what: string, bytes: number): Job {
  return {
    what,
    seconds: LONGEST.page + (LONGEST.megabyte * bytes) / 1e6,
    hint: 'Look for pictures and diagrams that are extreme there',
  }
}
