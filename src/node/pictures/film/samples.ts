/** Where the pictures and sounds of an MP4 file lie, by its tables and by those of its fragments. */
import { boxesIn, boxIn, type FilmBox } from './boxes.ts'
import { expectFilm, refuse } from './fault.ts'

/** One picture or stretch of sound: `bytes[from, to)`. */
export interface Sample {
  readonly from: number
  readonly to: number
}

/** More than a day of film at 60 pictures a second. */
const MOST = 6_000_000

/** The samples of a track, by the tables in its box `stbl`. */
export function samplesOf(bytes: Buffer, tables: readonly FilmBox[]): readonly Sample[] {
  const [chunks, runs, sizes] = [
    offsetsIn(bytes, tables),
    runsIn(bytes, tables),
    sizesIn(bytes, tables),
  ]
  const samples: Sample[] = []
  let run = 0
  for (const [index, offset] of chunks.entries()) {
    while ((runs[run + 1]?.first ?? Infinity) <= index + 1) run += 1
    let from = offset
    for (let n = 0; n < (runs[run]?.each ?? 0); n += 1) {
      const size = sizes(samples.length)
      expectFilm(size !== undefined && samples.length < MOST)
      const to = from + (size ?? 0)
      samples.push({ from, to })
      from = to
    }
  }
  expectFilm(sizes(samples.length) === undefined)
  return samples
}

function offsetsIn(bytes: Buffer, tables: readonly FilmBox[]): readonly number[] {
  const box = boxIn(tables, 'stco') ?? boxIn(tables, 'co64') ?? refuse()
  const width = box.type === 'stco' ? 4 : 8
  return rowsIn(bytes, box, width).map((at) =>
    width === 4 ? bytes.readUInt32BE(at) : Number(bytes.readBigUInt64BE(at)),
  )
}

function runsIn(bytes: Buffer, tables: readonly FilmBox[]) {
  return rowsIn(bytes, boxIn(tables, 'stsc') ?? refuse(), 12).map((at) => ({
    first: bytes.readUInt32BE(at),
    each: bytes.readUInt32BE(at + 4),
  }))
}

/** Sizes by number, from 0; undefined after the last. */
function sizesIn(bytes: Buffer, tables: readonly FilmBox[]): (index: number) => number | undefined {
  const box = boxIn(tables, 'stsz') ?? refuse()
  expectFilm(box.end >= box.body + 12)
  const [all, count] = [bytes.readUInt32BE(box.body + 4), bytes.readUInt32BE(box.body + 8)]
  expectFilm(count < MOST && box.end === box.body + 12 + (all === 0 ? 4 * count : 0))
  return (index) => {
    if (index >= count) return undefined
    return all === 0 ? bytes.readUInt32BE(box.body + 12 + 4 * index) : all
  }
}

/** Where the rows of a table start, which fill it after their number. */
export function rowsIn(bytes: Buffer, { body, end }: FilmBox, width: number): readonly number[] {
  expectFilm(end >= body + 8)
  const count = bytes.readUInt32BE(body + 4)
  expectFilm(end === body + 8 + width * count)
  return Array.from({ length: count }, (_, index) => body + 8 + width * index)
}

/** Sizes of pictures where fragments do not say any, by the number of the track. */
export type DefaultSizes = ReadonlyMap<number, number>

/** The samples of a fragment, with the number of their track. */
export function fragmentSamples(
  bytes: Buffer,
  moof: FilmBox,
  defaults: DefaultSizes,
): readonly (Sample & { readonly track: number })[] {
  const parts = boxesIn(bytes, moof.body, moof.end).filter(({ type }) => type === 'traf')
  return parts.flatMap((traf) => {
    const boxes = boxesIn(bytes, traf.body, traf.end)
    const head = boxIn(boxes, 'tfhd') ?? refuse()
    const flags = flagsOf(bytes, head)
    const track = bytes.readUInt32BE(head.body + 4)
    // Where offsets count from must be said.
    expectFilm((flags & 0x20001) !== 0 || parts.length === 1)
    const base = flags & 1 ? Number(bytes.readBigUInt64BE(head.body + 8)) : moof.start
    const at = head.body + 8 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0) + (flags & 8 ? 4 : 0)
    const size = flags & 0x10 ? bytes.readUInt32BE(at) : (defaults.get(track) ?? 0)
    let from = base
    return boxes
      .filter(({ type }) => type === 'trun')
      .flatMap((run) => {
        const samples = runSamples(bytes, run, { base, from, size })
        from = samples.at(-1)?.to ?? from
        return samples.map((one) => ({ ...one, track }))
      })
  })
}

function runSamples(
  bytes: Buffer,
  { body, end }: FilmBox,
  { base, from: before, size }: { base: number; from: number; size: number },
): readonly Sample[] {
  const flags = flagsOf(bytes, { body, end })
  const count = bytes.readUInt32BE(body + 4)
  const fields = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag)
  const head = body + 8 + (flags & 1 ? 4 : 0) + (flags & 4 ? 4 : 0)
  expectFilm(count < MOST && end === head + 4 * fields.length * count)
  const sizeAt = flags & 0x200 ? 4 * fields.indexOf(0x200) : undefined
  let from = flags & 1 ? base + bytes.readInt32BE(body + 8) : before
  return Array.from({ length: count }, (_, index) => {
    const row = head + 4 * fields.length * index
    const to = from + (sizeAt === undefined ? size : bytes.readUInt32BE(row + sizeAt))
    const sample = { from, to }
    from = to
    return sample
  })
}

/** The three bytes behind the version of a box. */
function flagsOf(bytes: Buffer, { body, end }: Pick<FilmBox, 'body' | 'end'>): number {
  expectFilm(end >= body + 8)
  return bytes.readUIntBE(body + 1, 3)
}
