/**
 * LibreOffice opens the files, and its pages say what the case says. Where it is not installed the
 * name of the test says what is not proven; on GitHub, where CI installs it, that is a failure.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Browser } from 'playwright'
import { beforeAll, describe, expect, it } from 'vitest'
import { chartOf } from '../../../src/core/chart/index.ts'
import { allBlocks, isChart } from '../../../src/core/syntax/conventions/index.ts'
import { withBrowserOnDemand } from '../../../src/node/browser/index.ts'
import { findOffice } from '../../../src/node/export/convert.ts'
import { planSheets } from '../../../src/node/export/deck/index.ts'
import { makeFormat } from '../../../src/node/export/formats.ts'
import { layOutNarrative } from '../../../src/node/export/narrative/chunks.ts'
import { unpack } from '../../../src/node/export/office.ts'
import { type FormattedRun, wordsOf } from '../../../src/node/export/text.ts'
import { drawDiagrams } from '../../../src/node/mermaid/index.ts'
import { root } from '../../../src/node/paths/index.ts'
import { type ReadCase, readCase } from '../../../src/node/read/read-case.ts'

const office = findOffice()

interface Opened {
  readonly read: ReadCase
  readonly file: Uint8Array
  /** What LibreOffice shows on each page, without white space. */
  readonly pages: readonly string[]
}

const CASES = {
  first: join(root, 'slides'),
  long: 'tests/fixtures/long',
  charts: 'tests/fixtures/charts',
} as const
const FORMATS = ['odp', 'odt'] as const

/** Makes the files, and lets one start of LibreOffice open all of them; by case and format. */
async function openAll(program: string): Promise<ReadonlyMap<string, Opened>> {
  const folder = await mkdtemp(join(tmpdir(), 'libreoffice-'))
  try {
    const made = await withBrowserOnDemand(makeAll)
    for (const { name, format, file } of made)
      await writeFile(join(folder, `${name}.${format}`), file)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const how = [profile, '--headless', '--norestore', '--convert-to', 'pdf', '--outdir', folder]
    const files = made.map(({ name, format }) => join(folder, `${name}.${format}`))
    await promisify(execFile)(program, [...how, ...files])
    const opened = made.map(async ({ name, read, file }) => {
      const pages = await pagesOf(await readFile(join(folder, `${name}.pdf`)))
      return [name, { read, file, pages }] as const
    })
    return new Map(await Promise.all(opened))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function makeAll(browser: () => Promise<Browser>) {
  const made = []
  for (const [name, folder] of Object.entries(CASES)) {
    const read = await readCase(folder)
    await drawDiagrams(read)
    for (const format of FORMATS) {
      const file = await makeFormat(format, read, browser)
      made.push({ name: `${name} ${format}`, format, read, file })
    }
  }
  return made
}

/** The words of each page, without white space: where lines break is the program's business. */
async function pagesOf(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1)
  return Promise.all(
    numbers.map(async (n) => {
      const { items } = await (await document.getPage(n)).getTextContent()
      return bare(items.map((item) => ('str' in item ? item.str : '')).join(''))
    }),
  )
}

function bare(text: string): string {
  return text.replace(/\s+/g, '')
}

if (office === undefined) {
  it('cannot prove that LibreOffice opens the exports, since it is not installed here', () => {
    const why = 'CI has to install libreoffice-impress and libreoffice-writer for this test'
    expect(process.env.GITHUB_ACTIONS, why).toBeUndefined()
  })
} else {
  describe('LibreOffice', () => {
    let files: ReadonlyMap<string, Opened>
    beforeAll(async () => {
      files = await openAll(office)
    })

    function opened(name: keyof typeof CASES, format: (typeof FORMATS)[number]): Opened {
      const found = files.get(`${name} ${format}`)
      if (!found) throw new Error(`Expected ${name} as ${format}`)
      return found
    }

    it('shows a page for each slide, with all its words', () => {
      const { read, file, pages } = opened('first', 'odp')
      const { sheets } = planSheets(read)
      expect(pages).toHaveLength(sheets.length)
      for (const [index, { fields, id }] of sheets.entries()) {
        const paragraphs = Object.values(fields).flatMap((own) => own.map(({ runs }) => runs))
        for (const runs of paragraphs) expect(pages[index], id).toContain(bare(wordsOf(runs)))
      }
      const content = String(unpack(file).get('content.xml'))
      expect(content.match(/<draw:page /g)).toHaveLength(sheets.length)
      expect(content).toContain('presentation:class="title"')
      expect(content).toContain('svg:font-family="&apos;Atkinson Hyperlegible Next&apos;, Arial"')
      expect(content.match(/<svg:desc>/g)?.length).toBeGreaterThanOrEqual(1)
    })

    it.each(FORMATS)('shows a long case whole in %s', (format) => {
      const { read, pages } = opened('long', format)
      const text = pages.join('')
      const blocks = read.documents.flatMap((document) => document.blocks)
      const towns = blocks.flatMap((block) =>
        block.type === 'table' ? block.rows.slice(1).map(([town = '']) => town) : [],
      )
      // Words in diagrams are found since their vectors are kept.
      const boxes = blocks.flatMap((block) =>
        block.type === 'diagram'
          ? [...block.text.matchAll(/"([^"]+)"/g)].map(([, box]) => box)
          : [],
      )
      expect([towns.length, boxes.length]).toEqual([60, 60])
      // On slides stand the first of so many, and how many.
      const [, first = '60'] = /first(\d+)of60/.exec(text) ?? []
      expect(first === '60').toBe(format === 'odt')
      let from = 0
      for (const words of [...towns.slice(0, Number(first)), ...boxes]) {
        const found = text.indexOf(bare(words ?? ''), from)
        expect(found, words).toBeGreaterThanOrEqual(from)
        from = found
      }
    })

    it.each(FORMATS)(
      'draws the charts in %s itself, so that their numbers can be edited',
      (format) => {
        const { read, file, pages } = opened('charts', format)
        const blocks = read.documents.flatMap((document) => [...allBlocks(document.blocks)])
        const plans = blocks.filter(isChart).flatMap((block) => chartOf(block).plan ?? [])
        const objects = [...unpack(file).keys()].filter((path) =>
          /^Object \d+\/content\.xml$/.test(path),
        )
        expect([plans.length, objects.length]).toEqual([8, 8])
        const text = pages.join('')
        for (const { rows, series } of plans)
          for (const name of [...rows, ...series.map((one) => one.name)])
            for (const word of name.split(' ')) expect(text).toContain(word)
      },
    )

    it('shows the whole narrative, in order', () => {
      const { read, file, pages } = opened('first', 'odt')
      const { chunks } = layOutNarrative(read)
      const text = pages.join('')
      let from = text.lastIndexOf(bare('Contents'))
      for (const runs of chunks.flatMap((chunk): readonly (readonly FormattedRun[])[] =>
        chunk.type === 'heading' || chunk.type === 'paragraph' ? [chunk.runs] : [],
      )) {
        const words = bare(wordsOf(runs)).slice(0, 60)
        const found = text.indexOf(words, from)
        expect(found, `"${wordsOf(runs)}" after ${from}`).toBeGreaterThanOrEqual(from)
        from = found
      }
      expect(String(unpack(file).get('content.xml'))).toMatch(/<text:h [^>]*text:outline-level="3"/)
    })
  })
}
