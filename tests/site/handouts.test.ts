/** Slides on paper: a case with more to say than a sheet holds, built with its own paper and steps. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handoutsOf } from '../../src/node/print/index.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { buildSite } from '../../src/node/site/index.ts'
import { faultsOfPdf, handoutsIn } from './pdf-faults.ts'
import { squeeze, wordsOfPdf } from './words.ts'

const NOTES = 'handouts/notes.pdf'
const LEAVE_BEHIND = 'handouts/leave-behind.pdf'

/** `z1z z2z …`: words that can be counted. */
const counted = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `z${from + index}z`).join(' ')

const CASE = `# A long case

## Many paragraphs

We ask for one place to book.

${Array.from({ length: 30 }, (_, index) => `${counted(1000 + index * 50, 50)}.`).join('\n\n')}

<Notes>Nobody else reads this. ${counted(20000, 900)}.</Notes>

## One paragraph

People give up. ${counted(3000, 1200)}.

## In steps

<Step>

- The first comes
- The second comes

</Step>

## Key decisions

Decision 1: We decided to go on.

${['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  .map(
    (letter, index) =>
      `Evidence 1${letter}: We heard it. [Report ${letter}](https://example.org/${letter}) said ${counted(5000 + index * 90, index === 3 ? 89 : 60)}.`,
  )
  .join('\n\n')}

Decision 2: We decided to use it again (1b).

Evidence 1a: See above
`

const SETTINGS = `ask: Fund a pilot.
address: https://team.example.org/case/
caveat: All figures are initial estimates
feedback:
  - label: Raise an issue
    url: https://example.org/issues
paper: Letter
steps: one-page-each
routes:
  short:
    minutes: 5
    sections: [decision-2]
