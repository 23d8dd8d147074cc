/** Links between files become links to sections, because all files become one page. */
import { dirname, resolve } from 'node:path'
import type { Address, AddressChange } from '../../core/import/addresses.ts'
import { isKey, keyFinder } from '../../core/import/anchors.ts'
import type { Assembled } from '../../core/model/assembled.ts'
import { nameOf } from '../../core/model/ids.ts'
import { decodePercent } from '../../core/text/percent.ts'
import { bookmarksOf } from '../export/narrative/bookmarks.ts'
import { FORMAT_NAMES } from './formats.ts'
import { type MendedPage, withAddresses } from './mend-page.ts'

// Matches "other.md", "../notes/b.docx#part" and "#part", but no address on the web.
const RE_LINK = new RegExp(
  `^(?![a-z][a-z\\d+.-]*:|//)([^?#]*(?:${FORMAT_NAMES.map((name) => `\\${name}`).join('|')}))?(?:#(.*))?$`,
  'i',
)

/** The same pages, with links to the sections and items that they meant. */
export function joinLinks(
  pages: readonly MendedPage[],
  assembled: Assembled,
): readonly MendedPage[] {
  const find = keyFinder(assembled)
  const { items, sections } = assembled.graph.case
  const bookmarks = bookmarksOf([...sections, ...items].map(({ key }) => key))
  const ours = new Map([...bookmarks].map(([key, name]) => [name, key]))
  const byPath = new Map(pages.map((page) => [page.path.toLowerCase(), page]))
  return pages.map((page) =>
    withAddresses(
      page,
      (address) => {
        const [, path, anchor = ''] = RE_LINK.exec(decodePercent(address.url)) ?? []
        if (path === undefined && (anchor === '' || isKey(assembled, anchor)))
          return citationOf(address, anchor, assembled)
        const target = path === undefined ? page.path : resolve(dirname(page.path), path)
        const to = byPath.get(target.toLowerCase())
        const place = to?.anchors?.get(anchor)
        const words = place ? [place.block, place.headings.at(-1) ?? ''] : []
        const key = to && (ours.get(anchor) ?? find(to.name, ...words, anchor))
        if (key === undefined) return undefined
        return citationOf(address, key, assembled) ?? { to: `#${key}` }
      },
      'link',
    ),
  )
}

/** A link whose words are no more than the id or the name of the item to which it leads is a citation. */
function citationOf(
  { words, isBracketed }: Address,
  key: string,
  { graph }: Assembled,
): AddressChange | undefined {
  const item = graph.items.get(key)
  const [, said = ''] = /^\(?\s*([^()]+?)\s*\)?$/.exec(words) ?? []
  const names = item ? [item.id, nameOf(item, graph.kinds)] : []
  if (!names.some((name) => name.toLowerCase() === said.toLowerCase())) return undefined
  return { unlinked: isBracketed || words.includes('(') ? words : `(${words})` }
}
