/** A formula as a tree: what MathML says of it, and no more than that. */

/** An element of MathML, or with `text` a leaf. */
export interface FormulaNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly FormulaNode[]
  /** Of `mi`, `mn`, `mo`, `mtext` and `mspace`: its signs. */
  readonly text?: string
}

const OF_ROWS = ['displaystyle', 'scriptlevel']

/** The elements that a formula may have, with their attributes. None colours, hides or frames anything. */
export const ELEMENTS_OF_FORMULAS: ReadonlyMap<string, readonly string[]> = new Map([
  ['math', ['display']],
  ['mrow', OF_ROWS],
  ['mstyle', OF_ROWS],
  ['mi', ['mathvariant']],
  ['mn', []],
  [
    'mo',
    [
      'fence',
      'form',
      'stretchy',
      'symmetric',
      'lspace',
      'rspace',
      'minsize',
      'maxsize',
      'movablelimits',
      'separator',
      'accent',
    ],
  ],
  ['mtext', ['mathvariant']],
  ['mspace', ['width', 'height']],
  ['mfrac', ['linethickness']],
  ['msqrt', []],
  ['mroot', []],
  ['msub', []],
  ['msup', []],
  ['msubsup', []],
  ['munder', ['accentunder']],
  ['mover', ['accent']],
  ['munderover', []],
  ['mtable', OF_ROWS],
  ['mtr', []],
  ['mtd', []],
])

/** Classes that style sheets know: how a cell is set, and signs that need another form. */
export const CLASSES_OF_FORMULAS: ReadonlySet<string> = new Set([
  ...['tml-left', 'tml-right', 'tml-prime', 'tml-vec', 'mathcal', 'mathscr'],
])
