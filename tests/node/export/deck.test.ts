/** `deck.pptx`: fields of a master, native tables, notes, links, and no words lost. */
import { beforeAll, describe, expect, it } from 'vitest'
import { chartInWords } from '../../../src/core/chart/index.ts'
import { flatten, type Piece, type Slide } from '../../../src/core/deck/index.ts'
import { LAYOUTS, type Layout } from '../../../src/core/deck/layouts.ts'
import { makeDeck, planSheets } from '../../../src/node/export/deck/index.ts'
import { layouts } from '../../../src/node/export/deck/layouts.ts'
import type { ReadySheet } from '../../../src/node/export/deck/ready.ts'
import type { PptxSlide } from '../../../src/node/export/deck/sheet.ts'
import { writeDeck } from '../../../src/node/export/deck/write.ts'
import { unpack } from '../../../src/node/export/office.ts'
import { fontsOf, readPalette } from '../../../src/node/export/palette.ts'
import type { ExportPicture } from '../../../src/node/export/pictures/index.ts'
import { wordsOf } from '../../../src/node/export/text.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { strategy } from '../../large.ts'
import { inThread } from '../../store.ts'
import { ADDRESS, caseOf, noBrowser, partOf, TEXT, wordsIn } from './cases.ts'

const read = caseOf(
  `${TEXT.replace(/### Sprint 1\n/, '')}\n### Steps\n\n<Slide>\n\n1. One\n2. Two\n\n</Slide>\n`,
)
const { sheets } = planSheets(read)
let deck: Uint8Array

beforeAll(async () => {
  deck = await makeDeck(read, noBrowser)
})

/** 1-based number of the slide with an address. */
const numberOf = (id: string) => sheets.findIndex((sheet) => sheet.id === id) + 1
const slide = (id: string) => partOf(deck, `ppt/slides/slide${numberOf(id)}.xml`)
const relationships = (id: string) => partOf(deck, `ppt/slides/_rels/slide${numberOf(id)}.xml.rels`)
/** The shapes of a slide that are fields of its layout, by their name. */
function fieldsIn(xml: string): ReadonlyMap<string, string> {
  const shapes = xml.match(/<p:sp>.*?<\/p:sp>/gs) ?? []
  return new Map(
    shapes
      .filter((shape) => shape.includes('<p:ph '))
      .map((shape) => [/ name="([^"]*)"/.exec(shape)?.[1] ?? '', shape]),
  )
}

