/** Words that stand between the parts of pictures themselves: each codec has a place for them. */
import { expectFilm } from './fault.ts'

/** Empties that place in one picture, which is `bytes[from, to)`. */
export type StreamCleaner = (bytes: Buffer, from: number, to: number) => void

/** Parts of a picture that are pixels, or how to read them (ITU-T H.264, table 7-1). */
const H264_KEPT = new Set([1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 13, 19, 20])
const H264_SEI = 6
const H264_FILLER = 12

/** What a decoder may need to know of time; anything else of this sort is for people and programs. */
const SEI_KEPT = new Set([0, 1, 6])

/** Cleans H.264. Each part begins with its length, in `lengthSize` bytes. */
export function h264Cleaner(lengthSize: number): StreamCleaner {
  return (bytes, from, to) => {
    let at = from
    while (at < to) {
      expectFilm(at + lengthSize <= to)
      const start = at + lengthSize
      at = start + bytes.readUIntBE(at, lengthSize)
      expectFilm(at <= to)
      const type = (bytes[start] ?? 0) & 0x1f
      if (at === start || H264_KEPT.has(type)) continue
      if (type !== H264_SEI) fillPart(bytes, start, at)
      else if (!isPlainSei(bytes.subarray(start + 1, at))) fillSei(bytes, start, at)
    }
  }
}

/** As a part that decoders pass over. */
function fillPart(bytes: Buffer, start: number, end: number): void {
  bytes.fill(0xff, start, end)
  bytes[start] = H264_FILLER
  if (end > start + 1) bytes[end - 1] = 0x80
}

function isPlainSei(body: Buffer): boolean {
  let at = 0
  const number = (): number => {
    let sum = 0
    while (body[at] === 0xff) {
      sum += 255
      at += 1
    }
    sum += body[at] ?? 0
    at += 1
    return sum
  }
  while (at < body.length && body[at] !== 0x80) {
    const type = number()
    if (!SEI_KEPT.has(type)) return false
    at += number()
  }
  return at === body.length - 1
}

/** As messages that say of themselves that they fill a place (type 3, of ones), as long as what was there. */
function fillSei(bytes: Buffer, start: number, end: number): void {
  let [at, left] = [start + 1, end - start - 2]
  if (left < 2) {
    fillPart(bytes, start, end)
    return
  }
  bytes.fill(0xff, at, end)
  while (left > 0) {
    const most = Math.min(left, 256)
    const length = left - most === 1 ? most - 1 : most
    bytes[at] = 3
    bytes[at + 1] = length - 2
    at += length
    left -= length
  }
  bytes[end - 1] = 0x80
}

/** Parts that are pixels, or how to read them (AV1 specification, 6.2.2). */
const AV1_KEPT = new Set([1, 2, 3, 4, 6, 7])
const AV1_PADDING = 15

/** Cleans AV1. Each unit says how long it is; the last one need not. */
export const cleanAv1: StreamCleaner = (bytes, from, to) => {
  let at = from
  while (at < to) {
    const head = bytes[at] ?? 0
    const type = (head >> 3) & 0xf
    let body = at + 1 + ((head >> 2) & 1)
    let end = to
    if (head & 2) {
      let size = 0
      for (let shift = 0; ; shift += 7) {
        expectFilm(body < to && shift < 35)
        const byte = bytes[body] ?? 0
        size += (byte & 0x7f) * 2 ** shift
        body += 1
        if (byte < 0x80) break
      }
      end = body + size
    }
    expectFilm(end <= to)
    if (!AV1_KEPT.has(type)) {
      bytes[at] = (head & 0x87) | (AV1_PADDING << 3)
      bytes.fill(0, body, end)
      if (end > body) bytes[end - 1] = 0x80
    }
    at = end
  }
}
