/**
 * Mends what the library (pptxgenjs 4.0.1) cannot say: a master of our own, fields that take their
 * place and look from it, no empty fields, bitmaps beside vectors, notes in paragraphs.
 */
import type { Parts } from '../office.ts'
import type { Palette } from '../palette.ts'
import type { Paragraph } from '../text.ts'
import { el, escapeXml } from '../xml.ts'
import { type Field, fieldsOf, layoutOf, layouts } from './layouts.ts'
import { layoutXml, masterXml } from './master.ts'
import type { ReadySheet } from './ready.ts'
import { emu, holderXml, NUMBER, numberText } from './shapes.ts'
import { themeXml } from './theme.ts'

interface Mending {
  readonly sheets: readonly ReadySheet[]
  readonly palette: Palette
  readonly language: string
}

/** The same file, mended. */
export function mendDeck(parts: Parts, { sheets, palette, language }: Mending): Parts {
  const mended = new Map(parts)
  mended.set('ppt/theme/theme1.xml', themeXml(palette))
  edit(mended, 'ppt/slideMasters/slideMaster1.xml', (xml) => {
    return masterXml(/<p:sldLayoutIdLst>.*<\/p:sldLayoutIdLst>/s.exec(xml)?.[0] ?? '', language)
  })
  // The library's own first layout, then ours in the order of the table.
  const all = [layoutOf('text'), ...Object.values(layouts)]
  for (const [index, layout] of all.entries()) {
    const named = index === 0 ? { ...layout, name: 'Default' } : layout
    mended.set(`ppt/slideLayouts/slideLayout${index + 1}.xml`, layoutXml(named, language))
  }
  for (const [index, sheet] of sheets.entries()) {
    const n = index + 1
    edit(mended, `ppt/slides/slide${n}.xml`, (xml) => mendSlide(xml, { sheet, n, language }))
    replaceBitmaps(mended, sheet, n)
    if (sheet.notes.length === 0) dropNotes(mended, n)
    else edit(mended, `ppt/notesSlides/notesSlide${n}.xml`, (xml) => mendNotes(xml, language))
  }
  edit(mended, TYPES, (xml) =>
    xml.replace(RE_OVERRIDE, (row, path) => (mended.has(path) ? row : '')),
  )
  for (const [path, part] of mended)
    if (typeof part === 'string') mended.set(path, tidied(part, language))
  return mended
}

const TYPES = '[Content_Types].xml'
// Matches the row of one part: the library has rows of masters that it does not write.
const RE_OVERRIDE = /<Override PartName="\/([^"]*)"[^>]*\/>/g

type Draft = Map<string, string | Uint8Array>

/** @throws where the library has written no such part: then it is not the version that we know. */
function edit(parts: Draft, path: string, change: (xml: string) => string): void {
  const part = parts.get(path)
  if (typeof part !== 'string') throw new Error(`Expected the part ${path} of the presentation`)
  parts.set(path, change(part))
}

// Matches one shape with words, or a frame around it.
const RE_SHAPE = /<p:sp>.*?<\/p:sp>/gs
// Matches the number under which the library has a field: `<p:ph idx="102"`.
const RE_INDEX = /<p:ph\s+idx="1(\d\d)"/
// Matches a cell of a table, whose words have a paragraph's properties before every run.
const RE_CELL = /<a:tc>.*?<\/a:tc>/gs
const RE_PROPERTIES = /<a:pPr\b[^>]*\/>|<a:pPr\b.*?<\/a:pPr>/gs
// Matches the start of a run's look that does not say how bold it is.
const RE_UNSET = /<a:rPr (?![^>]* b=)/g
const RE_PARAGRAPH = /<a:p>.*?<\/a:p>/gs

function mendSlide(
  xml: string,
  { sheet, n, language }: { sheet: ReadySheet; n: number; language: string },
): string {
  const fields = fieldsOf(layoutOf(sheet.layout))
  const shapes = xml.replace(RE_SHAPE, (shape) => {
    const index = RE_INDEX.exec(shape)?.[1]
    const [name, field] = fields[Number(index)] ?? []
    if (index === undefined || name === undefined || field === undefined) return shape
    const words = sheet.fields[name]
    if (!words) return ''
    const id = 100 + Number(index)
    const paragraphs = (shape.match(RE_PARAGRAPH) ?? []).map((paragraph, place) =>
      mendParagraph(paragraph, words[place], field),
    )
    const text = `<a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>${paragraphs.join('')}`
    return holderXml({ id, name, label: field.label, text })
  })
  const number = `<a:bodyPr/><a:lstStyle/>${numberText(language, n)}`
  const last = holderXml({ id: 99, name: 'number', label: NUMBER.label, text: number })
  return shapes
    .replace('</p:spTree>', () => `${last}</p:spTree>`)
    .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>')
    .replace(RE_CELL, (cell) => cell.replace(RE_PROPERTIES, ''))
}

