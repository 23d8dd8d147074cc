/**
 * What stays inside stays inside: a case with a word of its own in every place that can be private, now
 * and in the weeks before.
 * `canary…` is for internal builds alone, `never…` for no build at all, `sparrow` for everyone.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changes } from '../../src/cli/commands/changes.ts'
import { writeReceipt } from '../../src/cli/commands/receipt.ts'
import { runCommand } from '../../src/cli/index.ts'
import { findOffice } from '../../src/node/export/convert.ts'
import { clean } from '../../src/node/pictures/clean.ts'
import { LeakError } from '../../src/node/publish/leak.ts'
import { type OutputText, textsIn } from '../../src/node/publish/texts.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { buildSite } from '../../src/node/site/index.ts'
import { CANARY } from '../attacks/told-pictures.ts'
import { makeRepository, type Repository } from '../node/repository.ts'
import { commitWeeks, filesOf } from './canaries-past.ts'
import { type Piece, piecesIn, withPictures } from './canaries-pictures.ts'

const CASE = 'tests/fixtures/canaries'
const NOTICE = 'Internal: not for publication'

/** What a build says, by the words that it must not say and those that everyone may read. */
interface Told {
  /** `canaryheading` → files. */
  readonly words: ReadonlyMap<string, readonly string[]>
  /** Files that say for whom they are. */
  readonly noticed: ReadonlySet<string>
  /** All that it says. */
  readonly texts: readonly OutputText[]
}

let parent: string
let repository: Repository
const planted = new Set<string>()

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'canaries-'))
  repository = makeRepository()
  const now = await withPictures(repository.case, filesOf(CASE))
  for (const files of commitWeeks(repository, now))
    for (const [word] of JSON.stringify(files).matchAll(RE_PLANTED)) planted.add(word.toLowerCase())
  // What is kept of its history for the team must reach nobody else, and the other way round.
  await readCase(repository.case, 'internal')
})
afterAll(async () => {
  repository.remove()
  await rm(parent, { recursive: true, force: true })
})

// Matches "deck/all/speaker/index.html", "offline/deck.html", which carries one, and "handouts/all/notes.pdf, page 2".
const RE_FOR_SPEAKERS = /speaker\/index\.html$|^offline\/deck\.html$|notes\.pdf(?:, page \d+)?$/

const RE_PLANTED = /(?:canary|sparrow)[a-z]*|never[a-z]+/gi

const OURS = ['pptx', 'docx'] as const

/** What LibreOffice makes of ours. That it takes no word from elsewhere is proved once, of what is for everyone. */
function converted(): readonly string[] {
  return findOffice() === undefined ? [] : ['odp', 'odt']
}

async function buildFor(audience: string): Promise<Told> {
  const out = join(parent, audience)
  const options = ['--case', repository.case, '--out', out, '--audience', audience]
  expect(await runCommand(['build', ...options])).toBe(0)
  for (const format of audience === 'public' ? [...OURS, ...converted()] : OURS)
    expect(await runCommand(['export', format, ...options])).toBe(0)
  const words = new Map<string, string[]>()
  const noticed = new Set<string>()
  const texts = await Array.fromAsync(textsIn(out, { seen: new Set(), painted: true }))
  for (const { file, text } of texts) {
    if (text.includes(NOTICE)) noticed.add(file)
    for (const [found] of text.matchAll(RE_PLANTED)) {
      const word = found.toLowerCase()
      const files = words.get(word) ?? []
      if (!files.includes(file)) files.push(file)
      words.set(word, files)
    }
  }
  return { words, noticed, texts }
}

/** Words that start like this, with the files that say them. */
function saying(start: string, { words }: Told): Record<string, readonly string[]> {
  return Object.fromEntries([...words].filter(([word]) => word.startsWith(start)))
}

