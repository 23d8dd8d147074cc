/** Keeps of an SVG what draws, and says what the rest was. */
import { ATTRIBUTES, ELEMENTS, HTML_ELEMENTS } from './allowed.ts'
import { cleanStyle } from './style.ts'
import type { XastChild, XastElement, XastRoot } from './tree.ts'

/** What was found on the way. */
export interface SvgTraces {
  /** In words for people. */
  readonly removed: Set<string>
  /** Pictures within it, as addresses that hold them: they are to be cleaned too. */
  readonly pictures: string[]
}

const SVG = 'http://www.w3.org/2000/svg'

/** Where a picture within was: its number in `SvgTraces.pictures`. */
export const placeholder = (index: number): string => `data:,throughline-${index}-`

/**
 * Takes everything out of a tree that draws nothing.
 * @returns whether it is an SVG at all
 */
export function keepDrawn(root: XastRoot, found: SvgTraces): boolean {
  root.children = root.children.filter((child) => child.type === 'element' || note(child, found))
  const svg = root.children[0]
  if (svg?.type !== 'element' || root.children.length > 1) return false
  const prefix = /^(\w+):svg$/.exec(svg.name)?.[1]
  const space = svg.attributes[prefix === undefined ? 'xmlns' : `xmlns:${prefix}`]
  if ((prefix === undefined && svg.name !== 'svg') || space !== SVG) return false
  const kept = keptChildren(root.children, { found, prefix, isHtml: false })
  for (const one of kept) if (one.type === 'element') one.attributes.xmlns = SVG
  root.children = kept
  return kept.length === 1
}

interface Way {
  readonly found: SvgTraces
  /** `svg` where elements are written `<svg:rect>`. */
  readonly prefix: string | undefined
  readonly isHtml: boolean
}

function keptChildren(children: readonly XastChild[], way: Way): XastChild[] {
  return children.filter((child) => {
    if (child.type === 'text' || child.type === 'cdata') return true
    return child.type === 'element' ? keepElement(child, way) : note(child, way.found)
  })
}

/** Whether the element stays; what stays of it is in it. */
function keepElement(element: XastElement, way: Way): boolean {
  const { found, prefix, isHtml } = way
  const start = `${prefix ?? 'svg'}:`
  const name = element.name.startsWith(start) ? element.name.slice(start.length) : element.name
  if (!ELEMENTS.has(name) && !(isHtml && HTML_ELEMENTS.has(name))) {
    found.removed.add(NAMES[name] ?? (name.includes(':') ? EDITORS : 'parts that no picture needs'))
    return false
  }
  element.name = name
  if (!keepAttributes(element, found)) return false
  const within = keptChildren(element.children, {
    ...way,
    isHtml: isHtml || name === 'foreignObject',
  })
  element.children = name === 'style' ? styles(within) : within
  return true
}

const EDITORS = 'what an editor wrote for itself'

const NAMES: Readonly<Record<string, string>> = {
  desc: 'a description',
  metadata: 'metadata',
  script: 'a script',
  title: 'a title',
}

/** False where an element leads to another file, and would draw nothing. */
function keepAttributes(element: XastElement, found: SvgTraces): boolean {
  for (const [name, value] of Object.entries(element.attributes)) {
    if (/^(?:xlink:)?href$/.test(name)) {
      const kept = keptAddress(element.name, value, found)
      if (kept === undefined && element.name !== 'a') return false
      if (kept === undefined) delete element.attributes[name]
      else element.attributes[name] = kept
    } else if (name === 'style') element.attributes.style = cleanStyle(value)
    else if (!ATTRIBUTES.has(name)) {
      delete element.attributes[name]
      if (!name.startsWith('xmlns')) found.removed.add(EDITORS)
    } else if (/url\(\s*["']?[^#"'\s]/.test(value)) {
      delete element.attributes[name]
      found.removed.add(ELSEWHERE)
    }
  }
  return true
}

const ELSEWHERE = 'the address of another file'

function keptAddress(element: string, value: string, found: SvgTraces): string | undefined {
  const address = value.trim()
  if (address.startsWith('#') && element !== 'a') return address
  if (/^data:image\//i.test(address) && (element === 'image' || element === 'feImage'))
    return placeholder(found.pictures.push(address) - 1)
  found.removed.add(ELSEWHERE)
  return undefined
}

function styles(children: readonly XastChild[]): XastChild[] {
  const css = children.flatMap((child) => ('value' in child ? child.value : [])).join('\n')
  const value = cleanStyle(css)
  return value === '' ? [] : [{ type: 'text', value }]
}

/** Notes what stands beside elements; none of it stays. */
function note({ type }: Exclude<XastChild, XastElement>, { removed }: SvgTraces): false {
  if (type === 'comment') removed.add('a comment')
  return false
}
