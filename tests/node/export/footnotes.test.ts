/** Footnotes of two files in files for office programs: each leads to its own words. */
import { expect, it } from 'vitest'
import { makeDeck, planSheets } from '../../../src/node/export/deck/index.ts'
import { makeNarrative } from '../../../src/node/export/narrative/index.ts'
import type { ReadCase } from '../../../src/node/read/read-case.ts'
import { readWith } from '../../core/read.ts'
import { caseOf, noBrowser, partOf, wordsIn, YAML } from './cases.ts'

const assembled = readWith(
  YAML,
  '# A case\n\n## One\n\nThey wait[^1] and wait.[^1]\n\n[^1]: *First* file, [survey](https://example.org/survey).\n',
  '## Two\n\n- They call[^1]\n\n[^1]: Second file.\n',
)
const read: ReadCase = { ...caseOf(), ...assembled, case: assembled.graph.case }

it('are those of the word processor, one for each', async () => {
  const file = await makeNarrative(read, noBrowser)
  const notes = partOf(file, 'word/footnotes.xml')
  expect(wordsIn(notes)).toContain('First file, survey.')
  expect(wordsIn(notes)).toContain('Second file.')
  expect(notes).toMatch(/<w:i\/>(?:(?!<\/w:r>).)*First/s)
  const body = partOf(file, 'word/document.xml')
  expect(body.match(/<w:footnoteReference w:id="(\d+)"/g)).toHaveLength(2)
  expect(body).toMatch(/<w:vertAlign w:val="superscript"\/>(?:(?!<\/w:r>).)*>1</s)
})

it('are raised numbers on a slide, with their words in its notes', async () => {
  const deck = await makeDeck(read, noBrowser)
  const n = planSheets(read).sheets.findIndex(({ id }) => id === 'two') + 1
  const slide = partOf(deck, `ppt/slides/slide${n}.xml`)
  expect(wordsIn(slide)).toContain('They call[2]')
  expect(slide).toMatch(/baseline="30000"(?:(?!<\/a:r>).)*\[2\]/s)
  expect(wordsIn(partOf(deck, `ppt/notesSlides/notesSlide${n}.xml`))).toContain('[2] Second file.')
})