describe('deck.pptx', () => {
  it('has a real title on every slide', () => {
    const titles = sheets.map(({ id }) => wordsIn(fieldsIn(slide(id)).get('Title') ?? ''))
    expect(titles.every((title) => title !== '')).toBe(true)
    expect(titles[0]).toBe('A case for bridges')
    for (const { id } of sheets)
      expect(slide(id).match(/<p:ph type="title"\/>/g), id).toHaveLength(1)
  })

  it('has all words in fields of the layout or in tables, and no field without words', () => {
    for (const { id } of sheets) {
      expect(slide(id), id).not.toContain('txBox="1"')
      for (const [name, shape] of fieldsIn(slide(id)))
        expect(wordsIn(shape), `${name} of ${id}`).not.toBe('')
    }
  })

  it('takes place and look from the layout, so that a new master changes all slides', () => {
    for (const shape of fieldsIn(slide('objectives')).values()) {
      expect(shape).toContain('<p:spPr/>')
      expect(shape).not.toMatch(/<a:latin |srgbClr val="000000"/)
    }
  })

  it('makes lists of paragraphs with levels, not of boxes', () => {
    const body = fieldsIn(slide('objectives')).get('Text') ?? ''
    const paragraphs = (body.match(/<a:p>.*?<\/a:p>/gs) ?? []).map((xml) => [
      wordsIn(xml),
      / lvl="(\d)"/.exec(xml)?.[1] ?? '0',
      xml.includes('<a:buNone/>'),
    ])
    expect(paragraphs).toEqual([
      ['O1 People cross fast', '0', false],
      ['on foot', '1', false],
      ['by bike', '1', false],
      ['O2 Nobody waits', '0', false],
      ['These things matter.', '0', true],
    ])
    expect(body).toMatch(/<a:rPr [^>]*i="1"[^>]*\/><a:t>fast/)
  })

  it('says the number of a chapter in a field of its layout, as large as there', () => {
    const chapter = sheets.find(({ layout }) => layout === 'chapter')
    expect(chapter?.fields.numeral?.map(({ runs }) => wordsOf(runs))).toEqual(['1'])
    const numeral = fieldsIn(slide(chapter?.id ?? '')).get('Number of the chapter')
    expect(numeral).toContain('<a:t>1</a:t>')
    expect(numeral).not.toMatch(/rPr [^>]*sz=/)
  })

  it('makes the figure of a sentence its largest words, and loses none of them', () => {
    const told = caseOf('# A case\n\n## The problem\n\nWe saw that 412 of 1,030 people gave up.\n')
    const { sheets: made } = planSheets(told)
    const body = made.find(({ id }) => id === 'the-problem')?.fields.body ?? []
    const lines = body.map(({ runs }) => [
      wordsOf(runs),
      Math.max(...runs.map((run) => run.scale ?? 1)) > 2,
    ])
    expect(lines).toEqual([
      ['We saw that', false],
      ['412 of 1,030', true],
      ['people gave up.', false],
    ])
  })

  it('numbers what its author numbered', () => {
    const body = fieldsIn(slide('steps')).get('Text') ?? ''
    const numbers = [...body.matchAll(/<a:buAutoNum type="arabicPeriod"(.*?)\/>/g)]
    expect(numbers.map(([, start]) => start)).toEqual(['', ' startAt="2"'])
  })

  it('makes a native table with a header row', () => {
    const xml = slide('what-it-costs')
    expect(xml).toContain('<a:tblPr firstRow="1"/>')
    // Three rows, whose amounts stand below each other.
    expect(xml.match(/<a:tc>(?:(?!<\/a:tc>).)*algn="r"/gs)).toHaveLength(3)
    const rows = (xml.match(/<a:tr\b.*?<\/a:tr>/gs) ?? []).map((row) =>
      (row.match(/<a:tc\b.*?<\/a:tc>/gs) ?? []).map(wordsIn),
    )
    expect(rows).toEqual([
      ['What', 'Cost'],
      ['Bridge', '£3 & more (1a)'],
      ['Ferry', '£1 < bridge'],
    ])
    const lines = [...xml.matchAll(/<a:lnB [^>]*>(.*?)<\/a:lnB>/gs)].map(([, line]) => line)
    expect(lines).toHaveLength(6)
    for (const line of lines) expect(line).toMatch(/^<a:solidFill><a:schemeClr val="(tx1|bg2)"/)
  })

  it('is read from its title to its foot and number', () => {
    const xml = slide('what-it-costs')
    expect([...fieldsIn(xml).keys()]).toEqual(['Title', 'Footer', 'Slide number'])
    expect(xml.indexOf('<a:tbl>')).toBeLessThan(xml.indexOf('name="Footer"'))
  })

  it('lists masters before slides, as the format asks, and the layouts in order', () => {
    const lists = partOf(deck, 'ppt/presentation.xml').match(/<p:\w+IdLst>/g)
    expect(lists).toEqual(['<p:sldMasterIdLst>', '<p:notesMasterIdLst>', '<p:sldIdLst>'])
    const names = Object.values(layouts).map((_, index) => {
      const layout = partOf(deck, `ppt/slideLayouts/slideLayout${index + 1}.xml`)
      return /<p:cSld name="([^"]*)"/.exec(layout)?.[1]
    })
    expect(names).toEqual(Object.values(layouts).map(({ name }) => name))
  })

  it('gives the speaker the prose, and never what is private', () => {
    const notes = partOf(deck, `ppt/notesSlides/notesSlide${numberOf('why-now')}.xml`)
    expect(wordsIn(notes)).toContain('They told our survey so (1a).')
    // It stands on the slide.
    expect(wordsIn(notes)).not.toContain('people wait')
    const all = [...unpack(deck).values()].filter((part) => typeof part === 'string').join('')
    expect(all).not.toContain('mayor')
  })

  it('has in the notes of a decision that it is to be re-affirmed', () => {
    const place = { file: '1.mdx' }
    const evidence = { key: 'evidence-1a', kind: 'evidence', name: 'Evidence 1a', place } as const
    const changed = { evidence, what: 'reworded', date: '2020-03-12', commit: 'abc1234' } as const
    const stale = [{ decision: 'decision-1', evidence: [changed] }]
    const planned = planSheets({ ...read, outside: { ...read.outside, stale } }).sheets
    const marked = planned.filter(({ notes }) => notes.join().includes('re-affirmed'))
    expect(marked.map(({ id, notes }) => [id, notes[0]])).toEqual([
      [
        'decision-1',
        'To be re-affirmed. Evidence 1a was reworded on 12 March 2020, after this decision was last confirmed.',
      ],
    ])
  })

  it('has no notes where there is nothing to say', () => {
    const path = `ppt/notesSlides/notesSlide${numberOf('ask')}.xml`
    expect(unpack(deck).has(path)).toBe(false)
    expect(relationships('ask')).not.toContain('notesSlide')
    expect(partOf(deck, '[Content_Types].xml')).not.toContain(path)
  })

  it('leads from evidence to its slide, to the narrative and to the web', () => {
    expect(relationships('decision-1')).toContain(`Target="${ADDRESS}#decision-1"`)
    expect(relationships('decision-1')).toContain('Target="slide1.xml"')
    expect(relationships('decision-1')).toContain(`Target="slide${numberOf('why-now')}.xml"`)
    expect(relationships('ask')).toContain('Target="https://example.org/issues"')
  })

  it('resolves every relationship that a part names', () => {
    const parts = unpack(deck)
    for (const [path, part] of parts) {
      if (typeof part !== 'string' || !path.endsWith('.rels')) continue
      const base = path.replace(/_rels\/[^/]*$/, '')
      for (const [, target = ''] of part.matchAll(/ Target="([^"]*)"(?! TargetMode)/g)) {
        if (/^https?:/.test(target)) continue
        const to = new URL(target.replace(/^\//, ''), `file:///${base}`).pathname.slice(1)
        expect(parts.has(to), `${path}: ${target}`).toBe(true)
      }
      const owner = parts.get(path.replace('_rels/', '').replace(/\.rels$/, ''))
      for (const [, id] of String(owner ?? '').matchAll(/ r:(?:id|embed)="([^"]*)"/g))
        expect(part, `${path}: ${id}`).toContain(`Id="${id}"`)
    }
  })

  it('names no part that is not there, and no properties twice', () => {
    const parts = unpack(deck)
    const types = partOf(deck, '[Content_Types].xml')
    for (const [, path = ''] of types.matchAll(/PartName="\/([^"]*)"/g))
      expect(parts.has(path), path).toBe(true)
    for (const [path, part] of parts)
      expect(String(part).match(/<a:p>(?:(?!<\/a:p>).)*<a:pPr(?:(?!<\/a:p>).)*<a:pPr/s), path).toBe(
        null,
      )
  })

  it('has the colours of the site, and a font with another in its place', () => {
    const theme = partOf(deck, 'ppt/theme/theme1.xml')
    expect(theme).toContain(
      `<a:accent1><a:srgbClr val="${readPalette('thread', 'slides')['thread']}"/>`,
    )
    expect(theme).toContain('typeface="Atkinson Hyperlegible Next" panose="020B0604020202020204"')
    expect(theme).toContain('<a:cs typeface="Arial"/>')
  })

  it('says the language of the words', () => {
    const all = [...unpack(deck).values()].filter((part) => typeof part === 'string').join('')
    expect(slide('objectives')).toContain('lang="en-GB"')
    expect(all.match(/<a:rPr lang="en-US"/g) ?? []).toEqual([])
  })

  it('is dated by the case, and the same bytes each time', async () => {
    expect(partOf(deck, 'docProps/core.xml')).toContain('>2020-03-14T00:00:00Z<')
    expect(Buffer.compare(deck, await makeDeck(read, noBrowser))).toBe(0)
  })
})

