/** Ids of an SVG: editors name layers in them. Those that lead somewhere get numbers, the others go. */
import { isLook } from './look.ts'
import type { XastElement } from './tree.ts'

// Matches "url(#dots)", "url('#dots')".
const RE_URL = /url\(\s*(["']?)#([^"')]+)\1\s*\)/g

// Matches "#dots" in "#dots > path { … }", and not the colour in "{ fill: #bed }".
const RE_SELECTOR = /#([\w-]+)(?=[^{}]*\{)/g

// Matches "--dark", of a style.
const RE_PROPERTY = /(?<=--)([a-z][\w-]*)/gi

// Matches the names by which filters hand on what they made.
const RE_RESULT = /^(?:in2?|result)$/

// Matches "dots.end+1s", of an animation that begins after another.
const RE_TIME = /([\w-]+)(?=\.(?:begin|end|click|mouse\w+))/g

/** Gives new ids to all elements of a file. */
export function renumber(elements: readonly XastElement[]): void {
  const numbers = new Map<string, string>()
  const numberOf = (name: string): string => {
    numbers.set(name, numbers.get(name) ?? `p${numbers.size + 1}`)
    return numbers.get(name) ?? name
  }
  const renamed = (text: string, pattern: RegExp): string =>
    text.replace(pattern, (whole, ...groups: readonly string[]) => {
      const id = pattern === RE_URL ? (groups[1] ?? '') : (groups[0] ?? '')
      // Not the "r" in "url(#r)".
      return whole === id ? numberOf(id) : whole.replace(`#${id}`, `#${numberOf(id)}`)
    })
  for (const element of elements) {
    for (const [name, value] of Object.entries(element.attributes)) {
      if (name === 'begin' || name === 'end') {
        const times = renamed(value, RE_TIME)
        if (isLook(times.replace(/\bp\d+\./g, ''))) element.attributes[name] = times
        else delete element.attributes[name]
      } else if (RE_HREF.test(name)) element.attributes[name] = renamed(value, /^#(.+)$/g)
      else if (RE_RESULT.test(name) && !isLook(value)) element.attributes[name] = numberOf(value)
      else element.attributes[name] = renamed(renamed(value, RE_URL), RE_PROPERTY)
    }
    if (element.name !== 'style') continue
    for (const child of element.children)
      if ('value' in child)
        child.value = renamed(renamed(renamed(child.value, RE_URL), RE_SELECTOR), RE_PROPERTY)
  }
  for (const { attributes } of elements) {
    const to = attributes.id === undefined ? undefined : numbers.get(attributes.id)
    if (to === undefined) delete attributes.id
    else attributes.id = to
  }
}

const RE_HREF = /^(?:xlink:)?href$/
