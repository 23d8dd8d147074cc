/** Word documents, made by a library for it, taken in as a case. All are invented. */
import {
  Bookmark,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  type FileChild,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  InternalHyperlink,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importDocument } from '../../../src/core/import/foreign/index.ts'
import { readDocx } from '../../../src/node/import/read-docx.ts'
import { newWorkspace, PNG, type Workspace } from './workspace.ts'

let at: Workspace
beforeEach(async () => {
  at = await newWorkspace()
})
afterEach(() => at.remove())

const words = (text: string, ...children: readonly ParagraphChild[]) =>
  new Paragraph({ children: [new TextRun(text), ...children] })
const entry = (text: string, level = 0, reference = 'numbers') =>
  new Paragraph({ children: [new TextRun(text)], numbering: { reference, level } })
const bullet = (text: string, level = 0) => new Paragraph({ text, bullet: { level } })
const cell = (text: string, more = {}) => new TableCell({ children: [words(text)], ...more })

async function documentOf(children: readonly FileChild[], more = {}): Promise<Buffer> {
  const level = (depth: number) => ({
    level: depth,
    format: LevelFormat.DECIMAL,
    text: `%${depth + 1}.`,
  })
  return Packer.toBuffer(
    new Document({
      title: 'Properties title',
      numbering: { config: [{ reference: 'numbers', levels: [level(0), level(1)] }] },
      sections: [{ children: [...children], headers: {}, ...more }],
      footnotes: { 1: { children: [words('Our survey of 2020')] } },
      comments: {
        children: [
          {
            id: 0,
            author: 'Ada Moss',
            date: new Date('2020-03-03T10:00:00Z'),
            children: [words('Is it so?')],
          },
        ],
      },
    }),
  )
}

test('a document keeps headings, lists, tables, notes, links and pictures', async () => {
  const bytes = await documentOf(
    [
      new Paragraph({ text: 'Case for one place', heading: HeadingLevel.TITLE }),
      new Paragraph({ text: 'Why {now}', heading: HeadingLevel.HEADING_1 }),
      new Paragraph({
        children: [
          new TextRun('People '),
          new TextRun({ text: 'book', bold: true }),
          new TextRun({ text: ' twice', italics: true }),
          new FootnoteReferenceRun(1),
          new TextRun(' in '),
          new ExternalHyperlink({ link: 'https://a.uk/b', children: [new TextRun('places')] }),
          new TextRun('. See ('),
          new InternalHyperlink({ anchor: 'e_1a', children: [new TextRun('1a')] }),
          new TextRun(') and '),
          new InternalHyperlink({ anchor: 'd_1', children: [new TextRun('what we chose')] }),
        ],
      }),
      new Paragraph({ children: [new TextRun({ text: 'Objectives', bold: true, size: 32 })] }),
      bullet('People book once'),
      bullet('In one place', 1),
      bullet('Nobody waits'),
      words('We do it in this order:'),
      entry('First'),
      entry('then'),
      entry('Inner', 1),
      words('with a break between'),
      entry('Third'),
      new Table({
        rows: [
          new TableRow({ children: [cell('Cost', { columnSpan: 2 }), cell('Who')] }),
          new TableRow({ children: [cell('£3 | more'), cell('b', { rowSpan: 2 }), cell('Ops')] }),
          new TableRow({ children: [cell('c'), cell('d')] }),
        ],
      }),
      new Paragraph({ text: 'Key decisions', heading: HeadingLevel.HEADING_2 }),
      new Paragraph({
        children: [new Bookmark({ id: 'd_1', children: [new TextRun('Decision 1: We go')] })],
      }),
      new Paragraph({
        children: [
          new Bookmark({ id: 'e_1a', children: [new TextRun('Evidence 1a: They said so')] }),
        ],
      }),
      new Paragraph({
        children: [
          new ImageRun({
            type: 'png',
            data: PNG,
            transformation: { width: 1, height: 1 },
            altText: { name: 'x', description: 'A chart', title: '' },
          }),
        ],
      }),
    ],
    { headers: { default: new Header({ children: [words('Draft 3')] }) } },
  )
  await at.write({ 'in/Our case.docx': bytes })
  const printed = await at.run('in', '--to', 'case')
  expect(await at.text('case/Our case.mdx')).toBe(`# Case for one place

## Why \\{now}

People **book** *twice*[^1] in [places](https://a.uk/b). See (1a) and [what we chose](#decision-1)

### Objectives

- People book once
  - In one place
- Nobody waits

We do it in this order:

1. First
2. then
   1. Inner

with a break between

3. Third

| Cost |  | Who |
| --- | --- | --- |
| £3 \\| more | b | Ops |
| c |  | d |

### Key decisions

Decision 1: We go

Evidence 1a: They said so

![A chart](Our-case/picture-1.png)

[^1]: Our survey of 2020
`)
  expect(await at.names('case')).toEqual(['Our case.mdx', 'Our-case/picture-1.png'])
  expect(printed).toContain(
    'Not taken:\nin/Our case.docx: what stands at the top of its pages: "Draft 3"\n',
  )
  expect(printed).toContain('"Objectives": a heading by its looks')
  expect(printed).toContain('2 objectives, 1 decision, 1 evidence, 1 citation')
})