it('leads from what a long deck leaves out to the published narrative', () => {
  const more = planSheets(long).sheets.find(({ id }) => id === 'chapter-part-2-east--more')
  const [title] = more?.fields.title ?? []
  expect(title?.runs).toEqual([
    {
      text: expect.stringMatching(/^And \d+ more, in the narrative$/),
      to: { web: 'https://example.org/case/#part-2-east' },
    },
  ])
})

describe('a sheet', () => {
  it.each(Object.keys(LAYOUTS) as readonly Layout[])(
    'has every word of its slide, %s',
    (layout) => {
      const own = all.flatMap(({ slides, sheets }) =>
        flatten(slides).flatMap((slide, index) =>
          slide.layout === layout ? [{ slide, sheet: sheets[index] }] : [],
        ),
      )
      expect(own.length).toBeGreaterThan(0)
      for (const { slide, sheet } of own) {
        const said = wordSet(saidOn(sheet))
        for (const word of wordSet(wordsOn(slide).map(({ text }) => text)))
          expect(said, `${word} on ${slide.id}`).toContain(word)
      }
    },
  )
})

it('says no title twice', () => {
  const said = all
    .flatMap(({ sheets }) => sheets)
    .flatMap(({ id, fields }) => {
      const [kicker = '', title] = [fields.kicker, fields.title].map((own) =>
        wordsOf(own?.[0]?.runs ?? []),
      )
      return kicker === title ? [id] : []
    })
  expect(said).toEqual([])
})