describe('a public build', () => {
  let told: Told
  beforeAll(async () => {
    told = await buildFor('public')
  })

  it('says no private word in any byte of any file', () => {
    expect(saying('canary', told)).toEqual({})
    expect(saying('never', told)).toEqual({})
  })

  it('is searched where everyone can read: pages, data, PDFs, files to edit, offline files', () => {
    const files = Object.values(saying('sparrow', told)).flat()
    const ends = ['index.html', 'deck/index.html', 'deck/speaker/index.html', 'trace/index.html']
    const data = ['case.json', 'trace.csv', 'offline/deck.html', 'offline/case.zip: index.html']
    expect(files).toEqual(expect.arrayContaining([...ends, ...data]))
    for (const file of ['narrative', 'deck', 'notes', 'one-page', 'all/deck', 'all/narrative'])
      expect(files).toContainEqual(expect.stringContaining(`handouts/${file}.pdf, page`))
    expect(files).toContainEqual(expect.stringMatching(/deck\.pptx: ppt\/slides\/slide\d+\.xml/))
    expect(files).toContain('handouts/narrative.docx: word/document.xml')
  })

  it('tells of its weeks what everyone may know', async () => {
    const said = await readFile(join(parent, 'public', 'changes', 'index.html'), 'utf8')
    for (const words of ['sparrownote', 'Fewer cats', 'Where they fly'])
      expect(said).toContain(words)
    expect(Object.keys(saying('sparrow', told))).toEqual(
      expect.arrayContaining(['sparrowtag', 'sparrowmeeting', 'sparrowchallenge']),
    )
  })

  it('goes with a command and a receipt that tell no more', async () => {
    const said: string[] = []
    for (const changeFormat of ['text', 'md', 'json'] as const)
      await changes({ case: repository.case, since: 'sparrowtag', changeFormat }, (words) =>
        said.push(words),
      )
    const options = { name: 'Later', case: repository.case, out: join(parent, 'public') }
    expect(await writeReceipt(options, () => {}, '2020-03-25')).toBe(0)
    said.push(await readFile(join(repository.case, 'receipts', 'later.json'), 'utf8'))
    expect(said.join()).toContain('objective-3')
    expect(said.join()).not.toMatch(/canary|never/i)
  })

  it('says nowhere that it is internal', () => {
    expect([...told.noticed]).toEqual([])
  })

  it('names the host of a link that readers cannot open, and links to nothing', async () => {
    const said = (page: string) => readFile(join(parent, 'public', page), 'utf8')
    const narrative = await said('index.html')
    for (const words of ['counted sparrows', 'https://wiki.sparrowhost.example/', 'a list'])
      expect(narrative).toMatch(
        new RegExp(`${words}<span class="not-public"[^>]*> \\(not publicly available\\)`),
      )
    for (const page of ['index.html', 'deck/index.html', 'offline/narrative.html'])
      expect(await said(page)).not.toMatch(/href="https:\/\/(?:docs|wiki|trello)\./)
    const { items } = JSON.parse(await said('case.json'))
    const item = items.find(({ id }: { id: string }) => id === '1a')
    expect(item.addresses).toEqual(['https://docs.google.com/'])
  })

  it('leaves "Withdrawn" where the words stood', async () => {
    const data = JSON.parse(await readFile(join(parent, 'public', 'case.json'), 'utf8'))
    const item = data.items.find(({ id }: { id: string }) => id === '3a')
    expect(item).toMatchObject({ text: 'Withdrawn' })
    expect(item).not.toHaveProperty('strength')
    for (const page of ['index.html', 'deck/index.html', 'trace.csv'])
      expect(await readFile(join(parent, 'public', page), 'utf8')).toContain('Withdrawn')
  })
})

describe('the pictures of a public build', () => {
  let pieces: readonly Piece[]
  beforeAll(async () => {
    pieces = await piecesIn(join(parent, 'public'))
  })

  it('say in no byte of any file what they do not show', () => {
    const kinds = new Set(pieces.map(({ name }) => extname(name)))
    for (const kind of ['.html', '.zip', '.pptx', '.docx', '.pdf', '.png', '.jpg', '.webp', '.svg'])
      expect(kinds).toContain(kind)
    const telling = pieces.filter(({ name, bytes }) =>
      ['latin1', 'utf16le'].some((code) =>
        `${name} ${bytes.toString(code as BufferEncoding)}`.includes(CANARY),
      ),
    )
    expect(telling.map(({ name }) => name)).toEqual([])
  })

  it('hold nothing besides what is drawn, and no file names a disk', async () => {
    // Our own: the icon, what the style sheets of the deck hold, and diagrams, which have titles.
    const ours = pieces.filter(
      ({ name, bytes }) => /^favicon\.svg$|\.css: held-/.test(name) || bytes.includes(OF_DIAGRAMS),
    )
    const pictures = pieces.filter(
      ({ name, bytes }) => RE_PICTURE.test(name) && !ours.some((each) => each.bytes.equals(bytes)),
    )
    expect(pictures.length).toBeGreaterThan(30)
    for (const format of ['docx', 'pptx'])
      expect(pictures.filter(({ name }) => name.includes(`${format}: `)).map(endOf)).toEqual(
        expect.arrayContaining(['.svg']),
      )
    const said = await Promise.all(
      pictures.map(async ({ name, bytes }) => {
        const { removed = ['damage'] } = (await clean(bytes, extname(name).slice(1))) ?? {}
        return removed.map((what) => `${name}: ${what}`)
      }),
    )
    expect(said.flat()).toEqual([])
    // The end of a name with signs, which addresses write otherwise.
    const disks = [parent, basename(repository.folder).slice(-10)]
    const naming = pieces.filter(({ bytes }) => disks.some((disk) => bytes.includes(disk)))
    expect(naming.map(({ name }) => name)).toEqual([])
  })

  it('are none of what stays inside, is private or was withdrawn, and none that no page shows', () => {
    const secret = pieces.filter(({ name }) => name.includes('secret'))
    expect(secret.map(({ name }) => name)).toEqual([])
    const pages = pieces
      .filter(({ name }) => /\.(?:html|css)$/.test(name))
      .map(({ bytes }) => bytes)
    expect(pages.filter((bytes) => bytes.includes('secret'))).toEqual([])
    const files = pieces.filter(({ name }) => /^_astro\/[^:]+$/.test(name) && RE_PICTURE.test(name))
    expect(files.length).toBeGreaterThan(6)
    const unused = files.filter(({ name }) => {
      const address = encodeURI(name.slice('_astro/'.length))
      return !pages.some((bytes) => bytes.includes(address))
    })
    expect(unused.map(({ name }) => name)).toEqual([])
  })

  it('stand upright, also a photograph that lay on its side', async () => {
    const sides = pieces.filter(({ name }) => /side\.[\w-]+\.(?:jpg|webp)$/.test(name))
    expect(sides).not.toEqual([])
    for (const { bytes } of sides) {
      const { width, height, orientation = 1 } = await sharp(bytes).metadata()
      expect([width, height, orientation]).toEqual([40, 60, 1])
    }
  })
})

/** What no picture of the case says, and each diagram does. */
const OF_DIAGRAMS = 'preserveAspectRatio="xMinYMin meet"'

const endOf = ({ name }: Piece): string => extname(name)

// Matches files of pictures that pages can show.
const RE_PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/

describe('an internal build', () => {
  let told: Told
  beforeAll(async () => {
    told = await buildFor('internal')
  })

  it('says every word that was planted for it, so that a search can find them', () => {
    const missing = [...planted].filter((word) => /^(?:canary|sparrow)/.test(word))
    expect(missing.filter((word) => !told.words.has(word))).toEqual([])
  })

  it('says no word that is for nobody', () => {
    expect(saying('never', told)).toEqual({})
  })

  it('says for whom it is on every page, sheet and slide', async () => {
    const out = join(parent, 'internal')
    const pages = (await readdir(out, { recursive: true })).filter((file) => /\.html$/.test(file))
    expect(pages.length).toBeGreaterThan(8)
    expect(pages.filter((file) => !told.noticed.has(file))).toEqual([])
    const sheets = told.texts
      .map(({ file }) => file)
      .filter((file) => /^handouts\S+, page/.test(file))
    expect(sheets.length).toBeGreaterThan(30)
    expect(sheets.filter((file) => !told.noticed.has(file))).toEqual([])
    const slides = [...told.noticed].filter((file) => /slides\/slide\d+\.xml$/.test(file))
    expect(slides.length).toBeGreaterThan(10)
    for (const file of ['narrative', 'one-page', 'notes'])
      expect(sheets).toContain(`handouts/all/${file}.pdf, page 1`)
    expect(told.noticed).toContain('trace.csv')
    expect([...told.noticed]).toContainEqual(expect.stringMatching(/docx: word\/footer\d\.xml/))
    expect(await readFile(join(out, 'case.json'), 'utf8')).toContain('"audience": "internal"')
  })

  it('has private notes in its speaker views and slides with notes alone, named as such', async () => {
    const files = ['canarynotes', 'canarydecisionnote', 'canaryevidencenote'].map(
      (word) => told.words.get(word) ?? [],
    )
    for (const found of files) {
      for (const file of ['deck/speaker/index.html', 'offline/deck.html', 'handouts/notes.pdf'])
        expect(found).toContainEqual(expect.stringContaining(file))
      expect(found.filter((file) => !RE_FOR_SPEAKERS.test(file))).toEqual([])
    }
    const sheet = files[0]?.find((file) => file.startsWith('handouts/notes.pdf, page'))
    for (const { file, text } of told.texts)
      if (file === sheet) expect(text).toMatch(/Private notes\s+canarynotes: wait until/)
    expect(sheet).toBeDefined()
  })
})

it('leaves the output before whole where a build would tell, and says where', async () => {
  const folder = join(parent, 'telling')
  const out = join(parent, 'told')
  await mkdir(folder)
  const secret = 'The board was told in May that all of it is spent'
  await writeFile(join(folder, 'map.svg'), PICTURE.replace('%', secret))
  const inside = `<Internal>\n\n${secret}.\n\n</Internal>`
  await writeFile(join(folder, '1.mdx'), `# Case\n\n## Why\n\n![A map](map.svg)\n\n${inside}\n`)
  await mkdir(out)
  await writeFile(join(out, '.throughline'), '\nindex.html\n')
  await writeFile(join(out, 'index.html'), 'as before')
  const building = buildSite({ read: await readCase(folder), out, base: '/', print: [] })
  const error = await building.catch((thrown) => thrown)
  expect(error).toBeInstanceOf(LeakError)
  const [finding] = error.findings
  expect(finding.place).toEqual({ file: '1.mdx', line: 9 })
  expect(finding.message).toMatch(/^Unexpected words in _astro\/map\.[\w-]+\.svg of what stays/)
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('as before')
  expect(await readdir(parent)).not.toContainEqual(expect.stringContaining('building'))
})

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 40" width="500" height="40"><text y="24">%</text></svg>'
