/** A style sheet of the site with its fonts and pictures inside. */
import { targetOf } from './addresses.ts'
import type { SiteFiles } from './files.ts'

// Matches url(/_astro/font.woff2), url("a b.svg"); not what is inside already: url(data:…), url(#id).
const RE_URL = /url\(\s*(?:"(?!data:|#)([^"]*)"|'(?!data:|#)([^']*)'|(?!data:|#)([^"')\s]+))\s*\)/g

/** Text of a style sheet that needs no other file. What comes from other hosts stays as it is. */
export async function inlineStyle(files: SiteFiles, path: string): Promise<string> {
  const css = await files.text(path)
  const inside = new Map<string, string>()
  for (const [whole, double, single, bare] of css.matchAll(RE_URL)) {
    const target = targetOf(double ?? single ?? bare ?? '', path, files.base)
    if (target && files.has(target.path))
      inside.set(whole, `url("${await files.dataUri(target.path)}")`)
  }
  return inStyleTags(css.replace(RE_URL, (whole) => inside.get(whole) ?? whole))
}

/** Escapes what would end the element that holds a style sheet. */
export function inStyleTags(css: string): string {
  return css.replace(/<\/(?=style)/gi, '<\\/')
}
