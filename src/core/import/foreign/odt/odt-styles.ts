/** What the styles of an OpenDocument text say: headings, looks, lists. */
import { allBelow, attributeOf, childOf, childrenOf, nameOf, type Xml } from '../xml.ts'

/** The look of words or of a paragraph. */
interface OdtLook {
  readonly isBold?: boolean
  readonly isItalic?: boolean
  readonly isStruck?: boolean
  readonly isHidden?: boolean
  readonly raised?: 'sup' | 'sub'
  /** Points. */
  readonly size?: number
}

interface OdtParagraphLook extends OdtLook {
  /** Of a heading, from 1. */
  readonly level?: number
  readonly isTitle?: boolean
  readonly isQuote?: boolean
}

/** Looks up styles by their names. */
export interface OdtStyles {
  readonly paragraph: (name: string | undefined) => OdtParagraphLook
  readonly text: (name: string | undefined) => OdtLook
  /** @param level from 1 */
  readonly list: (
    name: string | undefined,
    level: number,
  ) => { readonly isOrdered: boolean; readonly start: number }
}

/** Reads the styles of all parts. */
export function readOdtStyles(roots: readonly (Xml | undefined)[]): OdtStyles {
  const all = roots.flatMap((root) => allBelow(root, 'style'))
  const defaults = roots
    .flatMap((root) => allBelow(root, 'default-style'))
    .find((each) => attributeOf(each, 'family') === 'paragraph')
  const byName = new Map(
    all.map(
      (each) => [`${attributeOf(each, 'family')} ${attributeOf(each, 'name')}`, each] as const,
    ),
  )
  const lists = new Map(
    roots
      .flatMap((root) => allBelow(root, 'list-style'))
      .map((each) => [attributeOf(each, 'name') ?? '', each] as const),
  )
  const chain = (family: string, name: string | undefined): readonly Xml[] => {
    const found: Xml[] = []
    let next = name
    while (next !== undefined && found.length < 20) {
      const style = byName.get(`${family} ${next}`)
      if (!style) break
      found.unshift(style)
      next = attributeOf(style, 'parent-style-name')
    }
    return found
  }
  return {
    paragraph: (name) => {
      const styles = chain('paragraph', name)
      const first = styles.map((each) => attributeOf(each, 'name') ?? '')
      const level = styles
        .map((each) => Number(attributeOf(each, 'default-outline-level') ?? 0))
        .findLast((each) => each > 0)
      const look = looksOf([...(defaults ? [defaults] : []), ...styles])
      return {
        ...look,
        ...(level === undefined ? {} : { level }),
        isTitle: first.includes('Title'),
        isQuote: first.some((each) => /^Quot/i.test(each)),
      }
    },
    text: (name) => looksOf(chain('text', name)),
    list: (name, level) => {
      const ofLevel = (each: Xml): boolean => attributeOf(each, 'level') === String(level)
      const row = childrenOf(lists.get(name ?? '')).find(ofLevel)
      return {
        isOrdered:
          row !== undefined &&
          nameOf(row) === 'list-level-style-number' &&
          attributeOf(row, 'num-format') !== '',
        start: Number(attributeOf(row, 'start-value') ?? '1') || 1,
      }
    },
  }
}

/** The look that styles give, the last before the first. */
function looksOf(styles: readonly Xml[]): OdtLook {
  let look: OdtLook = {}
  for (const style of styles)
    look = { ...look, ...ownLook(childOf(style, 'text-properties'), look) }
  return look
}

function ownLook(properties: Xml | undefined, around: OdtLook): OdtLook {
  if (!properties) return {}
  const value = (name: string): string | undefined => attributeOf(properties, name)
  const [weight, slant, line, position] = [
    'font-weight',
    'font-style',
    'text-line-through-style',
    'text-position',
  ].map(value)
  const size = sizeOf(attributeOf(properties, 'fo:font-size') ?? '', around.size)
  const raise = /^(super|sub|-?\d+)/.exec(position ?? '')?.[1]
  return {
    ...(weight === undefined ? {} : { isBold: weight === 'bold' || Number(weight) >= 600 }),
    ...(slant === undefined ? {} : { isItalic: slant !== 'normal' }),
    ...(line === undefined ? {} : { isStruck: line !== 'none' }),
    ...(value('display') === 'none' ? { isHidden: true } : {}),
    ...(raise === undefined || raise === '0'
      ? {}
      : { raised: /^(?:sub|-)/.test(raise) ? ('sub' as const) : ('sup' as const) }),
    ...(size === undefined ? {} : { size }),
  }
}

/** `14pt` → 14; `130%` of what is around. */
function sizeOf(text: string, around: number | undefined): number | undefined {
  const [, number = '', unit = ''] = /^([\d.]+)(pt|%)$/.exec(text) ?? []
  const size = unit === '%' ? (Number(number) / 100) * (around ?? 12) : Number(number)
  return size > 0 ? size : undefined
}
