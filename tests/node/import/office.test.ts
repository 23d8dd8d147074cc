/** OpenDocument, slides and sheets, taken in as a case. All are invented, and as small as can be. */
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importDocument } from '../../../src/core/import/foreign/index.ts'
import { formatOf } from '../../../src/node/import/formats.ts'
import { newWorkspace, PNG, type Workspace } from './workspace.ts'

let at: Workspace
beforeEach(async () => {
  at = await newWorkspace()
})
afterEach(() => at.remove())

type Parts = Readonly<Record<string, string | Uint8Array>>

function zipOf(parts: Parts): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ),
  )
}

/** A document as its reader gives it, written as a file of a case. */
async function made(name: string, bytes: Uint8Array) {
  const document = await formatOf(name)?.read?.(bytes, name.replace(/\.\w+$/, ''))
  if (!document) throw new Error(`no reader for ${name}`)
  return { ...importDocument(document), pictures: document.pictures }
}

const OFFICE =
  'xmlns:office="urn:office" xmlns:text="urn:text" xmlns:style="urn:style" xmlns:fo="urn:fo" xmlns:table="urn:table" xmlns:draw="urn:draw" xmlns:svg="urn:svg" xmlns:xlink="urn:xlink" xmlns:dc="urn:dc"'
const odt = (body: string, styles = '', more: Parts = {}) =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content ${OFFICE}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...more,
  })

describe('a text of OpenDocument', () => {
  test('keeps headings, lists, tables, notes, links, pictures, and tells of remarks', async () => {
    const styles =
      '<style:style style:name="Title" style:family="paragraph"/><style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
      '<style:style style:name="Big" style:family="paragraph"><style:text-properties fo:font-size="18pt" fo:font-weight="bold"/></style:style>' +
      '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="11pt"/></style:default-style>' +
      '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="3"/><text:list-level-style-bullet text:level="2"/></text:list-style>'
    const body =
      '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>Bo Lind</dc:creator><dc:date>2020-03-04T09:00:00</dc:date></office:change-info><text:p>all</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      '<text:p text:style-name="Title">Case for one place</text:p><text:h text:outline-level="1">Why now</text:h>' +
      '<text:p>People <text:span text:style-name="B">book</text:span> <office:annotation office:name="a1"><dc:creator>Ada Moss</dc:creator><dc:date>2020-03-03T10:00:00</dc:date><text:p>Is it so?</text:p></office:annotation>twice<office:annotation-end office:name="a1"/><text:change text:change-id="c1"/><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Our survey</text:p></text:note-body></text:note>. See <text:a xlink:href="https://a.uk/">there</text:a>,<text:s text:c="2"/><text:bookmark-ref text:ref-name="d1">it</text:bookmark-ref>.</text:p>' +
      '<text:p text:style-name="Big">Order of work</text:p>' +
      '<text:list text:style-name="N"><text:list-item><text:p>First</text:p><text:list><text:list-item><text:p>Inner</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>Then</text:p></text:list-item></text:list>' +
      '<table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Cost</text:p></table:table-cell><table:covered-table-cell/></table:table-row><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>£3</text:p></table:table-cell></table:table-row></table:table>' +
      '<text:p><text:bookmark text:name="d1"/>Decision 1: We go</text:p>' +
      '<text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>A chart</svg:desc></draw:frame></text:p>'
    await at.write({ 'in/a.odt': odt(body, styles, { 'Pictures/a.png': PNG }) })
    const printed = await at.run('in', '--to', 'case')
    expect(await at.text('case/a.mdx')).toBe(`# Case for one place

## Why now

People **book** twice[^1]. See [there](https://a.uk/), [it](#decision-1).

### Order of work

3. First
   - Inner
4. Then

| Cost |  |
| --- | --- |
| a | £3 |

Decision 1: We go

![A chart](a/picture-1.png)

[^1]: Our survey
`)
    expect(await at.names('case')).toEqual(['a.mdx', 'a/picture-1.png'])
    expect(printed).toContain('a.odt: "Is it so?" on "twice" in "Why now" (Ada Moss, 3 March 2020)')
    expect(printed).toContain('a.odt: took out "all" in "Why now" (Bo Lind, 4 March 2020)')
    expect(printed).toContain('a.odt: "Order of work": a heading by its looks')
  })

  test('tells of whole paragraphs that somebody put in or took out', async () => {
    const region = (id: string, change: string) =>
      `<text:changed-region text:id="${id}"><text:${change}><office:change-info><dc:creator>Bo</dc:creator></office:change-info>${change === 'deletion' ? '<text:p>Old words</text:p>' : ''}</text:${change}></text:changed-region>`
    const body =
      `<text:tracked-changes>${region('c1', 'insertion')}${region('c2', 'deletion')}</text:tracked-changes><text:h text:outline-level="1">Why</text:h>` +
      '<text:change-start text:change-id="c1"/><text:p>New words</text:p><text:change-end text:change-id="c1"/><text:change text:change-id="c2"/>'
    const { text, changes } = await made('a.odt', odt(body))
    expect(text).toBe('# Why\n\nNew words\n')
    expect(changes.map(({ sort, words, by, headings }) => [sort, words, by, headings])).toEqual([
      ['inserted', 'New words', 'Bo', ['Why']],
      ['deleted', 'Old words', 'Bo', ['Why']],
    ])
  })

  test('shows nothing that it hides, and names what is not taken', async () => {
    const hidden =
      '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    const body =
      '<text:table-of-content><text:p>Contents</text:p></text:table-of-content><text:p>Seen <text:span text:style-name="H">Hidden</text:span></text:p>' +
      '<text:p><draw:frame><draw:image xlink:href="https://a.uk/b.png"/></draw:frame></text:p>'
    const { text, notTaken } = await made('a.odt', odt(body, hidden))
    expect(text).toBe('Seen\n')
    expect(notTaken).toContain('its list of contents: pages have one of their own')
    expect(notTaken).toContain(
      'a picture that is not in the document: nothing is fetched from elsewhere',
    )
    expect(notTaken).toContain('words that the page hides: "Hidden"')
  })
})

