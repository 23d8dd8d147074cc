/** Writes a PDF with its objects packed (ISO 32000-1, 7.5.7 and 7.5.8). pdf-lib packs ten times as slowly. */
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import {
  type PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFInvalidObject,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFTrailer,
} from 'pdf-lib'

/** Objects that are packed together. */
const TOGETHER = 1000

/** Bytes of each field of the list that says where objects are: how, where, and at which place there. */
const WIDTHS = [1, 4, 2] as const
const ENTRY = WIDTHS[0] + WIDTHS[1] + WIDTHS[2]

/**
 * The bytes of a document, which has the hash of everything in it for its id: equal documents are equal files.
 * @throws where it would be larger than 4 GB
 */
export function writeDocument({ context }: PDFDocument): Uint8Array {
  const { Root, Info } = context.trailerInfo
  const hash = createHash('sha256')
  const pieces: Uint8Array[] = []
  const entries = new Map<number, readonly [how: number, where: number, place: number]>()
  let size = 0
  let next = context.largestObjectNumber + 1
  const add = (bytes: Uint8Array) => {
    pieces.push(bytes)
    size += bytes.length
  }
  const addObject = ({ objectNumber, generationNumber }: PDFRef, object: PDFObject) => {
    entries.set(objectNumber, [1, size, generationNumber])
    const body = new Uint8Array(object.sizeInBytes())
    object.copyBytesInto(body, 0)
    hash.update(body)
    add(Buffer.from(`${objectNumber} ${generationNumber} obj\n`))
    add(body)
    add(Buffer.from('\nendobj\n\n'))
  }
  const pack = (content: Uint8Array, about: Readonly<Record<string, unknown>>): PDFRawStream => {
    const bytes = deflateSync(content)
    const dict = context.obj({ ...(about as object), Filter: 'FlateDecode' })
    return PDFRawStream.of(dict, bytes)
  }
  let open:
    | { readonly ref: PDFRef; readonly places: string[]; readonly bodies: string[] }
    | undefined
  let length = 0
  const close = () => {
    if (!open) return
    const { ref, places, bodies } = open
    const list = `${places.join(' ')} `
    const content = Buffer.from(list + bodies.join(''), 'latin1')
    addObject(ref, pack(content, { Type: 'ObjStm', N: bodies.length, First: list.length }))
    open = undefined
    length = 0
  }

  const header = PDFHeader.forVersion(1, 7)
  add(Buffer.from(`${header}\n\n`, 'latin1'))
  entries.set(0, [0, 0, 65_535])
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const isAlone = object instanceof PDFStream || object instanceof PDFInvalidObject
    if (isAlone || ref.generationNumber !== 0) {
      addObject(ref, object)
      continue
    }
    if (open?.bodies.length === TOGETHER) close()
    open ??= { ref: PDFRef.of(next++), places: [], bodies: [] }
    const body = `${object}\n`
    entries.set(ref.objectNumber, [2, open.ref.objectNumber, open.bodies.length])
    open.places.push(`${ref.objectNumber} ${length}`)
    open.bodies.push(body)
    length += body.length
  }
  close()
  const id = PDFHexString.of(hash.copy().digest('hex').slice(0, 32).toUpperCase())
  const list = PDFRef.of(next)
  entries.set(next, [1, size, 0])
  const about = { Type: 'XRef', Size: next + 1, Root, ...(Info ? { Info } : {}), ID: [id, id] }
  const start = size
  addObject(list, pack(listed(entries), { ...about, W: [...WIDTHS], Index: stretchesOf(entries) }))
  add(Buffer.from(String(PDFTrailer.forLastCrossRefSectionOffset(start)), 'latin1'))
  return new Uint8Array(Buffer.concat(pieces, size))
}

type Entries = ReadonlyMap<number, readonly [how: number, where: number, place: number]>

/** In the order of the numbers of the objects. */
function ordered(entries: Entries) {
  return [...entries].sort(([one], [other]) => one - other)
}

function listed(entries: Entries): Uint8Array {
  const bytes = Buffer.alloc(entries.size * ENTRY)
  for (const [index, [, [how, where, place]]] of ordered(entries).entries()) {
    const at = index * ENTRY
    bytes.writeUInt8(how, at)
    bytes.writeUInt32BE(where, at + 1)
    bytes.writeUInt16BE(place, at + 5)
  }
  return bytes
}

/** Where numbers follow each other: the first, and how many. */
function stretchesOf(entries: Entries): readonly number[] {
  const stretches: [number, number][] = []
  for (const [number] of ordered(entries)) {
    const last = stretches.at(-1)
    if (last && last[0] + last[1] === number) last[1] += 1
    else stretches.push([number, 1])
  }
  return stretches.flat()
}
