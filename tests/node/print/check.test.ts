/** The rules for PDFs: what we print keeps them all, and for each there is one that breaks it. */
import { spawnSync } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  decodePDFRawStream,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFString,
  StandardFonts,
} from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../src/node/browser/index.ts'
import { rules } from '../../../src/node/print/check/index.ts'
import { askQpdf } from '../../../src/node/print/check/qpdf.ts'
import { checkPdf, pdfRuleIds } from '../../../src/node/print/check/report.ts'
import { printHandout } from '../../../src/node/print/index.ts'
import { openPrintTab } from '../../../src/node/print/print-tab.ts'

const PAGE = `<!doctype html><html lang="en-GB"><head><title>Case for change</title><style>
  @page { size: A4; margin: 20mm; @bottom-right { content: counter(page) }
    @top-right { content: 'حالة واحدة' } }
  body { background: #eee } h2 { break-before: page } td, th, ul { border: 1px solid }
</style></head><body><main>
<h1>Case for change</h1>
<p>See <a href="#costs">costs</a> and <a href="https://example.org/">an example</a>.</p>
<figure aria-label="Objectives lead to success factors"><svg role="group" width="90" height="30">
  <a href="#costs"><rect width="80" height="30" fill="none" stroke="red" />
  <text y="20">O1</text></a>
  <path d="M0 0L30 30" stroke="red" /></svg><figcaption>Objectives</figcaption>
  <ul><li>The same as a list</li></ul></figure>
<p style="inline-size: 60mm">Up to seven words that stand on more than one line, and not one of them is joined to another.</p>
<p style="inline-size: 20mm">ALongNameOfAColumnThatNobodyCanReadAloud</p>
<figure><a href="#costs"><img alt="Map" src="data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=" width="9" height="9"></a></figure>
<p style="opacity: 0.5">Half <em>of</em> <strong>it</strong></p>
<h2 id="costs">Costs</h2>
<ul><li>First<ul><li>Inner</li></ul></li><li><p>Second</p><p>More</p></li></ul>
<table><thead><tr><th>Year</th><th>Cost</th></tr></thead>
<tbody><tr style="vertical-align: top"><td>2020</td> <td style="inline-size: 9mm">23 days <b>or</b> more</td></tr><tr><td>2021</td><td></td></tr></tbody></table>
</main></body></html>`

/** Its first slide has a state before the last; what the second one shows is said nowhere. */
const STEPS = `<!doctype html><html lang="en-GB"><head><title>In steps</title><style>
  section { break-after: page }
</style></head><body>
<section class="slide"><h1>In steps</h1><ul class="step"><li>One</li></ul></section>
<section class="slide" aria-hidden="true"><h2>Not said</h2></section>
<section class="slide"><h2>The end</h2></section>
</body></html>`

let folder: string
let good: Uint8Array

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-pdf-'))
  await writeFile(join(folder, 'index.html'), PAGE)
  await writeFile(join(folder, 'steps.html'), STEPS)
  const browser = await launchBrowser()
  const handout = { page: 'index.html', file: 'good.pdf' }
  const steps = { page: 'steps.html', file: 'steps.pdf', unfold: true as const }
  const metadata = { title: 'Case', author: 'Team & friends', language: 'en-GB' }
  const site = { folder, base: '/' }
  const tab = await openPrintTab(browser, site)
  await printHandout(tab, site, { handout, metadata })
  await printHandout(tab, site, { handout: steps, metadata })
  await browser.close()
  good = new Uint8Array(await readFile(join(folder, 'good.pdf')))
})

afterAll(() => rm(folder, { recursive: true }))

type Break = (document: PDFDocument) => void

