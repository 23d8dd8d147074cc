/** What LibreOffice leaves out of OpenDocument: vectors, which it shows where it finds them, and numbers of pages. */
import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { el } from '../../core/text/xml.ts'
import { type Parts, unpack } from './office.ts'

/** An OpenDocument file with the vector of each bitmap that has one in the Office file it is made from. */
export function withVectors(converted: Uint8Array, source: Uint8Array): Uint8Array {
  const vectors = vectorsOf(unpack(source))
  const parts = unpack(converted)
  const added = new Map<string, Uint8Array>()
  for (const [path, part] of parts) {
    const vector = typeof part === 'string' ? undefined : vectors.get(markOf(part))
    if (vector) added.set(path.replace(/\.\w+$/, '.svg'), vector)
  }
  const content = String(parts.get('content.xml')).replace(RE_IMAGE, (image, path: string) => {
    const vector = path.replace(/\.\w+$/, '.svg')
    return added.has(vector) ? imageOf(vector) + image : image
  })
  // Whoever opens it may update the contents; until then no dots lead to a number that is not there.
  const listed = content.replaceAll(/<\w+:tab\/>(?=<\/\w+:a><\/\w+:p>)/g, '')
  const entries = [...added.keys()].map((path) =>
    el('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': SVG }),
  )
  const manifest = String(parts.get(MANIFEST)).replace(RE_END, (end) => entries.join('') + end)
  return packed(
    new Map([...parts, ['content.xml', listed], [MANIFEST, manifest], ...added] as const),
  )
}

const SVG = 'image/svg+xml'
const MANIFEST = 'META-INF/manifest.xml'
const RE_END = /<\/manifest:manifest>\s*$/
// Matches the start of a picture: `<draw:image xlink:href="Pictures/1000.png"`.
const RE_IMAGE = /<draw:image xlink:href="([^"]+)"/g
// Matches a bitmap and the vector in its place, by the names of their relationships; not a bitmap alone, `<a:blip …/>`.
const RE_PAIR =
  /<a:blip\b[^>]*\br:embed="([^"]+)"[^>]*(?<!\/)>(?:(?!<\/a:blip>).)*?svgBlip\b[^>]*\br:embed="([^"]+)"/gs
const RE_RELATION = /<Relationship\b[^>]*>/g

/** Of several pictures in one frame, a program shows the first that it can. */
function imageOf(path: string): string {
  return el('draw:image', {
    'xlink:href': path,
    'xlink:type': 'simple',
    'xlink:show': 'embed',
    'xlink:actuate': 'onLoad',
    'draw:mime-type': SVG,
  })
}

/** Vectors by the mark of their bitmap. */
function vectorsOf(parts: Parts): ReadonlyMap<string, Uint8Array> {
  const vectors = new Map<string, Uint8Array>()
  for (const [path, part] of parts) {
    if (typeof part !== 'string' || !part.includes('svgBlip')) continue
    const targets = targetsOf(path, parts)
    for (const [, bitmap = '', vector = ''] of part.matchAll(RE_PAIR)) {
      const [from, to] = [bitmap, vector].map((id) => parts.get(targets.get(id) ?? ''))
      if (from instanceof Uint8Array && to instanceof Uint8Array) vectors.set(markOf(from), to)
    }
  }
  return vectors
}

/** Paths by the names of a part's relationships. */
function targetsOf(path: string, parts: Parts): ReadonlyMap<string, string> {
  const { dir, base } = posix.parse(path)
  const relations = String(parts.get(`${dir}/_rels/${base}.rels`) ?? '')
  const pairs = (relations.match(RE_RELATION) ?? []).map((relation) => {
    const [id = '', target = ''] = ['Id', 'Target'].map(
      (name) => new RegExp(`\\b${name}="([^"]*)"`).exec(relation)?.[1] ?? '',
    )
    return [id, posix.join(dir, target)] as const
  })
  return new Map(pairs)
}

function markOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The type comes first and is not compressed, as OpenDocument asks. */
function packed(parts: Parts): Uint8Array {
  const files: Zippable = {}
  for (const path of ['mimetype', ...[...parts.keys()].filter((each) => each !== 'mimetype')]) {
    const part = parts.get(path) ?? ''
    const bytes = typeof part === 'string' ? strToU8(part) : part
    files[path] = path === 'mimetype' ? [bytes, { level: 0 }] : bytes
  }
  // The earliest day that a zip can name, on any clock.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) })
}
