/** Keeps of an SVG what draws, and says what the rest was. */
import { ATTRIBUTES, ELEMENTS, HTML_ELEMENTS } from './allowed.ts'
import { FONTS, isFont, isLook } from './look.ts'
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
  if (isHtml && element.attributes.hidden !== undefined) {
    found.removed.add(HIDDEN)
    return false
  }
  if (!keepAttributes(element, found)) return false
  const within = keptChildren(element.children, {
    ...way,
    isHtml: isHtml || name === 'foreignObject',
  })
  element.children = name === 'style' ? styles(within, found) : within
  return true
}

/** What nobody sees, wherever it was found. */
export const HIDDEN = 'parts that are hidden'

const EDITORS = 'what an editor wrote for itself'

const NAMES: Readonly<Record<string, string>> = {
  desc: 'description',
  metadata: 'metadata',
  script: 'script',
  title: 'title',
}

/** False where an element leads to another file, and would draw nothing. */
function keepAttributes(element: XastElement, found: SvgTraces): boolean {
  for (const [name, value] of Object.entries(element.attributes)) {
    if (/^(?:xlink:)?href$/.test(name)) {
      const kept = keptAddress(element.name, value, found)
      if (kept === undefined && element.name !== 'a') return false
      if (kept === undefined) delete element.attributes[name]
      else element.attributes[name] = kept
    } else if (name === 'style') {
      const { css, isLess } = cleanStyle(value, 'declarationList')
      if (isLess) found.removed.add(WORDS)
      element.attributes.style = css
    } else if (/^xmlns(?::|$)/.test(name)) {
      if (!RE_SPACE.test(name) || !SPACES.has(value)) delete element.attributes[name]
    } else if (!ATTRIBUTES.has(name)) {
      delete element.attributes[name]
      found.removed.add(EDITORS)
    } else if (/url\(\s*["']?[^#"'\s]/.test(value)) {
      delete element.attributes[name]
      found.removed.add(ELSEWHERE)
    } else if (!isSaid(name, value)) {
      delete element.attributes[name]
      found.removed.add(WORDS)
    }
  }
  return true
}

const ELSEWHERE = 'the address of another file'
const WORDS = 'words that draw nothing'

// Matches "xmlns" and "xmlns:xlink": another prefix is a name that somebody gave.
const RE_SPACE = /^xmlns(?::xlink)?$/

/** What elements here are of. */
const SPACES = new Set([...[SVG, 'http://www.w3.org/1999/xlink', 'http://www.w3.org/1999/xhtml']])

/** Attributes whose names become numbers later, or that are read elsewhere. */
const READ_LATER = new Set([
  ...['id', 'class', 'in', 'in2', 'result', 'begin', 'end'],
  ...['requiredExtensions', 'requiredFeatures'],
])

/** What no animation may make of a drawing. */
const FIXED = new Set(['href', 'xlink:href', 'class', 'style', 'id'])

// Matches "en", "en-GB, cy".
const RE_LANGUAGES = /^\s*[a-z]{2,3}(?:-[a-z\d]{2,4})?(?:\s*,\s*[a-z]{2,3}(?:-[a-z\d]{2,4})?)*\s*$/i

/** Whether an attribute says what it is for, and nothing else. */
function isSaid(name: string, value: string): boolean {
  if (READ_LATER.has(name)) return true
  if (name === 'attributeName') return ATTRIBUTES.has(value.trim()) && !FIXED.has(value.trim())
  if (name === 'systemLanguage') return RE_LANGUAGES.test(value)
  return FONTS.has(name) ? isFont(value) : isLook(value)
}

function keptAddress(element: string, value: string, found: SvgTraces): string | undefined {
  const address = value.trim()
  if (address.startsWith('#') && element !== 'a') return address
  if (/^data:image\//i.test(address) && (element === 'image' || element === 'feImage'))
    return placeholder(found.pictures.push(address) - 1)
  found.removed.add(ELSEWHERE)
  return undefined
}

function styles(children: readonly XastChild[], { removed }: SvgTraces): XastChild[] {
  const css = children.flatMap((child) => ('value' in child ? child.value : [])).join('\n')
  const { css: value, isLess } = cleanStyle(css, 'stylesheet')
  if (isLess) removed.add(WORDS)
  return value === '' ? [] : [{ type: 'text', value }]
}

/** Notes what stands beside elements; none of it stays. */
function note({ type }: Exclude<XastChild, XastElement>, { removed }: SvgTraces): false {
  if (type === 'comment') removed.add('comment')
  return false
}
