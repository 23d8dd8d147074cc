/** The parts of an Office file: unpacked, and packed so that the same parts are the same bytes. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { el, escapeXml, RE_FORBIDDEN, XML } from '../../core/text/xml.ts'

/** Parts by path: XML as text, all else as bytes. */
export type Parts = ReadonlyMap<string, string | Uint8Array>

/** What a file says of itself. */
export interface About {
  readonly title: string
  readonly author?: string | undefined
  /** BCP 47. */
  readonly language: string
  /** When the case was last updated; never the time of the export, so that exports repeat. */
  readonly updated?: string | undefined
}

// Matches the names of parts that are text.
const RE_XML = /\.(?:xml|rels)$/

/**
 * Unpacks a file to its parts, by their names. Libraries write what a case holds as it is; what XML can't
 * hold goes, since no program would open the file.
 */
export function unpack(bytes: Uint8Array): Map<string, string | Uint8Array> {
  const files = Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/'))
  const textOf = (file: Uint8Array) => strFromU8(file).replace(RE_FORBIDDEN, '')
  return new Map(files.map(([path, file]) => [path, RE_XML.test(path) ? textOf(file) : file]))
}

/** Packs the parts of a file: the list of types first, as the format asks, all others by name. */
export function pack(parts: Parts): Uint8Array {
  const paths = [...parts.keys()].filter((path) => path !== TYPES).sort()
  const files: Zippable = {}
  for (const path of [TYPES, ...paths]) {
    const part = parts.get(path) ?? ''
    files[path] = typeof part === 'string' ? strToU8(part) : part
  }
  // The earliest day that a zip can name, on any clock.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) })
}

const TYPES = '[Content_Types].xml'

/** Stands in the file of a case that gives no date. */
const UNDATED = '2000-01-01'

/** Title, author, language and dates of the case, in place of those of the library. */
export function describe(
  parts: Parts,
  { title, author, language, updated = UNDATED }: About,
): Parts {
  const w3c = { 'xsi:type': 'dcterms:W3CDTF' }
  const date = `${updated.slice(0, 10)}T00:00:00Z`
  const core = el(
    'cp:coreProperties',
    CORE,
    el('dc:title', {}, escapeXml(title)),
    author === undefined ? '' : el('dc:creator', {}, escapeXml(author)),
    el('dcterms:created', w3c, date),
    el('dcterms:modified', w3c, date),
    el('dc:language', {}, escapeXml(language)),
  )
  const app = el('Properties', EXTENDED, el('Application', {}, 'Throughline'))
  return new Map([...parts, ['docProps/core.xml', XML + core], ['docProps/app.xml', XML + app]])
}

const CORE = {
  'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
}

const EXTENDED = {
  xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties',
}
