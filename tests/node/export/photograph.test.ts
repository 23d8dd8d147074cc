/** A photograph on a slide of an editable deck: from the edge, as on the slide that it comes from. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { withBrowserOnDemand } from '../../../src/node/browser/index.ts'
import { makeDeck } from '../../../src/node/export/deck/index.ts'
import { unpack } from '../../../src/node/export/office.ts'
import { readCase } from '../../../src/node/read/read-case.ts'

/** Of the format, in a px of the canvas. */
const EMU = 12192000 / 1280

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'photograph-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** The box of the picture of a size, px, on its slide. */
async function boxOf(width: number, height: number): Promise<readonly number[]> {
  const channels = { channels: 3, background: '#275' } as const
  await sharp({ create: { width, height, ...channels } })
    .jpeg()
    .toFile(join(folder, 'rota.jpg'))
  await writeFile(join(folder, '1.mdx'), '# A case\n\n## Why\n\n![A rota on a wall](rota.jpg)\n')
  const read = await readCase(folder)
  const parts = unpack(await withBrowserOnDemand((start) => makeDeck(read, start)))
  const slides = [...parts].flatMap(([path, bytes]) =>
    /ppt\/slides\/slide\d+\.xml$/.test(path) ? [Buffer.from(bytes).toString()] : [],
  )
  const picture = slides.join('').match(/<p:pic>.*?<\/p:pic>/s)?.[0] ?? ''
  const [, x, y, w, h] =
    /<a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"/.exec(picture) ?? []
  return [x, y, w, h].map((side) => Math.round(Number(side) / EMU))
}

it('hangs in the upper right corner of the slide, whole and in its own proportions', async () => {
  expect(await boxOf(1500, 1000)).toEqual([480, 0, 800, 533])
  expect(await boxOf(900, 1600)).toEqual([920, 0, 360, 640])
})

it('stands below the headline where it is a panorama, or small', async () => {
  expect((await boxOf(2400, 800))[0]).toBe(152)
  expect((await boxOf(300, 200))[0]).toBe(152)
})
