/**
 * MP4 and QuickTime without what is no picture, no sound and no time of one. Every box keeps its place:
 * what goes becomes a free one, and bytes that no picture or sound uses become zeros.
 */
import { SAYS } from '../parts/part.ts'
import { boxesIn, boxIn, empty, type FilmBox } from './boxes.ts'
import { expectFilm, refuse } from './fault.ts'
import { type DefaultSizes, fragmentSamples, rowsIn, type Sample, samplesOf } from './samples.ts'
import { blankEncoders, saidIn } from './says.ts'
import { cleanAv1, h264Cleaner, type StreamCleaner } from './streams.ts'

/** A film that was cleaned, in the bytes that were given. */
export interface FilmRead {
  readonly removed: readonly string[]
  /** px, as it is shown. */
  readonly size: { readonly width: number; readonly height: number }
}

/** The boxes that stay, by the box in which they stand. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  file: ['ftyp', 'moov', 'mdat', 'moof', 'styp'],
  moov: ['mvhd', 'trak', 'mvex'],
  mvex: ['mehd', 'trex'],
  trak: ['tkhd', 'edts', 'mdia'],
  edts: ['elst'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['vmhd', 'smhd', 'hdlr', 'dinf', 'stbl'],
  dinf: ['dref'],
  stbl: ['stsd', 'stts', 'ctts', 'stss', 'stsc', 'stsz', 'stco', 'co64'],
  moof: ['mfhd', 'traf'],
  traf: ['tfhd', 'tfdt', 'trun'],
}

/** Bytes in a box of numbers alone: of its two versions, or by how many rows it says that it has. */
const LENGTHS: Readonly<Record<string, readonly [number, number] | { readonly row: number }>> = {
  mvhd: [100, 112],
  tkhd: [84, 96],
  mdhd: [24, 36],
  mehd: [8, 12],
  trex: [24, 24],
  vmhd: [12, 12],
  smhd: [8, 8],
  mfhd: [8, 8],
  tfdt: [8, 12],
  stts: { row: 8 },
  ctts: { row: 8 },
  stss: { row: 4 },
}

/** Times at which it was made and changed stand at the start of these. */
const TIMED = new Set(['mvhd', 'tkhd', 'mdhd'])

/** What is in a codec's description, and decoding needs. */
const OF_CODEC = 'avcC av1C vpcC pasp clap fiel btrt esds dOps chan wave colr'.split(' ')
const OF_WAVE = ['frma', 'mp4a', 'esds', 'enda']

/** How pictures are cleaned, by their codec. */
const PICTURES: Readonly<
  Record<string, (about: readonly FilmBox[], bytes: Buffer) => StreamCleaner>
> = {
  avc1: (about, bytes) => h264Cleaner(lengthSizeOf(about, bytes)),
  avc3: (about, bytes) => h264Cleaner(lengthSizeOf(about, bytes)),
  av01: () => cleanAv1,
  vp09: () => () => undefined,
}

const SOUNDS = new Set(['mp4a', 'Opus', '.mp3', 'fLaC'])

/** Stretches of sound at its start in which its encoder has its name. */
const NAMED = 3

/** Of tracks that are neither picture nor sound. */
const TRACKS: Readonly<Record<string, string>> = {
  text: 'words of captions or chapters, which belong into a .vtt file',
  sbtl: 'words of captions, which belong into a .vtt file',
  subt: 'words of captions, which belong into a .vtt file',
  clcp: 'words of captions, which belong into a .vtt file',
}

/**
 * Cleans a film of this format.
 * @throws FilmFault for what nobody here understands
 */
export function cleanMp4(bytes: Buffer): FilmRead {
  const removed = new Set<string>()
  const boxes = kept(bytes, boxesIn(bytes, 0, bytes.length), 'file', removed)
  const moov = boxIn(boxes, 'moov') ?? refuse()
  const top = kept(bytes, boxesIn(bytes, moov.body, moov.end), 'moov', removed)
  for (const box of top) if (box.type !== 'trak') keepInside(bytes, box, removed)
  const tracks = top
    .filter(({ type }) => type === 'trak')
    .flatMap((box) => trackOf(bytes, box, removed))
  const film =
    tracks.find(({ size }) => size) ?? refuse('film without pictures that every browser plays')
  const defaults = defaultSizes(bytes, boxIn(top, 'mvex'))
  const used: Sample[] = tracks.flatMap(({ samples }) => samples)
  for (const moof of boxes.filter(({ type }) => type === 'moof')) {
    const shown = fragmentSamples(bytes, moof, defaults).flatMap((sample) => {
      const track = tracks.find(({ id }) => id === sample.track)
      track?.clean(sample)
      return track ? [sample] : []
    })
    for (const one of shown) used.push(one)
    keepInside(bytes, moof, removed)
  }
  zeroUnused(
    bytes,
    boxes.filter(({ type }) => type === 'mdat'),
    used,
    removed,
  )
  return { removed: [...removed], size: film.size ?? refuse() }
}

