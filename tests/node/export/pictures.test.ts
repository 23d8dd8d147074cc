/** What becomes of the images in a case. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type PictureSource, pictureSourcesOf } from '../../../src/node/export/pictures/index.ts'
import { checkPictures } from '../../../src/node/read/pictures.ts'
import { caseOf } from './cases.ts'

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-'))
  await writeFile(join(folder, 'a b.png'), PNG)
  await writeFile(
    join(folder, 'a.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>',
  )
  await writeFile(join(folder, 'no.png'), 'words')
  await writeFile(join(folder, 'never-read.svg'), '<svg xmlns="http://www.w3.org/2000/svg"> </svg>')
  const sources = [{ file: '1.mdx', text: '![](a%20b.png) ![](a.svg)' }]
  await checkPictures(sources, { folder, store: folder })
})
afterAll(() => rm(folder, { recursive: true }))

function sourceOf(url: string): PictureSource | undefined {
  const context = { read: { ...caseOf(), folder, store: folder }, fit: 'page' } as const
  return pictureSourcesOf({ type: 'image', url, alt: 'A map', file: '10-case.mdx' }, context)[0]
}

it('takes pictures beside the case, photographs as bytes and vectors as markup', () => {
  expect(sourceOf('a%20b.png')).toMatchObject({ alt: 'A map', original: { type: 'image/png' } })
  expect(sourceOf('a.svg')).toMatchObject({ original: { svg: expect.stringContaining('<svg') } })
})

it.each([
  'https://example.org/map.png',
  '/map.png',
  'gone.png',
  'no.png',
  'x%.png',
  'never-read.svg',
])('shows the words of %s, which cannot be had', (url) =>
  expect(sourceOf(url)).toEqual({ words: 'Picture: A map' }),
)