const odf = (sort: string, body: string, styles = '', more: Parts = {}) =>
  zipOf({
    'content.xml': `<office:document-content ${OFFICE} xmlns:presentation="urn:p"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${sort}>${body}</office:${sort}></office:body></office:document-content>`,
    ...more,
  })

test('a picture that stands on a page of OpenDocument, and in no paragraph, is taken', async () => {
  const body =
    '<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>A map</svg:desc></draw:frame><text:p>Words</text:p>'
  const { text } = await made('a.odt', odt(body, '', { 'Pictures/a.png': PNG }))
  expect(text).toMatch(/^!\[A map\]\(.*\.png\)\n\nWords\n$/)
})

test('slides of OpenDocument become sections with their notes, and what is hidden stays inside', async () => {
  const frame = (words: string, sort = '') =>
    `<draw:frame${sort && ` presentation:class="${sort}"`}><draw:text-box>${words}</draw:text-box></draw:frame>`
  const p = (words: string) => `<text:p>${words}</text:p>`
  const notes = (words: string) =>
    `<presentation:notes><draw:page-thumbnail presentation:class="page"/>${frame(p(words), 'notes')}</presentation:notes>`
  const table =
    '<draw:frame><table:table><table:table-row><table:table-cell><text:p>Cost</text:p></table:table-cell><table:table-cell><text:p>£3</text:p></table:table-cell></table:table-row></table:table><draw:image xlink:href="x.svm"/></draw:frame>'
  const remark =
    '<office:annotation><dc:creator>Ada Moss</dc:creator><dc:date>2020-03-03T10:00:00</dc:date><text:p>Is it so?</text:p></office:annotation>'
  const list = '<text:list><text:list-item><text:p>One list</text:p></text:list-item></text:list>'
  const styles =
    '<style:style style:name="dp9" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style><style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-size="40pt"/></style:style>'
  const body =
    `<draw:page>${frame(p('Case for one place'), 'title')}${notes('Say hello')}</draw:page>` +
    `<draw:page>${frame(p('Why now'), 'title')}${frame(list, 'outline')}<draw:custom-shape><text:p text:style-name="P1">Large words</text:p></draw:custom-shape>${frame(p('Board'), 'footer')}${remark}</draw:page>` +
    `<draw:page>${frame(p('Why now'), 'title')}${table}</draw:page>` +
    `<draw:page draw:style-name="dp9">${frame(p('Spare'), 'title')}${frame(p('Not told'))}</draw:page>`
  const { text, notTaken, comments } = await made('a.odp', odf('presentation', body, styles))
  expect(text).toBe(`# Case for one place

<Notes>

Say hello

</Notes>

## Why now

- One list

Large words

| Cost | £3 |
| --- | --- |

<Internal why="A hidden slide">

## Spare

Not told

</Internal>
`)
  expect(notTaken).toEqual(['what stands at the edge of its slides: "Board"'])
  expect(comments).toMatchObject([{ words: 'Is it so?', headings: ['Why now'], by: 'Ada Moss' }])
})

