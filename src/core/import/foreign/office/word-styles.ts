/** What the styles and lists of a Word document say: headings, sizes, numbers. */
import { attributeOf, childOf, childrenOf, type Xml } from '../xml.ts'

/** The look of a paragraph's style, with all that it is based on. */
interface WordStyle {
  /** As Word shows it, in small letters: `heading 1`. */
  readonly name: string
  /** Of a heading, from 1. */
  readonly level?: number
  /** Half points. */
  readonly size?: number
  readonly isBold?: boolean
  readonly isHidden?: boolean
  /** List and level, as numbering.xml has them. */
  readonly list?: { readonly id: string; readonly level: string }
}

/** Styles by id. */
export type WordStyles = (id: string | undefined) => WordStyle

/** Letters of Word where nothing says how large they are, in half points. */
const USUAL = 20

/** Reads `styles.xml`. */
export function readWordStyles(styles: Xml | undefined): WordStyles {
  const all = childrenOf(styles, 'style')
  const byId = new Map(all.map((each) => [attributeOf(each, 'styleId') ?? '', each]))
  const usual = all.find(
    (each) => attributeOf(each, 'type') === 'paragraph' && attributeOf(each, 'default') === '1',
  )
  const defaults = childOf(childOf(childOf(styles, 'docDefaults'), 'rPrDefault'), 'rPr')
  const found = new Map<string, WordStyle>()
  const resolve = (id: string | undefined, depth = 0): WordStyle => {
    const known = found.get(id ?? '')
    if (known) return known
    const element = id === undefined ? usual : byId.get(id)
    if (!element || depth > 20) return { name: '', size: sizeOf(defaults) ?? USUAL }
    const base = valOf(element, 'basedOn')
    const around =
      base === undefined ? { name: '', size: sizeOf(defaults) ?? USUAL } : resolve(base, depth + 1)
    const style = { ...around, ...ownStyle(element) }
    found.set(id ?? '', style)
    return style
  }
  return resolve
}

function ownStyle(element: Xml): WordStyle {
  const name = (valOf(element, 'name') ?? '').toLowerCase()
  const paragraph = childOf(element, 'pPr')
  const outline = Number(valOf(paragraph, 'outlineLvl') ?? 'none')
  const level = Number(/^heading (\d)$/.exec(name)?.[1] ?? outline + 1)
  const look = childOf(element, 'rPr')
  const size = sizeOf(look)
  const bold = childOf(look, 'b')
  const hidden = childOf(look, 'vanish')
  const list = childOf(paragraph, 'numPr')
  return {
    name,
    ...(level >= 1 && level <= 9 ? { level: Math.min(level, 6) } : {}),
    ...(size === undefined ? {} : { size }),
    ...(bold ? { isBold: isOn(bold) } : {}),
    ...(hidden ? { isHidden: isOn(hidden) } : {}),
    ...(list ? { list: listOf(list) } : {}),
  }
}

/** The list of a paragraph: `<w:numPr>`. */
function listOf(properties: Xml): { readonly id: string; readonly level: string } {
  return { id: valOf(properties, 'numId') ?? '0', level: valOf(properties, 'ilvl') ?? '0' }
}

/** The value of an element below one: `<w:sz w:val="22"/>` → `22`. */
function valOf(element: Xml | undefined, name: string): string | undefined {
  return attributeOf(childOf(element, name), 'val')
}

/** Whether a switch such as `<w:b/>` is on. */
export function isOn(element: Xml): boolean {
  return !/^(?:0|false|off|none)$/.test(attributeOf(element, 'val') ?? '1')
}

function sizeOf(look: Xml | undefined): number | undefined {
  const size = Number(valOf(look, 'sz') ?? '0')
  return size > 0 ? size : undefined
}

/** Says the number of each next paragraph of a list. */
export type NextNumber = (id: string, level: string) => number

/** Reads `numbering.xml`. Lists that share their looks go on counting, unless one says where it starts. */
export function readWordNumbers(numbering: Xml | undefined): NextNumber {
  const lists = new Map(
    childrenOf(numbering, 'num').map((each) => [attributeOf(each, 'numId') ?? '', each]),
  )
  const looks = new Map(
    childrenOf(numbering, 'abstractNum').map((each) => [
      attributeOf(each, 'abstractNumId') ?? '',
      each,
    ]),
  )
  const counts = new Map<string, Map<string, number>>()
  const begun = new Set<string>()
  return (id, level) => {
    const list = lists.get(id)
    const shared = valOf(list, 'abstractNumId') ?? id
    const own = counts.get(shared) ?? new Map<string, number>()
    counts.set(shared, own)
    const ofLevel = (each: Xml): boolean => attributeOf(each, 'ilvl') === level
    const override = childrenOf(list, 'lvlOverride').find(ofLevel)
    const restart = valOf(override, 'startOverride')
    const first = `${id}:${level}`
    if (restart !== undefined && !begun.has(first)) own.delete(level)
    begun.add(first)
    const row = childrenOf(looks.get(shared), 'lvl').find(ofLevel)
    const start = Number(restart ?? valOf(row, 'start') ?? '1')
    const next = own.has(level) ? (own.get(level) ?? 0) + 1 : start
    own.set(level, next)
    for (const deeper of [...own.keys()]) if (Number(deeper) > Number(level)) own.delete(deeper)
    return next
  }
}
