/**
 * Attack: a font of a brand is cut off, has other bytes in it, or a directory that leads elsewhere. What must
 * hold: it is told, and nothing is built; no other font takes its place, and nothing waits for ever.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import subsetFont from 'subset-font'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { PATIENCE } from '../../src/node/run/patience.ts'
import { fontOfFiles } from '../../src/node/theme/brand-font.ts'
import { hasSoundTables } from '../../src/node/theme/font-tables.ts'

const store = mkdtempSync(join(tmpdir(), 'damaged-fonts-'))
afterAll(() => rmSync(store, { recursive: true, force: true }))
afterEach(() => {
  delete process.env[PATIENCE]
})

const [regular, bold] = ['400', '700'].map((weight) =>
  readFileSync(`tests/fixtures/brands/signal/fonts/work-sans-${weight}.woff2`),
) as [Buffer, Buffer]
const cut = async (targetFormat: 'truetype' | 'woff2') =>
  Buffer.from(await subsetFont(regular, 'Departments wait 412 days — Ærøskøbing', { targetFormat }))
const FORMATS = {
  ttf: await cut('truetype'),
  // The types leave it out.
  woff: await cut('woff' as 'woff2'),
  woff2: await cut('woff2'),
}

async function told(bytes: Buffer): Promise<string> {
  const files = [
    { name: 'a.ttf', bytes },
    { name: 'b.woff2', bytes: bold },
  ]
  const font = await fontOfFiles(files, store, 'sans-serif')
  return 'why' in font ? font.why : 'taken'
}

const changed = (bytes: Buffer, change: (copy: Buffer) => unknown): Buffer => {
  const copy = Buffer.from(bytes)
  change(copy)
  return copy
}

describe.each(Object.entries(FORMATS))('a font in %s', (format, whole) => {
  it('is taken as it is', async () => {
    expect(await told(whole)).toBe('taken')
  })

  it('is told where its end is missing', async () => {
    for (const length of [3, 700, whole.length - 300])
      expect(await told(whole.subarray(0, length)), `${format} ${length}`).toMatch(/^f.* expected /)
  })

  it('is told where other bytes are in it', async () => {
    for (const at of [5, 900, whole.length >> 1])
      expect(
        await told(changed(whole, (copy) => copy.fill(0x5a, at, at + 40))),
        `${format} ${at}`,
      ).toMatch(/ expected /)
  })
})

it('each table whose entry leads elsewhere is noticed', () => {
  const { ttf } = FORMATS
  const count = ttf.readUInt16BE(4)
  expect(count).toBeGreaterThan(9)
  for (let at = 12; at < 12 + count * 16; at += 16) {
    for (const [field, value] of [
      [8, 0x7fffffff],
      [8, 0],
      [12, 0],
      [12, 0xffffffff],
    ] as const)
      expect(hasSoundTables(changed(ttf, (copy) => copy.writeUInt32BE(value, at + field)))).toBe(
        false,
      )
    const from = ttf.readUInt32BE(at + 8)
    expect(
      hasSoundTables(changed(ttf, (copy) => copy.writeUInt8(copy.readUInt8(from) ^ 1, from))),
    ).toBe(false)
  }
  expect(hasSoundTables(changed(ttf, (copy) => copy.writeUInt16BE(0xffff, 4)))).toBe(false)
})

it('nothing waits for ever for a font', async () => {
  process.env[PATIENCE] = '0.00001'
  expect(await told(regular)).toMatch(/^font that cannot be read, expected/)
})

it('a table that unpacks to more than any font has is not unpacked', () => {
  const length = 60e6
  const packed = deflateSync(Buffer.alloc(length))
  const head = Buffer.alloc(44 + 20)
  head.write('wOFF', 'latin1')
  head.writeUInt16BE(1, 12)
  for (const [index, number] of [head.length, packed.length, length, 0].entries())
    head.writeUInt32BE(number, 44 + 4 + index * 4)
  expect(packed.length).toBeLessThan(100_000)
  expect(hasSoundTables(Buffer.concat([head, packed]))).toBe(false)
})
