/** The formats that can be imported, by the ends of files' names. */

import { decode } from '../../core/import/decode.ts'
import type { ForeignDocument } from '../../core/import/foreign/document.ts'
import { RefusedDocument } from '../../core/import/foreign/refused.ts'
import { pictureFolder } from './embedded.ts'

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
    const { text, dropped } = textOf(bytes, charsetIn(bytes))
    return { html: text, notTaken: dropped }
  },
}

const csv: Format = {
  read: async (bytes, name) => {
    const { text, dropped } = textOf(bytes)
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
  odt: {
    read: async (bytes, name) => {
      const { part, bytes: picture, outside } = await opened(bytes)
      const { readOdt } = await import('../../core/import/foreign/odt.ts')
      return withMore(readOdt({ part, bytes: picture, folder: pictureFolder(name) }), outside)
    },
  },
  pptx: {
    read: async (bytes, name) => {
      const { part, bytes: picture, outside } = await opened(bytes)
      const { readPptx } = await import('../../core/import/foreign/pptx.ts')
      return withMore(readPptx({ part, bytes: picture, folder: pictureFolder(name) }), outside)
    },
  },
  xlsx: {
    read: async (bytes, name) => {
      const { part, outside } = await opened(bytes)
      return withMore(
        (await import('../../core/import/foreign/xlsx.ts')).readXlsx(part, name),
        outside,
      )
    },
  },
  csv,
  tsv: csv,
}

async function opened(bytes: Uint8Array) {
  return (await import('./open-office.ts')).openOffice(bytes)
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
  odp: 'save it as .pptx',
  key: 'export it as .pptx',
  xls: 'save it as .xlsx',
  xlsm: 'it has macros: save it as .xlsx',
  xlsb: 'save it as .xlsx',
  ods: 'save it as .xlsx or .csv',
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

// Matches what a page says of its encoding, in its first bytes.
const RE_CHARSET = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i

function charsetIn(bytes: Uint8Array): string | undefined {
  return RE_CHARSET.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 2048)))?.[1]
}

interface ReadText {
  readonly text: string
  /** Sentences on bytes that are no text. */
  readonly dropped: readonly string[]
}

/** The text of a file, in the encoding that it names, or else in the one that fits. */
function textOf(bytes: Uint8Array, charset?: string): ReadText {
  // Bytes in which such words can be read are no UTF-16, whatever they say (HTML, "prescan a byte stream").
  if (charset !== undefined && !/^utf-?(?:8|16(?:le|be)?)$/i.test(charset)) {
    try {
      return { text: new TextDecoder(charset).decode(bytes), dropped: [] }
    } catch {
      // no encoding has this name
    }
  }
  const decoded = decode(bytes)
  if (!decoded) throw new RefusedDocument('it is no text, but bytes of some other kind')
  const { text, zeros } = decoded
  return {
    text,
    dropped: zeros === undefined ? [] : [`zero bytes, which no program shows: ${zeros}`],
  }
}
