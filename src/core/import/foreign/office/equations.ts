/** Equations of Word as formulas in TeX's way of writing. */
import { readFormula } from '../../../formula/read.ts'
import { allBelow, attributeOf, childOf, childrenOf, nameOf, textIn, type Xml } from '../xml.ts'

/** What an equation becomes: a formula that can be read here, or else its letters in a row. */
interface Equation {
  readonly text: string
  readonly isFormula: boolean
}

/** @param equation an `m:oMath` */
export function equationOf(equation: Xml): Equation {
  const tex = texIn(equation).replace(/\s+/g, ' ').trim()
  const letters = allBelow(equation, 't').map(textIn).join(' ')
  const isFormula = tex !== '' && !tex.includes('$') && !('why' in readFormula(tex, false))
  return isFormula ? { text: tex, isFormula } : { text: letters, isFormula }
}

type Write = (node: Xml, part: (name: string) => string) => string

const WRITTEN: Readonly<Record<string, Write>> = {
  r: (node) => runOf(allBelow(node, 't').map(textIn).join('')),
  f: (_, part) => `\\frac{${part('num')}}{${part('den')}}`,
  sSup: (_, part) => `${base(part('e'))}^{${part('sup')}}`,
  sSub: (_, part) => `${base(part('e'))}_{${part('sub')}}`,
  sSubSup: (_, part) => `${base(part('e'))}_{${part('sub')}}^{${part('sup')}}`,
  rad: (_, part) => `\\sqrt${part('deg') && `[${part('deg')}]`}{${part('e')}}`,
  nary: (node, part) => {
    const sign = settingOf(node, 'naryPr', 'chr') ?? '∫'
    const [below, above] = [part('sub'), part('sup')]
    return `${SUMS[sign] ?? sign}${below && `_{${below}}`}${above && `^{${above}}`} ${part('e')}`
  },
  limLow: (_, part) =>
    RE_NAME.test(part('e'))
      ? `${part('e')}_{${part('lim')}}`
      : `\\underset{${part('lim')}}{${part('e')}}`,
  limUpp: (_, part) => `\\overset{${part('lim')}}{${part('e')}}`,
  func: (_, part) => `${part('fName')} ${part('e')}`,
  fName: (node) => inside(node).replace(/^\\mathrm\{(\w+)\}$/, (all, name) => named(name) ?? all),
  acc: (node, part) =>
    `${ACCENTS[settingOf(node, 'accPr', 'chr') ?? '\u0302'] ?? '\\hat'}{${part('e')}}`,
  bar: (node, part) =>
    `${settingOf(node, 'barPr', 'pos') === 'top' ? '\\overline' : '\\underline'}{${part('e')}}`,
  d: (node) => {
    const [open, close] = [
      settingOf(node, 'dPr', 'begChr') ?? '(',
      settingOf(node, 'dPr', 'endChr') ?? ')',
    ]
    const parts = childrenOf(node, 'e').map(inside)
    return `\\left${fence(open)} ${parts.join(` ${settingOf(node, 'dPr', 'sepChr') ?? '|'} `)} \\right${fence(close)}`
  },
  m: (node) => {
    const rows = childrenOf(node, 'mr').map((row) => childrenOf(row, 'e').map(inside).join(' & '))
    return `\\begin{matrix} ${rows.join(' \\\\ ')} \\end{matrix}`
  },
  eqArr: (node) =>
    `\\begin{aligned} ${childrenOf(node, 'e').map(inside).join(' \\\\ ')} \\end{aligned}`,
}

const SUMS: Readonly<Record<string, string>> = {
  ...{ '∑': '\\sum', '∏': '\\prod', '∫': '\\int', '∬': '\\iint', '∮': '\\oint' },
}

const ACCENTS: Readonly<Record<string, string>> = {
  ...{ '\u0302': '\\hat', '\u0303': '\\tilde', '\u0304': '\\bar', '\u0305': '\\bar' },
  ...{ '\u20d7': '\\vec', '\u0307': '\\dot', '\u0308': '\\ddot' },
}

// Matches what takes its limit right below: "\lim", "\max".
const RE_NAME = /^\\(?:lim|max|min|sup|inf|sum|prod)$/

/** The command of a function that has one. */
function named(name: string): string | undefined {
  const known = 'sin cos tan log ln exp lim max min sup inf det'.split(' ')
  return known.includes(name) ? `\\${name}` : undefined
}

function texIn(node: Xml): string {
  const name = nameOf(node)
  // How it looks, and words of a change that was taken out.
  if (name.endsWith('Pr') || name === 'del') return ''
  const write = Object.hasOwn(WRITTEN, name) ? WRITTEN[name] : undefined
  return write ? write(node, (part) => partOf(node, part)) : inside(node)
}

function inside(node: Xml): string {
  return childrenOf(node).map(texIn).join(' ').trim()
}

function partOf(node: Xml, name: string): string {
  const part = childOf(node, name)
  return part ? texIn(part) : ''
}

function settingOf(node: Xml, properties: string, name: string): string | undefined {
  const found = childOf(childOf(node, properties), name)
  return found && attributeOf(found, 'val')
}

/** What is raised or lowered is one thing. */
function base(tex: string): string {
  return /^(?:\S|\\\w+)$/u.test(tex) ? tex : `{${tex}}`
}

// Matches a sign that TeX would take for one of its own.
const RE_SIGN = /[\\{}%#&_^~$]/g

/** Words of three letters and more stand upright: a product has its letters apart. */
function runOf(words: string): string {
  return words
    .split(/(\p{L}{3,})/u)
    .map((part, index) => (index % 2 === 1 ? (named(part) ?? `\\mathrm{${part}}`) : escaped(part)))
    .join('')
}

function escaped(words: string): string {
  return words.replace(RE_SIGN, (sign) =>
    sign === '\\'
      ? '\\backslash '
      : sign === '~'
        ? '\\sim '
        : sign === '^'
          ? '\\wedge '
          : `\\${sign}`,
  )
}

/** A bracket; `.` where there is none on that side. */
function fence(sign: string): string {
  return sign === '' ? '.' : '{}'.includes(sign) ? `\\${sign}` : sign
}
