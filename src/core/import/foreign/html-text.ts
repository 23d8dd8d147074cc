/** Words as text of HTML. */

/** HTML in elements, the first outermost: `('Now', ['b', 'i'])` → `<b><i>Now</i></b>`. */
export function inElements(html: string, names: readonly string[]): string {
  return names.reduceRight((inner, name) => `<${name}>${inner}</${name}>`, html)
}

/** `risk-register_v2` → `Risk register v2`. */
export function sentenceOf(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').replace(/\s+/g, ' ').trim()
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
