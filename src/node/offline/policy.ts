/**
 * The content security policy of a page that holds everything: it may load nothing at all, and run our
 * own scripts alone. What else stands on the page gets no hash, so it cannot run, whoever wrote it.
 */
import { createHash } from 'node:crypto'
import { defaultTreeAdapter, html } from 'parse5'
import { attribute, elementsOf, type Page, type PageElement, remove, textIn } from './tree.ts'

/**
 * Replaces the site's policy by one for this page alone. Nothing may be changed in it afterwards.
 * @param embedded Elements that hold a style sheet or script of the site. Besides them, ours are those
 *   that the site's policy names by their hashes.
 */
export function setPolicy(page: Page, embedded: ReadonlySet<PageElement>): void {
  const elements = elementsOf(page)
  const policies = elements.filter(isPolicy)
  const charset = elements.find((element) => attribute(element, 'charset') !== undefined)
  const head = elements.find(({ tagName }) => tagName === 'head')
  if (!head) throw new Error('A page has no head')
  // Astro writes one, into the head; what stands below is of the case.
  const sites = policies.find(({ parentNode }) => parentNode === head)
  const named = hashesIn((sites && attribute(sites, 'content')) ?? '')
  for (const meta of policies) remove(meta)
  const own = (tagName: string) =>
    elements
      .filter((element) => element.tagName === tagName && !isData(element))
      .map((element) => ({ element, hash: hashOf(textIn(element)) }))
      .filter(({ element, hash }) => embedded.has(element) || named.has(hash))
  const meta = defaultTreeAdapter.createElement('meta', html.NS.HTML, [
    { name: 'http-equiv', value: 'content-security-policy' },
    { name: 'content', value: policyOf(own('script'), own('style')) },
  ])
  const next = charset ? head.childNodes[head.childNodes.indexOf(charset) + 1] : head.childNodes[0]
  if (next) defaultTreeAdapter.insertBefore(head, meta, next)
  else defaultTreeAdapter.appendChild(head, meta)
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
  const name = attribute(element, 'http-equiv')?.toLowerCase()
  return element.tagName === 'meta' && name === 'content-security-policy'
}

/** Data in a script element runs nothing. */
function isData(element: PageElement): boolean {
  return element.tagName === 'script' && /json/.test(attribute(element, 'type') ?? '')
}