/** The boxes of one that stay. The others are emptied. */
function kept(
  bytes: Buffer,
  boxes: readonly FilmBox[],
  inside: string,
  removed: Set<string>,
): readonly FilmBox[] {
  const [stay, go] = [boxes.filter(isKept), boxes.filter((box) => !isKept(box))]
  for (const box of go) {
    for (const said of saidIn(bytes.subarray(box.body, box.end))) removed.add(said)
    empty(bytes, box)
  }
  return stay
  function isKept({ type }: FilmBox): boolean {
    return KEPT[inside]?.includes(type) === true
  }
}

/** Keeps what is known in a box, and all that is in that. */
function keepInside(bytes: Buffer, box: FilmBox, removed: Set<string>): void {
  const { type, body, end } = box
  if (Object.hasOwn(KEPT, type)) {
    for (const one of kept(bytes, boxesIn(bytes, body, end), type, removed))
      keepInside(bytes, one, removed)
    return
  }
  const length = Object.hasOwn(LENGTHS, type) ? LENGTHS[type] : undefined
  if (length && 'row' in length) rowsIn(bytes, box, length.row)
  else if (length) expectFilm(end - body === length[bytes[body] === 1 ? 1 : 0])
  if (type === 'elst') rowsIn(bytes, box, bytes[body] === 1 ? 20 : 12)
  if (TIMED.has(type)) {
    const times = bytes.subarray(body + 4, body + (bytes[body] === 1 ? 20 : 12))
    if (times.some((byte) => byte !== 0)) removed.add(SAYS.time)
    times.fill(0)
  }
  if (type === 'hdlr') bytes.fill(0, body + 12, end)
  if (type === 'dref') expectOwnFile(bytes, box)
}

/** All pictures and sounds are in the file itself. Another file would be named by its place on a disk. */
function expectOwnFile(bytes: Buffer, { body, end }: FilmBox): void {
  for (const one of boxesIn(bytes, body + 8, end))
    expectFilm(one.end - one.body === 4 && bytes.readUInt32BE(one.body) === 1)
}

interface Track {
  readonly id: number
  readonly samples: readonly Sample[]
  readonly size?: FilmRead['size']
  readonly clean: (sample: Sample) => void
}

/** A track of pictures or sound, cleaned; any other goes. */
function trackOf(bytes: Buffer, trak: FilmBox, removed: Set<string>): readonly Track[] {
  const find = (box: FilmBox | undefined, type: string): FilmBox =>
    boxIn(boxesIn(bytes, box?.body ?? 0, box?.end ?? 0), type) ?? refuse()
  const mdia = find(trak, 'mdia')
  const hdlr = find(mdia, 'hdlr')
  const handler = bytes.toString('latin1', hdlr.body + 8, hdlr.body + 12)
  if (handler !== 'vide' && handler !== 'soun') {
    removed.add(TRACKS[handler] ?? SAYS.other)
    empty(bytes, trak)
    return []
  }
  keepInside(bytes, trak, removed)
  const stbl = find(find(mdia, 'minf'), 'stbl')
  const tables = boxesIn(bytes, stbl.body, stbl.end)
  const cleaner = describe(bytes, boxIn(tables, 'stsd') ?? refuse(), handler)
  const samples = samplesOf(bytes, tables)
  const tkhd = find(trak, 'tkhd')
  let first = 0
  const clean = (sample: Sample): void => {
    const { from, to } = within(sample, bytes)
    cleaner(bytes, from, to)
    if (handler === 'soun' && ++first <= NAMED) blankEncoders(bytes, from, to)
  }
  for (const sample of samples) clean(sample)
  const id = bytes.readUInt32BE(tkhd.body + (bytes[tkhd.body] === 1 ? 20 : 12))
  return [{ id, samples, clean, ...(handler === 'vide' ? { size: sizeIn(bytes, tkhd) } : {}) }]
}

function within(sample: Sample, bytes: Buffer): Sample {
  expectFilm(sample.from >= 0 && sample.to >= sample.from && sample.to <= bytes.length)
  return sample
}

