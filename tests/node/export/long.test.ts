/** A long case: nothing is cut, and every slide stands on its own. */
import { expect, it } from 'vitest'
import { makeDeck, planSheets } from '../../../src/node/export/deck/index.ts'
import { wordsOf } from '../../../src/node/export/text.ts'
import { caseOf, noBrowser, partOf, wordsIn } from './cases.ts'

const numbers = (n: number) => Array.from({ length: n }, (_, index) => index + 1)
const quote = numbers(40).map((n) => `Sentence ${n} of what was said.`)

const read = caseOf(
  [
    '# A long case',
    '## Notes',
    ...numbers(30).map((n) => `Line ${n} of the notes.`),
    '## Table',
    '<Slide>',
    ['| What | Words |', '| --- | --- |', ...numbers(60).map((n) => `| Row ${n} | Words |`)].join(
      '\n',
    ),
    '</Slide>',
    '## Quote',
    `> ${quote.join(' ')}`,
  ].join('\n\n'),
  'ask: Go.\n',
)
const { sheets } = planSheets(read)

it('carries a table of 60 rows on, with its header on each slide', () => {
  const tables = sheets.flatMap(({ objects }) =>
    objects.flatMap((object) =>
      object.type === 'table' ? [object.rows.map((row) => row.map(wordsOf))] : [],
    ),
  )
  expect(tables.length).toBeGreaterThan(3)
  for (const [header] of tables) expect(header).toEqual(['What', 'Words'])
  const rows = tables.flatMap(([, ...others]) => others.map(([first]) => first))
  expect(rows).toEqual(numbers(60).map((n) => `Row ${n}`))
})

it('carries a long quote on, sentence by sentence', () => {
  const said = sheets
    .filter(({ layout, id }) => layout.startsWith('quote') && id.startsWith('quote'))
    .flatMap(({ fields }) => fields.body ?? [])
    .map(({ runs }) => wordsOf(runs))
  expect(said.join(' ')).toBe(quote.join(' '))
})

it('gives the speaker all lines of prose below the one on the slide, a paragraph each', async () => {
  const n = sheets.findIndex(({ id }) => id === 'notes') + 1
  const notes = partOf(await makeDeck(read, noBrowser), `ppt/notesSlides/notesSlide${n}.xml`)
  const [shown, ...lines] = numbers(30).map((line) => `Line ${line} of the notes.`)
  expect(wordsIn(notes).split('\n').slice(0, 29)).toEqual(lines)
  expect(wordsOf(sheets[n - 1]?.fields.body?.[0]?.runs ?? [])).toBe(shown)
})
