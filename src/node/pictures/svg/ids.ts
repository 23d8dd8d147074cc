/** Ids of an SVG: editors name layers in them. Those that lead somewhere get numbers, the others go. */
import type { XastElement } from './tree.ts'

// Matches "url(#dots)", "url('#dots')".
const RE_URL = /url\(\s*(["']?)#([^"')]+)\1\s*\)/g

// Matches "#dots" in "#dots > path { … }", and not the colour in "{ fill: #bed }".
const RE_SELECTOR = /#([\w-]+)(?=[^{}]*\{)/g

// Matches "dots.end+1s", of an animation that begins after another.
const RE_TIME = /([\w-]+)(?=\.(?:begin|end|click|mouse\w+))/g

/** Gives new ids to all elements of a file. */
export function renumber(elements: readonly XastElement[]): void {
  const ids = new Set(elements.flatMap(({ attributes }) => attributes.id ?? []))
  const numbers = new Map<string, string>()
  const known = (id: string): string | undefined => {
    if (!ids.has(id)) return undefined
    numbers.set(id, numbers.get(id) ?? `p${numbers.size + 1}`)
    return numbers.get(id)
  }
  const renamed = (text: string, pattern: RegExp): string =>
    text.replace(pattern, (whole, ...groups: readonly string[]) => {
      const id = pattern === RE_URL ? (groups[1] ?? '') : (groups[0] ?? '')
      const to = known(id)
      return to === undefined ? whole : whole.replace(id, to)
    })
  for (const element of elements) {
    for (const [name, value] of Object.entries(element.attributes)) {
      if (name === 'begin' || name === 'end') element.attributes[name] = renamed(value, RE_TIME)
      else if (RE_HREF.test(name)) element.attributes[name] = renamed(value, /^#(.+)$/g)
      else element.attributes[name] = renamed(value, RE_URL)
    }
    if (element.name !== 'style') continue
    for (const child of element.children)
      if ('value' in child) child.value = renamed(renamed(child.value, RE_URL), RE_SELECTOR)
  }
  for (const { attributes } of elements) {
    const to = attributes.id === undefined ? undefined : numbers.get(attributes.id)
    if (to === undefined) delete attributes.id
    else attributes.id = to
  }
}

const RE_HREF = /^(?:xlink:)?href$/
