/** The boxes of an MP4 or QuickTime file, by ISO/IEC 14496-12: length, four letters, what is in it. */
import { expectFilm } from './fault.ts'

/** Offsets in the file, bytes. */
export interface FilmBox {
  readonly type: string
  readonly start: number
  /** Where what is in it starts. */
  readonly body: number
  readonly end: number
}

/** The boxes in a stretch of a file, which they fill. Zeros may stand at its end, as QuickTime has them. */
export function boxesIn(bytes: Buffer, from: number, to: number): readonly FilmBox[] {
  const boxes: FilmBox[] = []
  let start = from
  while (start + 8 <= to) {
    const short = bytes.readUInt32BE(start)
    if (short === 0 && to < bytes.length) break
    const isLong = short === 1
    expectFilm(!isLong || start + 16 <= to)
    const length = isLong ? Number(bytes.readBigUInt64BE(start + 8)) : short || to - start
    const [body, end] = [start + (isLong ? 16 : 8), start + length]
    expectFilm(end >= body && end <= to)
    boxes.push({ type: bytes.toString('latin1', start + 4, start + 8), start, body, end })
    start = end
  }
  expectFilm(bytes.subarray(start, to).every((byte) => byte === 0))
  return boxes
}

/** The first box of a type. */
export function boxIn(boxes: readonly FilmBox[], type: string): FilmBox | undefined {
  return boxes.find((box) => box.type === type)
}

/** Makes a box one that says nothing, and is as long. */
export function empty(bytes: Buffer, { start, body, end }: FilmBox): void {
  bytes.write('free', start + 4, 'latin1')
  bytes.fill(0, body, end)
}