it('sets columns side by side, and code in the font of code', () => {
  const specimen = all[2]?.sheets ?? []
  const sheet = (id: string) => specimen.find((one) => one.id === id)
  const first = (id: string) =>
    Object.entries(sheet(id)?.fields ?? {}).map(([name, [line]]) => [
      name,
      wordsOf(line?.runs ?? []),
    ])
  expect(first('a-comparison-in-columns')).toEqual(
    expect.arrayContaining([
      ['body', 'A list for each district'],
      ['right', 'One list for all'],
    ]),
  )
  expect(first('columns').map(([name]) => name)).toEqual(
    expect.arrayContaining(['body', 'right', 'third']),
  )
  expect(first('a-comparison-in-steps').map(([name]) => name)).toContain('right')
  expect(sheet('code')?.fields.body?.[0]?.runs[0]).toMatchObject({ code: true })
})

/** What fields and tables say, and what pictures show. */
function saidOn({ fields = {}, objects = [] }: Partial<PptxSlide> = {}): readonly string[] {
  const paragraphs = Object.values(fields).flat()
  const rows = objects.flatMap((object) => (object.type === 'table' ? object.rows : []))
  const pictures = objects.flatMap((object) => (object.type === 'image' ? object.alt : []))
  // A chart says so to whoever does not see it; a reader of the file finds its numbers in its workbook.
  const charts = objects.flatMap((object) => (object.type === 'chart' ? object.plan : []))
  return [
    ...paragraphs.map(({ runs }) => wordsOf(runs)),
    ...rows.flat().map(wordsOf),
    ...pictures,
    ...charts.map(chartInWords),
  ]
}

const wordSet = (texts: readonly string[]) => new Set(texts.join(' ').match(/\w+/g))

const long = caseOf(strategy()[0]?.text ?? '', 'ask: Go.\naddress: https://example.org/case/\n')

/** Cases that have something of every layout between them. */
const all = [
  planSheets(long),
  { slides: planSheets(read).slides, sheets },
  planSheets(await readCase('tests/fixtures/specimen')),
  planSheets(await readCase('tests/fixtures/economic')),
]