function mendParagraph(xml: string, paragraph: Paragraph | undefined, field: Field): string {
  const bare = xml.replace(RE_PROPERTIES, '')
  const isQuiet = paragraph?.style === 'by' && field.bold
  const light = isQuiet ? bare.replace(RE_UNSET, '<a:rPr b="0" ') : bare
  return light.replace('<a:p>', () => `<a:p>${paragraph ? propertiesOf(paragraph, field) : ''}`)
}

/** Only what differs from the layout. */
function propertiesOf({ list, level, number }: Paragraph, { hang = 0 }: Field): string {
  const depth = Math.min(level, 2)
  if (list === 'bullet' && hang > 0) return depth > 0 ? `<a:pPr lvl="${depth}"/>` : ''
  const margin = hang + (depth + (hang > 0 ? 0 : 1)) * HANG
  const place = { marL: emu(margin), lvl: depth, indent: -emu(HANG) }
  // On the thread a number could not be read.
  const quiet = '<a:buClr><a:schemeClr val="tx2"/></a:buClr>'
  if (list === 'number') return el('a:pPr', place, quiet, numbered(number))
  if (list === 'bullet') return el('a:pPr', place, quiet, BULLETED)
  if (hang === 0) return ''
  return `<a:pPr marL="${emu(hang + depth * HANG)}" lvl="${depth}" indent="0"><a:buNone/></a:pPr>`
}

function numbered(from = 1): string {
  const start = from === 1 ? '' : ` startAt="${from}"`
  return `<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"${start}/>`
}

const BULLETED = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'

/** Of numbers, and of bullets where the layout has none, px. */
const HANG = 38

/** What the library gives words that were given no colour: theirs is the layout's. */
const BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'

// Matches the white space that the library has in a link.
const RE_LOOSE = />\s+(?=<\/?(?:a:ext|ahyp:|a:hlinkClick))/g

/** Takes out what the library says without need. */
function tidied(xml: string, language: string): string {
  return xml
    .replaceAll('lang="en-US"', `lang="${escapeXml(language)}"`)
    .replaceAll(' dirty="0"', '')
    .replaceAll(BLACK, '')
    .replaceAll(' invalidUrl="" action="" tgtFrame="" tooltip="" history="1"', '')
    .replaceAll(' highlightClick="0" endSnd="0"', '')
    .replaceAll(' tooltip=""', '')
    .replace(RE_LOOSE, '>')
}

/** The library renames the vector and calls it a bitmap: programs without vectors show nothing. */
function replaceBitmaps(parts: Draft, { pictures }: ReadySheet, n: number): void {
  let number = 1
  for (const { svg, bitmap } of pictures) {
    if (svg === undefined) {
      number += 1
      continue
    }
    const path = `ppt/media/image-${n}-${number}.png`
    if (!parts.has(path)) throw new Error(`Expected the part ${path} of the presentation`)
    parts.set(path, bitmap)
    number += 2
  }
}

function mendNotes(xml: string, language: string): string {
  const words = /(<p:ph type="body" idx="1"\/>.*?)<a:p>.*?<a:t>(.*?)<\/a:t>.*?<\/a:p>/s
  const run = (text: string) =>
    `<a:p><a:r><a:rPr lang="${escapeXml(language)}"/><a:t>${text}</a:t></a:r></a:p>`
  return xml.replace(words, (_, before: string, text: string) => {
    return before + text.split(/\r?\n/).map(run).join('')
  })
}

/** Every slide gets notes from the library; empty ones are only in the way. */
function dropNotes(parts: Draft, n: number): void {
  parts.delete(`ppt/notesSlides/notesSlide${n}.xml`)
  parts.delete(`ppt/notesSlides/_rels/notesSlide${n}.xml.rels`)
  const own = new RegExp(`<Relationship\\b[^>]*notesSlide${n}\\.xml"[^>]*/>`, 'g')
  edit(parts, `ppt/slides/_rels/slide${n}.xml.rels`, (xml) => xml.replace(own, ''))
}
