/** Which addresses a link may lead to. A page that runs what an address says is no page to publish. */

import { attributeOf, type Node, walk } from '../syntax/tree.ts'
import { rootedPath } from './paths.ts'

/** What an address that names a scheme may start with; one that names none stays in the site. */
export const SAFE_SCHEMES = ['https', 'http', 'mailto', 'tel'] as const

/** A link that no output keeps. */
interface UnsafeLink {
  /** As typed, entities read. */
  readonly url: string
  /** `javascript`, in small letters. */
  readonly scheme: string
  readonly node: Node
}

// Browsers pass over these before and inside a scheme: "java\tscript:".
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const RE_PASSED_OVER = /[\u0000-\u0020]/g
// Matches "javascript:".
const RE_SCHEME = /^([a-z][a-z\d+.-]*):/i

/** The scheme of an address that no link may have, in small letters; `undefined` for a safe one. */
export function unsafeSchemeOf(address: string): string | undefined {
  const scheme = RE_SCHEME.exec(address.replace(RE_PASSED_OVER, ''))?.[1]?.toLowerCase()
  return SAFE_SCHEMES.some((safe) => safe === scheme) ? undefined : scheme
}

/** Every link of a tree that is not safe, in order, however it is written. */
export function unsafeLinksIn(tree: Node): readonly UnsafeLink[] {
  const defined = definedIn(tree)
  return [...walk(tree)].flatMap((node): readonly UnsafeLink[] => {
    const url = addressesOf(node, defined).find((one) => unsafeSchemeOf(one) !== undefined)
    return url === undefined ? [] : [{ url, scheme: unsafeSchemeOf(url) ?? '', node }]
  })
}

/** Every link of a tree whose address names neither scheme nor host, in order: it stays in the site. */
export function siteLinksIn(tree: Node): readonly { readonly url: string; readonly node: Node }[] {
  const defined = definedIn(tree)
  return [...walk(tree)].flatMap((node) =>
    addressesOf(node, defined)
      .filter((url) => url !== '' && !url.startsWith('//') && !RE_SCHEME.test(url))
      .map((url) => ({ url, node })),
  )
}

/** The same tree, with the words alone of each link that is not safe; itself where all are. */
export function withoutUnsafeLinks(tree: Node): Node {
  const unsafe = new Set(unsafeLinksIn(tree).map(({ node }) => node))
  return unsafe.size === 0 ? tree : { ...tree, children: kept(tree, unsafe) }
}

/** The same tree, in which links to other files start from the top of the case: a link knows not where it stands. */
export function withRootedLinks(node: Node, file: string): Node {
  const children = node.children?.map((child) => withRootedLinks(child, file))
  const below = children ? { ...node, children } : node
  const { type, url = '' } = node
  if (type === 'link' || type === 'definition') return { ...below, url: rootedPath(url, file) }
  const href = node.name === 'a' ? attributeOf(node, 'href') : undefined
  if (href === undefined || rootedPath(href, file) === href) return below
  return {
    type: 'link',
    url: rootedPath(href, file),
    children: children ?? [],
    position: node.position,
  }
}

function kept({ children = [] }: Node, unsafe: ReadonlySet<Node>): readonly Node[] {
  return children.flatMap((node) => {
    if (unsafe.has(node) && node.attributes === undefined) return kept(node, unsafe)
    const attributes = unsafe.has(node)
      ? { attributes: node.attributes?.filter(({ name }) => name !== 'href') ?? [] }
      : {}
    const below = node.children ? { children: kept(node, unsafe) } : {}
    return [{ ...node, ...below, ...attributes }]
  })
}

/** Definition → its address: `[map]: https://…` */
function definedIn(tree: Node): ReadonlyMap<string, string> {
  return new Map(
    [...walk(tree)]
      .filter(({ type }) => type === 'definition')
      .map(({ identifier = '', url = '' }) => [identifier, url] as const),
  )
}

function addressesOf(node: Node, defined: ReadonlyMap<string, string>): readonly string[] {
  if (node.type === 'link') return [node.url ?? '']
  if (node.type === 'linkReference') return [defined.get(node.identifier ?? '') ?? '']
  // The only attribute with which an element may lead somewhere: see `syntax/markup.ts`.
  return [attributeOf(node, 'href') ?? []].flat()
}
