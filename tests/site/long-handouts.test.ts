/** Everything that is handed out, of a case with more of everything than a page or a slide holds. */

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../src/core/model/finding.ts'
import { checkPdf } from '../../src/node/print/check/report.ts'
import { type ReadCase, readCase } from '../../src/node/read/read-case.ts'
import { buildSite } from '../../src/node/site/index.ts'
import { squeeze, wordsOfPdf } from './words.ts'

const CASE = 'tests/fixtures/long'
const HANDOUTS = ['narrative', 'deck', 'notes', 'leave-behind', 'one-page'] as const
type Handout = (typeof HANDOUTS)[number]

/** Points: 9 pt is the smallest label on paper; 20 px of 720 on a page of 540 pt is that on a slide. */
const LEAST = { narrative: 9, deck: 15 } as const

let parent: string
let read: ReadCase
let findings: readonly Finding[]

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'long-handouts-'))
  read = await readCase(resolve(CASE))
  ;({ findings } = await buildSite({ read, out: parent, base: '/' }))
})
afterAll(() => rm(parent, { recursive: true, force: true }))

it('fits: no slide overflows, no words are too small, and one page is one page', async () => {
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect((await open('one-page')).numPages).toBe(1)
})

describe.each(HANDOUTS)('%s', (name) => {
  it('keeps every rule of our own check', async () => {
    const { results } = await checkPdf(join(parent, `handouts/${name}.pdf`))
    expect(results.filter(({ result }) => result === 'fail')).toEqual([])
  })

  it('sets no words on others, nor beyond the edge of a page', async () => {
    const lines = await linesOf(name)
    expect(lines.length).toBeGreaterThan(10)
    const outside = lines.filter(
      ({ x, y, width, page }) => x < 0 || x + width > page.width || y <= 0,
    )
    expect(outside).toEqual([])
    const sheets = Map.groupBy(lines, ({ page }) => page.number)
    const crowded = [...sheets.values()].flatMap((sheet) =>
      sheet.flatMap((line, index) =>
        sheet.slice(index + 1).flatMap((other) => overlapping(line, other)),
      ),
    )
    expect(crowded).toEqual([])
  })
})

describe.each(['narrative', 'deck'] as const)('the table of 60 rows in %s', (name) => {
  it('has its rows once, whole and in order, below the names of its columns', async () => {
    const pages = await wordsOfPdf(parent, `handouts/${name}.pdf`, true)
    const [header = '', ...all] = tableRows()
    expect(all).toHaveLength(60)
    // On slides stand the first of so many, and how many.
    const [, first = '60'] = /\(first(\d+)of60:allinthenarrative\)/.exec(pages.join('')) ?? []
    expect(first === '60').toBe(name === 'narrative')
    const rows = all.slice(0, Number(first))
    const found = pages.flatMap((words) =>
      rows
        .filter((row) => words.includes(row))
        .toSorted((a, b) => words.indexOf(a) - words.indexOf(b)),
    )
    expect(found).toEqual(rows)
    for (const words of pages) {
      const first = rows.map((row) => words.indexOf(row)).filter((at) => at >= 0)
      if (first.length > 0) expect(words.indexOf(header)).toBeLessThan(Math.min(...first))
      if (first.length > 0) expect(words).toContain(header)
    }
  })
})

describe.each(['narrative', 'notes'] as const)('the 30 lines of notes in %s', (name) => {
  it('are all there, once and in order', async () => {
    const words = (await wordsOfPdf(parent, `handouts/${name}.pdf`)).join('')
    const lines = await notesOf()
    expect(lines).toHaveLength(30)
    const places = lines.map((line) => words.indexOf(squeeze(line)))
    expect(places).not.toContain(-1)
    // On sheets with notes the first stands on the slide, and all others below it.
    const inOrder = name === 'notes' ? places.slice(1) : places
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b))
  })
})

