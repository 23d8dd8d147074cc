/**
 * Attack: a picture holds what it does not show: a background that was cut off by transparency, words
 * behind its pixels, strings in a font. What must hold: none of it is in what is published.
 */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { deflateSync, inflateSync } from 'node:zlib'
import { create } from 'fontkit'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it, vi } from 'vitest'
import { clean } from '../../src/node/pictures/clean.ts'
import { PATIENCE } from '../../src/node/run/patience.ts'
import { CANARY, chunk, drawing } from './told-pictures.ts'

const [WIDTH, HEIGHT] = [60, 40]

/** Rows of a colour each, seen on the left half alone. */
function halfSeen(alpha: number, colour: (row: number) => number): Buffer {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 4)
  for (let at = 0; at < WIDTH * HEIGHT; at += 1) {
    const [row, isSeen] = [Math.floor(at / WIDTH), at % WIDTH < WIDTH / 2]
    pixels.set([isSeen ? 9 : colour(row), 80, 160, isSeen ? 255 : alpha], at * 4)
  }
  return pixels
}

const WRITERS = {
  png: (picture: Sharp) => picture.png(),
  webp: (picture: Sharp) => picture.webp({ lossless: true, exact: true }),
} as const

const written = (pixels: Buffer, extension: keyof typeof WRITERS): Promise<Buffer> =>
  WRITERS[extension](
    sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 4 } }),
  ).toBuffer()

const pixelsOf = (bytes: Buffer): Promise<Buffer> => sharp(bytes).ensureAlpha().raw().toBuffer()

describe.each(['png', 'webp'] as const)('what transparency hides in %s', (extension) => {
  it.each([0, 1, 3])('is gone where %i of 255 is seen of it', async (alpha) => {
    const original = await written(
      halfSeen(alpha, (row) => row * 6),
      extension,
    )
    const result = await clean(original, extension)
    const [before, after] = await Promise.all([original, result?.bytes ?? original].map(pixelsOf))
    const places = Array.from({ length: WIDTH * HEIGHT }, (_, at) => at * 4)
    const colours = (pixels: Buffer | undefined, isSeen: boolean) =>
      places
        .filter((at) => (before?.[at + 3] === 255) === isSeen)
        .map((at) => pixels?.readUInt32BE(at))
    expect(new Set(colours(before, false)).size).toBe(HEIGHT)
    expect(new Set(colours(after, false))).toEqual(new Set([0]))
    expect(colours(after, true)).toEqual(colours(before, true))
    expect(result?.removed).toEqual(['colours where it is transparent'])
  })

  it('is left where it is one colour, and where something is seen of it', async () => {
    for (const pixels of [halfSeen(0, () => 255), halfSeen(30, (row) => row * 6)]) {
      const original = await written(pixels, extension)
      const { bytes, removed } = (await clean(original, extension)) ?? {}
      expect(removed).toEqual([])
      expect(bytes?.equals(original)).toBe(true)
    }
  })
})

it('keeps a picture of 16 bits as fine as it was, without what is hidden', async () => {
  const fine = await sharp(
    Uint16Array.from(
      halfSeen(0, (row) => row * 6),
      (sign) => sign * 257,
    ),
    {
      raw: { width: WIDTH, height: HEIGHT, channels: 4 },
    },
  )
    .toColourspace('rgb16')
    .png()
    .toBuffer()
  const { bytes = fine, removed } = (await clean(fine, 'png')) ?? {}
  expect(removed).toEqual(['colours where it is transparent'])
  expect((await sharp(bytes).metadata()).depth).toBe('ushort')
})

