/** A formula as MathML, which browsers set and screen readers read, with its words for what does neither. */
import { escapeXml } from '../text/xml.ts'
import { formulaText } from './text.ts'
import type { FormulaNode } from './tree.ts'

/** The MathML of a formula. */
export function mathMl(formula: FormulaNode): string {
  return element({
    ...formula,
    attributes: { ...formula.attributes, alttext: formulaText(formula) },
  })
}

function element({ name, attributes, children, text }: FormulaNode): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  const inside = text === undefined ? children.map(element).join('') : escapeXml(text)
  return `<${name}${given.join('')}>${inside}</${name}>`
}
