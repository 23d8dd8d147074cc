/** The formats that can be imported, by the ends of files' names. */

import type { ForeignDocument, ReadPart } from '../../core/import/foreign/document.ts'
import { EmbeddedPictures } from '../../core/import/foreign/embedded-pictures.ts'
import { pictureFolder } from './embedded.ts'
import { readPageText, readText } from './read-text.ts'

/** Reads a document. Its code is loaded when there is one: some of it is large. */
type Reader = (bytes: Uint8Array, name: string) => Promise<ForeignDocument>

interface Format {
  /** `read` is absent for Markdown, which is mended where it stands. */
  readonly read?: Reader
  /** Whether the HTML that comes out is that of the file, and not of our reader. */
  readonly isForeignHtml?: true
}

const html: Format = {
  isForeignHtml: true,
  read: async (bytes) => {
    const { text, dropped } = readPageText(bytes)
    return { html: text, notTaken: dropped }
  },
}

const csv: Format = {
  read: async (bytes, name) => {
    const { text, dropped } = readText(bytes)
    return withMore((await import('../../core/import/foreign/csv.ts')).readCsv(text, name), dropped)
  },
}

/** Every format, by extension. */
const formats: Readonly<Record<string, Format>> = {
  md: {},
  mdx: {},
  markdown: {},
  html,
  htm: html,
  xhtml: html,
  docx: { read: async (bytes, name) => (await import('./read-docx.ts')).readDocx(bytes, name) },
  odt: office(async (part, pictures) =>
    (await import('../../core/import/foreign/odt/odt.ts')).readOdt(part, pictures),
  ),
  odp: office(async (part, pictures) =>
    (await import('../../core/import/foreign/odt/odp.ts')).readOdp(part, pictures),
  ),
  ods: office(async (part, pictures, name) =>
    (await import('../../core/import/foreign/odt/ods.ts')).readOds(part, pictures, name),
  ),
  pptx: office(async (part, pictures) =>
    (await import('../../core/import/foreign/office/pptx.ts')).readPptx(part, pictures),
  ),
  xlsx: office(async (part, _, name) =>
    (await import('../../core/import/foreign/office/xlsx.ts')).readXlsx(part, name),
  ),
  csv,
  tsv: csv,
}

/** A format whose file is a zip of parts. */
function office(
  read: (part: ReadPart, pictures: EmbeddedPictures, name: string) => Promise<ForeignDocument>,
): Format {
  return {
    read: async (bytes, name) => {
      const { openOffice } = await import('./open-office.ts')
      const { part, bytes: picture, outside } = await openOffice(bytes)
      const pictures = new EmbeddedPictures(picture, pictureFolder(name))
      return withMore(await read(part, pictures, name), outside())
    },
  }
}

function withMore(document: ForeignDocument, outside: readonly string[]): ForeignDocument {
  return { ...document, notTaken: [...(document.notTaken ?? []), ...outside] }
}

/** All that can be imported, as people write it: `.md, .mdx or .csv`. */
export const FORMAT_NAMES = Object.keys(formats).map((name) => `.${name}`)

/** Formats of documents that are not read, and what to do with one. */
const others: Readonly<Record<string, string>> = {
  doc: 'save it as .docx',
  docm: 'it has macros: save it as .docx',
  dotx: 'save it as .docx',
  rtf: 'save it as .docx or .odt',
  pages: 'export it as .docx',
  pdf: 'a PDF has no words in order: bring the document that it was made of',
  ppt: 'save it as .pptx',
  pptm: 'it has macros: save it as .pptx',
  key: 'export it as .pptx',
  xls: 'save it as .xlsx',
  xlsm: 'it has macros: save it as .xlsx',
  xlsb: 'save it as .xlsx',
  numbers: 'export it as .xlsx or .csv',
  txt: 'call it .md',
  tex: 'convert it to .docx or .md',
  rst: 'convert it to .html or .md',
  adoc: 'convert it to .html or .md',
  org: 'convert it to .html or .md',
  mht: 'save the page as .html',
  mhtml: 'save the page as .html',
  eml: 'copy its words into a .md file',
  msg: 'copy its words into a .md file',
}

/** The format of a file, by its name. */
export function formatOf(file: string): Format | undefined {
  const extension = extensionOf(file)
  return Object.hasOwn(formats, extension) ? formats[extension] : undefined
}

/** What to do with a document that is not read; absent for a file that is none. */
export function adviceFor(file: string): string | undefined {
  const extension = extensionOf(file)
  return Object.hasOwn(others, extension) ? others[extension] : undefined
}

function extensionOf(file: string): string {
  return /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? ''
}
