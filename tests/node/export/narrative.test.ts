/** `narrative.docx`: headings, lists, tables, links, footnotes, gaps. */
import { beforeAll, describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { bookmarksOf } from '../../../src/node/export/narrative/bookmarks.ts'
import { makeNarrative } from '../../../src/node/export/narrative/index.ts'
import { unpack } from '../../../src/node/export/office.ts'
import { ADDRESS, caseOf, noBrowser, partOf, TEXT, wordsIn } from './cases.ts'

// A case without two lists to join has no diagram, and needs no browser.
const read = caseOf(
  `${TEXT}\n## Steps\n\n1. One\n2. Two\n\nThen:\n\n1. Again\n\n> Go on.\n>\n> — A ferryman\n`,
)
let file: Uint8Array
let paragraphs: readonly { readonly style: string; readonly text: string; readonly xml: string }[]

beforeAll(async () => {
  file = await makeNarrative(read, noBrowser)
  const xml = partOf(file, 'word/document.xml')
  paragraphs = (xml.match(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs) ?? []).map((each) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(each)?.[1] ?? '',
    text: wordsIn(each),
    xml: each,
  }))
})

const inStyle = (style: string) =>
  paragraphs.filter((each) => each.style === style).map(({ text }) => text)
const saying = (text: string) => {
  const found = paragraphs.find((each) => each.text.startsWith(text) && !/^TOC/.test(each.style))
  if (!found) throw new Error(`Expected a paragraph that says ${text}`)
  return found
}

