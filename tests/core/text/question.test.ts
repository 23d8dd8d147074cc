/** What a case has to say to a question, as people ask it. */
import { expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { lookupOf } from '../../../src/core/graph/lookup.ts'
import { searchTargets } from '../../../src/core/narrative/search-targets.ts'
import { makeAnswers } from '../../../src/core/text/question.ts'

const CASE = `# A case

## Costs

Running costs fall by a third once paper ends (1a). The Department for Work and Pensions (DWP) pays.

## Where

We tested in Wales and in Scotland.

To be written by Economics, 14 March

## Key decisions

Decision 1: We start with booking clinics

Evidence 1a (interview, quality amber): Staff in Scotland spend 40 hours a week on costly letters

Risk 1: People without a phone cannot book

Estimate 1 (2027, a year, low confidence, 1a): Staff answer 40,000 to 60,000 calls about bookings
`
const answers = makeAnswers(searchTargets(lookupOf(assemble([{ file: 'a.mdx', text: CASE }]))))
const keys = (question: string) => answers(question).found.map(({ key }) => key)

it('finds by the words of the case and by their stems, what has most of them first', () => {
  expect(keys('What about cost in Scotland?')[0]).toBe('evidence-1a')
  expect(keys('How will they be booked?')).toContain('decision-1')
  expect(keys('So who pays?')).toEqual(['costs'])
  expect(keys('letters')).toEqual(['evidence-1a'])
})

it('finds by kinds, by gaps, by ids, and by what an abbreviation stands for', () => {
  expect(keys('Are there any risks?')).toEqual(['risk-1'])
  expect(keys('What are your estimates?')).toEqual(['estimate-1'])
  expect(answers('Where are the gaps?').found.map(({ name }) => name)).toEqual(['Gap'])
  expect(keys('What does 1a say?')).toContain('evidence-1a')
  expect(keys('Does the pensions department agree?')[0]).toBe('costs')
  expect(keys('What does DWP think?')).toEqual(['costs'])
})

it.each([
  'What is still open?',
  'What’s missing?',
  'So what is left to do?',
  'what do we not know yet',
  'Are there any open points?',
  'What have you not written yet?',
])('finds gaps by what people call them: %s', (question) => {
  expect(answers(question)).toMatchObject({ found: [{ name: 'Gap', key: 'where' }], missing: [] })
})

it('takes what is open for business for no gap', () => {
  expect(answers('Is the office open?').found).toEqual([])
})

it('takes a number behind a label for the name of an item, and for no number', () => {
  expect(keys('What about estimate 1?')[0]).toBe('estimate-1')
  expect(keys('Is risk 1 a risk?')).toEqual(['risk-1'])
  expect(answers('Why not estimate 40?')).toEqual({ found: [], missing: ['estimate 40'] })
  expect(keys('Why 40 hours?')).toEqual(['evidence-1a'])
})

it('finds what boards call by another name than the case does', () => {
  const text = `# A case

## The money

Present values of 2026 to 2036, at 3.5% a year.

## Options

Option 1: Business as usual

Option 2: A new service
`
  const ask = makeAnswers(searchTargets(lookupOf(assemble([{ file: 'a.mdx', text }]))))
  const first = (question: string) => ask(question).found[0]?.key
  expect(first('What happens if we do nothing?')).toBe('option-1')
  expect(first('And the status quo?')).toBe('option-1')
  expect(first('what is the NPV?')).toBe('the-money')
  expect(first('What is the net present value of option 2?')).toBe('option-2')
  expect(ask('What is the BCR?')).toEqual({ found: [], missing: ['BCR'] })
  expect(ask('Do nothing about horses?').missing).toEqual(['horses'])
  expect(answers('What if we do nothing?')).toEqual({ found: [], missing: ['do nothing'] })
})

it('shows how strong it is', () => {
  expect(answers('letters').found[0]?.about).toContain('Quality amber')
})

it('says what the case has nothing on, and finds nothing for words that only ask', () => {
  expect(answers('What about horses?')).toEqual({ found: [], missing: ['horses'] })
  expect(answers('What about the cost of horses?').missing).toEqual(['horses'])
  expect(keys('What about the cost of horses?')).toContain('costs')
  for (const nothing of ['', '?', 'Why should we do that?', '<script>'])
    expect(keys(nothing), nothing).toEqual([])
})

it('gives no more than a list holds', () => {
  const many = Array.from({ length: 5000 }, (_, at) => ({
    ...{
      key: `s-${at}`,
      name: 'Section',
      words: `Sentence ${at} about waiting`,
      isSentence: true as const,
    },
  }))
  const answer = makeAnswers(many)
  expect(answer('How long do people wait?').found).toHaveLength(8)
})
