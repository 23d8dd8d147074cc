/** One page of the site as one file. */
import { serialize } from 'parse5'
import { embed } from './embed.ts'
import type { SiteFiles } from './files.ts'
import { type LinkContext, relink } from './links.ts'
import { setPolicy } from './policy.ts'
import { readPage } from './tree.ts'

/** The HTML of a page that needs no other file, with links that fit where it will be. */
export async function inlinePage(
  files: SiteFiles,
  context: Omit<LinkContext, 'base'>,
): Promise<string> {
  const page = readPage(await files.text(context.page))
  relink(page, { ...context, base: files.base })
  setPolicy(page, await embed(page, context.page, files))
  return serialize(page)
}