test('comments and tracked changes are told, with who and where', async () => {
  const change = { id: 7, author: 'Bo Lind', date: '2020-03-04T09:00:00Z' }
  const bytes = await documentOf([
    new Paragraph({ text: 'Why now', heading: HeadingLevel.HEADING_1 }),
    new Paragraph({
      children: [
        new TextRun('Of '),
        new CommentRangeStart(0),
        new TextRun('12 people'),
        new CommentRangeEnd(0),
        new TextRun({ children: [new CommentReference(0)] }),
        new DeletedTextRun({ ...change, text: ' all' }),
        new InsertedTextRun({ ...change, id: 8, text: ' some' }),
        new TextRun(' wait'),
      ],
    }),
  ])
  await at.write({ 'in/a.docx': bytes })
  const printed = await at.run('in', '--to', 'case')
  expect(await at.text('case/a.mdx')).toBe('# Why now\n\nOf 12 people some wait\n')
  expect(printed).toContain(
    'in/a.docx: "Is it so?" on "12 people" in "Why now" (Ada Moss, 3 March 2020)',
  )
  expect(printed).toContain('in/a.docx: took out "all" in "Why now" (Bo Lind, 4 March 2020)')
  expect(printed).toContain('in/a.docx: put in "some" in "Why now" (Bo Lind, 4 March 2020)')
})

/** The document with one of its parts changed. */
async function changed(
  part: string,
  change: (text: string) => string,
  more: Record<string, Uint8Array> = {},
): Promise<Uint8Array> {
  const files = unzipSync(await documentOf([words('Words of the case')]))
  return zipSync({
    ...files,
    ...more,
    [part]: strToU8(change(strFromU8(files[part] ?? new Uint8Array()))),
  })
}

describe('what Word says in other ways', () => {
  const made = async (body: string) => {
    const bytes = await changed('word/document.xml', (text) =>
      text.replace(/<w:p>.*<\/w:p>/s, body),
    )
    return importDocument(await readDocx(bytes, 'a'))
  }

  test('is read: cross references, equations, quotes', async () => {
    const { text, readAs, notTaken } = await made(
      '<w:p><w:bookmarkStart w:id="1" w:name="_Ref1"/><w:r><w:t>Chapter</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>' +
        '<w:p><w:r><w:t xml:space="preserve">See </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
        '<w:r><w:instrText> REF _Ref1 \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
        '<w:r><w:t>it</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' +
        '<w:fldSimple w:instr=" DATE "><w:r><w:t xml:space="preserve"> on 3 May</w:t></w:r></w:fldSimple><m:oMath><m:r><m:t>a</m:t></m:r><m:r><m:t>=b</m:t></m:r></m:oMath></w:p>',
    )
    expect(text).toBe('Chapter\n\nSee [it](#_Ref1) on 3 May $$a =b$$\n')
    expect(readAs).toEqual(['equations: as formulas between two dollars, $$x^2$$'])
    expect(notTaken).toEqual([])
  })

  test('is not taken where a style hides it, but for what is shown all the same', async () => {
    const run = (look: string, text: string) =>
      `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`
    const body =
      `<w:p><w:r><w:t>Seen</w:t></w:r>${run('<w:rStyle w:val="Aside"/>', 'Costs 40')}</w:p>` +
      `<w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr>${run('', 'We pay')}${run('<w:vanish w:val="0"/>', 'Shown')}</w:p>`
    const style = (type: string, id: string, more: string) =>
      `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${more}</w:style>`
    const styles = [
      style('character', 'Aside', '<w:rPr><w:vanish /></w:rPr>'),
      style('paragraph', 'Hidden', '<w:rPr><w:vanish/></w:rPr>'),
      style('paragraph', 'Note', '<w:basedOn w:val="Hidden"/>'),
    ]
    const bytes = await changed('word/styles.xml', (text) =>
      text.replace('</w:styles>', `${styles.join('')}</w:styles>`),
    )
    const parts = unzipSync(bytes)
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    parts['word/document.xml'] = strToU8(document.replace(/<w:p>.*<\/w:p>/s, body))
    const { text, notTaken } = importDocument(await readDocx(Buffer.from(zipSync(parts)), 'a'))
    expect(text).toBe('Seen\n\nShown\n')
    expect(notTaken).toEqual(['hidden words: "Costs 40We pay"'])
  })

  test('is named where it is not taken: hidden words, charts, macros', async () => {
    const hidden =
      '<w:p><w:r><w:t>Seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r></w:p>'
    const bytes = await changed(
      'word/document.xml',
      (text) => text.replace(/<w:p>.*<\/w:p>/s, hidden),
      {
        'word/charts/chart1.xml': strToU8('<c/>'),
        'word/vbaProject.bin': strToU8('x'),
      },
    )
    const { text, notTaken } = importDocument(await readDocx(bytes, 'a'))
    expect(text).toBe('Seen\n')
    expect(notTaken).toEqual([
      'hidden words: "Hidden"',
      '1 × macros: nothing of a document runs',
      '1 × charts: copy each as a picture, or bring its table',
    ])
  })
})

