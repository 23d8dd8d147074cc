/** A presentation as a package: its parts, what each is, and what each leads to. */

import { el, XML } from '../../../core/text/xml.ts'
import type { Parts } from '../office.ts'

/** One part of the package. What it is, its name says: `slide3.xml` is a slide. */
export interface PackagePart {
  readonly path: string
  /** Without the first line. */
  readonly xml: string
  /** Paths from where the part is, and addresses, in the order of their ids; see `idOf`. */
  readonly relations?: readonly string[]
}

/** The id under which a part leads to a target, which is added where it is new. */
export function idOf(relations: string[], target: string): string {
  if (!relations.includes(target)) relations.push(target)
  return `rId${relations.indexOf(target) + 1}`
}

/** Pictures and workbooks by path, some of them still being written. */
export type Media = Map<string, Uint8Array | Promise<Uint8Array>>

/** All files of the package; title and dates are written by `describe`. */
export async function packageOf(parts: readonly PackagePart[], media: Media): Promise<Parts> {
  const root = ['ppt/presentation.xml', 'docProps/core.xml', 'docProps/app.xml']
  const paths = [...parts.map(({ path }) => path), ...root.slice(1)]
  const files = new Map<string, string | Uint8Array>([
    ['[Content_Types].xml', typesXml(paths, [...media.keys()])],
    ['_rels/.rels', relationsXml(root)],
  ])
  for (const [path, bytes] of media) files.set(path, await bytes)
  for (const { path, xml, relations = [] } of parts) {
    files.set(path, XML + xml)
    const beside = path.replace(/(?<![^/])[^/]*$/, '_rels/$&.rels')
    if (relations.length > 0) files.set(beside, relationsXml(relations))
  }
  return files
}

const FORMATS = 'http://schemas.openxmlformats.org'

/** Types of relations and of parts, by the name of the part, where they have another pattern. */
const RELATIONS: Readonly<Record<string, string>> = {
  presentation: 'officeDocument/2006/relationships/officeDocument',
  core: 'package/2006/relationships/metadata/core-properties',
  app: 'officeDocument/2006/relationships/extended-properties',
}
const TYPES: Readonly<Record<string, string>> = {
  presentation: 'officedocument.presentationml.presentation.main',
  theme: 'officedocument.theme',
  chart: 'officedocument.drawingml.chart',
  core: 'package.core-properties',
  app: 'officedocument.extended-properties',
}
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MEDIA = { png: 'image/png', jpeg: 'image/jpeg', gif: 'image/gif', svg: 'image/svg+xml' }

/** `slideLayout` of `../slideLayouts/slideLayout3.xml`; undefined of pictures and addresses. */
function nameOf(path: string): string | undefined {
  return /([a-z]+)\d*\.xml$/i.exec(path)?.[1]
}

function typesXml(paths: readonly string[], media: readonly string[]): string {
  const office = 'application/vnd.openxmlformats-'
  const sheets = media.some((path) => path.endsWith('.xlsx')) ? { xlsx: WORKBOOK } : {}
  const formats = {
    ...MEDIA,
    ...sheets,
    xml: 'application/xml',
    rels: `${office}package.relationships+xml`,
  }
  const rows = [
    ...Object.entries(formats).map(([Extension, ContentType]) =>
      el('Default', { Extension, ContentType }),
    ),
    ...paths.map((path) => {
      const name = nameOf(path) ?? ''
      const type = TYPES[name] ?? `officedocument.presentationml.${name}`
      return el('Override', { PartName: `/${path}`, ContentType: `${office}${type}+xml` })
    }),
  ]
  return XML + el('Types', { xmlns: `${FORMATS}/package/2006/content-types` }, ...rows)
}

function relationsXml(targets: readonly string[]): string {
  const rows = targets.map((Target, index) => {
    const isAddress = /^[a-z][a-z\d+.-]*:/i.test(Target)
    const name = isAddress
      ? 'hyperlink'
      : (nameOf(Target) ?? (Target.endsWith('.xlsx') ? 'package' : 'image'))
    const type = RELATIONS[name] ?? `officeDocument/2006/relationships/${name}`
    const TargetMode = isAddress ? 'External' : undefined
    return el('Relationship', {
      Id: `rId${index + 1}`,
      Type: `${FORMATS}/${type}`,
      Target,
      TargetMode,
    })
  })
  return XML + el('Relationships', { xmlns: `${FORMATS}/package/2006/relationships` }, ...rows)
}
