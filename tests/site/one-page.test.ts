/** The handout of one page, as printed. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCase } from '../../src/node/read/read-case.ts'
import { buildSite } from '../../src/node/site/index.ts'
import { siteFolder } from './site.ts'
import { squeeze, wordsOfPdf } from './words.ts'

const FILE = 'handouts/one-page.pdf'
const ONE_PAGE = {
  page: 'handouts/one-page/index.html',
  file: FILE,
  paper: 'A4',
  oneSheet: true,
} as const

let parent: string

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'one-page-'))
})
afterAll(() => rm(parent, { recursive: true, force: true }))

describe('of the case under test', () => {
  it('is one A4 page', async () => {
    const document = await PDFDocument.load(await readFile(join(siteFolder, FILE)))
    expect(document.getPageCount()).toBe(1)
    const { width, height } = document.getPage(0).getSize()
    expect([width, height].map(Math.round)).toEqual([595, 842])
  })

  it('says in this order what a sponsor needs to decide', async () => {
    const [words = ''] = await wordsOfPdf(siteFolder, FILE)
    const headings = ['What we ask', 'The problem', 'Objectives', 'Success factors', 'Options']
    const all = [...headings, 'Strongest evidence', 'Where it is weakest'].map(squeeze)
    const places = all.map((heading) => words.indexOf(heading))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('is no page of the site, which has it as PDF alone', async () => {
    await expect(readFile(join(siteFolder, ONE_PAGE.page))).rejects.toThrow('ENOENT')
  })
})

describe('of a case that says too much', () => {
  it('fails the build, and says what to cut', async () => {
    const found = await buildOf(30)
    expect(found).toMatchObject([
      {
        check: 'one-page-overflow',
        severity: 'error',
        message: expect.stringMatching(
          /^Unexpected \d+ lines too many on the one-page handout at 10 pt, expected one A4 page: cut first what stands under success factors, \d+ lines$/,
        ),
        place: { file: 'case.mdx', line: 9 },
      },
    ])
  })

  it('is set as small as it must be before that', async () => {
    expect(await buildOf(9)).toEqual([])
    const [words = ''] = await wordsOfPdf(join(parent, 'out-9'), FILE)
    expect(words).toContain('CSF9')
    expect(words).toContain(squeeze('example.org/case'))
  })

  it('leads from each name to the published case', async () => {
    const data = new Uint8Array(await readFile(join(parent, 'out-9', FILE)))
    const page = await (await getDocument({ data, verbosity: 0 }).promise).getPage(1)
    const links: readonly { readonly url?: string }[] = await page.getAnnotations()
    const addresses = links.map(({ url }) => url)
    expect(addresses).toContain('https://example.org/case/')
    expect(addresses).toContain('https://example.org/case/#success-factor-9')
  })
})

/** Findings of a build whose case has so many success factors. */
async function buildOf(factors: number) {
  const folder = await mkdtemp(join(parent, 'case-'))
  const entries = Array.from(
    { length: factors },
    (_, index) => `- More than ${index} of a hundred people finish what they came for (O1)`,
  )
  const text = `# Case\n\n## Objectives\n\n- Less waste\n\n## Success factors\n\n${entries.join('\n')}\n`
  await writeFile(join(folder, 'case.mdx'), text)
  await writeFile(join(folder, 'case.yaml'), 'ask: Fund it.\naddress: https://example.org/case/\n')
  const read = await readCase(folder)
  const order = { read, out: join(parent, `out-${factors}`), base: '/', print: [ONE_PAGE] }
  const { findings } = await buildSite(order)
  return findings
}
