/** A formula as words on one line: for what shows no formulas, and for whoever hears or searches it. */
import { shifted } from '../text/shifted.ts'
import type { FormulaNode } from './tree.ts'

/** `BCR = PV_b / PV_c`, `x² + √y`, `∑ from t=0 to 30 …`. */
export function formulaText(node: FormulaNode): string {
  return linear(node).replaceAll(INVISIBLE, '').replaceAll(/\s+/g, ' ').trim()
}

/** Signs that say how others belong together, and show nothing. */
const INVISIBLE = /[\u2061-\u2064]/g

type Write = (parts: readonly FormulaNode[], node: FormulaNode) => string

const WRITTEN: Readonly<Record<string, Write>> = {
  mfrac: ([over, under]) => `${grouped(over)} / ${grouped(under)}`,
  msqrt: (parts) => `√${groupedText(row(parts), parts)}`,
  mroot: ([of, degree]) => `${raised(degree)}√${grouped(of)}`,
  msup: ([base, above]) => `${grouped(base)}${raised(above)}`,
  msub: ([base, below]) => `${grouped(base)}${lowered(below)}`,
  msubsup: ([base, below, above]) => `${grouped(base)}${lowered(below)}${raised(above)}`,
  mover: ([base, above]) =>
    isAccent(above) ? accented(base, above) : `${linear(base)}${raised(above)}`,
  munder: ([base, below]) =>
    isAccent(below) ? accented(base, below) : `${linear(base)}${lowered(below)} `,
  munderover: ([base, below, above]) => `${linear(base)} (${linear(below)} … ${linear(above)}) `,
  mtable: (rows) => rows.map(linear).join('; '),
  mtr: (cells) => cells.map(linear).join(' '),
  mspace: (_, { attributes: { width } }) => (width === '0pt' ? '' : ' '),
  mo: (_, { text = '', attributes: { form } }) =>
    RE_SPACED.test(text) && form !== 'prefix' ? ` ${text} ` : text === ',' ? ', ' : text,
}

// Matches signs that stand between two things.
const RE_SPACED = /^[=<>≤≥≈≠±×÷·⋅+−→⇒∈-]$/

function linear(node: FormulaNode | undefined): string {
  if (!node) return ''
  const write = Object.hasOwn(WRITTEN, node.name) ? WRITTEN[node.name] : undefined
  return write ? write(node.children, node) : (node.text ?? row(node.children))
}

function row(nodes: readonly FormulaNode[]): string {
  return nodes.map(linear).join('')
}

/** In brackets where it is more than one thing. */
function grouped(node: FormulaNode | undefined): string {
  return groupedText(linear(node).trim(), node ? [node] : [])
}

function groupedText(text: string, nodes: readonly FormulaNode[]): string {
  const isOne = nodes.length === 1 && isSingle(nodes[0])
  return isOne || /^[\p{L}\p{N}.,_]*$/u.test(text) || /^\([^()]*\)$/.test(text) ? text : `(${text})`
}

function isSingle(node: FormulaNode | undefined): boolean {
  return node?.text !== undefined || (node?.children.length === 1 && isSingle(node.children[0]))
}

function raised(node: FormulaNode | undefined): string {
  const text = linear(node).trim()
  if (/^\d+$/.test(text)) return shifted(text, 'sup')
  return text === '′' || text === '″' ? text : `^${groupedText(text, node ? [node] : [])}`
}

function lowered(node: FormulaNode | undefined): string {
  return `_${grouped(node)}`
}

function isAccent(node: FormulaNode | undefined): boolean {
  return node?.name === 'mo' && Object.hasOwn(ACCENTS, node.text ?? '')
}

/** Accents as marks that join the sign before them. */
const ACCENTS: Readonly<Record<string, string>> = {
  '^': '\u0302',
  ˆ: '\u0302',
  '‾': '\u0304',
  _: '\u0332',
  '¯': '\u0304',
  ˉ: '\u0304',
  '~': '\u0303',
  '˙': '\u0307',
  '→': '\u20d7',
}

function accented(base: FormulaNode | undefined, accent: FormulaNode | undefined): string {
  return `${linear(base)}${ACCENTS[accent?.text ?? ''] ?? ''}`
}
