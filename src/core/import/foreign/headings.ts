/** Headings of a page: by their tags, and by their looks where nobody gave them a tag. */
import {
  attributeOf,
  childrenOf,
  type Html,
  type HtmlElement,
  isElement,
  lineTextOf,
  rawTextOf,
} from '../html-tree.ts'
import { closest, elementsBelow, parentOf, rename, unwrap } from './edit-tree.ts'
import type { Look, LookOf } from './looks.ts'

/** Elements in which a line is no heading, whatever it looks like. */
const NO_HEADINGS = new Set(['table', 'li', 'blockquote', 'Note', 'pre', 'figure', 'dl', 'Notes'])

/** A heading is a line, and no sentence. */
const LONGEST_HEADING = 100

/** How much larger than the text a bold line is that is a heading. */
const LARGER = 1.08
/** How much larger a line is that is a heading without being bold. */
const MUCH_LARGER = 1.3

/**
 * Makes headings of paragraphs that look like one: a bold line alone in larger type, or in any type
 * where a document has no headings at all. Returns a sentence for each.
 */
export function headingsByLooks(nodes: readonly Html[], lookOf: LookOf): readonly string[] {
  const elements = elementsBelow(nodes)
  const lines = elements
    .filter(isLine)
    .map((element) => ({ element, ...lookOfLine(element, lookOf) }))
  const body = commonestSize(lines)
  const hasHeadings = elements.some(({ tagName }) => /^h[1-6]$/.test(tagName))
  const found = lines.filter(({ element, isBold, size, words }, index) => {
    if (!isHeadingLike(words) || closest(element, NO_HEADINGS)) return false
    if (attributeOf(element, 'data-title') !== undefined) return false
    const ratio = size !== undefined && body !== undefined ? size / body : 1
    if (ratio >= MUCH_LARGER || (isBold && ratio >= LARGER)) return true
    const next = lines[index + 1]
    return isBold && !hasHeadings && next !== undefined && !next.isBold
  })
  const sizes = [...new Set(found.map(({ size }) => size ?? 0))].toSorted((a, b) => b - a)
  const isTitled = elements.some(({ tagName }) => tagName === 'h1') || !isAlone(found, sizes)
  return found.map(({ element, size, words }) => {
    const level = Math.min(6, sizes.indexOf(size ?? 0) + (isTitled ? 2 : 1))
    rename(element, `h${level}`)
    return `"${shortened(words)}": a heading by its looks`
  })
}

/** Whether only the first line has the largest size: then it is the title. */
function isAlone(found: readonly { readonly size?: number }[], sizes: readonly number[]): boolean {
  const [first, ...others] = found
  return (
    sizes.length > 1 && first?.size === sizes[0] && others.every(({ size }) => size !== sizes[0])
  )
}

/**
 * Sets the levels: one title, and everything else below it. Returns whether the page has a title.
 */
export function levelHeadings(nodes: readonly Html[]): boolean {
  const elements = elementsBelow(nodes)
  const isHeading = ({ tagName }: HtmlElement): boolean => /^h[1-6]$/.test(tagName)
  const [title, ...otherTitles] = elements.filter(
    (each) => attributeOf(each, 'data-title') !== undefined && rawTextOf(each).trim() !== '',
  )
  const headings = elements.filter(
    (each) => isHeading(each) && rawTextOf(each).trim() !== '' && each !== title,
  )
  const first = headings.filter(({ tagName }) => tagName === 'h1')
  const isTop = title !== undefined && first.length > 0
  const isMany = title === undefined && first.length > 1
  if (isTop || isMany)
    for (const each of headings) rename(each, `h${Math.min(6, Number(each.tagName[1]) + 1)}`)
  if (title) rename(title, 'h1')
  for (const each of otherTitles) if (!isHeading(each)) rename(each, 'p')
  for (const heading of elements.filter(isHeading)) plainHeading(heading)
  return title !== undefined || first.length === 1
}

/** `<h2><b>Words</b></h2>` → `<h2>Words</h2>`: a heading is bold anyway. */
function plainHeading(heading: HtmlElement): void {
  const all = rawTextOf(heading).trim()
  for (const each of elementsBelow([heading]))
    if (/^(?:b|strong)$/.test(each.tagName) && rawTextOf(each).trim() === all) unwrap(each)
}

function isHeadingLike(words: string): boolean {
  return words.length <= LONGEST_HEADING && /\p{L}/u.test(words) && !/[.;,:!]$/.test(words)
}

/** A paragraph, or a division that is one. */
function isLine(element: HtmlElement): boolean {
  if (element.tagName !== 'p' && element.tagName !== 'div') return false
  if (rawTextOf(element).trim() === '') return false
  return element.tagName === 'p' || !elementsBelow(element.childNodes).some(isBlock)
}

function isBlock({ tagName }: HtmlElement): boolean {
  return /^(?:p|div|h[1-6]|ul|ol|table|section|article|blockquote|pre|dl|figure|Notes)$/.test(
    tagName,
  )
}

interface LineLook {
  readonly words: string
  readonly isBold: boolean
  readonly size?: number
}

/** What all words of a line have in common. */
function lookOfLine(element: HtmlElement, lookOf: LookOf): LineLook {
  const looks = textsIn(element, inheritedBy(element, lookOf), lookOf)
  const sizes = new Set(looks.map(({ look }) => look.size))
  const [size] = sizes
  return {
    words: lineTextOf(element),
    isBold: looks.length > 0 && looks.every(({ look }) => look.isBold === true),
    ...(sizes.size === 1 && size !== undefined ? { size } : {}),
  }
}

function inheritedBy(element: HtmlElement, lookOf: LookOf): Look {
  const parent = parentOf(element)
  const around = parent ? inheritedBy(parent, lookOf) : {}
  return { ...around, ...lookOf(element) }
}

function textsIn(
  element: HtmlElement,
  around: Look,
  lookOf: LookOf,
): readonly { readonly text: string; readonly look: Look }[] {
  return childrenOf(element).flatMap((child) => {
    if (isElement(child)) return textsIn(child, { ...around, ...lookOf(child) }, lookOf)
    const text = 'value' in child ? child.value : ''
    return text.trim() === '' ? [] : [{ text, look: around }]
  })
}

/** The size of most letters. */
function commonestSize(lines: readonly LineLook[]): number | undefined {
  const letters = new Map<number, number>()
  for (const { size, words } of lines)
    if (size !== undefined) letters.set(size, (letters.get(size) ?? 0) + words.length)
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

function shortened(words: string): string {
  return words.length <= 60 ? words : `${words.slice(0, 59)}…`
}
