/** One page of the site as one file. */
import { carrySpeaker, TO_DECK, TO_SPEAKER } from './carry.ts'
import { embed } from './embed.ts'
import type { SiteFiles } from './files.ts'
import { type LinkContext, relink } from './links.ts'
import { setPolicy } from './policy.ts'
import { elementsOf, readPage, remove, writePage } from './tree.ts'

/**
 * The HTML of a page that needs no other file, with links that fit where it will be.
 * @param given What its links need to know, and whether it does without what only scripts offer.
 * @param speaker Where the speaker view is in the site, for a deck that carries it.
 */
export async function inlinePage(
  files: SiteFiles,
  { withoutScripts, ...given }: Omit<LinkContext, 'base'> & { readonly withoutScripts?: true },
  speaker?: string,
): Promise<string> {
  const context = { ...given, base: files.base }
  let page = readPage(await files.text(context.page))
  if (withoutScripts)
    for (const element of elementsOf(page)) if (element.tagName === 'script') remove(element)
  if (speaker === undefined) relink(page, context)
  else {
    relink(page, { ...context, inside: { [speaker]: TO_SPEAKER } })
    const carried = readPage(await files.text(speaker))
    relink(carried, { ...context, page: speaker, inside: { [context.page]: TO_DECK } })
    page = carrySpeaker(page, carried)
  }
  setPolicy(page, await embed(page, context.page, files))
  return writePage(page)
}