describe('a hostile document', () => {
  const refused = async (bytes: Uint8Array, message: RegExp) => {
    await at.write({ 'in/a.docx': bytes, 'in/b.md': '# B\n' })
    expect(await at.run('in', '--to', 'case')).toMatch(message)
    expect(await at.names('case')).toEqual(['b.mdx'])
  }

  test('with entities of its own is refused', async () => {
    const bytes = await changed('word/document.xml', (text) =>
      text.replace('?>', '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    )
    await refused(bytes, /a\.docx: it declares entities of its own/)
  })

  test('that is nested deeper than any is refused', async () => {
    const bytes = await changed('word/document.xml', (text) =>
      text
        .replace('<w:p>', `${'<w:sdt>'.repeat(9000)}<w:p>`)
        .replace('</w:p>', `</w:p>${'</w:sdt>'.repeat(9000)}`),
    )
    await refused(bytes, /a\.docx: its parts lie more than 200 deep/)
  })

  test('with a password, or of an old format, is refused', () =>
    refused(
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      /a\.docx: it has a password, or is of the format before/,
    ))

  test('that is damaged is refused', async () =>
    refused(
      (await changed('word/document.xml', (text) => text)).slice(0, 900),
      /a\.docx: it is damaged/,
    ))

  test('fetches no picture from the web, and says so', async () => {
    const picture =
      '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><wp:docPr id="1" name="x" descr="A map"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="rIdX"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    const relations = await changed('word/_rels/document.xml.rels', (text) =>
      text.replace(
        '</Relationships>',
        '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/hostname" TargetMode="External"/></Relationships>',
      ),
    )
    const files = unzipSync(relations)
    const document = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    const bytes = zipSync({
      ...files,
      'word/document.xml': strToU8(document.replace(/<w:p>.*<\/w:p>/s, picture)),
    })
    const { text, notTaken } = importDocument(await readDocx(bytes, 'a'))
    expect(text).toBe('A map\n')
    expect(notTaken).toEqual([
      'a picture that is not in the document: nothing is fetched from the web',
    ])
  })
})

const sign = fc.constantFrom(
  'w',
  '{x}',
  '<b>',
  '*',
  '_a_',
  '# ',
  '1. ',
  '- ',
  '| ',
  'é',
  '`',
  '[x](y)',
  '£',
  'import a',
  '(2a)',
)
const run = fc
  .tuple(sign, fc.nat(999), fc.boolean(), fc.boolean(), fc.constantFrom(20, 32))
  .map(
    ([text, n, bold, italics, size]) => new TextRun({ text: `${text}${n} `, bold, italics, size }),
  )
const runs = fc.array(run, { maxLength: 4 })
const part: fc.Arbitrary<FileChild> = fc.oneof(
  runs.map((children) => new Paragraph({ children })),
  runs.map((children) => new Paragraph({ children, heading: HeadingLevel.HEADING_2 })),
  fc
    .tuple(runs, fc.nat(2))
    .map(([children, level]) => new Paragraph({ children, bullet: { level } })),
  fc
    .tuple(runs, fc.nat(1))
    .map(
      ([children, level]) =>
        new Paragraph({ children, numbering: { reference: 'numbers', level } }),
    ),
  fc.tuple(runs, runs).map(
    ([a, b]) =>
      new Table({
        rows: [
          new TableRow({
            children: [a, b].map(
              (children) => new TableCell({ children: [new Paragraph({ children })] }),
            ),
          }),
        ],
      }),
  ),
  fc.constant(null).map(() => words('Call', new FootnoteReferenceRun(1))),
)

test('every word of random documents arrives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 6 }), async (children) => {
      const document = await readDocx(await documentOf(children), 'a')
      const { notTaken } = importDocument(document)
      expect(notTaken).toEqual([])
    }),
    { seed: 20_200_331, numRuns: 60 },
  )
})
