/** What is made of a page is made once, until something that it is made of changes. */
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reuseOrMake } from '../../../src/node/store/page.ts'

let place: string
let folder: string
let times: number

beforeEach(async () => {
  times = 0
  place = await mkdtemp(join(tmpdir(), 'kept-page-'))
  folder = join(place, 'site')
  await mkdir(folder)
  await writeFile(join(folder, 'index.html'), '<p>One</p>')
  await writeFile(join(folder, 'style.css'), 'p { color: red }')
  await writeFile(join(folder, 'other.css'), 'h1 { color: red }')
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(place, { recursive: true })
})

/** Stands in for a print of a page that loads a style sheet and a picture which is not there. */
function make({
  base = '/',
  also = 'A4' as unknown,
  kind = 'printed' as 'printed' | 'fitted',
  partOf = undefined as ((html: string) => string) | undefined,
} = {}) {
  return reuseOrMake({
    kind,
    site: { folder, base, read: { store: join(place, 'kept') } },
    page: 'index.html',
    ...(partOf ? { partOf } : {}),
    also,
    make: async (onLoad) => {
      times += 1
      for (const file of ['index.html', 'style.css', 'missing.png']) onLoad(file)
      const page = await readFile(join(folder, 'index.html'))
      return { bytes: new Uint8Array(page), overflows: [{ id: 'one', px: times }] }
    },
  })
}

const kept = () => readdir(join(place, 'kept', 'printed'))

describe('what is made of a page', () => {
  it('is made once, and the same each time', async () => {
    const first = await make()
    expect(Buffer.from(first.bytes).toString()).toBe('<p>One</p>')
    expect(await make()).toEqual(first)
    expect(times).toBe(1)
  })

  it('is the same in another folder', async () => {
    await make()
    await rename(folder, join(place, 'elsewhere'))
    folder = join(place, 'elsewhere')
    await make()
    expect(times).toBe(1)
  })

  it.each([
    ['the page', 'index.html'],
    ['a file that it loads', 'style.css'],
    ['a file that it misses', 'missing.png'],
  ])('is made again when %s changes', async (_, file) => {
    await make()
    await writeFile(join(folder, file), 'changed')
    await make()
    expect(times).toBe(2)
    await make()
    expect(times).toBe(2)
  })

  it('is not made again when a file changes that the page does not load', async () => {
    await make()
    await writeFile(join(folder, 'other.css'), 'changed')
    await make()
    expect(times).toBe(1)
  })

  it('is made again only for the part of the page that it is made of', async () => {
    const partOf = (html: string) => html.split('<hr>')[0] ?? ''
    for (const html of ['One<hr>', 'One<hr>More', 'Two<hr>More']) {
      await writeFile(join(folder, 'index.html'), html)
      await make({ partOf })
    }
    expect(times).toBe(2)
    await writeFile(join(folder, 'style.css'), 'changed')
    await make({ partOf })
    expect(times).toBe(3)
  })

  it.each([
    ['another base', { base: '/prototype/' }],
    ['another paper', { also: 'Letter' }],
    ['another purpose', { kind: 'fitted' as const }],
  ])('is made for itself for %s', async (_, other) => {
    await make()
    await make(other)
    expect(times).toBe(2)
  })

  it('is made again by another browser', async () => {
    await make()
    vi.stubEnv('CHROMIUM_PATH', process.execPath)
    await make()
    expect(times).toBe(2)
  })

  it('is taken as before once the page is again as it was', async () => {
    const first = await make()
    await writeFile(join(folder, 'index.html'), '<p>Two</p>')
    await make()
    await writeFile(join(folder, 'index.html'), '<p>One</p>')
    expect(await make()).toEqual(first)
    expect(times).toBe(2)
  })

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 20)],
    ['emptied', () => Buffer.alloc(0)],
    ['changed in one place', (bytes: Buffer) => bytes.fill(0, bytes.length - 9, bytes.length - 8)],
  ])('is made again where its file was %s, which mends the file', async (_, damage) => {
    await make()
    const [name = ''] = await kept()
    const path = join(place, 'kept', 'printed', name)
    await writeFile(path, damage(await readFile(path)))
    const again = await make()
    expect(times).toBe(2)
    expect(await make()).toEqual(again)
    expect(times).toBe(2)
    expect(await kept()).toEqual([name])
  })

  it('is not kept when making it fails', async () => {
    const fails = reuseOrMake({
      kind: 'printed',
      site: { folder, base: '/', read: { store: join(place, 'kept') } },
      page: 'index.html',
      also: 'A4',
      make: () => Promise.reject(new Error('no browser')),
    })
    await expect(fails).rejects.toThrow('no browser')
    await make()
    expect(times).toBe(1)
  })
})
