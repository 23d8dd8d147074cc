/** A kind that a case brings stands in office files by its own name, in the hue of what it is like. */
import { expect, it } from 'vitest'
import { makeDeck } from '../../../src/node/export/deck/index.ts'
import { makeNarrative } from '../../../src/node/export/narrative/index.ts'
import { unpack } from '../../../src/node/export/office.ts'
import { readPalette } from '../../../src/node/export/palette.ts'
import { OWN_TEXT, ownKinds } from '../../core/own-kinds.ts'
import { readKinds } from '../../core/read.ts'
import { caseOf, noBrowser, partOf, wordsIn } from './cases.ts'

// Without a success factor there is no diagram, which would need a browser.
const text = OWN_TEXT.replace(/## Success factors\n\n.*\n/, '')
const read = { ...caseOf(), ...readKinds(ownKinds, text) }
const own = { ...read, case: read.graph.case }
const hue = readPalette('thread', 'slides')

it('in deck.pptx', async () => {
  const parts = [...unpack(await makeDeck(own, noBrowser))]
  const slides = parts.flatMap(([path, part]) => (/slides\/slide\d/.test(path) ? [`${part}`] : []))
  const saying = (words: string) => slides.find((xml) => wordsIn(xml).includes(words)) ?? ''
  expect(saying('Ruling 1, sprint 1')).toContain('We build a bridge')
  expect(saying('Finding 1')).toContain('They wait for hours')
  expect(saying('People cross fast')).toMatch(
    new RegExp(`srgbClr val="${hue['objective']}"/>.{0,200}<a:t>G1<`),
  )
})

it('in narrative.docx', async () => {
  const xml = partOf(await makeNarrative(own, noBrowser), 'word/document.xml')
  const words = wordsIn(xml)
  expect(words).toContain('Ruling 1')
  expect(words).toContain('Finding 1')
  expect(xml).toMatch(new RegExp(`<w:color w:val="${hue['objective']}"/>.{0,200}>G1<`))
})
