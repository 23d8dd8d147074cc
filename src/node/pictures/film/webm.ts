/** WebM without what is no picture, no sound and no time of one: what goes becomes an element `Void` (RFC 8794). */
import { SAYS } from '../parts/part.ts'
import { expectFilm, refuse } from './fault.ts'
import { type FilmRead, unplayed } from './mp4.ts'
import { saidIn } from './says.ts'
import { cleanAv1, type StreamCleaner } from './streams.ts'

/** What stays of an element: numbers, bytes as they are, nothing but its place, or what is on a list. */
type Stay = 'number' | 'bytes' | 'blank' | Readonly<Record<number, unknown>>

const numbers = (...ids: readonly number[]): Readonly<Record<number, Stay>> =>
  Object.fromEntries(ids.map((id) => [id, 'number' as const]))

const CODEC = 0x86
const PRIVATE = 0x63a2
const SIMPLE_BLOCK = 0xa3
const BLOCK = 0xa1

const CLUSTER = {
  ...numbers(0xe7, 0xa7, 0xab),
  [SIMPLE_BLOCK]: 'bytes',
  160: { [BLOCK]: 'bytes', ...numbers(0x9b, 0xfb, 0xfa, 0x75a2) },
} as const

const TRACK = {
  ...numbers(0xd7, 0x73c5, 0x83, 0x9c, 0xb9, 0x88, 0x55aa, 0x23e383, 0x56aa, 0x56bb, 0x55ee),
  ...numbers(0x6de7, 0x6df8, 0x537f, 0x23314f, 0x22b59c),
  [CODEC]: 'bytes',
  [PRIVATE]: 'bytes',
  224: {
    ...numbers(0xb0, 0xba, 0x54b0, 0x54ba, 0x54b2, 0x9a, 0x9d, 0x53b8, 0x53c0),
    ...numbers(0x54aa, 0x54bb, 0x54cc, 0x54dd, 0x2383e3),
    21936: {
      ...numbers(0x55b1, 0x55b2, 0x55b3, 0x55b4, 0x55b5, 0x55b6, 0x55b7, 0x55b8, 0x55b9),
      ...numbers(0x55ba, 0x55bb, 0x55bc, 0x55bd),
    },
  },
  225: numbers(0xb5, 0x78b5, 0x9f, 0x6264),
} as const

/** What stays, by the numbers of elements (matroska.org). */
const SEGMENT = 0x18538067
const TRACKS = 0x1654ae6b
const ENTRY = 0xae
const CLUSTERS = 0x1f43b675
const KEPT = {
  440786851: { ...numbers(0x4286, 0x42f7, 0x42f2, 0x42f3, 0x4287, 0x4285), 17026: 'bytes' },
  [SEGMENT]: {
    290298740: { 19899: numbers(0x53ab, 0x53ac) },
    357149030: { ...numbers(0x2ad7b1, 0x4489), 19840: 'blank', 22337: 'blank' },
    [TRACKS]: { [ENTRY]: TRACK },
    [CLUSTERS]: CLUSTER,
    475249515: { 187: { ...numbers(0xb3), 183: numbers(0xf7, 0xf1, 0xf0, 0xb2, 0x5378) } },
  },
} as const

const VOID = 0xec
const SPLIT = 0x6d80
/** What says nothing by itself: sums, and names that are numbers by chance. */
const SILENT = new Set([VOID, 0xbf, 0x73a4, 0x3cb923, 0x3eb923])

interface Element {
  readonly id: number
  readonly start: number
  readonly body: number
  readonly end: number
}

interface Track {
  readonly number: number
  readonly type: number
  readonly clean: StreamCleaner
}

/**
 * Cleans a film of this format.
 * @throws FilmFault for what nobody here understands
 */
