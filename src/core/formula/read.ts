/** Reads a formula as its author typed it, in TeX's way of writing. */
import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml'
import temml from 'temml'
import { CLASSES_OF_FORMULAS, ELEMENTS_OF_FORMULAS, type FormulaNode } from './tree.ts'

/** A formula of more signs is none that anybody reads. */
const LONGEST = 2000

/**
 * The tree of a formula, or why there is none, in a few words.
 * @param isDisplayed whether it stands alone, with room for what is above and below
 */
export function readFormula(
  tex: string,
  isDisplayed: boolean,
): FormulaNode | { readonly why: string } {
  if (tex.length > LONGEST) return { why: `formula of more than ${LONGEST} signs` }
  const drawn = mathMlOf(tex, isDisplayed)
  if ('why' in drawn) return drawn
  const { root } = parseXml(drawn.xml)
  return (root && nodeOf(root)) ?? { why: 'formula that frames, colours or hides something' }
}

function mathMlOf(tex: string, displayMode: boolean): { xml: string } | { why: string } {
  try {
    const strict = { strict: true, throwOnError: true, trust: false, maxExpand: 200 }
    return { xml: temml.renderToString(tex, { ...strict, displayMode, xml: true }) }
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : '').split(RE_BEHIND)
    return { why: `formula that cannot be read: ${reason.trim()}` }
  }
}

// Matches what stands behind the reason: where it is, which the finding says better.
const RE_BEHIND = / at (?:position|end of input)|[\n]/

/** `undefined` for what a formula may not have. */
function nodeOf(element: XmlElement): FormulaNode | undefined {
  const { name, children: inside } = element
  const around = wrapperOf(element)
  if (around) {
    const children = inside.flatMap((one) => (one instanceof XmlElement ? [nodeOf(one)] : []))
    return children.every((one) => one !== undefined) ? around(children) : undefined
  }
  const known = ELEMENTS_OF_FORMULAS.get(name)
  const attributes = known && attributesOf(element, known)
  if (!attributes) return undefined
  const texts = inside.filter((one) => one instanceof XmlText)
  const text = texts.map((one) => one.text).join('')
  const children = inside.filter((one) => one instanceof XmlElement).map(nodeOf)
  if (!children.every((one) => one !== undefined)) return undefined
  return { name, attributes, children, ...(text === '' ? {} : { text }) }
}

/** A line over something, and below it, with the sign that draws it. */
const LINES: Readonly<Record<string, readonly [name: string, sign: string]>> = {
  top: ['mover', '‾'],
  bottom: ['munder', '_'],
}

/** What stands for the elements of `\mathrm{RMSE}` and `\overline{x}`, which few browsers set. */
function wrapperOf({ name, attributes }: XmlElement) {
  type Made = (children: readonly FormulaNode[]) => FormulaNode
  const row: Made = (children) => ({ name: 'mrow', attributes: {}, children })
  if (name === 'mpadded' && JSON.stringify(attributes) === '{"lspace":"0"}') return row
  const line = name === 'menclose' ? LINES[attributes.notation ?? ''] : undefined
  if (!line) return undefined
  const [made, text] = line
  const sign = { name: 'mo', attributes: { stretchy: 'true' }, children: [], text }
  const lined: Made = (children) => ({
    name: made,
    attributes: {},
    children: [row(children), sign],
  })
  return lined
}

// Matches what places parts of a table, and says again that a formula stands alone: style sheets do both.
const RE_LAYOUT =
  /^(?:(?:display:block math|math-depth:\d|(?:padding|margin)(?:-left|-right)?:-?[\d.]+(?:em|pt)?|width:[\d.]+%);?)*$/

/** The attributes that are known; `undefined` where one of the others means something. */
function attributesOf(
  { attributes }: XmlElement,
  known: readonly string[],
): FormulaNode['attributes'] | undefined {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) {
    if (known.includes(name) && isSmall(value)) kept[name] = value
    else if (name === 'class') Object.assign(kept, classOf(value))
    else if (name === 'style' ? !RE_LAYOUT.test(value) : name !== 'xmlns') return undefined
  }
  return kept
}

// Matches "0.1667em".
const RE_LENGTH = /^-?([\d.]+)(em|[a-z]{2})$/

/** Whether a value is no length, or one that leaves what stands beside it where it can be seen. */
function isSmall(value: string): boolean {
  const [, size = '0', unit] = RE_LENGTH.exec(value) ?? []
  return Number(size) <= (unit === 'em' ? 10 : 120)
}

function classOf(value: string): Readonly<Record<string, string>> {
  const names = value.split(' ').filter((name) => CLASSES_OF_FORMULAS.has(name))
  return names.length > 0 ? { class: names.join(' ') } : {}
}
