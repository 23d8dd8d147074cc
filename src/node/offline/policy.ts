/** The content security policy of a page that holds everything: it may load nothing at all. */
import { createHash } from 'node:crypto'
import { defaultTreeAdapter, html } from 'parse5'
import { attribute, elementsOf, type Page, type PageElement, remove, textIn } from './tree.ts'

/** Replaces the site's policy by one for this page alone. Nothing may be changed in it afterwards. */
export function setPolicy(page: Page): void {
  const elements = elementsOf(page)
  for (const meta of elements.filter(isPolicy)) remove(meta)
  const charset = elements.find((element) => attribute(element, 'charset') !== undefined)
  const head = elements.find(({ tagName }) => tagName === 'head')
  if (!head) return
  const meta = defaultTreeAdapter.createElement('meta', html.NS.HTML, [
    { name: 'http-equiv', value: 'content-security-policy' },
    { name: 'content', value: policyOf(elements) },
  ])
  const next = charset ? head.childNodes[head.childNodes.indexOf(charset) + 1] : head.childNodes[0]
  if (next) defaultTreeAdapter.insertBefore(head, meta, next)
  else defaultTreeAdapter.appendChild(head, meta)
}

function policyOf(elements: readonly PageElement[]): string {
  return [
    "default-src 'none'",
    `script-src ${sourcesOf(elements.filter(isScript))}`,
    `style-src ${sourcesOf(elements.filter(({ tagName }) => tagName === 'style'))}`,
    'font-src data:',
    'img-src data:',
    'media-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function sourcesOf(elements: readonly PageElement[]): string {
  const hashes = elements.map(
    (element) => `'sha256-${createHash('sha256').update(textIn(element)).digest('base64')}'`,
  )
  return [...new Set(hashes)].join(' ') || "'none'"
}

function isPolicy(element: PageElement): boolean {
  const name = attribute(element, 'http-equiv')?.toLowerCase()
  return element.tagName === 'meta' && name === 'content-security-policy'
}

/** Data in a script element runs nothing. */
function isScript(element: PageElement): boolean {
  return element.tagName === 'script' && !/json/.test(attribute(element, 'type') ?? '')
}