it('notes run on to a further sheet that names their slide', async () => {
  const sheets = await wordsOfPdf(parent, 'handouts/notes.pdf')
  const [first = '', ...rest] = (await notesOf()).map(squeeze)
  const last = rest.at(-1) ?? ''
  const slide = sheets.findIndex((words) => words.includes(first))
  const named = /Slide\d+of\d+/.exec(sheets[slide] ?? '')?.[0]
  expect(sheets[slide]).not.toContain(last)
  expect(sheets[slide + 1]).toContain(last)
  expect(sheets[slide + 1]).toContain(`${named},continued`)
})

describe.each(['narrative', 'deck', 'leave-behind'] as const)('the quote in %s', (name) => {
  it('has every word in order, and who said it beside the last of them', async () => {
    const pages = await wordsOfPdf(parent, `handouts/${name}.pdf`)
    const quote = await quoteOf()
    expect(quote.split(' ').length).toBeGreaterThanOrEqual(200)
    const sentences = quote.split(/(?<=\.) /).map(squeeze)
    const words = pages.join('')
    const places = sentences.map((sentence) => words.indexOf(sentence))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    const end = squeeze('put the folder away.')
    const by = squeeze('Resident, Hazelford')
    const spoken = pages.find((page) => page.includes(by))
    expect(spoken?.indexOf(by)).toBeGreaterThan(spoken?.indexOf(squeeze('away.')) ?? 0)
    expect(words).toContain(end)
  })
})

describe.each(['narrative', 'deck', 'notes', 'leave-behind'] as const)('in %s', (name) => {
  it('the diagram of 60 boxes has each once and in order', async () => {
    const labels = await stepsOf()
    expect(labels).toHaveLength(60)
    const found = (await linesOf(name)).map(({ text }) => text).join(' ')
    const words = squeeze(found)
    let from = words.indexOf(squeeze(labels[0] ?? ''))
    for (const label of labels) {
      const at = words.indexOf(squeeze(label), from)
      expect(at, label).toBeGreaterThanOrEqual(from)
      from = at + squeeze(label).length
    }
  })
})

describe.each(['narrative', 'deck'] as const)('what diagrams say in %s', (name) => {
  it('can be read', async () => {
    const labels = new Set((await stepsOf()).map(squeeze))
    const shown = (await linesOf(name)).filter(({ text }) => labels.has(squeeze(text)))
    expect(shown.length).toBeGreaterThan(40)
    for (const { text, size } of shown) expect(size, text).toBeGreaterThanOrEqual(LEAST[name])
    const ids = new Set(read.case.items.map(({ id }) => id))
    const items = (await linesOf(name)).filter(({ text }) => ids.has(text.trim()))
    for (const { text, size } of items) expect(size, text).toBeGreaterThanOrEqual(9)
  })
})

describe('the narrative', () => {
  it('has the right page behind each title of the contents', async () => {
    const reader = await open('narrative')
    const [, contents = ''] = await wordsOfPdf(parent, 'handouts/narrative.pdf')
    const outline = flat(await reader.getOutline())
    const titles = read.case.sections.map(({ title }) => title)
    for (const title of titles.slice(1)) {
      const entry = outline.find((one) => squeeze(one.title) === squeeze(title))
      const page = (await pageOf(reader, entry?.dest)) + 1
      expect(contents).toContain(squeeze(`${title}${page}`))
    }
    // What stands before the first heading is a place too.
    expect(contents).toContain(squeeze(`${titles[0]}3`))
  })

  it('says at the edges of every page but the cover what it is', async () => {
    const pages = await wordsOfPdf(parent, 'handouts/narrative.pdf', true)
    for (const [index, words] of pages.entries()) {
      expect(words).toContain(squeeze(read.settings.caveat ?? ''))
      expect(words).toContain(squeeze(`${index + 1} of ${pages.length}`))
      expect(words).toContain(squeeze(read.case.title))
    }
  })

  it('leads from citations to notes, and from notes back', async () => {
    const reader = await open('narrative')
    const pages = Array.from({ length: reader.numPages }, (_, index) => index + 1)
    const notesFrom = (await wordsOfPdf(parent, 'handouts/narrative.pdf')).findIndex((words) =>
      words.startsWith('Notes'),
    )
    let there = 0
    let back = 0
    for (const number of pages) {
      for (const { dest } of await (await reader.getPage(number)).getAnnotations()) {
        if (!dest) continue
        const target = await pageOf(reader, dest)
        if (number > 2 && number <= notesFrom && target >= notesFrom) there += 1
        if (number > notesFrom && target < notesFrom) back += 1
      }
    }
    expect(there).toBeGreaterThan(10)
    expect(back).toBeGreaterThan(50)
  })
})

