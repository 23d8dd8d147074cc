/** Charts as five teams write them: each is seen, in its form, with the numbers that they wrote. */
import { expect, it } from 'vitest'
import { chartOf } from '../../../src/core/chart/index.ts'
import { allBlocks, isChart } from '../../../src/core/syntax/conventions/index.ts'
import { readCase } from '../../../src/node/read/read-case.ts'

const read = await readCase('tests/fixtures/charts')
const charts = read.documents
  .flatMap(({ blocks }) => [...allBlocks(blocks)])
  .filter(isChart)
  .map(chartOf)

/** `17 (13 to 23)`, and `-` where no number is known. */
function numbersOf(index: number): readonly string[] {
  return (charts[index]?.plan?.series ?? []).map(({ name, values }) => {
    const told = values.map((one) => {
      if (!one) return '-'
      return one.low === undefined ? `${one.value}` : `${one.value} (${one.low} to ${one.high})`
    })
    return `${name}: ${told.join(', ')}`
  })
}

it('gives each table, list, line and file its form', () => {
  expect(charts.map(({ plan }) => plan?.form)).toEqual([
    ...['columns', 'bars', 'stacked bars', 'bars', 'range', 'dots', 'lines', 'bars'],
  ])
})

it('reads what stands in the cells', () => {
  expect(numbersOf(0)).toEqual(['Running cost (£m): 1.25, 1.4, 0.9 (0.8 to 1.1), 0.7 (0.5 to 1)'])
  expect(numbersOf(1)).toEqual(['One-off: 120, 80, 0', 'A year: 45, 30, 12'])
  expect(numbersOf(3)).toEqual([': 41, 38, 52'])
  expect(numbersOf(4)).toEqual(['Days: 4 (3 to 5), 11.5 (8 to 15), 30 (24 to 36), 12 (9 to 20)'])
  expect(numbersOf(5)).toEqual(['By letter: 9, 14, 21', 'By message: 2, 6, -'])
  expect(numbersOf(7)).toEqual([': 1200000, -400000, 2100000'])
})

it('calls a line by what its rows are, not by the words before them', () => {
  expect(charts[3]?.plan?.rows).toEqual(['flats', 'houses', 'rooms'])
})

it('says where numbers are missing, and nothing else', () => {
  expect(read.findings.map(({ check, place }) => `${place.file} ${check}`)).toEqual([
    '30-clinic.mdx chart-with-gaps',
    '40-buses.mdx chart-with-gaps',
    '40-buses.mdx chart-with-gaps',
  ])
})
