/** What style sheets and attributes say of the looks of words: bold, italic, size, hidden. */
import { attributeOf, childrenOf, type Html, type HtmlElement, isElement } from '../html-tree.ts'

/** What is said of an element itself; absent where nothing is. */
export interface Look {
  readonly isBold?: boolean
  readonly isItalic?: boolean
  readonly isStruck?: boolean
  readonly isHidden?: boolean
  /** Points. */
  readonly size?: number
}

/** Finds what a page says of the looks of an element itself, without those around it. */
export type LookOf = (element: HtmlElement) => Look

// Matches "selectors { declarations }", without rules inside rules.
const RE_RULE = /(?<![^{}])([^{}]+)\{([^{}]*)\}/g
// Matches a selector that names one tag, one class or both: "h1", ".c5", "p.title".
const RE_PLAIN_SELECTOR = /^([a-z][a-z\d]*)?(?:\.([\w-]+))?$/i

/** Reads the style sheets of a page. Selectors of more than one tag and one class mean nothing here. */
export function looksOf(nodes: readonly Html[]): LookOf {
  const rules = new Map<string, Look>()
  for (const sheet of sheetsIn(nodes)) {
    const plain = sheet
      .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '')
      .replace(/@(?:import|charset)[^;]*(?:;|$)/g, '')
    for (const [, selectors = '', body = ''] of plain.matchAll(RE_RULE)) {
      const look = readLook(body)
      for (const selector of selectors.split(',').map((each) => each.trim().toLowerCase()))
        if (RE_PLAIN_SELECTOR.test(selector) && selector !== '')
          rules.set(selector, { ...rules.get(selector), ...look })
    }
  }
  return (element) => {
    const name = element.tagName
    const classes = (attributeOf(element, 'class') ?? '').toLowerCase().split(/\s+/).filter(Boolean)
    const found = [
      rules.get(name),
      ...classes.map((each) => rules.get(`.${each}`)),
      ...classes.map((each) => rules.get(`${name}.${each}`)),
      readLook(attributeOf(element, 'style') ?? ''),
      ownLook(element),
    ]
    return Object.assign({}, ...found)
  }
}

function sheetsIn(nodes: readonly Html[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return []
    if (node.tagName !== 'style') return sheetsIn(childrenOf(node))
    return [node.childNodes.map((child) => ('value' in child ? child.value : '')).join('')]
  })
}

/** What our own readers say, and the tags of old. */
function ownLook(element: HtmlElement): Look {
  const size = attributeOf(element, 'data-size')
  return {
    ...(element.tagName === 'b' || element.tagName === 'strong' ? { isBold: true } : {}),
    ...(attributeOf(element, 'data-bold') === undefined ? {} : { isBold: true }),
    ...(size === undefined ? {} : { size: Number(size) }),
    ...(attributeOf(element, 'hidden') === undefined ? {} : { isHidden: true }),
    ...(weightOf(attributeOf(element, 'style') ?? '') === false ? { isBold: false } : {}),
  }
}

/** Points in one of each unit of CSS. */
const POINTS: Readonly<Record<string, number>> = { pt: 1, px: 0.75, in: 72, cm: 28.35, mm: 2.835 }

function readLook(declarations: string): Look {
  const value = (name: string): string | undefined =>
    new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([^;!]+)`, 'i').exec(declarations)?.[1]?.trim()
  const bold = weightOf(declarations)
  const style = value('font-style')
  const line = value('text-decoration(?:-line)?')
  const [, number = '', unit = ''] =
    /^([\d.]+)(pt|px|in|cm|mm)$/i.exec(value('font-size') ?? '') ?? []
  const size = Number(number) * (POINTS[unit.toLowerCase()] ?? 0)
  const isHidden =
    value('display') === 'none' || value('visibility') === 'hidden' || value('mso-hide') === 'all'
  return {
    ...(bold === undefined ? {} : { isBold: bold }),
    ...(style === undefined ? {} : { isItalic: /italic|oblique/i.test(style) }),
    ...(line === undefined ? {} : { isStruck: /line-through/i.test(line) }),
    ...(size > 0 ? { size } : {}),
    ...(isHidden ? { isHidden } : {}),
  }
}

function weightOf(declarations: string): boolean | undefined {
  const weight = /(?:^|[;\s])font-weight\s*:\s*(\w+)/i.exec(declarations)?.[1]
  if (weight === undefined) return undefined
  return /^bold/i.test(weight) || Number(weight) >= 600
}
