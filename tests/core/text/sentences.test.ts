/** Where sentences end, and where they only seem to. */
import { describe, expect, it } from 'vitest'
import { countWords, sentencesOf } from '../../../src/core/text/sentences.ts'

describe('sentencesOf', () => {
  it.each([
    [['Some forms, e.g. the blue one, are long.', 'Others are not.']],
    [['Some forms, i.e. The Blue One, are long.', 'Others are not.']],
    [['We asked Dr. Smith and Prof. Jones.', 'They agreed.']],
    [['In the U.K. it costs £3.5 million.', 'In France it costs less.']],
    [['It was used in the U.K. government for years.', 'Then it was not.']],
    [['See No. 10 and no. 11.', 'Both are full.']],
    [['It takes 3.5 hours, approx. 4 with a break.', 'Then we stop.']],
    [['Forms, calls, letters, etc. are counted.', 'We did not count visits.']],
    [['We counted forms, calls, etc.', 'We did not count visits.']],
    [['He said, "Stop."', 'Then he left.']],
    [['“Why?” she asked.', 'Nobody knew.']],
    [['What is it?', 'It is a form!', 'Good.']],
    [['It costs £2.50 (approx. £3 with postage).', 'Few pay.']],
    [['We met J. Smith.', 'He agreed.']],
    [['See www.gov.uk for more.', 'It helps.']],
    [['The plan is v. 2.1 of the old one.', 'It helps.']],
    [['We wait … and wait.', 'Then we go.']],
    [['Ministers vs. officials, fig. 3, pp. 4 to 6.', 'All agree.']],
    [['It ends at 5 p.m. on Fridays.', 'Then it is quiet.']],
    [['We chose plan B.', 'Nobody minded.']],
    [['See para. 3 of St. Albans Ltd. accounts.', 'They are public.']],
    [['We know it from GOV.UK.', 'It is public.']],
    [['The answer is no.', 'We asked twice.']],
  ])('%j', (sentences) => {
    const text = sentences.join(' ')
    expect(sentencesOf(text).map((sentence) => sentence.trim())).toEqual(sentences)
  })

  it('gives the text back when joined', () => {
    const text = 'One e.g. two.  Three?\nFour "five." Six'
    expect(sentencesOf(text).join('')).toBe(text.replaceAll('\n', ' '))
    expect(sentencesOf('')).toEqual([])
  })

  it('ends no sentence at the end of a typed line', () => {
    expect(sentencesOf('A line that\r\ngoes on.\r\nAnother.')).toHaveLength(2)
  })
})

describe('countWords', () => {
  it('counts as a reader does', () => {
    expect(countWords('  One – two, three-four £5 & 6%. ')).toBe(5)
    expect(countWords('')).toBe(0)
  })
})
