/** XML, written as values: names, attributes and what stands inside. For HTML and SVG too. */

/** The first line of a file. */
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

/**
 * Text as markup, for content and for attributes in `"`. What XML cannot hold is left out; where it stands
 * between words, such as a form feed, a space takes its place.
 */
export function escapeXml(text: string): string {
  return text
    .replace(RE_FORBIDDEN, (sign) => (sign.trim() === '' ? ' ' : ''))
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}

/** Markup without tags as text: the five entities that XML itself names are read. */
export function unescapeXml(markup: string): string {
  return markup.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => SIGNS[entity] ?? entity)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

const SIGNS = Object.fromEntries(Object.entries(ENTITIES).map(([sign, entity]) => [entity, sign]))

/** Matches what XML 1.0 has no way to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is for
export const RE_FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
