/** The parts of long pages of a built site: each is read and cut once. */
import { readFile } from 'node:fs/promises'
import { type BuiltSite, fileOf } from './built-site.ts'
import { cutInParts, type PagePart } from './cut.ts'
import { withoutNotes } from './slide-notes.ts'

const known = new WeakMap<BuiltSite, Map<string, Promise<readonly PagePart[]>>>()

/**
 * The parts of a page of a site that stays as it is; `[]` for one that is short, or is not there.
 * @param isSlides Whether it is looked at as slides, without what is said with them.
 */
export function partsOf(
  site: BuiltSite,
  page: string,
  isSlides: boolean,
): Promise<readonly PagePart[]> {
  const pages = known.get(site) ?? new Map<string, Promise<readonly PagePart[]>>()
  const path = fileOf(site, page)
  const parts = pages.get(path) ?? cutPage(path, isSlides)
  known.set(site, pages.set(path, parts))
  return parts
}

async function cutPage(path: string, isSlides: boolean): Promise<readonly PagePart[]> {
  const html = await readFile(path, 'utf8').catch(() => '')
  return cutInParts(isSlides ? withoutNotes(html) : html)
}
