/** What of a text makes no slide. */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { planDeck } from '../../../src/core/deck/index.ts'
import { guessedMeasure } from '../../../src/core/text/measure.ts'

/** What stands on the slides of some sections, headlines and words. */
function saidOf(text: string): readonly string[] {
  const source = { file: '1.mdx', text: `# A case\n\n${text}\n` }
  const slides = planDeck(
    assemble([source], { file: 'case.yaml', text: 'ask: x\n' }),
    guessedMeasure,
  )
  return slides
    .slice(1, -1)
    .flatMap(({ kicker, title, body }) => [
      ...(kicker === undefined || kicker === title ? [] : [kicker]),
      title,
      ...body.map(({ text: words }) => words),
    ])
}

describe('no slide is made', () => {
  it.each([
    'Status: Draft for consultation',
    '**Status:** accepted',
    'Date: 2020-03-12',
    'Last updated: 3 March 2020 by Ann Other',
    'Version 0.4, 12 March 2020',
    '12 March 2020',
    'Status: Draft\nOwner: Ann Other\nDate: March 2020',
    'Notes: see the minutes of the board',
    '- Status: accepted\n- Deciders: Ann, Bob\n- Date: 2020-03-12',
    '- [Costs](#costs)\n- [What it is](20-more.mdx#what)\n  - [Where](#where)',
    '[Describe the problem in a few sentences]',
    'Lorem ipsum dolor sit amet.',
    "What is the issue that we're seeing that is motivating this decision or change?",
    'Delete this section if it does not apply.',
  ])('of %j', (words) => {
    expect(saidOf(`## Beginning\n\n${words}\n`)).toEqual([])
    // What else stands there is shown.
    expect(saidOf(`## Beginning\n\n${words}\n\nHalls are empty.\n`)).toEqual([
      'Beginning',
      'Halls are empty.',
    ])
  })

  it.each(['Contents', 'Table of contents', '1.2 Document control:', 'Version history'])(
    'of a part called %j',
    (title) => {
      expect(saidOf(`## ${title}\n\n- One thing\n- Another\n`)).toEqual([])
    },
  )

  it('of a status that is a word, and one is of a status that is told', () => {
    expect(saidOf('## Status\n\nAccepted, superseded by 12\n')).toEqual([])
    const long =
      'The service is live in nine of our twelve towns, and it is used by one in three of the people who live there.'
    expect(saidOf(`## Status\n\n${long}\n`)).toEqual(['Status', long])
  })
})

it.each([
  'Date nights cost money.',
  'Versions differ from desk to desk.',
  'In March 2020 all halls closed.',
  'Nobody owns the list.',
  'Status is what people pay for.',
  'Describe it in one word: slow.',
])('one is made of %j', (words) => {
  expect(saidOf(`## Beginning\n\n${words}\n`)).toEqual(['Beginning', words])
})

it('a line in bold that opens a part is the headline of what follows it', () => {
  const text =
    '## Costs\n\n**What we pay for**\n\n- Halls\n- Keys\n\n**Who pays?**\n\n| Town | Share |\n| --- | --- |\n| A | Half |\n'
  expect(saidOf(text)).toEqual([
    'Costs',
    'What we pay for',
    'Halls',
    'Keys',
    'Costs',
    'Who pays?',
    'Town · Share',
    'A · Half',
  ])
  expect(saidOf('## Costs\n\n**Running costs**\n\nThey are high.\n')).toEqual([
    'Costs: Running costs',
    'They are high.',
  ])
  // A sentence in bold is one, and stands for itself.
  expect(saidOf('## Costs\n\n**They are high.**\n\nVery high.\n')).toEqual([
    'Costs',
    'They are high.',
  ])
})

it('a list of links to other pages of the web is one to show', () => {
  const list = '- [The survey](https://example.org/a)\n- [The act](https://example.org/b)'
  expect(saidOf(`## Sources\n\n${list}\n`)).toEqual(['Sources', 'The survey', 'The act'])
})