test.each(['odp', 'ods'])('an .%s that is marked at its edge stays inside', async (format) => {
  const body = {
    odp: '<draw:page><draw:frame presentation:class="footer"><draw:text-box><text:p>OFFICIAL-SENSITIVE</text:p></draw:text-box></draw:frame><draw:custom-shape><text:p>Words</text:p></draw:custom-shape></draw:page>',
    ods: '<table:table table:name="A"><table:table-row><table:table-cell><text:p>Words</text:p></table:table-cell></table:table-row></table:table>',
  }[format]
  const styles = `<office:document-styles ${OFFICE}><style:master-page><style:footer><text:p>OFFICIAL-SENSITIVE</text:p></style:footer></style:master-page></office:document-styles>`
  const sort = format === 'odp' ? 'presentation' : 'spreadsheet'
  const more: Parts = format === 'ods' ? { 'styles.xml': styles } : {}
  const { text } = await made(`a.${format}`, odf(sort, body ?? '', '', more))
  expect(text).toMatch(/^---\naudience: internal\n---/)
})

test('sheets of OpenDocument are read as those of Excel', async () => {
  const cell = (words: string, attributes = '', more = '') =>
    `<table:table-cell ${attributes}>${more}${words && `<text:p>${words}</text:p>`}</table:table-cell>`
  const row = (cells: string, attributes = '') =>
    `<table:table-row ${attributes}>${cells}</table:table-row>`
  const remark =
    '<office:annotation><dc:creator>Bo Lind</dc:creator><text:p>Who says?</text:p></office:annotation>'
  const styles =
    '<style:style style:name="ta9" style:family="table"><style:table-properties table:display="false"/></style:style>'
  const body =
    `<table:table table:name="Risks"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>${row(cell('ID') + cell('Risk') + cell('Secret'))}${row(
      cell('R-1') + cell('Rain', '', remark) + cell('Not told'),
    )}${row(cell('', 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="3"')}${row(cell('', 'office:value-type="float" office:value="7"'))}${row(cell('', 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048000"')}</table:table>` +
    `<table:table table:name="Names" table:style-name="ta9">${row(cell('Ann') + cell('Bo'))}</table:table>`
  const { text, notTaken, comments } = await made('a.ods', odf('spreadsheet', body, styles))
  expect(text).toBe(`## Risks

| ID | Risk |
| --- | --- |
| R-1 | Rain |

7

<Internal why="A hidden sheet">

## Names

| Ann | Bo |
| --- | --- |

</Internal>
`)
  expect(notTaken).toEqual(['cells in hidden rows and columns of "Risks": 2'])
  expect(comments).toMatchObject([{ words: 'Who says?', block: 'Rain', headings: ['Risks'] }])
  const wide = row(
    cell('x', 'table:number-columns-repeated="16384"'),
    'table:number-rows-repeated="99999"',
  )
  await expect(
    made('a.ods', odf('spreadsheet', `<table:table table:name="A">${wide}</table:table>`)),
  ).rejects.toThrow('more than')
})

