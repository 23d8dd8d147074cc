/** Estimates that stay inside: neither they, nor what they come to, nor what is under them, gets into figures. */
import { expect, it } from 'vitest'
import { cellsOf, comparisonOf } from '../../../src/core/appraisal/comparison.ts'
import { figuresCsv } from '../../../src/core/appraisal/csv.ts'
import { figuresOf } from '../../../src/core/appraisal/figures.ts'
import { ledgerOf } from '../../../src/core/appraisal/index.ts'
import { figuresWorkbook } from '../../../src/core/appraisal/workbook/index.ts'
import { assemble } from '../../../src/core/assemble.ts'
import { tellDoubt } from '../../../src/core/doubt/in-words.ts'
import { doubtIn } from '../../../src/core/doubt/index.ts'
import { supportOf } from '../../../src/core/doubt/support.ts'
import { worthPart } from '../../../src/core/one-page/worth.ts'
import { plainText } from '../../../src/core/text/linked-text.ts'

const TEXT = `# A case

## Estimates

Estimate 1 (2027 to 2030, a year): Teams make 2 to 3 million calls

Estimate 2 (internal): A call costs £61 to £83 by the canaryrate

Estimate 3 (OPT2, benefit, 2027 to 2030, a year): 10% of EST1 × EST2

Estimate 4 (OPT2, cost, one-off, 2027): Building costs £3 to £5 million (4a)

Estimate 5 (OPT2, cost, one-off, 2027, internal): The canaryvendor costs £7 to £9 million

## Options

- Option 1: Business as usual
- Option 2 (preferred): A new one

## Sprint 1

Decision 4: We build it.

Evidence 4a (internal): A canarymemo says so.
`

const made = (audience: 'public' | 'internal') => {
  const whole = assemble(
    [{ file: 'a.mdx', text: TEXT }],
    { file: 'case.yaml', text: 'ask: Fund it.\neconomics:\n  base: 2026\n' },
    { audience },
  )
  const ledger = ledgerOf(whole)
  const words = JSON.stringify([
    figuresOf(whole),
    figuresCsv(whole),
    ledger && figuresWorkbook(ledger, whole.graph.case.title),
  ])
  return { ledger, words }
}

/** The same with something else in its case.yaml, or other words. */
const read = (text: string, partial: string, audience: 'public' | 'internal' = 'public') => {
  const whole = assemble(
    [{ file: 'a.mdx', text }],
    {
      file: 'case.yaml',
      text: `ask: Fund it.\neconomics:\n  base: 2026\n  partial: [${partial}]\n`,
    },
    { audience },
  )
  return { whole, ledger: ledgerOf(whole), found: whole.findings.map(({ check }) => check) }
}
const COSTS = `# A case

## Options

- Option 1: Business as usual
- Option 2 (preferred): A new one
- Option 3: Another one

Estimate 1 (OPT2, benefit, 2027 to 2030, a year): It saves £2 to £3 million

Estimate 2 (OPT3, benefit, 2027 to 2030, a year): It saves £1 to £2 million
`
const INSIDE =
  '\nEstimate 3 (internal, OPT2, cost, one-off, 2027): The contract costs £20 to £30 million\n'

it('tells no sum of which a part stays inside, nor which option is best, and says so to the team', () => {
  const { whole, ledger, found } = read(COSTS + INSIDE, '')
  const [, second, third] = ledger?.options ?? []
  expect([second?.told, second?.npsv, second?.hidden]).toEqual([undefined, undefined, 'sums'])
  expect(third?.told?.npsv.central).toBe('£5.5 million')
  expect(ledger?.options.map(({ chanceOfBest }) => chanceOfBest)).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect([ledger?.tornado, ledger?.switching]).toEqual([[], []])
  expect(found).toContain('partial-sum')
  const compared = comparisonOf(whole)
  expect(compared?.options.map((one) => cellsOf(one)[2])).toEqual([
    '£0',
    'Not published',
    '£5.5 million (£3.7 to £7.3 million)',
  ])
  expect(figuresOf(whole)?.lead).toBeUndefined()
  expect(compared?.unmoved).toBe('What moves the value of option 2 is not published.')
  expect(figuresCsv(whole)).toContain('OPT2,Sums that are not published')
  expect(read(COSTS + INSIDE, '', 'internal').found).not.toContain('partial-sum')
})

