/** Where sentences end, and where they only seem to. */
import fc from 'fast-check'
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
    [['We send a .CSV and a .JSON file.', 'They read it.']],
    [['It is built in .NET Core.', 'It works.']],
    [['The old one is built on .NET.', 'The team knows it.']],
    [['The U.S. Digital Service and the U.K. Home Office agree.', 'Others do not.']],
    [['It is law in the U.S.', 'They wait for it.']],
    [['E.ON and T.J. Maxx pay by card.', 'We asked both.']],
    [['We asked Yahoo! Mail and Which? Magazine.', 'They agreed.']],
    [['They all use Yahoo! and wait.', 'We do not.']],
    [['Stop!', 'Users wait.']],
    [['You might use three services: 1. GOV.UK Pay 2. Notify 3. Forms.', 'All are free.']],
    [['1. Pay comes first.', '2. Notify comes next.']],
    [['Option 1. Do nothing.', 'Option 2. Build it.']],
    [['We chose option 1.', 'They agreed.']],
    [['It rose from 12 to 15.', 'Then it fell.']],
    [['Users fail.[2]', 'They call.[3][4]', 'Staff answer.¹', 'It ends.']],
    [['They call (see ref. 3).', 'Staff answer.']],
    [['They tried (some twice. Others gave up.) and then they called.', 'Staff answered.']],
    [['Read more at example.org/a?b=C.D or in v1.2.Three.', 'It helps.']],
    [['هذه جملة.', 'وهذه أخرى؟', 'نعم!']],
  ])('%j', (sentences) => {
    const text = sentences.join(' ')
    expect(sentencesOf(text).map((sentence) => sentence.trim())).toEqual(sentences)
  })

  it('gives the text back when joined', () => {
    const text = 'One e.g. two.  Three?\nFour "five." Six'
    expect(sentencesOf(text).join('')).toBe(text.replaceAll('\n', ' '))
    expect(sentencesOf('')).toEqual([])
  })

  it('ends a sentence before white space alone, and loses none of the words', () => {
    const pieces = fc.constantFrom(
      ...[
        'We',
        'U.S.',
        '.CSV',
        'Yahoo!',
        '1.',
        '2.',
        'no.',
        'e.g.',
        '“Why?”',
        '(so.',
        'it.)',
        '[2]',
      ],
      ...['users', 'wait.', 'a.b?C=d', '…', '¹', '.', '!', '؟', '\n', '\u2028', '  ', '"', 'Next'],
    )
    const texts = fc.array(fc.tuple(pieces, fc.constantFrom(' ', '', '\t')), { maxLength: 40 })
    fc.assert(
      fc.property(texts, (words) => {
        const text = words.flat().join('')
        const sentences = sentencesOf(text)
        expect(sentences.join('')).toBe(text.replaceAll('\n', ' '))
        expect(sentences.slice(0, -1).filter((sentence) => !/\s$/.test(sentence))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('ends a sentence without white space where a script has none', () => {
    expect(sentencesOf('今日は晴れ。明日は雨。')).toEqual(['今日は晴れ。', '明日は雨。'])
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