const PPT = 'xmlns:p="urn:p" xmlns:a="urn:a" xmlns:r="urn:r" xmlns:c="urn:c"'
const relations = (all: Readonly<Record<string, readonly [type: string, target: string]>>) =>
  `<Relationships>${Object.entries(all)
    .map(
      ([id, [type, target]]) =>
        `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`
const para = (words: string, properties = '') =>
  `<a:p>${properties}<a:r><a:t>${words}</a:t></a:r></a:p>`
const shape = (paragraphs: string, type?: string) =>
  `<p:sp><p:nvSpPr><p:nvPr>${type === undefined ? '' : `<p:ph type="${type}"/>`}</p:nvPr></p:nvSpPr><p:txBody>${paragraphs}</p:txBody></p:sp>`

interface Slide {
  readonly shapes: string
  readonly notes?: string
  readonly isHidden?: true
  readonly relations?: Readonly<Record<string, readonly [string, string]>>
}

function pptx(slides: readonly Slide[], more: Parts = {}): Uint8Array {
  const files = slides.flatMap(({ shapes, notes, isHidden, relations: own = {} }, index) => {
    const n = index + 1
    const tree = (inner: string) => `<p:cSld><p:spTree>${inner}</p:spTree></p:cSld>`
    const all = {
      ...own,
      ...(notes === undefined ? {} : { rN: ['notesSlide', `../notesSlides/n${n}.xml`] as const }),
    }
    return [
      [
        `ppt/slides/s${n}.xml`,
        `<p:sld ${PPT}${isHidden ? ' show="0"' : ''}>${tree(shapes)}</p:sld>`,
      ],
      [`ppt/slides/_rels/s${n}.xml.rels`, relations(all)],
      ...(notes === undefined
        ? []
        : [
            [
              `ppt/notesSlides/n${n}.xml`,
              `<p:notes ${PPT}>${tree(shape(para(notes), 'body') + shape(para('7'), 'sldNum'))}</p:notes>`,
            ],
          ]),
    ]
  })
  return zipOf({
    'ppt/presentation.xml': `<p:presentation ${PPT}><p:sldIdLst>${slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="r${index + 1}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations({
      ...Object.fromEntries(
        slides.map((_, index) => [`r${index + 1}`, ['slide', `slides/s${index + 1}.xml`] as const]),
      ),
      rA: ['commentAuthors', 'commentAuthors.xml'],
    }),
    ...Object.fromEntries(files as [string, string][]),
    ...more,
  })
}