describe('narrative.docx', () => {
  it('has title, phase and headings in the styles of the word processor', () => {
    expect(inStyle('Title')).toEqual(['A case for bridges'])
    expect(inStyle('Phase')).toEqual(['Alpha'])
    expect(inStyle('Heading1')).toEqual(['Why now', 'Key decisions', 'Benefits', 'Steps'])
    expect(inStyle('Heading2')).toEqual(['Objectives', 'What it costs', 'Sprint 1'])
  })

  it('has a heading where records in files of their own begin', async () => {
    const record =
      '# 1. Keep letters\n\n## Status\n\nAccepted\n\n## Context\n\nThey get lost.\n\n## Decision\n\nKeep them.\n'
    const both = assemble([
      { file: '1.mdx', text: '# Letters\n\n## Why\n\nThey matter.\n' },
      { file: '2.mdx', text: record },
    ])
    const document = partOf(
      await makeNarrative({ ...read, ...both }, noBrowser),
      'word/document.xml',
    )
    const headings = document.match(/<w:pStyle w:val="Heading1"\/>.*?<\/w:p>/gs) ?? []
    expect(headings.map(wordsIn)).toEqual(['Why', 'Decisions'])
  })

  it('says the level of each heading, which LibreOffice takes from the style alone', () => {
    const styles = partOf(file, 'word/styles.xml')
    for (const n of [1, 2, 3])
      expect(styles).toMatch(
        new RegExp(`w:styleId="Heading${n}">(?:(?!</w:style>).)*<w:outlineLvl w:val="${n - 1}"/>`),
      )
  })

  it('has contents that a word processor brings up to date, filled in already', () => {
    expect(partOf(file, 'word/document.xml')).toMatch(/<w:instrText[^>]*>[^<]*TOC [^<]*1-3/)
    expect(inStyle('TOC1').join('\n')).toMatch(/^Key decisions/m)
  })

  it('has lists with levels, and numbers that start again', () => {
    const levelOf = (text: string) => /<w:ilvl w:val="(\d)"/.exec(saying(text).xml)?.[1]
    const listOf = (text: string) => /<w:numId w:val="(\d+)"/.exec(saying(text).xml)?.[1]
    expect(['People cross', 'on foot', 'Nobody waits'].map(levelOf)).toEqual(['0', '1', '0'])
    expect(listOf('One')).toBe(listOf('Two'))
    expect(listOf('Again')).not.toBe(listOf('One'))
  })

  it('has a native table whose first row names the columns', () => {
    const [, table = ''] = /<w:tbl>(.*?)<\/w:tbl>/s.exec(partOf(file, 'word/document.xml')) ?? []
    const rows = (table.match(/<w:tr[ >].*?<\/w:tr>/gs) ?? []).map((row) =>
      (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map(wordsIn),
    )
    expect(rows).toEqual([
      ['What', 'Cost'],
      ['Bridge', '£3 & more (1a)'],
      ['Ferry', '£1 < bridge'],
    ])
    expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(table.match(/<w:jc w:val="right"\/>/g)).toHaveLength(3)
    // Its head does not stay behind at the foot of a page.
    expect(table.match(/<w:keepNext\/>/g)).toHaveLength(2)
  })

  it('leads inside the document, to the web, and to the deck where it is published', () => {
    const xml = partOf(file, 'word/document.xml')
    const names = [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"/g)].map(
      ([, name]) => name,
    )
    const anchors = [...xml.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]*)"/g)].map(
      ([, name]) => name,
    )
    expect(anchors).toContain('k_evidence_1a')
    for (const anchor of anchors) expect(names).toContain(anchor)
    const rels = partOf(file, 'word/_rels/document.xml.rels')
    for (const address of ['https://example.org/survey', `${ADDRESS}deck/`])
      expect(rels).toContain(`Target="${address}"`)
    for (const [, id] of xml.matchAll(/<w:hyperlink [^>]*r:id="([^"]*)"/g))
      expect(rels).toContain(`Id="${id}"`)
  })

  it('sets cited evidence out in a footnote, once', () => {
    const notes = wordsIn(partOf(file, 'word/footnotes.xml'))
    expect(notes.match(/Evidence 1a: Of 31 people, 24 wait\./g)).toHaveLength(1)
    expect(saying('We see that').xml).toContain('<w:footnoteReference')
  })

  it('marks gaps, draft links and quotes', () => {
    expect(inStyle('Gap')).toEqual([
      'No evidence recorded yet',
      'To be written by Finance, 14 March',
    ])
    expect(saying('Nobody waits').text).toBe('Nobody waits (draft: 1) O2')
    expect(inStyle('QuoteWords')).toEqual(['Go on.'])
    expect(inStyle('QuoteBy')).toEqual(['— A ferryman'])
  })

  it('tells each item by its name, and what it is linked to elsewhere', () => {
    expect(inStyle('ItemName')).toEqual([
      'Decision 1, sprint 1',
      'Evidence 1a',
      'Decision 2, sprint 1',
    ])
    expect(inStyle('ItemWords')[0]).toBe('We chose a bridge. It lasts.')
    expect(inStyle('Quiet').join(' ')).toContain('Relied on by Why now')
  })

  it('says which decision is to be affirmed again, and why', async () => {
    const evidence = {
      key: 'evidence-1a',
      kind: 'evidence',
      name: 'Evidence 1a',
      place: { file: '1.mdx' },
    } as const
    const changed = {
      evidence,
      what: 'removed',
      date: '2020-03-02T09:00:00Z',
      commit: 'a',
    } as const
    const outside = { ...read.outside, stale: [{ decision: 'decision-1', evidence: [changed] }] }
    const marked = wordsIn(
      partOf(await makeNarrative({ ...read, outside }, noBrowser), 'word/document.xml'),
    )
    const mark = 'To be re-affirmed. Evidence 1a was removed on 2 March 2020, after'
    expect(marked.split(mark)).toHaveLength(2)
    expect(marked.indexOf(mark)).toBeGreaterThan(marked.indexOf('It lasts.'))
    expect(inStyle('Quiet').join(' ')).not.toContain('re-affirmed')
  })

  it('never holds what is private', () => {
    const all = [...unpack(file).values()].filter((part) => typeof part === 'string').join('')
    expect(all).not.toContain('mayor')
  })

  it('says its language, numbers its pages, and names a font in place of its own', () => {
    expect(partOf(file, 'word/styles.xml')).toContain('<w:lang w:val="en-GB"/>')
    const footers = [...unpack(file)].filter(([path]) => /footer\d+\.xml$/.test(path))
    expect(footers.length).toBeGreaterThan(0)
    for (const [, xml] of footers) expect(xml).toMatch(/NUMPAGES/)
    expect(partOf(file, 'word/fontTable.xml')).toContain('<w:altName w:val="Arial"/>')
  })

  it('is dated by the case, and the same bytes each time', async () => {
    expect(partOf(file, 'docProps/core.xml')).toContain('>2020-03-14T00:00:00Z<')
    expect(Buffer.compare(file, await makeNarrative(read, noBrowser))).toBe(0)
  })
})

describe('bookmarks', () => {
  it('are short and plain, and no two alike', () => {
    const long = 'a-very-long-key-that-goes-on-beyond-what-word-keeps'
    const names = bookmarksOf(['why-now', `${long}-1`, `${long}-2`, 'why_now', 'x', 'x'])
    expect(names.get('why-now')).toBe('k_why_now')
    expect(new Set([...names.values()].map((name) => name.toLowerCase())).size).toBe(5)
    for (const name of names.values()) expect(name).toMatch(/^[a-z]\w{0,39}$/i)
  })
})
