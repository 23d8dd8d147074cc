/** The invented case that uses all: everything in it is read, and nothing drifts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ledgerOf } from '../../../src/core/appraisal/index.ts'
import { assemble } from '../../../src/core/assemble.ts'

const folder = join(import.meta.dirname, '../../fixtures/economic')
const source = (file: string) => ({ file, text: readFileSync(join(folder, file), 'utf8') })
const whole = assemble([source('10-case.mdx')], source('case.yaml'))
const ledger = ledgerOf(whole)

it('comes to a number in each of its estimates', () => {
  expect(ledger?.estimates.filter(({ value }) => !value)).toEqual([])
  expect(ledger?.estimates.length).toBe(13)
})

it('has nothing open', () => {
  expect(whole.findings.map(({ check, message }) => `${check}: ${message}`)).toEqual([])
})

it('weighs its options', () => {
  expect(ledger?.options.map(({ fate, because }) => [fate, because])).toEqual([
    [undefined, undefined],
    ['discounted', 'few people read leaflets'],
    ['carried forward', undefined],
    ['carried forward', 'it saves most'],
    ['discounted', 'vans move between all depots'],
  ])
  expect(ledger?.preferred).toBe('option-3')
  expect(
    ledger?.options.flatMap(({ chanceOfBest = 0 }) => chanceOfBest).reduce((a, b) => a + b),
  ).toBeCloseTo(1)
  expect(ledger?.options[2]?.uncounted).toEqual(['estimate-13'])
})