it.each(['narrative', 'deck', 'notes'] as const)(
  '%s has bookmarks within bookmarks',
  async (name) => {
    const outline = await (await open(name)).getOutline()
    expect(outline.some(({ items }) => items.length > 0)).toBe(true)
  },
)

/** Rows as a PDF has them, without white space; the first names the columns. */
function tableRows(): readonly string[] {
  return read.documents
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === 'table' ? block.rows : []))
    .map((row) => squeeze(row.join('')))
}

async function notesOf(): Promise<readonly string[]> {
  const text = await source('10-why.mdx')
  const [, section = ''] = /\n## What one person goes through\n(.*?)\n## /s.exec(text) ?? []
  return section.trim().split('\n\n')
}

async function quoteOf(): Promise<string> {
  return /^> (I have .*)$/m.exec(await source('10-why.mdx'))?.[1] ?? ''
}

async function stepsOf(): Promise<readonly string[]> {
  const boxes = (await source('20-today.mdx')).matchAll(/\["([^"]+)"\]/g)
  return [...boxes].map(([, label = '']) => label)
}

function source(name: string): Promise<string> {
  return readFile(join(CASE, name), 'utf8')
}

async function open(name: Handout): Promise<PDFDocumentProxy> {
  const data = new Uint8Array(await readFile(join(parent, `handouts/${name}.pdf`)))
  return getDocument({ data, verbosity: 0 }).promise
}

/** A stretch of words as painted; points from the lower left corner. */
interface Line {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly page: { readonly number: number; readonly width: number }
}

const known = new Map<Handout, Promise<readonly Line[]>>()

/** Each file is read once. */
function linesOf(name: Handout): Promise<readonly Line[]> {
  const found = known.get(name) ?? readLines(name)
  known.set(name, found)
  return found
}

async function readLines(name: Handout): Promise<readonly Line[]> {
  const reader = await open(name)
  const lines: Line[] = []
  for (let number = 1; number <= reader.numPages; number += 1) {
    const page = await reader.getPage(number)
    const { width } = page.getViewport({ scale: 1 })
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [, , , size = 0, x = 0, y = 0] = item.transform as readonly number[]
      const about = { page: { number, width }, width: item.width }
      lines.push({ text: item.str, x, y, size: Math.abs(size), ...about })
    }
  }
  return lines
}

/** Both texts where one stands on the other. */
function overlapping(one: Line, other: Line | undefined): readonly string[] {
  if (!other || one.page.number !== other.page.number) return []
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const apart = Math.abs(one.y - other.y)
  const isOn = across > 2 && apart < Math.min(one.size, other.size) * 0.5
  return isOn ? [`"${one.text}" and "${other.text}" on page ${one.page.number}`] : []
}

function flat<Entry extends { readonly items: readonly Entry[] }>(
  entries: readonly Entry[],
): readonly Entry[] {
  return entries.flatMap((entry) => [entry, ...flat(entry.items)])
}

async function pageOf(reader: PDFDocumentProxy, dest: unknown): Promise<number> {
  const explicit = typeof dest === 'string' ? await reader.getDestination(dest) : dest
  return reader.getPageIndex((explicit as readonly [{ num: number; gen: number }])[0])
}