it('says of a doubt no more than what is published can bear', () => {
  const asked = (audience: 'public' | 'internal') => {
    const backed = COSTS.replace('A new one', 'A new one (1a)') + INSIDE
    const decided = `${backed}\n## Sprint 1\n\nDecision 1: We wait.\n\nEvidence 1a: It was tried.\n`
    const { whole } = read(decided, '', audience)
    const support = supportOf(whole)
    const at = support.items.findIndex(({ key }) => key === 'estimate-1')
    const found = doubtIn(whole, { doubted: [at], replaced: [] })
    const { ask, parts } = tellDoubt(support, found)
    return [plainText(ask.line), JSON.stringify(parts)].join(' ')
  }
  expect(asked('public')).toContain('still stands, on less, as far as can be told without the sums')
  expect(asked('public')).not.toMatch(/of the options|£20|£30/)
  expect(asked('internal')).not.toContain('without the sums')
})

it('tells such a sum where the team says so, and calls it a part wherever it stands', () => {
  const { whole, ledger, found } = read(COSTS + INSIDE, 'OPT2')
  expect(ledger?.options[1]?.told?.npsv.central).toBe('£9.2 million')
  expect(ledger?.options.map(({ chanceOfBest }) => chanceOfBest)).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(ledger?.switching).toEqual([])
  expect(found).not.toContain('partial-sum')
  const compared = comparisonOf(whole)
  expect(compared?.options[1]?.marks).toContain('Sums in part')
  expect(compared?.basis).toContain('without what is not for everyone')
  expect(compared?.charts.flows?.headline).toBe('What option 2 costs and brings, in part')
  expect(compared?.charts.values?.rows[0]).toContain('in part')
  expect(figuresOf(whole)?.lead).toContain('That is a part')
  expect(figuresCsv(whole)).toContain('"Net present social value, in part"')
  expect(worthPart(whole)?.lead).toContain('in part')
})

it('knows every way in which a part can stay inside', () => {
  const hidden = (text: string) => {
    const { ledger } = read(text, '')
    return ledger?.options.map((option) => option.hidden)
  }
  // A part of a sentence, a sum of an estimate inside, and what only its option names.
  const inSentence = COSTS.replace('£2 to £3 million', '£2 to £3 million <Internal>× 2</Internal>')
  const inSum = `${COSTS}\nEstimate 3 (internal): We make 2 to 3 calls\n\nEstimate 4 (OPT3, cost, 2027, a year): EST3 × £2\n`
  const inOption = COSTS.replace('A new one', 'A new one <Internal>(EST4)</Internal>').concat(
    '\nEstimate 4 (cost, one-off, 2027): It costs £2 to £3 million\n',
  )
  const option = COSTS.replace('- Option 3: Another one', '- Option 3 (internal): Another one')
  expect(hidden(COSTS)).toEqual([undefined, undefined, undefined])
  expect(hidden(inSentence)).toEqual([undefined, 'sums', undefined])
  expect(hidden(inSum)).toEqual([undefined, undefined, 'sums'])
  expect(hidden(inOption)).toEqual([undefined, 'sums', undefined])
  expect(read(inSum, '').found).toContain('cites-internal')
  const { ledger, found } = read(option, '')
  expect(ledger?.options.map(({ chanceOfBest }) => chanceOfBest)).toEqual([undefined, undefined])
  expect(found).toContain('partial-sum')
})

it('leaves them and their sums out for everyone, and has them inside', () => {
  const [everyone, inside] = [made('public'), made('internal')]
  expect(everyone.ledger?.estimates.map(({ id, told }) => [id, told?.central])).toEqual([
    ['EST1', '2.5 million calls'],
    ['EST3', undefined],
    ['EST4', '£4 million'],
  ])
  expect(everyone.words).not.toMatch(/canary|£(?:61|72|83|7|8|9)\b|evidence-4a/)
  expect(inside.ledger?.estimates.map(({ told }) => told?.central)).toEqual([
    '2.5 million calls',
    '£72 a call',
    '£18 million',
    '£4 million',
    '£8 million',
  ])
  expect(inside.words).toMatch(/canaryrate.*canaryvendor/)
})
