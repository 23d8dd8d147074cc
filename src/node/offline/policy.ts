/**
 * The content security policy of a page that holds everything: it may load nothing at all, and run our
 * own scripts alone. What else stands on the page gets no hash, so it cannot run, whoever wrote it.
 */
import { createHash } from 'node:crypto'
import type { Embedded } from './embed.ts'
import {
  attribute,
  elementsOf,
  insertBefore,
  type Page,
  type PageElement,
  remove,
  textIn,
} from './tree.ts'

/**
 * Replaces the site's policy by one for this page alone. Nothing may be changed in it afterwards.
 * @param embedded What holds a style sheet or script of the site. Besides that, ours is what the site's
 *   policy names by its hash.
 */
export function setPolicy(page: Page, embedded: Embedded): void {
  const elements = elementsOf(page)
  const policies = elements.filter(isPolicy)
  const head = elements.find(({ tagName }) => tagName === 'head')
  const first = head?.kids.filter((element) => !policies.includes(element))
  // What tells the letters of the page stands before all else.
  const charset = first?.findIndex((element) => attribute(element, 'charset') !== undefined) ?? -1
  const next = first?.[charset + 1]
  if (!next) throw new Error('A page has no head')
  // Astro writes one, into the head; what stands below is of the case.
  const sites = policies.find(({ parent }) => parent === head)
  const named = hashesIn((sites && attribute(sites, 'content')) ?? '')
  for (const meta of policies) remove(meta)
  const own = (tagName: string) =>
    elements
      .filter((element) => element.tagName === tagName && !isData(element))
      .map((element) => ({ element, hash: hashOf(textIn(element)) }))
      .filter(({ element, hash }) => embedded.elements.has(element) || named.has(hash))
  const added = embedded.added === undefined ? [] : [{ hash: hashOf(embedded.added) }]
  const policy = policyOf([...added, ...own('script')], own('style'))
  insertBefore(next, `<meta http-equiv="content-security-policy" content="${policy}">`)
}

interface Hashed {
  readonly hash: string
}

function policyOf(scripts: readonly Hashed[], styles: readonly Hashed[]): string {
  return [
    "default-src 'none'",
    `script-src ${sourcesOf(scripts)}`,
    `style-src ${sourcesOf(styles)}`,
    'font-src data:',
    'img-src data:',
    'media-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function sourcesOf(own: readonly Hashed[]): string {
  return [...new Set(own.map(({ hash }) => hash))].join(' ') || "'none'"
}

/** How a policy names a script or a style by what it holds. */
export function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

// Matches "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='".
const RE_HASH = /'sha256-[A-Za-z\d+/]{43}='/g

function hashesIn(policy: string): ReadonlySet<string> {
  return new Set(policy.match(RE_HASH))
}

function isPolicy(element: PageElement): boolean {
  if (element.tagName !== 'meta') return false
  return attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy'
}

/** Data in a script element runs nothing. */
function isData(element: PageElement): boolean {
  return element.tagName === 'script' && /json/.test(attribute(element, 'type') ?? '')
}
