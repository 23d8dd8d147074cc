/** XML, written as values: names, attributes and what stands inside. */

/** The first line of a part. */
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

type Attributes = Readonly<Record<string, string | number | undefined>>

/** One element. Attributes without a value are left out; the children are markup already. */
export function el(name: string, attributes: Attributes = {}, ...children: string[]): string {
  const shown = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
  const inside = children.join('')
  return inside === ''
    ? `<${name}${shown.join('')}/>`
    : `<${name}${shown.join('')}>${inside}</${name}>`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Text as markup, for content and quoted attributes. Characters that XML cannot hold go. */
export function escapeXml(text: string): string {
  return text
    .replace(RE_FORBIDDEN, '')
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)
}

// Matches what XML 1.0 has no way to write.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is for
export const RE_FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
