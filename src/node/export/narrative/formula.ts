/** A formula as Word has it, where it can be edited. */
import {
  BuilderElement,
  Math as DocxMath,
  type MathComponent,
  MathFraction,
  MathLimitLower,
  MathLimitUpper,
  MathRadical,
  MathRun,
  MathSubScript,
  MathSubSuperScript,
  MathSum,
  MathSuperScript,
} from 'docx'
import { formulaText } from '../../../core/formula/text.ts'
import type { FormulaNode } from '../../../core/formula/tree.ts'

/** The formula as a child of a paragraph; undefined for one with a phrase, which stands as words. */
export function formulaRun(formula: FormulaNode): DocxMath | undefined {
  if (hasWords(formula)) return undefined
  return new DocxMath({ children: partsIn(formula.children) })
}

function hasWords({ name, text = '', children }: FormulaNode): boolean {
  const isPhrase = name === 'mtext' && /\S\s+\S/.test(text)
  return isPhrase || children.some(hasWords)
}

type Part = MathComponent | BuilderElement
type Make = (parts: readonly FormulaNode[], node: FormulaNode) => Part

const MADE: Readonly<Record<string, Make>> = {
  mfrac: ([over, under]) =>
    new MathFraction({ numerator: partsOf(over), denominator: partsOf(under) }),
  msqrt: (parts) => new MathRadical({ children: partsIn(parts) }),
  mroot: ([of, degree]) => new MathRadical({ children: partsOf(of), degree: partsOf(degree) }),
  msup: ([of, above]) =>
    new MathSuperScript({ children: partsOf(of), superScript: partsOf(above) }),
  msub: ([of, below]) => new MathSubScript({ children: partsOf(of), subScript: partsOf(below) }),
  msubsup: ([of, below, above]) =>
    new MathSubSuperScript({
      children: partsOf(of),
      subScript: partsOf(below),
      superScript: partsOf(above),
    }),
  munder: ([of, below]) => new MathLimitLower({ children: partsOf(of), limit: partsOf(below) }),
  mover: ([of, above], node) =>
    above?.name === 'mo'
      ? new MathRun(formulaText(node))
      : new MathLimitUpper({ children: partsOf(of), limit: partsOf(above) }),
  mtable: (rows) => tableOf(rows),
}

/** Lines below each other, as a matrix: Word's library has none. */
function tableOf(rows: readonly FormulaNode[]): BuilderElement {
  const cellsOf = ({ children }: FormulaNode): readonly FormulaNode[] => children
  const [first] = rows
  const columns = (first ? cellsOf(first) : []).map((cell) =>
    element('m:mc', [
      element('m:mcPr', [setting('m:count', '1'), setting('m:mcJc', sideOf(cell))]),
    ]),
  )
  return element('m:m', [
    element('m:mPr', [element('m:mcs', columns)]),
    ...rows.map((row) =>
      element(
        'm:mr',
        cellsOf(row).map(({ children }) => element('m:e', partsIn(children))),
      ),
    ),
  ])
}

function sideOf({ attributes }: FormulaNode): string {
  const side = /\btml-(right|left)\b/.exec(attributes['class'] ?? '')
  return side?.[1] ?? 'center'
}

function element(name: string, children: readonly Part[]): BuilderElement {
  return new BuilderElement({ name, children: [...children] })
}

function setting(name: string, value: string): BuilderElement {
  return new BuilderElement<{ val: string }>({ name, attributes: { val: { key: 'm:val', value } } })
}

function partsOf(node: FormulaNode | undefined): Part[] {
  return node ? partsIn([node]) : []
}

/** A row is its parts; what is summed stands in the sum. What Word's library lacks is a line of words. */
function partsIn(nodes: readonly FormulaNode[]): Part[] {
  const [first, ...rest] = nodes.flatMap(inRow)
  if (!first) return []
  if (first.name === 'munderover' && formulaText(first.children[0] ?? first) === '∑') {
    const [, below, above] = first.children
    const children = partsIn(rest)
    return [new MathSum({ children, subScript: partsOf(below), superScript: partsOf(above) })]
  }
  const make = Object.hasOwn(MADE, first.name) ? MADE[first.name] : undefined
  const part = make ? make(first.children, first) : new MathRun(first.text ?? formulaText(first))
  return [part, ...partsIn(rest)]
}

function inRow(node: FormulaNode): readonly FormulaNode[] {
  return ROWS.has(node.name) ? node.children.flatMap(inRow) : [node]
}

const ROWS = new Set(['mrow', 'mstyle'])