export function cleanWebm(bytes: Buffer): FilmRead {
  const removed = new Set<string>()
  const tracks = new Map<number, Track>()
  let size: FilmRead['size'] | undefined

  keep(KEPT, 0, bytes.length)
  expectFilm(bytes.includes('webm', 0) && tracks.size > 0)
  return {
    removed: [...removed],
    size: size ?? refuse('film without pictures that every browser plays'),
  }

  function keep(list: Readonly<Record<number, unknown>>, from: number, to: number): void {
    for (const element of elementsIn(bytes, from, to)) {
      const { id, body, end } = element
      // The lists are made of what `Stay` says.
      const stay = (Object.hasOwn(list, id) ? list[id] : undefined) as Stay | undefined
      if (id === SPLIT) refuse()
      if (stay === undefined) drop(element)
      else if (stay === 'number') expectFilm(end - body <= 8)
      else if (stay === 'blank') bytes.fill(0, body, end)
      else if (id === SIMPLE_BLOCK || id === BLOCK) keepBlock(element)
      else if (id === CODEC) expectFilm(end - body <= 32)
      else if (typeof stay === 'object' && !(id === ENTRY && !isShown(element)))
        keep(stay, body, end)
    }
  }

  function drop(element: Element): void {
    const { id, body, end } = element
    if (!SILENT.has(id)) for (const said of saidIn(bytes.subarray(body, end))) removed.add(said)
    makeVoid(bytes, element)
  }

  /** Reads a track; one that is neither picture nor sound goes. */
  function isShown(entry: Element): boolean {
    const about = new Map(elementsIn(bytes, entry.body, entry.end).map((one) => [one.id, one]))
    const [number, type] = [numberIn(about.get(0xd7)), numberIn(about.get(0x83))]
    if (type !== 1 && type !== 2) {
      removed.add(type === 17 ? 'words of captions, which belong into a .vtt file' : SAYS.other)
      makeVoid(bytes, entry)
      return false
    }
    const codec = about.get(CODEC)
    const name = codec ? bytes.toString('latin1', codec.body, codec.end).replace(/\0+$/, '') : ''
    const clean = Object.hasOwn(CODECS, name) ? CODECS[name] : undefined
    if (!clean) refuse(unplayed(name))
    const said = about.get(PRIVATE)
    if (said && name === 'A_VORBIS') blankComments(bytes, said)
    tracks.set(number, { number, type, clean })
    const video = about.get(0xe0)
    if (type === 1 && video) {
      const sides = new Map(elementsIn(bytes, video.body, video.end).map((one) => [one.id, one]))
      size = { width: numberIn(sides.get(0xb0)), height: numberIn(sides.get(0xba)) }
    }
    return true
  }

  /** A picture or a stretch of sound, behind the number of its track, its time and its flags. */
  function keepBlock(block: Element): void {
    const { value, end } = numberAt(bytes, block.body)
    const track = tracks.get(value)
    if (!track) {
      makeVoid(bytes, block)
      return
    }
    const isLaced = ((bytes[end + 2] ?? 0) & 0x06) !== 0
    expectFilm(end + 3 <= block.end && !(isLaced && track.type === 1))
    track.clean(bytes, end + 3, block.end)
  }

  function numberIn(element: Element | undefined): number {
    if (!element || element.end === element.body) return 0
    expectFilm(element.end - element.body <= 6)
    return bytes.readUIntBE(element.body, element.end - element.body)
  }
}

const asIs: StreamCleaner = () => undefined

/** How pictures and sounds are cleaned, by their codec. */
const CODECS: Readonly<Record<string, StreamCleaner>> = {
  V_VP8: asIs,
  V_VP9: asIs,
  V_AV1: cleanAv1,
  A_OPUS: asIs,
  A_VORBIS: asIs,
}

/** The elements of a stretch, which they fill. One of unknown length goes up to the next that is no part of it. */
function elementsIn(bytes: Buffer, from: number, to: number): readonly Element[] {
  const elements: Element[] = []
  let start = from
  while (start < to) {
    const { end: headEnd, width } = numberAt(bytes, start)
    expectFilm(width <= 4 && headEnd < to)
    const id = bytes.readUIntBE(start, width)
    const { value, end: body, isUnknown } = numberAt(bytes, headEnd)
    expectFilm(!isUnknown || id === SEGMENT || id === CLUSTERS)
    const end = isUnknown ? (id === SEGMENT ? to : endOfCluster(bytes, body, to)) : body + value
    expectFilm(end <= to)
    elements.push({ id, start, body, end })
    start = end
  }
  return elements
}

function endOfCluster(bytes: Buffer, from: number, to: number): number {
  let at = from
  while (at < to) {
    const { end: headEnd, width } = numberAt(bytes, at)
    if (width === 4 || headEnd >= to) return at
    const { value, end, isUnknown } = numberAt(bytes, headEnd)
    expectFilm(!isUnknown)
    at = end + value
  }
  return at
}

/** A number that says in its first byte how long it is. */
function numberAt(bytes: Buffer, at: number) {
  const first = bytes[at] ?? 0
  const width = Math.clz32(first) - 23
  expectFilm(first > 0 && at + width <= bytes.length)
  let value = first & (0xff >> width)
  let isUnknown = value === 0xff >> width
  for (const byte of bytes.subarray(at + 1, at + width)) {
    value = value * 256 + byte
    isUnknown &&= byte === 0xff
  }
  return { value, width, end: at + width, isUnknown }
}

/** As long as the element was, its own head with it. */
function makeVoid(bytes: Buffer, { start, end }: Element): void {
  const length = end - start
  const width = length - 2 < 127 ? 1 : 8
  bytes.fill(0, start, end)
  bytes[start] = VOID
  const size = length - 1 - width
  if (width === 1) bytes[start + 1] = 0x80 | size
  else {
    bytes.writeUIntBE(size, start + 3, 6)
    bytes[start + 1] = 0x01
  }
}

/** Vorbis has comments in its head: the maker, and titles and names. Spaces take their place. */
function blankComments(bytes: Buffer, { body, end }: Element): void {
  let at = body + 1
  expectFilm(bytes[body] === 2)
  const lengths = [0, 0].map(() => {
    let sum = 0
    while (bytes[at] === 255) {
      sum += 255
      at += 1
    }
    sum += bytes[at] ?? 0
    at += 1
    return sum
  })
  let next = at + (lengths[0] ?? 0) + 7
  expectFilm(bytes.toString('latin1', next - 6, next) === 'vorbis')
  const blank = (): void => {
    expectFilm(next + 4 <= end)
    const length = bytes.readUInt32LE(next)
    expectFilm(next + 4 + length <= end)
    bytes.fill(0x20, next + 4, next + 4 + length)
    next += 4 + length
  }
  blank()
  const count = bytes.readUInt32LE(next)
  next += 4
  for (let n = 0; n < count; n += 1) blank()
}
