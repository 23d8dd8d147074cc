import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mathMl } from '../../../src/core/formula/math-ml.ts'
import { readFormula } from '../../../src/core/formula/read.ts'
import { formulaText } from '../../../src/core/formula/text.ts'
import { ELEMENTS_OF_FORMULAS } from '../../../src/core/formula/tree.ts'
import { parse } from '../../../src/core/syntax/parse.ts'
import { attributeOf, textOf, walk } from '../../../src/core/syntax/tree.ts'

const raw = String.raw

function read(tex: string) {
  const formula = readFormula(tex, true)
  if ('why' in formula) throw new Error(`${tex}: ${formula.why}`)
  return formula
}

describe('a formula', () => {
  it.each([
    [raw`\text{BCR} = \frac{PV_b}{PV_c}`, 'BCR = PV_b / PV_c'],
    [
      raw`\sum_{t=0}^{30} \frac{B_t - C_t}{(1 + 0.035)^t}`,
      '∑ (t = 0 … 30) (B_t − C_t) / ((1 + 0.035)^t)',
    ],
    [raw`x^2 + \sqrt{y+1}`, 'x² + √(y + 1)'],
    [raw`\sqrt[3]{z}`, '³√z'],
    [raw`a_{ij}^{2}`, 'a_ij²'],
    [raw`\bar x \le 10\%`, 'x̄ ≤ 10%'],
    [raw`e^{-rt}`, 'e^(−rt)'],
    [raw`1{,}030 \times £4.20`, '1,030 × £4.20'],
    [raw`\mathrm{RMSE} = \overline{x} - \underline{AB}`, 'RMSE = x̄ − AB̲'],
    [raw`\lim_{x\to 0} f'(x)`, 'lim_(x → 0) f′(x)'],
  ])('is told in words: %s', (tex, words) => {
    expect(formulaText(read(tex))).toBe(words)
  })

  it.each([
    raw`\color{white}{internal}`,
    raw`\phantom{internal}`,
    raw`\boxed{x}`,
    raw`\colorbox{red}{x}`,
    raw`\href{javascript:alert(1)}{x}`,
    raw`\url{https://example.org}`,
    raw`\includegraphics{map.png}`,
    raw`\class{notes}{x}`,
    raw`\style{display:none}{x}`,
    raw`\def\a{\a\a}\a`,
    raw`\tiny x`,
    `${'{'.repeat(3000)}x`,
    raw`\frac{a`,
    raw`\nothing{x}`,
  ])('is refused where it runs, hides, colours or cannot be read: %s', (tex) => {
    expect(readFormula(tex, true)).toEqual({ why: expect.stringMatching(/^formula /) })
  })

  it('has no more than its elements, whatever is typed', () => {
    const signs = [
      ...'\\{}^_&$#%~<>"\'/ =ab1',
      '\\frac',
      '\\text{',
      '\\begin{matrix}',
      '\\end{matrix}',
    ]
    const names = [...ELEMENTS_OF_FORMULAS.keys()]
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...signs), { maxLength: 24 }),
        fc.boolean(),
        (some, alone) => {
          const formula = readFormula(some.join(''), alone)
          if ('why' in formula) return
          const html = mathMl(formula)
          for (const [, name = ''] of html.matchAll(/<\/?([^\s>]+)/g)) expect(names).toContain(name)
          expect(html).not.toMatch(/ (?:on\w+|style|href|src)=/)
        },
      ),
    )
  })
})

/** What readers who see no formulas get of a text. */
function wordsIn(text: string): string {
  return textOf(parse(text, 'a.mdx').tree ?? { type: 'root' })
}

it.each([
  ['$$\n\\frac{a}{b}\n$$', true],
  ['$$\\frac{a}{b}$$', true],
  ['The rate is $$\\frac{a}{b}$$.', false],
])('stands alone where nothing is beside it: %s', (text, isAlone) => {
  const marks = [...walk(parse(text, 'a.mdx').tree ?? { type: 'root' })]
  const formula = marks.find(({ name }) => name === 'Formula')
  expect(attributeOf(formula ?? { type: 'root' }, 'alone') !== undefined).toBe(isAlone)
})

describe('dollars', () => {
  it.each([
    'It costs $5 to $10.',
    'From $$ to $$$ a night.',
    'US$$100 and A$$200.',
    'Fees of $1,000, $2,000 and $3,000.',
  ])('are money: %s', (text) => {
    expect(wordsIn(text)).toBe(text)
    expect(parse(text, 'a.mdx').findings).toEqual([])
  })

  it('are signs where they are code or escaped', () => {
    expect(wordsIn('`$$x$$` and \\$\\$x\\$\\$')).toBe('$$x$$ and $$x$$')
  })

  it('stay words, with a finding, where a formula has no end', () => {
    const { findings } = parse('$$\nx = 1\n\nMore words.', 'a.mdx')
    expect(findings.map(({ check }) => check)).toEqual(['unreadable-formula'])
    expect(wordsIn('$$\nx = 1\n\nMore words.')).toContain('More words.')
  })
})