/** What breaks a rule, and all that the check says of it. */
const breaks: readonly (readonly [string, Break, readonly object[]])[] = [
  [
    'tagged',
    ({ catalog }) => dict(catalog, 'MarkInfo').set(name('Marked'), PDFName.of('false')),
    [{ message: 'Unexpected catalogue without "Marked true", expected it in MarkInfo' }],
  ],
  [
    'joined-words',
    (document) => {
      for (const { node } of document.getPages()) {
        const content = document.context.lookup(node.get(PDFName.of('Contents')))
        if (!(content instanceof PDFRawStream)) continue
        const text = Buffer.from(decodePDFRawStream(content).decode()).toString('latin1')
        // What was added at the ends of lines stands in their operator's own line.
        const joined = text.replaceAll(/Tj <[\da-f]+> Tj/g, 'Tj')
        const stream = document.context.flateStream(Buffer.from(joined, 'latin1'))
        node.set(PDFName.of('Contents'), document.context.register(stream))
      }
    },
    [
      {
        message: expect.stringContaining('from the end of a line to the next, expected a space'),
        page: 1,
      },
      { message: expect.stringContaining('Unexpected “23days”'), page: 2 },
    ],
  ],
  [
    'untagged',
    (document) => document.getPage(1).drawRectangle({ width: 9, height: 9 }),
    [
      {
        message: 'Unexpected lines or areas without a tag, expected a tag or an artifact',
        page: 2,
      },
    ],
  ],
  [
    'untagged',
    (document) => element(document, 'TD').delete(name('K')),
    [
      {
        message: 'Unexpected "2020" whose tag is not in the structure tree, expected it there',
        page: 2,
      },
    ],
  ],
  [
    'parents',
    (document) => {
      const heading = element(document, 'H1')
      heading.set(name('K'), dict(heading, 'K').clone())
    },
    [
      {
        message: 'Unexpected content without a way back, expected it in ParentTree',
        page: 1,
        element: 'Document/H1',
      },
    ],
  ],
  [
    'roles',
    (document) => element(document, 'P').set(name('S'), name('Paragraph')),
    [
      {
        message: 'Unexpected tag of type Paragraph, expected a standard type in RoleMap',
        page: 1,
        element: 'Document/Paragraph',
      },
    ],
  ],
  [
    'language',
    ({ catalog }) => catalog.delete(name('Lang')),
    [{ message: 'Unexpected document without language, expected Lang "en-GB"' }],
  ],
  [
    'language',
    (document) => document.setLanguage('English, please'),
    [{ message: 'Unexpected language "English, please", expected a code such as "en-GB"' }],
  ],
  [
    'title',
    ({ catalog }) => catalog.delete(name('ViewerPreferences')),
    [{ message: 'Unexpected title that windows do not show, expected "DisplayDocTitle true"' }],
  ],
  [
    'headings',
    (document) => element(document, 'H2').set(name('S'), name('H3')),
    [
      {
        message: 'Unexpected heading of level 3 after one of level 1, expected at most level 2',
        page: 2,
        element: 'Document/H3',
      },
    ],
  ],
  [
    'headings',
    (document) => element(document, 'H1').set(name('S'), name('H2')),
    [{ message: 'Unexpected heading of level 2 as the first one, expected level 1', page: 1 }],
  ],
  [
    'lists',
    (document) => element(document, 'LBody').set(name('S'), name('P')),
    [
      {
        message: 'Unexpected P in LI, expected a label (Lbl) and a body (LBody)',
        page: 1,
        element: 'Document/Div/L/LI',
      },
    ],
  ],
  [
    'tables',
    (document) => {
      element(document, 'TH').delete(name('A'))
      element(document, 'TH').delete(name('ID'))
    },
    [
      {
        message: 'Unexpected header cell without Scope, expected Column, Row or Both',
        page: 2,
        element: 'Document/Table/TR/TH',
      },
    ],
  ],
  [
    'tables',
    (document) => {
      const wide = document.context.obj({ O: 'Table', Scope: 'Column', ColSpan: 2 })
      element(document, 'TH').set(name('A'), wide)
    },
    [
      {
        message: 'Unexpected row of 2 cells, expected 3 as in the first',
        element: 'Document/Table/TR[2]',
      },
      {
        message: 'Unexpected row of 2 cells, expected 3 as in the first',
        element: 'Document/Table/TR[3]',
      },
    ],
  ],
  [
    'links',
    (document) => annotation(document).delete(name('Contents')),
    [
      {
        message: 'Unexpected link without description, expected Contents: #costs',
        page: 1,
        object: expect.any(Number),
      },
    ],
  ],
  [
    'links',
    (document) => annotation(document).set(name('Contents'), PDFString.of('Click here')),
    [{ message: expect.stringContaining('Unexpected link that says only "Click here"') }],
  ],
  [
    'links',
    (document) => annotation(document).set(name('Dest'), name('gone')),
    [{ message: 'Unexpected link that leads nowhere, expected a target: #gone' }],
  ],
  [
    'links',
    (document) => element(document, 'Link').set(name('S'), name('Span')),
    [{ message: 'Unexpected link outside the structure, expected it in a Link tag: #costs' }],
  ],
  [
    'figures',
    (document) => element(document, 'Figure').delete(name('Alt')),
    [
      {
        message: 'Unexpected Figure without alternative, expected Alt',
        page: 1,
        element: 'Document/Div/Figure',
      },
    ],
  ],
  [
    'bookmarks',
    ({ catalog }) => catalog.delete(name('Outlines')),
    [{ message: 'Unexpected document without bookmarks, expected one for each heading' }],
  ],
  [
    'bookmarks',
    ({ catalog }) => dict(dict(catalog, 'Outlines'), 'First').set(name('Dest'), name('gone')),
    [
      {
        message: 'Unexpected bookmark "Case for change" that leads nowhere, expected a page',
      },
    ],
  ],
  [
    'tab-order',
    (document) => document.getPage(0).node.set(name('Tabs'), name('R')),
    [{ message: 'Unexpected tabs in order R, expected Tabs S', page: 1 }],
  ],
  [
    'fonts',
    (document) => {
      const font = { Type: 'Font', Subtype: 'Type1', BaseFont: StandardFonts.Helvetica }
      const encoded = document.context.obj({ ...font, Encoding: 'WinAnsiEncoding' })
      const { node } = document.getPage(1)
      node.setFontDictionary(name('Strange'), document.context.register(encoded))
      const words = '/Artifact BMC BT /Strange 9 Tf (x) Tj ET EMC'
      node.addContentStream(document.context.register(document.context.stream(words)))
    },
    [
      {
        message: 'Unexpected font Helvetica without its program, expected it',
        page: 2,
        object: expect.any(Number),
      },
    ],
  ],
  [
    'unicode',
    ({ context }) => {
      const all = context.enumerateIndirectObjects().map(([, object]) => object)
      const font = all.find((object) => object instanceof PDFDict && object.has(name('ToUnicode')))
      if (font instanceof PDFDict) font.delete(name('ToUnicode'))
    },
    [{ message: expect.stringMatching(/^Unexpected font .+ without ToUnicode, expected a map$/) }],
  ],
  [
    'metadata',
    ({ catalog }) => catalog.delete(name('Metadata')),
    [{ message: 'Unexpected document without XMP, expected Metadata' }],
  ],
  [
    'metadata',
    (document) => document.setTitle('Another title'),
    [
      {
        message:
          'Unexpected dc:title "Case for change" in XMP, expected "Another title" as in Info',
      },
    ],
  ],
  [
    'empty-pages',
    (document) => document.addPage(),
    [{ message: 'Unexpected empty page, expected words or a picture', page: 3 }],
  ],
  [
    'page-breaks',
    (document) => {
      // The last words of the first page head what is now the first paragraph of the second.
      const words = elements(document, 'P').at(-3)
      words?.set(name('S'), name('H2'))
      element(document, 'H2', words).set(name('S'), name('P'))
    },
    [
      {
        message: 'Unexpected heading "Half of it" alone, expected what it heads on the same page',
        page: 1,
      },
    ],
  ],
]

