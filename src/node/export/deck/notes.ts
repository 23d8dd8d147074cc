/** What only the speaker sees: the notes of a slide, and the master of all notes. */
import { el, escapeXml } from '../../../core/text/xml.ts'
import { MASTER_COLOURS } from './master.ts'
import type { PackagePart } from './package.ts'
import { FROM_MASTER, placeholderXml, slideXml, transformOf } from './shapes.ts'

/** On a page of notes the slide stands above its words. px. */
const SLIDE = transformOf({ x: 72, y: 120, w: 576, h: 324 })
const WORDS = transformOf({ x: 72, y: 468, w: 576, h: 372 })

/** The master of all notes. */
export function notesMasterPart(language: string): PackagePart {
  const shapes = [
    placeholderXml({ id: 2, name: 'slide', label: 'Slide', place: SLIDE }),
    placeholderXml({
      id: 3,
      name: 'body',
      label: 'Notes',
      place: WORDS,
      text: textXml(['Notes'], language),
    }),
  ]
  return {
    path: 'ppt/notesMasters/notesMaster1.xml',
    xml: slideXml('p:notesMaster', { shapes, after: [MASTER_COLOURS] }),
    relations: ['../theme/theme2.xml'],
  }
}

/** The notes of slide `n`: a paragraph each. */
export function notesPart(notes: readonly string[], n: number, language: string): PackagePart {
  const shapes = [
    placeholderXml({ id: 2, name: 'slide', label: 'Slide' }),
    placeholderXml({ id: 3, name: 'body', label: 'Notes', text: textXml(notes, language) }),
  ]
  return {
    path: `ppt/notesSlides/notesSlide${n}.xml`,
    xml: slideXml('p:notes', { shapes, after: [FROM_MASTER] }),
    relations: ['../notesMasters/notesMaster1.xml', `../slides/slide${n}.xml`],
  }
}

function textXml(notes: readonly string[], lang: string): string {
  const lines = notes.flatMap((note) => note.split(/\r?\n/))
  const runs = lines.map((words) => el('a:rPr', { lang }) + el('a:t', {}, escapeXml(words)))
  return `<a:bodyPr/><a:lstStyle/>${runs.map((run) => `<a:p><a:r>${run}</a:r></a:p>`).join('')}`
}