/** As it is shown: phones lay a film on its side, and say so in its matrix. */
function sizeIn(bytes: Buffer, { end }: FilmBox): FilmRead['size'] {
  const [width, height] = [end - 8, end - 4].map((at) =>
    Math.round(bytes.readUInt32BE(at) / 65_536),
  )
  const isOnSide = bytes.readInt32BE(end - 44) === 0
  const size = { width: (isOnSide ? height : width) ?? 0, height: (isOnSide ? width : height) ?? 0 }
  expectFilm(size.width > 0 && size.height > 0)
  return size
}

/** Bytes of a description before the boxes in it; of sound by its version, as QuickTime has more. */
const HEAD = { vide: [78], soun: [28, 44, 64] } as const

/** Cleans what is said of a codec, and says how to clean its pictures. */
function describe(bytes: Buffer, stsd: FilmBox, handler: 'vide' | 'soun'): StreamCleaner {
  const entries = boxesIn(bytes, stsd.body + 8, stsd.end)
  const cleaners = entries.map(({ type, body, end }): StreamCleaner => {
    const isKnown = handler === 'vide' ? Object.hasOwn(PICTURES, type) : SOUNDS.has(type)
    if (!isKnown) refuse(unplayed(type))
    const version = handler === 'soun' ? bytes.readUInt16BE(body + 8) : 0
    const head = HEAD[handler][version] ?? refuse()
    expectFilm(end >= body + head)
    bytes.fill(0, body + 12, body + 16)
    if (handler === 'vide') bytes.fill(0, body + 42, body + 74)
    const about = boxesIn(bytes, body + head, end)
    for (const box of about) cleanAbout(bytes, box)
    return PICTURES[type]?.(about, bytes) ?? (() => undefined)
  })
  expectFilm(cleaners.length === 1)
  return cleaners[0] ?? refuse()
}

function cleanAbout(bytes: Buffer, box: FilmBox): void {
  const isColour = box.type === 'colr'
  const space = isColour ? bytes.toString('latin1', box.body, box.body + 4) : ''
  // A profile of colours has the names of its makers.
  if (!OF_CODEC.includes(box.type) || (isColour && !/^ncl[xc]$/.test(space))) empty(bytes, box)
  if (box.type !== 'wave') return
  for (const one of boxesIn(bytes, box.body, box.end))
    if (!OF_WAVE.includes(one.type) && one.end > one.body) empty(bytes, one)
}

/** Names of codecs that some browsers do not play. */
const UNPLAYED: Readonly<Record<string, string>> = {
  hvc1: 'HEVC (H.265)',
  hev1: 'HEVC (H.265)',
  encv: 'a lock',
  enca: 'a lock',
  apch: 'ProRes',
  apcn: 'ProRes',
  'ac-3': 'Dolby sound',
  'ec-3': 'Dolby sound',
  lpcm: 'sound that is not packed (PCM)',
  sowt: 'sound that is not packed (PCM)',
}

/** Why a codec is not shown, in words. Codecs are named by their four letters, or by their names in WebM. */
export function unplayed(codec: string): string {
  const name = Object.hasOwn(UNPLAYED, codec) ? UNPLAYED[codec] : undefined
  return `film with ${name ?? 'a codec'} that not every browser plays`
}

function lengthSizeOf(about: readonly FilmBox[], bytes: Buffer): number {
  const avcC = boxIn(about, 'avcC') ?? refuse()
  return ((bytes[avcC.body + 4] ?? 0) & 3) + 1
}

function defaultSizes(bytes: Buffer, mvex: FilmBox | undefined): DefaultSizes {
  const boxes = mvex ? boxesIn(bytes, mvex.body, mvex.end) : []
  return new Map(
    boxes
      .filter(({ type }) => type === 'trex')
      .map(({ body }) => [bytes.readUInt32BE(body + 4), bytes.readUInt32BE(body + 16)]),
  )
}

/** What no picture and no sound uses: of a track that is gone, of an earlier state of the file. */
function zeroUnused(
  bytes: Buffer,
  stores: readonly FilmBox[],
  used: readonly Sample[],
  removed: Set<string>,
): void {
  const ordered = used.toSorted((a, b) => a.from - b.from)
  for (const { from, to } of ordered)
    expectFilm(stores.some(({ body, end }) => from >= body && to <= end))
  let next = 0
  for (const { body, end } of stores.toSorted((a, b) => a.start - b.start)) {
    let at = body
    const zero = (to: number): void => {
      if (to > at) {
        for (const said of saidIn(bytes.subarray(at, to))) removed.add(said)
        bytes.fill(0, at, to)
      }
    }
    for (let one = ordered[next]; one && one.from < end; one = ordered[++next]) {
      zero(one.from)
      at = Math.max(at, one.to)
    }
    zero(end)
  }
}