/** All pieces of a slide with words, wherever it holds them; a diagram has none. */
function wordsOn(slide: Slide): readonly Piece[] {
  const { below, leftOut, notes, privateNotes, evidence, ...shown } = slide
  const pieces = piecesIn([shown, slide.beside ? evidence : []])
  return pieces.filter(({ text }) => text !== 'Diagram')
}

function piecesIn(value: unknown): readonly Piece[] {
  if (Array.isArray(value)) return value.flatMap(piecesIn)
  if (typeof value !== 'object' || value === null) return []
  return isPiece(value) ? [value] : Object.values(value).flatMap(piecesIn)
}

function isPiece(value: object): value is Piece {
  return 'type' in value && 'text' in value && typeof value.text === 'string'
}

describe('words on several lines', () => {
  it('break where their author broke them, in one paragraph', async () => {
    const code: ReadySheet = {
      ...{
        id: 'one',
        layout: 'text',
        sizes: {},
        objects: [],
        notes: [],
        tables: [],
        charts: [],
        pictures: [],
      },
      fields: {
        title: [{ type: 'paragraph', runs: [{ text: 'Title' }], level: 0 }],
        body: [{ type: 'paragraph', runs: [{ text: 'one\n  two' }], level: 0 }],
      },
    }
    const bytes = await writeDeck({
      sheets: [code],
      about: { title: 'T', language: 'en-GB' },
      palette: readPalette('thread', 'slides'),
      fonts: fontsOf('thread'),
      measure: fontMeasure(inThread),
      leads: () => undefined,
    })
    const body = fieldsIn(partOf(bytes, 'ppt/slides/slide1.xml')).get('Text') ?? ''
    expect(body.match(/<a:p>/g)).toHaveLength(1)
    expect(body).toMatch(/<a:t>one<\/a:t><\/a:r><a:br>.*?<\/a:br><a:r>.*?<a:t> {2}two<\/a:t>/)
  })
})

describe('a picture on a slide', () => {
  const picture: ExportPicture = {
    svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>',
    bitmap: new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    extension: 'png',
    width: 200,
    height: 100,
    alt: 'O1 "Go" & <stop>',
  }

  it('is a vector, with a bitmap of its own for programs without, and words for those who hear', async () => {
    const sheet: ReadySheet = {
      ...{
        id: 'one',
        layout: 'picture',
        sizes: {},
        objects: [],
        notes: [],
        tables: [],
        charts: [],
      },
      fields: { title: [{ type: 'paragraph', runs: [{ text: 'Title' }], level: 0 }] },
      pictures: [picture, { ...picture, alt: 'second' }],
    }
    const bytes = await writeDeck({
      sheets: [sheet],
      about: { title: 'T', language: 'en-GB' },
      palette: readPalette('thread', 'slides'),
      fonts: fontsOf('thread'),
      measure: fontMeasure(inThread),
      leads: () => undefined,
    })
    const parts = unpack(bytes)
    const xml = partOf(bytes, 'ppt/slides/slide1.xml')
    const rels = partOf(bytes, 'ppt/slides/_rels/slide1.xml.rels')
    const targetOf = (id = '') =>
      new RegExp(`Id="${id}"[^>]*Target="../([^"]*)"|Target="../([^"]*)"[^>]*Id="${id}"`).exec(rels)
    const pictures = xml.match(/<p:pic>.*?<\/p:pic>/gs) ?? []
    expect(pictures).toHaveLength(2)
    for (const shape of pictures) {
      const bitmap = targetOf(/<a:blip r:embed="([^"]*)"/.exec(shape)?.[1])
      const vector = targetOf(/svgBlip [^>]*r:embed="([^"]*)"/.exec(shape)?.[1])
      const bytesOf = (found: RegExpExecArray | null) =>
        Buffer.from(parts.get(`ppt/${found?.[1] ?? found?.[2]}`) ?? '')
      expect(bytesOf(bitmap)).toEqual(Buffer.from(picture.bitmap))
      expect(bytesOf(vector).toString()).toBe(picture.svg)
    }
    expect(pictures[0]).toContain('descr="O1 &quot;Go&quot; &amp; &lt;stop&gt;"')
  })
})
