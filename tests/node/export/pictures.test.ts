/** What becomes of the images in a case. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Sitter, sittersOf } from '../../../src/node/export/pictures/index.ts'
import { caseOf } from './cases.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-'))
  await writeFile(join(folder, 'a b.png'), Buffer.from('\x89PNG rest', 'latin1'))
  await writeFile(join(folder, 'a.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(join(folder, 'no.png'), 'words')
})
afterAll(() => rm(folder, { recursive: true }))

function sitterOf(url: string): Sitter | undefined {
  const studio = { read: { ...caseOf(), folder }, fit: 'page' } as const
  return sittersOf({ type: 'image', url, alt: 'A map', file: '10-case.mdx' }, studio)[0]
}

it('takes pictures beside the case, photographs as bytes and vectors as markup', () => {
  expect(sitterOf('a%20b.png')).toMatchObject({ alt: 'A map', negative: { type: 'image/png' } })
  expect(sitterOf('a.svg')).toMatchObject({ negative: { svg: expect.stringContaining('<svg') } })
})

it.each(['https://example.org/map.png', '/map.png', 'gone.png', 'no.png', 'x%.png'])(
  'shows the words of %s, which cannot be had',
  (url) => expect(sitterOf(url)).toEqual({ words: 'Picture: A map' }),
)