describe('a PNG with more in it than is drawn', () => {
  const WORDS = Buffer.from(CANARY)
  const MORE: Readonly<Record<string, (png: Buffer) => Buffer>> = {
    'behind its packed pixels': (png) =>
      withPixels(png, (packed) => Buffer.concat([packed, WORDS])),
    'in rows that are not drawn': (png) =>
      withPixels(png, (packed) =>
        deflateSync(Buffer.concat([inflateSync(packed), WORDS]), { level: 0 }),
      ),
    'in a chunk that is too long': (png) =>
      inserted(png, chunk('pHYs', Buffer.concat([Buffer.alloc(9), WORDS]))),
    'in a chunk that comes twice': (png) =>
      inserted(
        png,
        Buffer.concat([chunk('gAMA', WORDS.subarray(0, 4)), chunk('gAMA', Buffer.alloc(4))]),
      ),
    'in a second head': (png) => inserted(png, chunk('IHDR', Buffer.concat([WORDS, WORDS]))),
  }

  it.each(Object.entries(MORE))('is drawn anew: %s', async (_, add) => {
    const still = await drawing().png().toBuffer()
    const more = add(still)
    expect(more.includes(WORDS.subarray(0, 4))).toBe(true)
    const result = await clean(more, 'png')
    expect(result?.bytes.includes(WORDS.subarray(0, 4)) ?? false).toBe(false)
    if (result) expect((await pixelsOf(result.bytes)).equals(await pixelsOf(still))).toBe(true)
  })

  it('is left alone where it is whole, interlaced and in few colours too', async () => {
    for (const options of [
      { progressive: true },
      { palette: true, colours: 4 },
      { palette: true, progressive: true },
    ]) {
      const png = await drawing().png(options).toBuffer()
      expect((await clean(png, 'png'))?.removed).toEqual([])
    }
  })
})

/** Signature, head with its check sum. */
const HEAD = 33

function inserted(png: Buffer, part: Buffer): Buffer {
  return Buffer.concat([png.subarray(0, HEAD), part, png.subarray(HEAD)])
}

function withPixels(png: Buffer, change: (packed: Buffer) => Buffer): Buffer {
  const start = png.indexOf('IDAT')
  const length = png.readUInt32BE(start - 4)
  const packed = change(png.subarray(start + 4, start + 4 + length))
  return Buffer.concat([
    png.subarray(0, start - 4),
    chunk('IDAT', packed),
    png.subarray(start + 8 + length),
  ])
}

describe('a font in a drawing', () => {
  const require = createRequire(import.meta.url)
  const file =
    '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'
  const font = readFileSync(require.resolve(file))
  const svg = (address: string) =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><style>@font-face { font-family: a; src: url("${address}") format("woff2") } text { font-family: a }</style><text y="20">Wait</text></svg>`,
    )

  it('keeps the letters that are drawn, and none of its strings', async () => {
    const named = create(font)
    expect('familyName' in named && named.familyName).toContain('Atkinson')
    const { bytes } =
      (await clean(svg(`data:font/woff2;base64,${font.toString('base64')}`), 'svg')) ?? {}
    const [, coded = ''] = /base64,([\w+/=]+)/.exec(String(bytes)) ?? []
    const left = Buffer.from(coded, 'base64')
    for (const said of [left.toString('latin1'), left.swap16().toString('utf16le')])
      expect(said).not.toMatch(/Atkinson|Braille|Regular|Wait|Version/)
    const plain = create(left.swap16())
    const glyphs = 'layout' in plain ? plain.layout('Wait').glyphs : []
    expect(glyphs.map(({ id, path }) => id > 0 && path.commands.length > 0)).toEqual(
      Array(4).fill(true),
    )
    expect('characterSet' in plain && plain.characterSet.includes(0x7a)).toBe(false)
  })

  it('is gone where reading it takes too long', async () => {
    vi.stubEnv(PATIENCE, '0.00001')
    const { removed } =
      (await clean(svg(`data:font/woff2;base64,${font.toString('base64')}`), 'svg')) ?? {}
    vi.unstubAllEnvs()
    expect(removed).toContain('font')
  })

  it.each([
    ['words', `data:font/woff2;base64,${Buffer.from(CANARY).toString('base64')}`],
    ['words without a code', `data:font/ttf,${CANARY}`],
    ['an empty file', 'data:application/font-woff2;base64,'],
  ])('is gone where it is %s', async (_, address) => {
    const { bytes, removed } = (await clean(svg(address), 'svg')) ?? {}
    expect(String(bytes)).not.toContain(address.slice(-20))
    expect(String(bytes)).not.toContain(CANARY)
    expect(removed).toContain('font')
  })
})
