/** A large ledger is worked out whole, with the same bytes each time. */
import { expect, it } from 'vitest'
import { ledgerIn } from './economic-case.ts'

it('works 200 estimates over 30 years out, the same each time', () => {
  const lines = Array.from({ length: 200 }, (_, at) => {
    const id = at + 1
    const bracket = `(OPT${(at % 3) + 1}, ${at % 2 ? 'benefit' : 'cost'}, 2027 to 2056, a year)`
    const words =
      at % 2 || id < 5 ? `It is £${id} to £${id * 3}` : `It is EST${id - 1} plus EST${id - 2}`
    return `Estimate ${id} ${bracket}: ${words}`
  })
  const options = [
    '## Options',
    '- Option 1: Business as usual\n- Option 2: We build\n- Option 3: We buy',
  ]
  const ledger = ledgerIn([...options, ...lines], '  horizon: 30\n')
  expect(ledger.estimates.filter(({ value }) => !value)).toEqual([])
  expect(ledger.options.map(({ counted, years }) => [counted.length, years.length])).toEqual([
    [67, 31],
    [67, 31],
    [66, 31],
  ])
  expect(JSON.stringify(ledgerIn([...options, ...lines], '  horizon: 30\n'))).toBe(
    JSON.stringify(ledger),
  )
})
