/** Where the links of a page lead once it has left the site. */
import { addressFrom, type SiteTarget, servedAs, targetOf } from './addresses.ts'
import {
  attribute,
  closestWith,
  elementsOf,
  isDrawn,
  type Page,
  type PageElement,
  remove,
  rename,
  setAttributes,
} from './tree.ts'

/** A page that goes offline, and what its links need to know. */
export interface LinkContext {
  /** Where the page is in the site: `deck/index.html`. */
  readonly page: string
  /** Path under which the site is served: `/prototype/`. */
  readonly base: string
  /** Where the page will be: `deck.html`. */
  readonly file: string
  /** Where a file of the site will be; undefined for one that is not taken along. */
  readonly placeOf: (path: string) => string | undefined
  /** Other pages that the file holds, each with what asks for it there: `?speaker`. */
  readonly inside?: Readonly<Record<string, string>>
  /** Where the case is published. Links to what is not taken along lead there. */
  readonly address?: string | undefined
}

/** Set on what is removed when a link in it leads nowhere: `, PDF of this page` in a list. */
const OPTIONAL = 'data-optional'

/**
 * Mends every link of a page. A link to a file that is not taken along leads to the published case.
 * If there is none, its words stay as plain text, or are removed where they are marked as optional.
 */
export function relink(page: Page, context: LinkContext): void {
  for (const element of elementsOf(page)) {
    if (element.tagName === 'a' || element.tagName === 'area') mend(element, context)
  }
}

function mend(link: PageElement, context: LinkContext): void {
  const href = attribute(link, 'href')
  const target = href === undefined ? undefined : targetOf(href, context.page, context.base)
  if (!target) return
  const to = newAddressOf(target, context)
  if (to === undefined) drop(link)
  else if (to !== href) setAttributes(link, { href: to })
}

function newAddressOf({ path, rest }: SiteTarget, context: LinkContext): string | undefined {
  if (path === context.page) return rest || '#'
  const inside = context.inside?.[path]
  if (inside !== undefined) return inside + rest
  const place = context.placeOf(path)
  if (place !== undefined) return addressFrom(context.file, place) + rest
  if (context.address === undefined) return undefined
  return new URL(servedAs(path) + rest, context.address.replace(/\/?$/, '/')).href
}

function drop(link: PageElement): void {
  const around = closestWith(link, OPTIONAL)
  if (around) {
    remove(around)
    return
  }
  const gone = ['href', 'download', 'target', 'rel']
  setAttributes(link, Object.fromEntries(gone.map((name) => [name, undefined])))
  rename(link, isDrawn(link) ? 'g' : 'span')
}
