/**
 * The deck as one file carries its speaker view: asleep in the page, until the address asks for it.
 * `pages/deck/_speaker/carried-speaker.ts` wakes it.
 */
import { escapeXml } from '../../core/text/xml.ts'
import {
  attribute,
  elementsOf,
  insertBefore,
  outerOf,
  type Page,
  type PageElement,
  readPage,
  setAttributes,
  textIn,
  writePage,
} from './tree.ts'

/** In the one file, what leads from each to the other. */
export const [TO_SPEAKER, TO_DECK] = ['?speaker', '?deck']

/**
 * Adds what the speaker view has and the deck lacks: the desk, private notes where the build has any,
 * style sheets, and its script. Slides and cards are the deck's own.
 * @param deck and `speaker` with links that fit where they will be, and nothing embedded yet.
 * @returns the deck with all of it
 */
export function carrySpeaker(deck: Page, speaker: Page): Page {
  const own = elementsOf(speaker)
  const theirs = elementsOf(deck)
  const desk = found(own, (one) => attribute(one, 'data-plan') !== undefined)
  const title = textIn(found(own, ({ tagName }) => tagName === 'title'))
  const notes = own.filter(
    (one) => one.tagName === 'aside' && attribute(one, 'class') === 'private-notes',
  )
  for (const note of notes)
    setAttributes(note, { 'data-of': note.parent && attribute(note.parent, 'id') }) // of its slide

  const words = [desk, ...notes].map(outerOf).join('')
  const template = `<template data-speaker="${escapeXml(title)}">${words}</template>`

  const sheets = { deck: theirs.filter(isSheet), speaker: own.filter(isSheet) }
  const added = sheets.speaker.filter((sheet) => !isIn(sheets.deck, sheet))
  for (const sheet of added) setAttributes(sheet, { 'data-of': 'speaker', media: 'not all' })
  for (const sheet of sheets.deck)
    if (!isIn(sheets.speaker, sheet)) setAttributes(sheet, { 'data-of': 'deck' })
  // Its script runs first, and so can take the deck's place.
  const [sheetsHere, script] = [added.map(outerOf).join(''), outerOf(found(own, isScript))]
  insertBefore(found(theirs, isScript), sheetsHere + template + script)
  return readPage(writePage(deck))
}

function isIn(sheets: readonly PageElement[], sheet: PageElement): boolean {
  return sheets.some((one) => attribute(one, 'href') === attribute(sheet, 'href'))
}

function isScript(element: PageElement): boolean {
  return element.tagName === 'script' && attribute(element, 'src') !== undefined
}

function isSheet(element: PageElement): boolean {
  return element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet'
}

function found(elements: readonly PageElement[], is: (one: PageElement) => boolean): PageElement {
  const one = elements.find(is)
  if (!one) throw new Error('Unexpected deck or speaker view without a part that each has')
  return one
}
