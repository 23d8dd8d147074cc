/** What is said with a slide: prose, without the sentences that stand on it. */
import { expect, it } from 'vitest'
import { planDeck } from '../../../src/core/deck/index.ts'
import { noteParagraphs } from '../../../src/core/deck/notes.ts'
import { keyOf } from '../../../src/core/deck/piece.ts'
import { piecesOf } from '../../../src/core/deck/piece-nodes.ts'
import { textOf } from '../../../src/core/syntax/tree.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { inThread } from '../../store.ts'
import { read } from '../read.ts'

const measure = fontMeasure(inThread)

/** The paragraphs of notes with the slides of a section, in turn. */
function notesOf(section: string): readonly (readonly string[])[] {
  const assembled = read(`# A case\n\n## Why\n\n${section}\n`)
  const pieces = piecesOf(assembled.documents)
  return planDeck(assembled, measure)
    .filter((slide) => slide.section === 'why')
    .map(({ notes }) =>
      noteParagraphs(notes).map((origins) =>
        origins
          .map((origin) => textOf(pieces.get(keyOf(origin)) ?? { type: 'text' }))
          .join('')
          .trim(),
      ),
    )
}

it('goes on where the slide ends', () => {
  expect(notesOf('People wait. They told [us](https://example.org) so (1a).\n\nIt costs.')).toEqual(
    [['They told us so (1a).', 'It costs.']],
  )
})

it('says nothing where the slide has said all', () => {
  expect(notesOf('People wait.')).toEqual([[]])
  expect(notesOf('Waiting costs:\n\n- one\n- two\n\nNobody adds it up.')).toEqual([[]])
})

it('keeps a paragraph of which no slide shows a sentence', () => {
  const long = `${'very '.repeat(60)}long.`
  expect(notesOf(`People ${long} They wait.`)).toEqual([[`People ${long} They wait.`]])
  expect(notesOf('- one\n- two\n\nThey said so. It was long ago.')).toEqual([['It was long ago.']])
})

it('leaves out a quote with what leads to it, and keeps what its sentence says besides', () => {
  expect(notesOf('The vision says, “in 2030, services will be joined up.” We agree.')).toEqual([
    ['We agree.'],
  ])
})