describe('checkPdf', () => {
  it('finds nothing in a document that we printed', async () => {
    const { pages, results } = await checkPdf(join(folder, 'good.pdf'))
    expect(pages).toBe(2)
    expect(results.flatMap(({ failures }) => failures)).toEqual([])
    expect(results.map(({ id }) => id)).toEqual(pdfRuleIds)
  })

  it.each(breaks)('says where the rule %s is broken', async (id, breakIt, expected) => {
    const { results } = await checkPdf(await broken(breakIt))
    const failed = results.filter(({ result }) => result === 'fail')
    expect(failed.map((each) => each.id)).toEqual([id])
    expect(failed[0]?.failures).toMatchObject(expected)
  })

  it('is proved on each of its rules', () => {
    expect(new Set(breaks.map(([id]) => id))).toEqual(new Set(rules.map(({ id }) => id)))
  })

  it.each([
    ['no PDF', () => new TextEncoder().encode('<!doctype html>'), 'Unexpected start of the file'],
    ['half of one', () => good.slice(0, good.length / 2), 'Unexpected damage at byte '],
    ['nothing', () => new Uint8Array(), 'Unexpected start of the file'],
  ])('says of %s that it does not open, and leaves the rest', async (_, bytes, message) => {
    const file = join(folder, 'unreadable.pdf')
    await writeFile(file, bytes())
    const { pages, results } = await checkPdf(file)
    const [opens, , ...others] = results
    expect(pages).toBe(0)
    expect(opens).toMatchObject({ id: 'opens', result: 'fail' })
    expect(opens?.failures[0]?.message).toContain(message)
    expect(new Set(others.map(({ result }) => result))).toEqual(new Set(['unchecked']))
  })

  it('lets a page show a state of the next, but not words that are said nowhere', async () => {
    const { pages, results } = await checkPdf(join(folder, 'steps.pdf'))
    expect(pages).toBe(4)
    expect(results.flatMap(({ failures }) => failures)).toEqual([
      { message: 'Unexpected empty page, expected words or a picture', page: 3 },
    ])
  })

  it('leaves rules about tags unchecked where there are none', async () => {
    const { results } = await checkPdf(
      await broken(({ catalog }) => catalog.delete(name('StructTreeRoot'))),
    )
    const { reason, failures } = results.find(({ id }) => id === 'headings') ?? {}
    expect({ reason, failures }).toEqual({ reason: 'there are no tags', failures: [] })
    const failed = results.filter(({ result }) => result === 'fail').map(({ id }) => id)
    expect(failed).toEqual(['tagged', 'untagged', 'links'])
  })

  it('says that an encrypted file does not open', async () => {
    const file = await broken(({ context }) => {
      context.trailerInfo.Encrypt = context.obj({ Filter: 'Standard', V: 1 })
    })
    const opens = (await checkPdf(file)).results[0]
    expect(opens?.failures).toEqual([
      { message: 'Unexpected encryption, expected a file that every reader opens' },
    ])
  })
})

