/**
 * Attack: a film tells where and by whom it was made, or holds what it does not show. What must hold:
 * what is published of it has its pictures and its sound alone, and one that is not understood is not shown.
 */
import { readFileSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cleanFilm } from '../../src/node/pictures/film/index.ts'
import { readCase } from '../../src/node/read/read-case.ts'

const MP4 = readFileSync('tests/fixtures/films/clip.mp4')
const WEBM = readFileSync('tests/fixtures/films/secret.webm')

const TELLS = /never\w*|Lav[cf]\d|x264|\+51\.5/g

const told = (film: Buffer): readonly string[] => film.toString('latin1').match(TELLS) ?? []

/** A box of MP4. */
function box(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + body.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

function changed(film: Buffer, from: string, to: string): Buffer {
  const copy = Buffer.from(film)
  const at = copy.indexOf(from)
  expect(at).toBeGreaterThan(0)
  copy.write(to, at, 'latin1')
  return copy
}

const cleaned = (film: Buffer, extension = 'mp4') => {
  const result = cleanFilm(film, extension)
  if ('why' in result) throw new Error(result.why)
  return result
}

it.each([
  ['mp4', MP4, ['position (GPS)', 'time']],
  ['webm', WEBM, ['data that is not drawn']],
] as const)('keeps what a %s shows, and says what went', (extension, film, removed) => {
  expect(told(film).length).toBeGreaterThan(3)
  const result = cleaned(film, extension)
  expect(told(result.bytes)).toEqual([])
  expect(result.removed).toEqual(removed)
  // All has its place still, so that times and tables hold.
  expect(result.bytes.length).toBe(film.length)
  expect(cleaned(result.bytes, extension)).toMatchObject({ removed: [], bytes: result.bytes })
})

it('empties what no picture uses, and boxes that nobody knows, wherever they stand', () => {
  const canary = Buffer.from('neverseen words of a person')
  const film = Buffer.concat([MP4, box('mdat', canary), box('uuid', canary), box('abcd', canary)])
  expect(told(cleaned(film).bytes)).toEqual([])
})

it('takes a track that is neither picture nor sound with all that belongs to it', () => {
  const film = changed(MP4, 'soun', 'text')
  const { bytes, removed } = cleaned(film)
  expect(removed).toContain('words of captions or chapters, which belong into a .vtt file')
  const zeros = (of: Buffer) => of.filter((byte) => byte === 0).length
  expect(zeros(bytes)).toBeGreaterThan(zeros(cleaned(MP4).bytes) + 1000)
})

describe('a film that is not understood', () => {
  it.each([
    ['in a codec that few browsers play', changed(MP4, 'avc1\0\0\0\0', 'hvc1'), /HEVC/],
    ['that is locked', changed(MP4, 'avc1\0\0\0\0', 'encv'), /a lock/],
    ['whose sound lies in another file', changed(MP4, 'url \0\0\0\x01', 'url \0\0\0\0'), /damaged/],
    ['without pictures', changed(MP4, 'vide', 'text'), /without pictures/],
  ])('is not shown: one %s', (_, film, why) => {
    expect(cleanFilm(film, 'mp4')).toEqual({ why: expect.stringMatching(why) })
  })

  it.each([
    ['mp4', MP4],
    ['webm', WEBM],
  ] as const)(
    'is not shown, or says nothing: a %s that is cut or has wrong bytes',
    (extension, film) => {
      // Every fortieth byte of its heads, where all that is read stands.
      for (let at = 0; at < film.length; at += at < 2500 ? 3 : 400) {
        const wrong = Buffer.from(film)
        wrong[at] = (wrong[at] ?? 0) ^ 0x41
        for (const one of [wrong, film.subarray(0, at)]) {
          const result = cleanFilm(Buffer.from(one), extension)
          if ('bytes' in result) expect(told(result.bytes)).toEqual([])
        }
      }
    },
  )
})

it.each([
  ['We pay two agencies for this (internal).', ['seems-internal']],
  ['We pay two agencies for this.', []],
])('publishes nothing while captions say that they stay inside: %s', async (words, ids) => {
  const folder = await mkdtemp(join(tmpdir(), 'films-'))
  try {
    await cp('tests/fixtures/films', folder, { recursive: true })
    await writeFile(
      join(folder, 'clip.vtt'),
      `WEBVTT\n\n00:00.000 --> 00:01.000\n${words}\n\nNOTE\n(internal)\n`,
    )
    const read = await readCase(folder, 'public', { store: join(folder, '.store') })
    expect(read.unreadable).toBe(ids.length > 0)
    const found = read.findings.filter(({ check }) => check === 'seems-internal')
    expect(found.map(({ check, place }) => ({ check, place }))).toEqual(
      ids.map((check) => ({ check, place: { file: 'clip.vtt', line: 4, column: 30, length: 10 } })),
    )
  } finally {
    await rm(folder, { recursive: true })
  }
})