`

let parent: string
let out: string
let handouts: readonly string[]

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'handouts-'))
  const folder = join(parent, 'case')
  out = join(parent, 'site')
  await mkdir(folder)
  await writeFile(join(folder, '10-case.mdx'), CASE)
  await writeFile(join(folder, 'case.yaml'), SETTINGS)
  const built = await buildSite({ read: await readCase(folder), out, base: '/' })
  handouts = built.handouts
})

afterAll(() => rm(parent, { recursive: true, force: true }))

describe('the slides with notes', () => {
  it('hold every word of long notes once and in order', async () => {
    const words = await countedIn(NOTES)
    expect(words.filter((word) => word < 2500)).toEqual(range(1000, 1500))
    expect(words.filter((word) => word >= 3000 && word < 5000)).toEqual(range(3000, 1200))
  })

  it('run on to sheets that say which slide they continue', async () => {
    const sheets = await wordsOfPdf(out, NOTES)
    const slides = await countSlides()
    const continued = sheets.filter((words) => words.includes('continued'))
    expect(continued.length).toBeGreaterThan(4)
    for (const words of continued) {
      expect(words).toMatch(new RegExp(`Slide\\d+of${slides},continued`))
      expect(words.match(/z\d+z/g)?.length).toBeGreaterThan(0)
    }
    expect(sheets.length).toBe(slides + continued.length)
    for (let n = 1; n <= slides; n += 1)
      expect(
        sheets.filter(
          (words) => words.includes(`Slide${n}of${slides}`) && !words.includes('continued'),
        ),
      ).toHaveLength(1)
  })

  it('hold the evidence in full below each decision that rests on it', async () => {
    const sheets = await wordsOfPdf(out, NOTES)
    const numbers = (await countedIn(NOTES)).filter((word) => word >= 5000)
    const once = Array.from({ length: 8 }, (_, index) =>
      range(5000 + index * 90, index === 3 ? 89 : 60),
    ).flat()
    expect(numbers).toEqual([...once, ...range(5000, 60)])
    const again = sheets.find((words) => words.includes(squeeze('to use it again')))
    expect(again).toContain(squeeze('Evidence 1a: We heard it.'))
    expect(again).toContain(squeeze('Not rated'))
  })

  it('have one bookmark a slide', async () => {
    const outline = await (await open(NOTES)).getOutline()
    const all = outline.flatMap(function flat(entry): typeof outline {
      return [entry, ...entry.items.flatMap(flat)]
    })
    expect(all).toHaveLength(await countSlides())
  })

  it('say on every sheet, from the first, what they are and which page it is', async () => {
    const sheets = await wordsOfPdf(out, NOTES, true)
    for (const [index, words] of sheets.entries()) {
      expect(words).toContain(squeeze('All figures are initial estimates'))
      expect(words).toContain(squeeze(`${index + 1} of ${sheets.length}`))
    }
  })

  it('lead to the evidence below, and to what it links to', async () => {
    const reader = await open(NOTES)
    const links = await linksOf(reader)
    expect(links.flatMap(({ url }) => url ?? [])).toContain('https://example.org/h')
    const inside = links.flatMap(({ dest }) => (typeof dest === 'string' ? dest : []))
    expect(inside).toContain('evidence-1b')
    for (const dest of inside) expect(await reader.getDestination(dest), dest).not.toBeNull()
  })

  it('never hold private notes', async () => {
    const all = [...(await wordsOfPdf(out, NOTES)), ...(await wordsOfPdf(out, LEAVE_BEHIND))]
    expect(all.join()).not.toContain(squeeze('Nobody else'))
  })
})

it('name private notes on each sheet of a build for the team, and keep every word', async () => {
  const read = await readCase(join(parent, 'case'), 'internal')
  const folder = join(parent, 'team')
  const print = handoutsOf(read).filter(({ file }) => file === NOTES)
  await buildSite({ read, out: folder, base: '/', print })
  const sheets = await wordsOfPdf(folder, NOTES)
  const numbers = (sheet: string) => (sheet.match(/2\d{4}(?=z)/g) ?? []).map(Number)
  expect(sheets.flatMap(numbers)).toEqual(range(20_000, 900))
  const own = sheets.filter((sheet) => numbers(sheet).length > 0)
  expect(own.length).toBeGreaterThan(1)
  const heads = own.map((sheet) => /Privatenotes(?:,continued)?/.exec(sheet)?.[0])
  expect(heads).toEqual(['Privatenotes', ...own.slice(1).map(() => 'Privatenotes,continued')])
  expect(await faultsOfPdf(folder, 'notes.pdf')).toEqual([])
})

describe('the slides to write on', () => {
  it('stand three a sheet, all of them and in order', async () => {
    const sheets = await wordsOfPdf(out, LEAVE_BEHIND)
    const slides = await countSlides()
    // Nobody writes beside the name of a chapter.
    const deck = await readFile(join(out, 'deck', 'index.html'), 'utf8')
    const chapters = [
      ...deck.matchAll(/class="slide slide-chapter[^>]*aria-label="Slide (\d+) of/g),
    ]
    const dividers = new Set(chapters.map(([, n]) => Number(n)))
    expect(dividers.size).toBeGreaterThan(0)
    expect(sheets).toHaveLength(Math.ceil((slides - dividers.size - 1) / 3) + 1)
    const counts = sheets.map((words) => words.match(new RegExp(`\\d+of${slides}(?!\\d)`, 'g')))
    const numbers = counts.flatMap((found) =>
      (found ?? []).map((count) => Number.parseInt(count, 10)),
    )
    for (let n = 1; n <= slides; n += 1)
      expect(numbers.includes(n), `slide ${n}`).toBe(!dividers.has(n))
  })

  it('end on the ask, the ways to answer and where the case is', async () => {
    const sheets = await wordsOfPdf(out, LEAVE_BEHIND)
    expect(sheets.filter((words) => words.includes(squeeze('Fund a pilot.')))).toHaveLength(1)
    const last = sheets.at(-1)
    for (const words of [
      'What we ask',
      'Fund a pilot.',
      'Raise an issue',
      'example.org/issues',
      'team.example.org/case',
    ])
      expect(last).toContain(squeeze(words))
    const reader = await open(LEAVE_BEHIND)
    const urls = (await linksOf(reader, reader.numPages)).map(({ url }) => url)
    expect([...new Set(urls)]).toEqual([
      'https://example.org/issues',
      'https://team.example.org/case/',
    ])
  })
})

it('print a page for each step of a slide, of which the last one alone is read aloud', async () => {
  const reader = await open('handouts/deck.pdf')
  const pages = await textOf(reader)
  const states = pages.filter((words) => words.includes(squeeze('In steps')))
  expect(states.map((words) => /first/.test(words))).toEqual([false, true, true])
  expect(states.map((words) => /second/.test(words))).toEqual([false, false, true])
  const heard = await wordsOfPdf(out, 'handouts/deck.pdf')
  expect(heard.filter((words) => words.includes(squeeze('The first comes')))).toHaveLength(1)
  const titles = (await reader.getOutline()).flatMap(({ title, items }) => [
    title,
    ...items.map((item) => item.title),
  ])
  expect(titles.filter((title) => title === 'In steps')).toHaveLength(1)
})

describe('all handouts', () => {
  it('are made for each route too', async () => {
    const { settings } = await readCase(join(parent, 'case'))
    expect(handouts).toEqual(handoutsOf({ settings }).map(({ file }) => file))
    expect((await wordsOfPdf(out, 'handouts/short/notes.pdf')).join()).toContain('Evidence1a')
    expect(await wordsOfPdf(out, 'handouts/short/leave-behind.pdf')).toHaveLength(2)
  })

  it('are on the paper that the case names, but for slides, which are no paper', async () => {
    for (const file of handouts) {
      const pages = (await PDFDocument.load(await readFile(join(out, file)))).getPages()
      const expected = file.endsWith('deck.pdf') ? [960, 540] : [612, 792]
      for (const page of pages) expect([page.getWidth(), page.getHeight()], file).toEqual(expected)
      if (file.endsWith('one-page.pdf')) expect(pages, file).toHaveLength(1)
    }
  })

  it('keep every rule of our own check', async () => {
    const names = handoutsIn(out)
    expect(names).toHaveLength(10)
    for (const name of names) expect(await faultsOfPdf(out, name), name).toEqual([])
  })
})

describe('the narrative of a route', () => {
  const FILE = 'handouts/short/narrative.pdf'

  it('says on its cover what it is, whose part, and where the whole is', async () => {
    const [cover = '', contents = ''] = await wordsOfPdf(out, FILE)
    expect(cover).toContain(squeeze('A long case short What we ask: Fund a pilot.'))
    expect(cover).toContain(squeeze('This is a part of the case, chosen for 5 minutes.'))
    expect(cover).toContain(squeeze('The whole case: team.example.org/case'))
    expect(contents).toMatch(/^ContentsKeydecisions3Aboutthisdocument\d+$/)
    const edges = await wordsOfPdf(out, FILE, true)
    for (const sheet of edges.slice(1))
      expect(sheet).toContain(squeeze('A part of the case. All figures are initial estimates'))
  })

  it('holds what the route keeps, the notes of what that cites, and an index of it', async () => {
    const sheets = await wordsOfPdf(out, FILE)
    const body = sheets.slice(2).join('')
    expect(body).toContain(squeeze('Key decisions Decision 2 We decided to use it again'))
    for (const words of ['Decision 1', 'People give up', 'The first comes', 'Many paragraphs'])
      expect(body).not.toContain(squeeze(words))
    const notes = body.slice(body.indexOf('Notes1.'))
    expect(notes).toContain(squeeze('1. Evidence 1b We heard it. Report b said z5090z'))
    expect(notes).toContain(squeeze('2. Evidence 1a We heard it. Report a said z5000z'))
    expect(notes.match(/Setoutinthewholecase\./g)).toHaveLength(2)
    expect(notes).toContain(squeeze('Cited on page 3 (decision 2).'))
    expect(notes).toContain(squeeze('Index of decisions Decision 2 We decided to use it again. 3'))
    expect(notes).not.toContain('Evidence1c')
  })

  it('leads to what it leaves out in the published case, and to the rest within itself', async () => {
    const reader = await open(FILE)
    const links = await linksOf(reader)
    const urls = links.flatMap(({ url }) => url ?? [])
    expect(urls).toContain('https://team.example.org/case/#evidence-1a')
    expect(urls).toContain('https://team.example.org/case/#evidence-1b')
    const inside = links.flatMap(({ dest }) => (typeof dest === 'string' ? dest : []))
    expect(inside).toEqual(expect.arrayContaining(['decision-2', 'note--1', 'cite--1']))
    for (const dest of inside) expect(await reader.getDestination(dest), dest).not.toBeNull()
  })
})

it('tell on the one page of a route what it keeps, and ask the same', async () => {
  const [page = ''] = await wordsOfPdf(out, 'handouts/short/one-page.pdf')
  expect(page).toContain(squeeze('A long case short: a part of the case'))
  for (const words of ['What we ask', 'Fund a pilot.', 'Evidence 1a: We heard it.', 'Decision 2:'])
    expect(page).toContain(squeeze(words))
  for (const words of ['Decision 1:', 'Objectives', 'Options', 'The problem', 'To be written'])
    expect(page).not.toContain(squeeze(words))
})

it('leave no page behind that is there to be printed', async () => {
  expect(await readdir(join(out, 'deck'))).not.toContain('handouts')
  expect(await readdir(out)).not.toContain('narrative')
  const files = Object.keys(unzipSync(await readFile(join(out, 'offline/case.zip'))))
  expect(files.filter((file) => file.includes('handouts/') && file.endsWith('.html'))).toEqual([])
})

function range(from: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => from + index)
}

/** The words that can be counted, as the file has them. */
async function countedIn(file: string): Promise<readonly number[]> {
  const text = (await wordsOfPdf(out, file)).join('')
  return [...text.matchAll(/z(\d+)z/g)].map(([, number]) => Number(number))
}

/** Slides that run right; those below are on no sheet of their own. */
async function countSlides(): Promise<number> {
  const html = await readFile(join(out, 'deck/index.html'), 'utf8')
  return Number(/Slide 1 of (\d+)/.exec(html)?.[1])
}

async function open(file: string): Promise<PDFDocumentProxy> {
  const data = new Uint8Array(await readFile(join(out, file)))
  return getDocument({ data, verbosity: 0 }).promise
}

interface Link {
  readonly dest?: unknown
  readonly url?: string
}

/** From a page on, 1-based. */
async function linksOf(reader: PDFDocumentProxy, from = 1): Promise<readonly Link[]> {
  const links: Link[] = []
  for (let number = from; number <= reader.numPages; number += 1)
    links.push(...((await (await reader.getPage(number)).getAnnotations()) as Link[])) // as pdf.js has them
  return links
}

/** All that is seen on each page, also what is no content. */
async function textOf(reader: PDFDocumentProxy): Promise<readonly string[]> {
  const pages: string[] = []
  for (let number = 1; number <= reader.numPages; number += 1) {
    const { items } = await (await reader.getPage(number)).getTextContent()
    pages.push(squeeze(items.map((item) => ('str' in item ? item.str : '')).join('')))
  }
  return pages
}