describe('slides', () => {
  test('become sections, with their notes for the speaker', async () => {
    const table =
      '<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc><a:txBody>' +
      `${para('Who')}</a:txBody></a:tc><a:tc><a:txBody>${para('What')}</a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
    const picture =
      '<p:pic><p:nvPicPr><p:cNvPr id="2" name="x" descr="A chart"/></p:nvPicPr><p:blipFill><a:blip r:embed="rP"/></p:blipFill></p:pic>'
    const chart =
      '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3" name="c" descr="Visits"/></p:nvGraphicFramePr><a:graphic><a:graphicData><c:chart r:id="x"/></a:graphicData></a:graphic></p:graphicFrame>'
    const bytes = pptx(
      [
        {
          shapes:
            shape(para('Case for one place'), 'ctrTitle') + shape(para('Sam, May'), 'subTitle'),
        },
        {
          shapes:
            shape(para('One') + para('Inner', '<a:pPr lvl="1"/>') + para('Two &lt;b&gt;'), 'body') +
            shape(para('Objectives'), 'title') +
            shape(para('12'), 'sldNum') +
            table +
            picture +
            chart,
          notes: 'Say {this}',
          relations: { rP: ['image', '../media/a.png'], rC: ['comments', '../comments/c.xml'] },
        },
        { shapes: shape(para('Objectives'), 'title') + shape(para('Three'), 'body') },
        { shapes: shape(para('Costs'), 'title') + shape(para('Secret'), 'body'), isHidden: true },
      ],
      {
        'ppt/media/a.png': PNG,
        'ppt/commentAuthors.xml': `<p:cmAuthorLst ${PPT}><p:cmAuthor id="0" name="Ada Moss"/></p:cmAuthorLst>`,
        'ppt/comments/c.xml': `<p:cmLst ${PPT}><p:cm authorId="0" dt="2020-03-03T10:00:00"><p:text>Is it so?</p:text></p:cm></p:cmLst>`,
      },
    )
    await at.write({ 'in/deck.pptx': bytes })
    const printed = await at.run('in', '--to', 'case')
    expect(await at.text('case/deck.mdx')).toBe(`# Case for one place

Sam, May

## Objectives

- One
  - Inner
- Two \\<b>

| Who | What |
| --- | --- |

![A chart](deck/picture-1.png)

<Notes>

Say \\{this}

</Notes>

Three

<Internal why="A hidden slide">

## Costs

Secret

</Internal>
`)
    expect(printed).toContain('deck.pptx: "Is it so?" in "Objectives" (Ada Moss, 3 March 2020)')
    expect(printed).toContain(
      'deck.pptx: a chart on slide 2: Visits: copy it as a picture, or type its table',
    )
    expect(printed).toContain('deck.pptx: slide 3: it goes on with "Objectives"')
    expect(printed).toContain('deck.pptx: slide 4, which is hidden: it stays inside')
  })
})

const cellXml = (reference: string, value: string, type = 'inlineStr') =>
  type === 'inlineStr'
    ? `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`
    : `<c r="${reference}"${type === 's' ? ' t="s"' : ` s="${type}"`}><v>${value}</v></c>`

function xlsx(sheets: Readonly<Record<string, string>>, more: Parts = {}): Uint8Array {
  const names = Object.keys(sheets)
  return zipOf({
    'xl/workbook.xml': `<workbook xmlns:r="urn:r"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"${name.startsWith('Hidden') ? ' state="hidden"' : ''}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations({
      ...Object.fromEntries(
        names.map((_, index) => [
          `r${index + 1}`,
          ['worksheet', `worksheets/s${index + 1}.xml`] as const,
        ]),
      ),
      rS: ['sharedStrings', 'sharedStrings.xml'],
      rT: ['styles', 'styles.xml'],
    }),
    'xl/sharedStrings.xml':
      '<sst><si><t>Late</t></si><si><r><t>Too </t></r><r><t>dear</t></r></si></sst>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="&quot;£&quot;#,##0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/s${index + 1}.xml`,
        `<worksheet xmlns:r="urn:r"><cols><col min="6" max="6" hidden="1"/></cols><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
    ...more,
  })
}

test('changes that a shared workbook keeps track of are told, with who and where', async () => {
  const cell = (name: string, value: string) =>
    `<${name} r="B2" t="inlineStr"><is><t>${value}</t></is></${name}>`
  const logs = {
    'xl/revisions/revisionHeaders.xml':
      '<headers xmlns:r="urn:r"><header userName="Ada Moss" dateTime="2020-03-03T10:00:00" r:id="rA"/><header userName="Bo Lind" dateTime="2020-03-04T10:00:00" r:id="rB"/></headers>',
    'xl/revisions/_rels/revisionHeaders.xml.rels': relations({
      rA: ['revisionLog', 'revisionLog1.xml'],
      rB: ['revisionLog', 'revisionLog2.xml'],
    }),
    'xl/revisions/revisionLog1.xml': `<revisions><rcc rId="1" sId="2">${cell('oc', 'Late')}${cell('nc', 'Very late')}</rcc><rcc rId="2" sId="2" ra="1">${cell('nc', 'Rejected')}</rcc><rfmt sheetId="2"/></revisions>`,
    'xl/revisions/revisionLog2.xml': `<revisions><rrc rId="3" sId="1" ref="A5:XFD5" action="deleteRow"><rcc rId="4" sId="1">${cell('oc', 'The bank fails')}</rcc></rrc><rrc rId="5" sId="1" ref="A7:XFD7" action="insertRow"/><rsnm rId="6" sheetId="1" oldName="[a.xlsx]Sheet1" newName="[a.xlsx]Risks"/></revisions>`,
  }
  const row = `<row r="1">${cellXml('A1', 'id')}${cellXml('B1', 'risk')}</row>`
  const book = xlsx({ Risks: row, Costs: row }, logs)
  const parts = unzipSync(book)
  const path = 'xl/_rels/workbook.xml.rels'
  parts[path] = strToU8(
    strFromU8(parts[path] ?? new Uint8Array()).replace(
      '</Relationships>',
      '<Relationship Id="rH" Type="urn:x/revisionHeaders" Target="revisions/revisionHeaders.xml"/></Relationships>',
    ),
  )
  await at.write({ 'in/a.xlsx': zipSync(parts) })
  const printed = await at.run('in', '--to', 'case')
  const told = printed.split('\n').filter((line) => /put in|took out/.test(line))
  expect(told).toEqual([
    'in/a.xlsx: took out "Late" in "Costs" (Ada Moss, 3 March 2020)',
    'in/a.xlsx: put in "Very late" in "Costs" (Ada Moss, 3 March 2020)',
    'in/a.xlsx: took out "The bank fails" in "Risks" (Bo Lind, 4 March 2020)',
    'in/a.xlsx: put in "rows A7:XFD7" in "Risks" (Bo Lind, 4 March 2020)',
    'in/a.xlsx: took out "Sheet1" in "Risks" (Bo Lind, 4 March 2020)',
    'in/a.xlsx: put in "Risks" in "Risks" (Bo Lind, 4 March 2020)',
  ])
})

test('a sheet that is almost nothing but empty cells is refused', async () => {
  const rows = Array.from(
    { length: 1000 },
    (_, row) => `<row><c r="AAA${row + 1}"><v>1</v></c></row>`,
  )
  await at.write({ 'in/a.xlsx': xlsx({ Sheet: rows.join('') }), 'in/b.md': 'Words' })
  expect(await at.run('in', '--to', 'case')).toContain('a.xlsx: it has more than 400000 cells')
})

describe('sheets', () => {
  test('become sections with tables, their numbers as people see them', async () => {
    const bytes = xlsx(
      {
        'Risk register':
          `<row r="1">${cellXml('A1', 'Our risks')}</row>` +
          `<row r="3">${['id', 'risk', 'when', 'share', 'cost'].map((word, n) => cellXml(`${'ABCDE'[n]}3`, word)).join('')}</row>` +
          `<row r="4">${cellXml('A4', 'R1')}${cellXml('B4', '0', 's')}${cellXml('C4', '43893', '1')}${cellXml('D4', '0.125', '2')}${cellXml('E4', '480000', '3')}${cellXml('F4', 'aside')}</row>` +
          `<row r="6">${cellXml('A6', 'R2')}${cellXml('B6', '1', 's')}</row>`,
        'Hidden costs': `<row r="1">${cellXml('A1', 'Secret')}</row>`,
      },
      {
        'xl/worksheets/_rels/s1.xml.rels': relations({ rC: ['comments', '../comments1.xml'] }),
        'xl/comments1.xml':
          '<comments><authors><author>Ada Moss</author></authors><commentList><comment ref="B4" authorId="0"><text><r><t>Is it so?</t></r></text></comment></commentList></comments>',
      },
    )
    await at.write({ 'in/a.xlsx': bytes })
    const printed = await at.run('in', '--to', 'case')
    expect(await at.text('case/a.mdx')).toBe(`## Risk register

Our risks

| id | risk | when | share | cost |
| --- | --- | --- | --- | --- |
| R1 | Late | 2020-03-03 | 12.5% | £480,000 |
| R2 | Too dear |  |  |  |

<Internal why="A hidden sheet">

## Hidden costs

Secret

</Internal>
`)
    expect(printed).toContain('a.xlsx: cells in hidden rows and columns of "Risk register": 1')
    expect(printed).toContain('a.xlsx: the sheet "Hidden costs", which is hidden: it stays inside')
    expect(printed).toContain('a.xlsx: "Is it so?" in "Risk register" (Ada Moss)')
  })
})

test('a folder of all becomes one case, with links from file to file', async () => {
  const row = `<row r="1">${cellXml('A1', 'id')}${cellXml('B1', 'risk')}</row><row r="2">${cellXml('A2', 'R1')}${cellXml('B2', 'Late')}</row>`
  await at.write({
    'in/README.md':
      '# Case\n\nSee [the paper](2-paper.odt), [how](2-paper.odt#here) and [risks](4-risks.xlsx).\n',
    'in/1-page.html': '<h2>Why now</h2><p>People wait (<a href="2-paper.odt#e1">1a</a>).</p>',
    'in/2-paper.odt': odt(
      '<text:h text:outline-level="1">Key decisions</text:h><text:p>Decision 1: We go</text:p><text:p><text:bookmark text:name="e1"/>Evidence 1a: They said so</text:p>' +
        '<text:h text:outline-level="2"><text:bookmark text:name="here"/>How we go</text:h><text:p>Soon.</text:p>',
    ),
    'in/3-deck.pptx': pptx([{ shapes: shape(para('Next'), 'title') + shape(para('Ask'), 'body') }]),
    'in/4-risks.xlsx': xlsx({ Risks: row }),
    'in/5-costs.csv': 'what,cost\nBridge,3\n',
    'in/6-more.zip': zipOf({ 'annex.html': '<h2>Annex</h2><p>More</p>' }),
    'in/old.doc': 'x',
  })
  const printed = await at.run('in', '--to', 'case')
  expect(await at.names('case')).toEqual(
    ['0-README', '1-page', '2-paper', '3-deck', '4-risks', '5-costs', 'annex'].map(
      (name) => `${name}.mdx`,
    ),
  )
  expect(await at.text('case/0-README.mdx')).toContain(
    'See [the paper](#key-decisions), [how](#how-we-go) and [risks](#risks).',
  )
  expect(await at.text('case/1-page.mdx')).toContain('People wait (1a).')
  expect(printed).toMatch(/Recognised: .*1 decision, 1 evidence/)
  expect(printed).toContain('in/old.doc: save it as .docx')
})

test.each(['odt', 'odp', 'ods', 'pptx', 'xlsx'])('a hostile .%s is refused', async (format) => {
  const part = { pptx: 'ppt/presentation.xml', xlsx: 'xl/workbook.xml' }[format] ?? 'content.xml'
  const bombs = [
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`,
    '<a><b></a>',
    'not xml',
  ]
  for (const [n, text] of bombs.entries())
    await at.write({ [`in/${n}.${format}`]: zipOf({ [part]: text }) })
  await at.write({ [`in/4.${format}`]: zipOf({ 'other.xml': '<a/>' }), 'in/b.md': '# B\n' })
  const printed = await at.run('in', '--to', 'case')
  expect(printed).toContain(`0.${format}: it declares entities`)
  expect(printed).toContain(`1.${format}: its parts lie more than 200 deep`)
  for (const n of [2, 3, 4]) expect(printed).toMatch(new RegExp(`${n}\\.${format}: `))
  expect(await at.names('case')).toEqual(['b.mdx'])
})

