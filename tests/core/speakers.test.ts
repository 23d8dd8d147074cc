/** Who said what is quoted, however its writer set the name below or behind the words. */
import { expect, it } from 'vitest'
import { flatten, planDeck } from '../../src/core/deck/index.ts'
import { guessedMeasure } from '../../src/core/text/measure.ts'
import { read } from './read.ts'

function quoteOf(text: string) {
  const made = read(`# T\n\n## Part\n\n${text}\n`)
  const [block] = made.documents[0]?.blocks.filter(({ type }) => type === 'quote') ?? []
  const slide = flatten(planDeck(made, guessedMeasure)).find(({ layout }) => layout === 'quote')
  return block?.type === 'quote'
    ? { said: block.words.text, by: block.by?.text, close: slide?.close?.text }
    : undefined
}

it.each([
  [
    'on a line of its own',
    '> We came.\n> We stayed.\n> -- Mary, 82',
    'We came. We stayed.',
    'Mary, 82',
  ],
  ['after a hard break', '> We came.  \n> – Nurse, ward **2**', 'We came.', 'Nurse, ward 2'],
  ['behind the words', '> It was cold. — Visitor', 'It was cold.', 'Visitor'],
  ['behind quotation marks', '> “We waited.” — P3, carer', '“We waited.”', 'P3, carer'],
  ['as an entry of a list', '> We waited.\n> - Mary', 'We waited.', 'Mary'],
  ['in a paragraph', '> We waited.\n>\n> — Nurse', 'We waited.', 'Nurse'],
])('%s', (_, text, said, by) => {
  expect(quoteOf(text)).toEqual({ said, by, close: by })
})

it.each([
  ['> We waited — nobody came', 'We waited — nobody came'],
  [
    '> We waited.\n> -- And then we left. It was late.',
    'We waited. -- And then we left. It was late.',
  ],
  ['> We need:\n> - A lift', 'We need:\nA lift'],
])('is nobody in %j', (text, said) => {
  expect(quoteOf(text)).toEqual({ said, by: undefined, close: undefined })
})

it('makes no slide of a quote or an entry that is a picture alone, but for the picture', () => {
  const made = read('# T\n\n## Part\n\n> ![Map](map.png)\n\n- ![Plan](plan.png)\n- We wait\n')
  const shown = flatten(planDeck(made, guessedMeasure)).map(({ layout, body }) =>
    [layout, ...body.map(({ text }) => text)].join(': '),
  )
  expect(shown.filter((one) => /^(?:quote|image|list|statement)/.test(one))).toEqual([
    ...['image: Map', 'list: We wait', 'image: Plan'],
  ])
})
