/** Estimates in the deck: the numbers that lead stand alone, and all of them in rows with what they come to. */
import { expect, it } from 'vitest'
import { planDeck, type Slide } from '../../../src/core/deck/index.ts'
import { plainText } from '../../../src/core/text/linked-text.ts'
import { guessedMeasure } from '../../../src/core/text/measure.ts'
import { read } from '../read.ts'

const MANY = [
  'Estimate 1 (medium confidence): People make 2 to 3 million calls',
  'Estimate 2: A call costs £6 to £8',
  'Estimate 3 (a year): Calls cost EST1 × EST2',
  'Estimate 4: An office costs £3 to £4',
]

function slidesOf(estimates: readonly string[], before = ''): readonly Slide[] {
  const text = ['# Case', '## Why', before, '## Estimates', ...estimates].join('\n\n')
  return planDeck(read(text), guessedMeasure).filter(({ section }) => section === 'estimates')
}

it('shows a few as large numbers, with range and sum', () => {
  const [first, , third] = slidesOf(MANY.slice(0, 3))
  expect([first?.layout, first?.kicker]).toEqual(['estimate', 'Estimate 1'])
  expect(third?.kicker).toBe('Estimate 3, initial estimate')
  expect(third?.estimate).toMatchObject({
    figure: '£18',
    unit: ' million a year',
    range: '£13 to £22 million, 8 in 10 likely',
  })
  expect(plainText(third?.estimate?.sum ?? [])).toBe(
    'Worked out as EST1 (2.5 million calls) × EST2 (£7 a call).',
  )
})

it('shows many in rows, and before them the one that the case cites', () => {
  const [alone, rows, ...others] = slidesOf(MANY, 'Calls cost £13 to £22 million a year (EST3).')
  expect(others).toEqual([])
  expect([alone?.layout, alone?.item]).toEqual(['estimate', 'estimate-3'])
  expect(rows?.layout).toBe('ledger')
  expect(rows?.body.map(({ id, cells }) => [id, ...(cells ?? [])])).toEqual([
    [undefined, 'Comes to', '8 in 10 likely'],
    ['EST1', '2.5 million calls', '2 to 3 million calls'],
    ['EST2', '£7 a call', '£6 to £8 a call'],
    ['EST3', '£18 million a year', '£13 to £22 million'],
    ['EST4', '£3.50 an office', '£3 to £4 an office'],
  ])
  expect(rows?.close?.text).toBe('Initial estimates: all but EST1.')
})

it('shows one without a number in a row that says so', () => {
  const [rows] = slidesOf(['Estimate 1: Nobody knows'])
  expect(rows?.layout).toBe('ledger')
  expect(rows?.body[1]?.cells).toEqual(['No number yet', ''])
})

it('shows as much of what matters most as its slide holds, and counts the rest', () => {
  const rowsOf = (words: string) => {
    const estimates = Array.from(
      { length: 8 },
      (_, at) => `Estimate ${at + 1} (OPT2, cost, 2027): ${words} £${at + 2} to £${at + 9} million`,
    )
    const options = '- Option 1: Business as usual\n- Option 2 (preferred): We build'
    const text = ['# Case', '## Options', options, ...estimates].join('\n\n')
    const slides = planDeck(read(text), guessedMeasure)
    return slides.find(({ id }) => id === 'options--what-matters-most')?.chart
  }
  const short = rowsOf('It costs')
  const long = rowsOf('People who work in an office of the county, and those who visit it, pay')
  expect(short?.rows.length).toBeGreaterThan(long?.rows.length ?? 8)
  expect(long?.subtitle).toContain(`${8 - (long?.rows.length ?? 0)} that move it less are left out`)
})

it('shows, of many options, the preferred one and the one that the headline names', () => {
  const names = ['Business as usual', 'Two', 'Three', 'Four', 'Five', 'Six']
  const options = names.map(
    (name, at) => `- Option ${at + 1}${at === 3 ? ' (preferred)' : ''}: ${name}`,
  )
  const estimates = names.map(
    (_, at) => `Estimate ${at + 1} (OPT${at + 1}, benefit, 2027): It is £${at + 1} to £${at + 2}`,
  )
  const text = ['# Case', '## Options', options.join('\n'), ...estimates.slice(1)].join('\n\n')
  const slide = planDeck(read(text), guessedMeasure).find(({ layout }) => layout === 'options')
  expect(slide?.title).toMatch(/^Option 6 is best in/)
  expect(slide?.options?.columns.map(({ key }) => key)).toEqual([
    ...['option-1', 'option-2', 'option-4', 'option-6'],
  ])
})
