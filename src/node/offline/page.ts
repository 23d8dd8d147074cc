/** One page of the site as one file. */
import { serialize } from 'parse5'
import { embed } from './embed.ts'
import type { SiteFiles } from './files.ts'
import { type Journey, relink } from './links.ts'
import { setPolicy } from './policy.ts'
import { readPage } from './tree.ts'

/** The HTML of a page that needs no other file, with links that fit where it will be. */
export async function wholePage(files: SiteFiles, journey: Omit<Journey, 'base'>): Promise<string> {
  const page = readPage(await files.text(journey.page))
  relink(page, { ...journey, base: files.base })
  await embed(page, journey.page, files)
  setPolicy(page)
  return serialize(page)
}
