/** The rules of an SVG once its elements are settled: those that nothing has go, names become numbers. */
import { type CssNode, generate, walk } from 'css-tree'
import { parseCss } from '../../../core/text/css.ts'
import { AS_WRITTEN, nameOf, wordsOf } from './style.ts'
import type { XastElement } from './tree.ts'

/** What a selector may ask besides for names. */
const PSEUDO = new Set([
  ...['root', 'hover', 'focus', 'active', 'not', 'is', 'where', 'empty', 'link', 'visited'],
  ...['first-child', 'last-child', 'only-child', 'nth-child', 'nth-last-child', 'first-of-type'],
  ...['last-of-type', 'nth-of-type', 'only-of-type'],
])

/** Takes away what no element has, and gives numbers to the classes and keyframes that are left. */
export function trimRules(elements: readonly XastElement[]): void {
  const numbers = new Map<string, string>()
  const numberOf = (name: string): string => {
    numbers.set(name, numbers.get(name) ?? `c${numbers.size + 1}`)
    return numbers.get(name) ?? name
  }
  for (const style of elements.filter(({ name }) => name === 'style')) {
    const css = style.children.map((child) => ('value' in child ? child.value : '')).join('\n')
    const sheet = parseCss(css, AS_WRITTEN)
    dropUnused(sheet, elements)
    renameIn(sheet, numberOf)
    style.children = [{ type: 'text', value: generate(sheet) }]
  }
  for (const { attributes } of elements) {
    const kept = classesOf(attributes).flatMap((name) => numbers.get(name) ?? [])
    if (kept.length > 0) attributes.class = kept.join(' ')
    else delete attributes.class
  }
}

function classesOf(attributes: Readonly<Record<string, string>>): readonly string[] {
  return attributes.class?.split(/\s+/) ?? []
}

function dropUnused(sheet: CssNode, elements: readonly XastElement[]): void {
  const classes = new Set(elements.flatMap(({ attributes }) => classesOf(attributes)))
  const ids = new Set(elements.map(({ attributes }) => attributes.id))
  const names = new Set(['*', ...elements.map(({ name }) => name)])
  const isThere: Readonly<Record<string, (name: string) => boolean>> = {
    AttributeSelector: () => false,
    ClassSelector: (name) => classes.has(name),
    IdSelector: (name) => ids.has(name),
    PseudoClassSelector: (name) => PSEUDO.has(name),
    TypeSelector: (name) => names.has(name),
  }
  const isFound = (selector: CssNode): boolean => {
    let found = true
    walk(selector, (node) => {
      found &&= isThere[node.type]?.(nameOf(node)) ?? true
    })
    return found
  }
  walk(sheet, function (node, item, list) {
    const isFrame = this.atrule !== null && nameOf(this.atrule) === 'keyframes'
    if (node.type === 'Selector' && !isFrame && !isFound(node)) list?.remove(item)
  })
  walk(sheet, (node, item, list) => {
    if (node.type === 'Rule' && node.prelude?.children.isEmpty) list?.remove(item)
  })
}

function renameIn(sheet: CssNode, numberOf: (name: string) => string): void {
  const frames = new Set<string>()
  walk(sheet, (node) => {
    if (node.type === 'ClassSelector') node.name = numberOf(nameOf(node))
    if (node.type === 'Atrule' && nameOf(node) === 'keyframes') {
      frames.add(wordsOf(node.prelude))
      if (node.prelude) node.prelude.value = numberOf(wordsOf(node.prelude))
    }
  })
  walk(sheet, (node) => {
    if (node.type !== 'Declaration' || !/^(?:-webkit-)?animation(?:-name)?$/.test(node.property))
      return
    const value = wordsOf(node.value).replace(/[\w-]+/g, (word) =>
      frames.has(word) ? numberOf(word) : word,
    )
    node.value = { type: 'Raw', value }
  })
}
