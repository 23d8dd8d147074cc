/**
 * LibreOffice opens the files, and its pages say what the case says. Where it is not installed the
 * name of the test says what is not proven; on GitHub, where CI installs it, that is a failure.
 */
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Browser } from 'playwright'
import { afterAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../src/node/browser/index.ts'
import { convert, findOffice } from '../../../src/node/export/convert.ts'
import { planSheets } from '../../../src/node/export/deck/index.ts'
import { makeFormat } from '../../../src/node/export/formats.ts'
import { layOutNarrative } from '../../../src/node/export/narrative/chunks.ts'
import { unpack } from '../../../src/node/export/office.ts'
import { type FormattedRun, wordsOf } from '../../../src/node/export/text.ts'
import { drawDiagrams } from '../../../src/node/mermaid/index.ts'
import { root } from '../../../src/node/paths/index.ts'
import { readCase } from '../../../src/node/read/read-case.ts'

const office = findOffice()

let browser: Promise<Browser> | undefined
const launched = () => {
  browser ??= launchBrowser()
  return browser
}
afterAll(async () => (await browser)?.close())

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
    it('shows a page for each slide, with all its words', async () => {
      const read = await readCase(join(root, 'slides'))
      await drawDiagrams(read)
      const { sheets } = planSheets(read)
      const odp = await makeFormat('odp', read, launched)
      const pages = await pagesOf(await convert(odp, { from: 'odp', to: 'pdf' }))
      expect(pages).toHaveLength(sheets.length)
      for (const [index, { fields, id }] of sheets.entries()) {
        const paragraphs = Object.values(fields).flatMap((own) => own.map(({ runs }) => runs))
        for (const runs of paragraphs) expect(pages[index], id).toContain(bare(wordsOf(runs)))
      }
      const content = String(unpack(odp).get('content.xml'))
      expect(content.match(/<draw:page /g)).toHaveLength(sheets.length)
      expect(content).toContain('presentation:class="title"')
      expect(content).toContain('svg:font-family="&apos;Atkinson Hyperlegible Next&apos;, Arial"')
      expect(content.match(/<svg:desc>/g)?.length).toBeGreaterThanOrEqual(2)
    })

    it.each(['odp', 'odt'] as const)('shows a long case whole in %s', async (format) => {
      const read = await readCase('tests/fixtures/long')
      await drawDiagrams(read)
      const file = await makeFormat(format, read, launched)
      const text = (await pagesOf(await convert(file, { from: format, to: 'pdf' }))).join('')
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
      let from = 0
      for (const words of [...towns, ...boxes]) {
        const found = text.indexOf(bare(words ?? ''), from)
        expect(found, words).toBeGreaterThanOrEqual(from)
        from = found
      }
    })

    it('shows the whole narrative, in order', async () => {
      const read = await readCase(join(root, 'slides'))
      await drawDiagrams(read)
      const { chunks } = layOutNarrative(read)
      const odt = await makeFormat('odt', read, launched)
      const text = (await pagesOf(await convert(odt, { from: 'odt', to: 'pdf' }))).join('')
      let from = text.lastIndexOf(bare('Contents'))
      for (const runs of chunks.flatMap((chunk): readonly (readonly FormattedRun[])[] =>
        chunk.type === 'heading' || chunk.type === 'paragraph' ? [chunk.runs] : [],
      )) {
        const words = bare(wordsOf(runs)).slice(0, 60)
        const found = text.indexOf(words, from)
        expect(found, `"${wordsOf(runs)}" after ${from}`).toBeGreaterThanOrEqual(from)
        from = found
      }
      expect(String(unpack(odt).get('content.xml'))).toMatch(/<text:h [^>]*text:outline-level="3"/)
    })
  })
}
