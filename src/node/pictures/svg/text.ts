/** The text of an SVG file, and its first tag. */

/** Decoded by the mark with which it begins, else as UTF-8. */
export function readSvg(bytes: Uint8Array): string {
  const [first, second] = bytes
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-16be'
  const isWide = wide === 'utf-16le' || (first === 0xfe && second === 0xff)
  const text = new TextDecoder(isWide ? wide : 'utf-8').decode(bytes)
  // It is no longer in the encoding that it names.
  return text.replace(/^(\s*<\?xml\b[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/, '$1')
}

// Matches `<svg xmlns="…" width="1e9">` and `<svg:svg …`, up to the end of the tag.
const RE_ROOT = /<(?:\w+:)?svg(?=[\s>/])(?:[^>"']|"[^"]*"|'[^']*')*/

// Matches what may stand before it: comments, and what XML says of itself.
const RE_ASIDE = /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)/g

/** The first tag, without its end; undefined where there is none. */
export function svgRootOf(svg: string): string | undefined {
  return RE_ROOT.exec(svg.replace(RE_ASIDE, ''))?.[0]
}

// Matches `width="100%"`.
const RE_ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** The attributes of a tag. */
export function attributesOf(tag: string): Readonly<Record<string, string>> {
  const found = [...tag.matchAll(RE_ATTRIBUTE)]
  return Object.fromEntries(found.map(([, name = '', ...values]) => [name, values.join('')]))
}
