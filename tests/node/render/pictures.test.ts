/** Pictures in the sizes that pages ask for: made once, and kept. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { buildContext } from '../../../src/core/model/build-context.ts'
import { picturesFor } from '../../../src/node/render/pictures.ts'
import type {
  AstroAsset,
  RendererModule,
  Transform,
} from '../../../src/node/render/renderer-module.ts'

let place: string
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'pictures-'))
})
afterEach(() => rm(place, { recursive: true }))

/** As much of a renderer as pictures need. */
const renderer = {
  imageConfig: { service: { entrypoint: 'service' } },
  hashTransform: (one: Transform, service: string) => `${service}-${one.format}`,
  propsToFilename: (path: string, _: Transform, hash: string) => `${path}_${hash}.webp`,
} as unknown as RendererModule // of which nothing else is asked

it('are made once, and taken from what is kept the next time', async () => {
  const made: unknown[] = []
  const outputOf = async (name: string): Promise<string> => {
    const folder = join(place, name)
    await mkdir(join(folder, '_astro'), { recursive: true })
    await writeFile(join(folder, '_astro', 'map.png'), 'as it is')
    const context = buildContext({ caseFolder: place, store: join(place, 'store'), base: '/b/' })
    const work = { root: place, sources: place, caseFolder: place, renderer: place }
    const pictures = picturesFor(renderer, { work, folder, context })
    const asset = (globalThis as typeof globalThis & { astroAsset: AstroAsset }).astroAsset
    const transform = async (bytes: Uint8Array, one: Transform) => {
      made.push(one.src)
      return { data: Buffer.from(`smaller: ${bytes}`) }
    }
    Object.assign(asset, { imageService: { transform } })
    const one = { src: { src: '/b/_astro/map.png' }, format: 'webp' }
    expect(asset.addStaticImage(one, [])).toBe('/b/_astro/map.png_service-webp.webp')
    await pictures.makeSmaller()
    return readFile(join(folder, '_astro', 'map.png_service-webp.webp'), 'utf8')
  }
  expect(await outputOf('one')).toBe('smaller: as it is')
  expect(await outputOf('two')).toBe('smaller: as it is')
  expect(made).toEqual(['/b/_astro/map.png'])
})
