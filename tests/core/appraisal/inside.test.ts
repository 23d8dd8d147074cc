/** Estimates that stay inside: neither they, nor what they come to, nor what is under them, gets into figures. */
import { expect, it } from 'vitest'
import { figuresCsv } from '../../../src/core/appraisal/csv.ts'
import { figuresOf } from '../../../src/core/appraisal/figures.ts'
import { ledgerOf } from '../../../src/core/appraisal/index.ts'
import { figuresWorkbook } from '../../../src/core/appraisal/workbook.ts'
import { assemble } from '../../../src/core/assemble.ts'

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
