/**
 * Attack: a document that is imported says around its words that it is not for everyone: at the edge of its pages,
 * behind its slides, in its properties, at the head of a file. What must hold: what is made of it stays inside, and
 * says so.
 */
import { Document, Footer, Header, Packer, Paragraph } from 'docx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/core/import/foreign/index.ts'
import { importText } from '../../src/core/import/index.ts'
import { formatOf } from '../../src/node/import/formats.ts'

const HEAD = '---\naudience: internal\n---\n\n'

const zip = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))

async function made(name: string, bytes: Uint8Array) {
  const document = await formatOf(name)?.read?.(bytes, 'a')
  if (!document) throw new Error(`no reader for ${name}`)
  return importDocument(document)
}

const page = (words: string) => ({ children: [new Paragraph(words)] })

const word = (header: string, footer = '', more = {}) =>
  Packer.toBuffer(
    new Document({
      ...more,
      sections: [
        {
          headers: { default: new Header(page(header)) },
          footers: { default: new Footer(page(footer)) },
          children: [new Paragraph('We pay.')],
        },
      ],
    }),
  )

const relation = (type: string, target: string) =>
  `<Relationships><Relationship Id="r1" Type="http://x/${type}" Target="${target}"/></Relationships>`

/** Slides: one with a footer, and what stands on their master. */
const slides = (footer: string, master = '') =>
  zip({
    'ppt/presentation.xml': `<p xmlns:r="r"><sldIdLst><sldId r:id="r1"/></sldIdLst></p>`,
    'ppt/_rels/presentation.xml.rels': `<Relationships><Relationship Id="r1" Type="http://x/slide" Target="s.xml"/><Relationship Id="r2" Type="http://x/slideMaster" Target="m.xml"/></Relationships>`,
    'ppt/m.xml': `<m><cSld><sp><p><r><t>${master}</t></r></p></sp></cSld></m>`,
    'ppt/s.xml': `<s><cSld><spTree>${shape('We pay', 'title')}${shape(footer, 'ftr')}</spTree></cSld></s>`,
  })
const shape = (words: string, type: string) =>
  `<sp><nvSpPr><nvPr><ph type="${type}"/></nvPr></nvSpPr><txBody><p><r><t>${words}</t></r></p></txBody></sp>`

const sheet = (header: string, properties = '') =>
  zip({
    'xl/workbook.xml': '<w xmlns:r="r"><sheets><sheet name="Costs" r:id="r1"/></sheets></w>',
    'xl/_rels/workbook.xml.rels': relation('worksheet', 's.xml'),
    'xl/s.xml': `<w><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>We pay</t></is></c></row></sheetData><headerFooter><oddHeader>${header}</oddHeader></headerFooter></w>`,
    'docProps/custom.xml': `<Properties>${properties}</Properties>`,
  })

const openText = (header: string, subject = '') =>
  zip({
    'content.xml':
      '<d xmlns:o="o"><o:body><o:text><o:p>We pay.</o:p></o:text></o:body></d>'.replaceAll(
        'o:p',
        'p',
      ),
    'styles.xml': `<s><master-page><header><p>${header}</p></header></master-page></s>`,
    'meta.xml': `<m><meta><subject>${subject}</subject></meta></m>`,
  })

describe('a document that is marked', () => {
  it.each<readonly [string, string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['a.docx', 'at the top', () => word('OFFICIAL-SENSITIVE'), 'OFFICIAL-SENSITIVE'],
    [
      'a.docx',
      'at the foot, among other words',
      () => word('Board paper', 'OFFICIAL SENSITIVE Page 1 of 4'),
      'OFFICIAL SENSITIVE Page 1 of 4',
    ],
    [
      'a.docx',
      'in its keywords',
      () => word('', '', { keywords: 'Internal only' }),
      'Internal only',
    ],
    ['a.pptx', 'at the edge of a slide', () => slides('Confidential'), 'Confidential'],
    [
      'a.pptx',
      'behind its slides',
      () => slides('May', 'Not for publication'),
      'Not for publication',
    ],
    ['a.xlsx', 'on paper', () => sheet('&amp;C&amp;14TOP SECRET&amp;R&amp;P'), 'TOP SECRET'],
    [
      'a.xlsx',
      'by a label of secrecy',
      () => sheet('', '<property name="MSIP_Label_1_Name"><lpwstr>Internal</lpwstr></property>'),
      'Internal',
    ],
    ['a.odt', 'at the top', () => openText('UK EYES ONLY'), 'UK EYES ONLY'],
    ['a.odt', 'in its subject', () => openText('', 'Draft – do not share'), 'do not share'],
  ])('%s stays inside, where it says so %s', async (name, _, bytes, marking) => {
    const { text, readAs } = await made(name, await bytes())
    expect(text.startsWith(HEAD)).toBe(true)
    expect(text).toContain('We pay')
    expect(readAs).toContainEqual(expect.stringContaining(marking))
  })

  it.each([
    [
      'a.docx',
      () => word('OFFICIAL', 'Internal audit, page 1 of 4', { keywords: 'secret ballots' }),
    ],
    ['a.pptx', () => slides('The Secretary of State', 'Click to edit')],
    ['a.xlsx', () => sheet('&amp;LCosts of 2026')],
  ])('%s is for everyone where it says nothing of the kind', async (name, bytes) => {
    expect((await made(name, await bytes())).text).not.toContain('audience')
  })

  it.each([
    'visibility: internal',
    'classification: OFFICIAL-SENSITIVE',
    'confidential: true',
    'tags: [costs, internal]',
    'x: 1\nsharing: "team only"',
  ])('Markdown stays inside, where its head says so: %s', (head) => {
    const { text, mends } = importText(`---\n${head}\ntitle: Costs\n---\n\nWe pay.\n`, 'a.md')
    expect(text).toMatch(/^---\n(?:title: Costs\n)?audience: internal\n/)
    expect(mends.map(({ note }) => note)).toContainEqual(expect.stringContaining('stays inside'))
  })

  it('Markdown of a front matter in TOML does too', () => {
    expect(importText('+++\nvisibility = "internal"\n+++\n\nWe pay.\n', 'a.md').text).toMatch(
      /^---\naudience: internal\n/,
    )
    expect(
      importText('---\nlayout: post\ntags: [audits]\n---\n\nWe.\n', 'a.md').text,
    ).not.toContain('audience')
  })
})
