/** The style of an SVG: of its rules and declarations those that draw, with no name that an editor gave. */
import { type CssNode, generate, walk } from 'css-tree'
import { parseCss } from '../../../core/text/css.ts'
import { FONTS, isFont, isLook } from './look.ts'

/** What stays where the rest is not known. */
interface Kept {
  readonly css: string
  /** Whether something else went than what only editors read. */
  readonly isLess: boolean
}

// Matches "url(map.png)", "url('data:image/png;base64,…')", and not "url(#dots)" or a font in the text.
const RE_OTHER =
  /url\(\s*(?!["']?(?:#|data:(?:application\/(?:x-)?font|font)))(?:"[^"]*"|'[^']*'|[^)]*)\s*\)/gi

// Matches "-inkscape-stroke: none".
const RE_OF_EDITORS = /^-(?:inkscape|adobe|sodipodi)-/i

/** Rules that stay, if all that they ask for is known. */
const RULES = new Set(['font-face', 'keyframes', 'media', 'supports'])

/**
 * The same style, of which each declaration draws.
 * @param context `declarationList` for an attribute
 */
export function cleanStyle(css: string, context: 'declarationList' | 'stylesheet'): Kept {
  const sheet = parseCss(css.replace(RE_OTHER, 'none'), { context, ...AS_WRITTEN })
  const own = new Set(keyframesIn(sheet))
  let isLess = false
  walk(sheet, (node, item, list) => {
    if (!item || !list || isDrawn(node, own)) return
    list.remove(item)
    isLess ||= node.type !== 'Comment' && !RE_OF_EDITORS.test(node.property ?? '')
  })
  return { css: generate(sheet), isLess }
}

/** How css-tree is to read: values and media queries stay as they are written. */
export const AS_WRITTEN = { parseValue: false, parseAtrulePrelude: false } as const

function isDrawn(node: CssNode, own: ReadonlySet<string>): boolean {
  if (node.type === 'Raw' || node.type === 'Comment') return false
  // A "::before" draws nothing here, and svgo does not know it.
  if (node.type === 'Rule')
    return node.prelude?.type === 'SelectorList' && !generate(node.prelude).includes('::')
  if (node.type === 'Atrule') return isRule(node, own)
  if (node.type !== 'Declaration') return true
  if (RE_OF_EDITORS.test(node.property)) return false
  const value = wordsOf(node.value)
  return isLook(node.property) && (FONTS.has(node.property) ? isFont(value) : isLook(value, own))
}

function isRule(node: CssNode, own: ReadonlySet<string>): boolean {
  if (!RULES.has(nameOf(node)) || !isLook(wordsOf(node.prelude), own)) return false
  // What is on paper alone, or on screens alone, is seen by half of the readers.
  const isPart = nameOf(node) === 'media' || nameOf(node) === 'supports'
  return !isPart || !RE_HIDES.test(generate(node))
}

const RE_HIDES =
  /[{;](?:display|visibility|opacity|fill-opacity|font-size|font|content-visibility):/

function keyframesIn(sheet: CssNode): readonly string[] {
  const names: string[] = []
  walk(sheet, (node) => {
    if (node.type === 'Atrule' && nameOf(node) === 'keyframes') names.push(wordsOf(node.prelude))
  })
  return names
}

/** What a node is called. */
export function nameOf({ name }: CssNode): string {
  return typeof name === 'string' ? name : name.name
}

/** What stands in a value or question that was left as it is written. */
export function wordsOf(value: unknown): string {
  return value === null ? '' : String((value as { readonly value?: unknown }).value ?? '').trim()
}
