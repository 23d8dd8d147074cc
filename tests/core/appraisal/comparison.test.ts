/** The options of the economic case side by side, and where they are told. */
import { expect, it } from 'vitest'
import { comparisonOf, turnSentence } from '../../../src/core/appraisal/comparison.ts'
import { appraisalPlace } from '../../../src/core/appraisal/place.ts'
import { planDeck } from '../../../src/core/deck/index.ts'
import { lookupOf } from '../../../src/core/graph/lookup.ts'
import { planNarrative } from '../../../src/core/narrative/index.ts'
import { plainText } from '../../../src/core/text/linked-text.ts'
import { drawingsOf } from '../../../src/node/mermaid/cache.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { read } from '../read.ts'

const whole = await readCase('tests/fixtures/economic')
const comparison = comparisonOf(whole)
const shared = comparison?.options[2]

it('says of each option what it is, how it stands, and what it is worth', () => {
  expect(
    comparison?.options.map(({ id, title, marks, told, baseline }) => [
      ...[id, title, marks.join(', ')],
      told?.npsv.range ?? baseline,
    ]),
  ).toEqual([
    ['OPT1', 'Business as usual', '', '£0'],
    ['OPT2', 'A leaflet in each van', 'Do minimum, Discounted', '£380,000 to £970,000'],
    ['OPT3', 'One shared place to book', 'Preferred', '£8.2 to £36 million'],
    ['OPT4', 'One national system', 'Carried forward', '−£19 to £30 million'],
    ['OPT5', 'Two depots share, which is less ambitious', 'Discounted', undefined],
  ])
  expect(shared?.isInitial).toBe(true)
})

it('says benefits by kind, what is not in money, and what was added with its reason', () => {
  const notes = shared?.notes.map(({ term, words }) => [term, plainText(words)])
  expect(notes).toEqual([
    ['Meets', 'CSF1, CSF2'],
    ['Cash-releasing benefits', '£26 million, £12 to £40 million'],
    ['Disbenefits', '−£530,000, −£710,000 to −£350,000'],
    ['Not in money', 'Vans stand idle 3 to 6 fewer days (EST13)'],
    [
      'Added for optimism',
      '20% to what is paid once and 10% to what is paid each year, as projects of software need. Two of five teams like ours went over by a fifth',
    ],
  ])
})

it('says the values at which the case turns, in the words of what happens there', () => {
  expect(comparison?.turns.map(turnSentence)).toEqual([
    'Option 4 is worth more than option 3 above 49.9%.',
    'Option 4 is worth more than option 3 below £7.09 million.',
    'Option 3 costs more than it brings below 2.8%.',
    'Option 3 costs more than it brings below 350,000 calls.',
  ])
  expect(plainText(comparison?.turns[0]?.says ?? [])).toBe(
    'EST11 says 20% to 50%, which includes it',
  )
})

it('stands after the options in narrative and deck, and is found in the contents', () => {
  const { contents, appraisal } = planNarrative(lookupOf(whole), { output: 'page' })
  const keys = contents.map(({ key }) => key)
  expect(keys.slice(keys.indexOf('options'), keys.indexOf('benefits'))).toEqual([
    'options',
    'options--appraisal',
  ])
  expect(appraisal?.place.before).toMatch(/^10-case\.mdx:/)
  const slides = planDeck(whole, fontMeasure(drawingsOf(whole)))
  const own = slides.filter(({ narrativeKey }) => narrativeKey === 'options--appraisal')
  expect(own.map(({ id, layout }) => [id, layout])).toEqual([
    ['options--appraisal', 'options'],
    ['options--by-year', 'chart'],
    ['options--what-matters-most', 'chart'],
    ['options--what-turns-it', 'ledger'],
  ])
  expect(slides.indexOf(own[0] as never)).toBe(slides.findIndex(({ id }) => id === 'options') + 1)
  expect(own[0]?.options?.columns.map(({ isPreferred }) => isPreferred)).toEqual([
    ...[false, false, true, false],
  ])
  expect(own.map(({ title }) => title)).not.toContain('')
})

it('follows the section that holds long list and short list, at the end of a case too', () => {
  const { documents, graph } = read(`# Case

## Economic case

### Long list

- Option 1: We wait

### Short list

- Option 2: We build

Estimate 1 (OPT2, cost, one-off, 2027): It costs £2 to £3 million
`)
  const place = appraisalPlace({ documents, graph })
  expect([place?.section.key, place?.last, place?.before]).toEqual([
    ...['economic-case', 'short-list', undefined],
  ])
})

it('is not there without estimates', () => {
  const bare = read('# Case\n\n## Options\n\n- Option 1: We wait\n- Option 2: We build')
  expect(comparisonOf(bare)).toBeUndefined()
})

it('calls no option preferred that its team does not, but the one of the highest value so', () => {
  const open = read(`# Case

## Options

- Option 1: Business as usual
- Option 2: We build

Estimate 1 (OPT2, benefit, cash-releasing, one-off, 2027): It saves £2 to £3 million
`)
  const [, built] = comparisonOf(open)?.options ?? []
  expect([built?.isPreferred, built?.marks]).toEqual([false, ['Highest value']])
})