const word = fc
  .tuple(
    fc.constantFrom(
      'w',
      '{x}',
      '&lt;b&gt;',
      '*',
      '_a_',
      '# ',
      '1. ',
      '- ',
      '| ',
      'é',
      '`',
      '£',
      'import a',
      '(2a)',
    ),
    fc.nat(999),
  )
  .map(([sign, n]) => `${sign}${n}`)
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '))

const RUNS = { seed: 20_200_331, numRuns: 80 }
const lost = (notTaken: readonly string[]) => notTaken.filter((told) => /^\d+ words?:/.test(told))

describe('every word of a random document arrives', () => {
  test('of OpenDocument', async () => {
    const block = fc.letrec((tie) => ({
      node: fc.oneof(
        words.map((text) => `<text:p>${text}</text:p>`),
        words.map((text) => `<text:h text:outline-level="2">${text}</text:h>`),
        words.map(
          (text) =>
            `<text:p>a<text:note><text:note-body><text:p>${text}</text:p></text:note-body></text:note><text:s/>b<text:line-break/>c</text:p>`,
        ),
        fc
          .array(tie('node'), { maxLength: 3 })
          .map(
            (items) =>
              `<text:list>${items.map((item) => `<text:list-item>${item}</text:list-item>`).join('')}</text:list>`,
          ),
        fc
          .array(tie('node'), { maxLength: 3 })
          .map(
            (cells) =>
              `<table:table><table:table-row>${cells.map((cell) => `<table:table-cell>${cell}</table:table-cell>`).join('')}</table:table-row></table:table>`,
          ),
        fc
          .array(tie('node'), { maxLength: 2 })
          .map(
            (inner) =>
              `<text:p>x<draw:frame><draw:text-box>${inner.join('')}</draw:text-box></draw:frame></text:p>`,
          ),
      ),
    })).node as fc.Arbitrary<string>
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 5 }), async (blocks) => {
        expect(lost((await made('a.odt', odt(blocks.join('')))).notTaken)).toEqual([])
      }),
      RUNS,
    )
  })

  test('of slides', async () => {
    const lines = fc
      .array(
        fc.tuple(words, fc.nat(3)).map(([text, level]) => para(text, `<a:pPr lvl="${level}"/>`)),
        { maxLength: 4 },
      )
      .map((all) => all.join(''))
    const slide = fc.record({
      shapes: fc
        .array(
          fc
            .tuple(lines, fc.constantFrom('title', 'body', 'subTitle', undefined))
            .map(([inner, type]) => shape(inner, type)),
          { maxLength: 3 },
        )
        .map((all) => all.join('')),
      notes: words,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(slide, { minLength: 1, maxLength: 4 }), async (slides) => {
        expect(lost((await made('a.pptx', pptx(slides))).notTaken)).toEqual([])
      }),
      RUNS,
    )
  })

  test('of sheets', async () => {
    const row = fc.array(fc.option(words, { nil: '' }), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 6 }), async (rows) => {
        const xml = rows.map(
          (cells, y) =>
            `<row r="${y + 1}">${cells.map((text, x) => (text === '' ? '' : cellXml(`${'ABCDE'[x]}${y + 1}`, text))).join('')}</row>`,
        )
        const { text, notTaken } = await made('a.xlsx', xlsx({ All: xml.join('') }))
        expect(lost(notTaken)).toEqual([])
        for (const number of rows.flat().flatMap((cell) => cell.match(/\d+/g) ?? []))
          expect(text).toContain(number)
      }),
      RUNS,
    )
  })
})