describe('askQpdf', () => {
  it('passes on what qpdf complains of, and nothing where it does not', async () => {
    const complaint = 'WARNING: x.pdf: file is damaged'
    expect(await askQpdf('x.pdf', await program(`echo '${complaint}' >&2; exit 3`))).toEqual([
      { message: 'WARNING: file is damaged' },
    ])
    expect(await askQpdf('x.pdf', await program('exit 0'))).toEqual([])
  })

  const isInstalled = spawnSync('qpdf', ['--version']).status === 0
  if (isInstalled) {
    it('finds a damaged file with the real program, and passes a good one', async () => {
      const [whole, cut] = [join(folder, 'whole.pdf'), join(folder, 'cut.pdf')]
      await writeFile(whole, good)
      await writeFile(cut, good.subarray(0, Math.round(good.length / 2)))
      expect(await askQpdf(whole)).toEqual([])
      const messages = (await askQpdf(cut))?.map(({ message }) => message)
      expect(messages).toContain("WARNING: can't find startxref")
      expect(messages?.at(-1)).toMatch(/^qpdf: unable to find trailer/)
    })
  } else {
    it('cannot be proven with the real program, since it is not installed here', () => {
      expect(process.env.GITHUB_ACTIONS, 'CI has to install qpdf for this test').toBeUndefined()
    })
  }

  it('says when it is not installed', async () => {
    expect(await askQpdf('x.pdf', join(folder, 'no-such-program'))).toBeUndefined()
  })
})

/** Writes the good document with a fault; returns the file. */
async function broken(breakIt: Break): Promise<string> {
  const document = await PDFDocument.load(good, { updateMetadata: false })
  breakIt(document)
  const file = join(folder, 'broken.pdf')
  await writeFile(file, await document.save({ addDefaultPage: false }))
  return file
}

async function program(script: string): Promise<string> {
  const file = join(folder, 'program')
  await writeFile(file, `#!/bin/sh\n${script}\n`)
  await chmod(file, 0o755)
  return file
}

function name(text: string): PDFName {
  return PDFName.of(text)
}

function dict(holder: PDFDict, key: string): PDFDict {
  return holder.lookup(name(key), PDFDict)
}

/** The first tag of a type but for one, in the order of the file. */
function element(document: PDFDocument, role: string, but?: PDFDict): PDFDict {
  const found = elements(document, role).find((each) => each !== but)
  if (!found) throw new Error(`No tag of type ${role}`)
  return found
}

/** All tags of a type, in the order of the file. */
function elements(document: PDFDocument, role: string): readonly PDFDict[] {
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object): object is PDFDict => object instanceof PDFDict)
    .filter((object) => object.get(name('S')) === name(role))
}

/** The first link, which leads to a heading. */
function annotation(document: PDFDocument): PDFDict {
  const [ref] = document.getPage(0).node.Annots()?.asArray() ?? []
  if (!(ref instanceof PDFRef)) throw new Error('No link')
  return document.context.lookup(ref, PDFDict)
}
