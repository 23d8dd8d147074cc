/** What servers and search engines read: `_headers`, `robots.txt`, `sitemap.xml`. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { headersFile } from '../../../src/core/publish/headers.ts'
import { writePublishing } from '../../../src/node/publish/index.ts'
import { robotsFile } from '../../../src/node/publish/robots.ts'
import { resultsOf } from '../../../src/node/publish/statement.ts'

const ADDRESS = 'https://example.org/case'

describe('_headers', () => {
  it('says what a page cannot say of itself, below the path of the site', () => {
    const lines = headersFile('/prototype/', true).split('\n')
    expect(lines[0]).toBe('/prototype/*')
    expect(lines.join('\n')).toMatch(/ {2}Content-Security-Policy: frame-ancestors 'none';/)
    expect(lines).toContain('  X-Content-Type-Options: nosniff')
    const assets = lines.slice(lines.indexOf('/prototype/_astro/*'))
    expect(assets).toContain('  Cache-Control: public, max-age=31536000, immutable')
  })

  it('keeps PDFs from being listed until the case is published', () => {
    expect(headersFile('/', false)).toContain('  X-Robots-Tag: noindex\n')
    expect(headersFile('/', true)).not.toContain('X-Robots-Tag')
  })
})

describe('robots.txt', () => {
  it('lets crawlers read pages that say noindex, and no form that cannot say so', () => {
    const text = robotsFile('/prototype/', { published: false, address: ADDRESS })
    expect(text).toContain('Disallow: /prototype/handouts/\n')
    expect(text).not.toMatch(/^Disallow: \/prototype\/$|Sitemap/m)
  })

  it('names the map of a published site whose address is known', () => {
    expect(robotsFile('/', { published: true, address: ADDRESS })).toBe(
      `User-agent: *\nAllow: /\n\nSitemap: ${ADDRESS}/sitemap.xml\n`,
    )
    expect(robotsFile('/', { published: true, address: undefined })).not.toContain('Sitemap')
  })
})

describe('sitemap.xml', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'publish-'))
    const pages = [
      'index',
      'deck/index',
      'deck/speaker/index',
      '404',
      'offline/deck',
      'trace/index',
    ]
    for (const page of pages) {
      await mkdir(dirname(join(folder, page)), { recursive: true })
      await writeFile(join(folder, `${page}.html`), '')
    }
  })
  afterEach(() => rm(folder, { recursive: true }))

  const write = (address: string | undefined) =>
    writePublishing({
      folder,
      base: '/',
      settings: { address, published: true },
      updated: '2026-03-14',
    })

  it('lists the pages that one may look for, with the day of the last update', async () => {
    await write(ADDRESS)
    const map = await readFile(join(folder, 'sitemap.xml'), 'utf8')
    expect([...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc]) => loc)).toEqual([
      `${ADDRESS}/`,
      `${ADDRESS}/deck/`,
      `${ADDRESS}/trace/`,
    ])
    expect(map).toContain('<lastmod>2026-03-14</lastmod>')
  })

  it('is not there where nobody knows the address', async () => {
    await write(undefined)
    await expect(readFile(join(folder, 'sitemap.xml'))).rejects.toThrow('ENOENT')
    expect(await readFile(join(folder, 'robots.txt'), 'utf8')).toContain('User-agent')
  })
})

it('tells the accessibility statement what was measured of all decks', () => {
  const deck = {
    page: 'deck/',
    slides: 3,
    steps: 3,
    measured: 18,
    empty: [],
    aboveHead: [],
    faults: [],
    ids: new Set(),
    fullWhenSpaced: ['a'],
  }
  const decks = [
    { ...deck, lowestContrast: { ratio: 6.1, slide: 'a' }, smallestText: { px: 22, slide: 'a' } },
    { ...deck, lowestContrast: { ratio: 5.2, slide: 'b' }, smallestText: { px: 20, slide: 'b' } },
  ]
  const certificate = {
    schema: 1,
    title: 'T',
    theme: 'thread',
    sizes: ['1280×720'],
    text: [1],
  } as const
  expect(resultsOf({ ...certificate, decks })).toEqual({
    contrast: 'at least 5.2:1 (4.5:1 is asked of small words)',
    text: 'at least 20 px of 720',
    spacing: '2 on 6 slides; they offer all slides as a page to read, which has room for it',
    overflow: 'none on 6 slides, at 1280×720',
  })
  expect(resultsOf({ ...certificate, decks: [] })).toEqual({})
})
